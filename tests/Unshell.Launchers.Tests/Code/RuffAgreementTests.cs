using System.Collections.Immutable;
using CsCheck;
using Unshell.Launchers.Code;
using Unshell.Text.Diffs;

namespace Unshell.Launchers.Tests.Code;

public sealed class RuffAgreementTests
{
    [Fact]
    public void Ruff_has_nothing_to_change()
    {
        Ruff.SkipWithout();
        var printed = Modules(2000).Select(module => PythonPrinter.Print(module)).ToList();
        Compare(printed, Ruff.Format(printed));
    }

    [Fact]
    public void Ruff_splits_long_lines_at_the_same_places()
    {
        Ruff.SkipWithout();
        var modules = Modules(2000);
        var formatted = Ruff.Format([.. modules.Select(module => PythonPrinter.Print(module, width: 1_000_000))]);
        Compare([.. modules.Select(module => PythonPrinter.Print(module))], formatted);
    }

    private static List<ImmutableArray<PythonStatement>> Modules(int count)
    {
        var modules = new List<ImmutableArray<PythonStatement>>();
        AnyPython.Module.Sample(module => { lock (modules) modules.Add(module); }, iter: count);
        return modules;
    }

    private static void Compare(List<string> printed, IReadOnlyList<string> formatted)
    {
        var different = Enumerable.Range(0, printed.Count).Where(i => formatted[i] != printed[i]).OrderBy(i => printed[i].Length).ToList();
        if (different.Count > 0)
            Assert.Fail($"{different.Count} of {printed.Count} differ, such as\n{UnifiedDiff.Of("ruff", printed[different[0]], formatted[different[0]])}");
    }
}
