using System.Runtime.CompilerServices;
using System.Text;
using Unshell.Launchers.Tests.Code;
using Unshell.Shell.Syntax;
using Unshell.Testing;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Compilation;

public sealed class LauncherCaseTests
{
    private static string Root([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "cases", "launchers");

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Root()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public void A_script_becomes_the_launcher_beside_it_or_is_refused_for_the_reasons_beside_it(string name)
    {
        var folder = Path.Combine(Root(), name);
        var result = Compile(File.ReadAllText(Path.Combine(folder, "script.sh")));
        if (result.Python is { } python) Golden.Match(folder, "launcher.py", python);
        else Golden.Match(folder, "refusals.txt", Told(result));
    }

    [Fact]
    public void Launchers_are_as_ruff_leaves_them()
    {
        Ruff.SkipWithout();
        var launchers = Directory.EnumerateFiles(Root(), "launcher.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        foreach (var (text, formatted) in launchers.Zip(Ruff.Format(launchers))) formatted.ShouldBe(text);
    }

    [Theory]
    [InlineData("echo 'never closed")]
    [InlineData("echo \"$(( \"")]
    [InlineData("if true; then")]
    [InlineData("a\0b")]
    public void What_no_shell_reads_is_refused_at_its_place(string text)
    {
        var result = Compile(text);
        result.Python.ShouldBeNull();
        result.Refusals.ShouldAllBe(refusal => refusal.Span.End <= text.Length && refusal.Reason.Length > 0 && refusal.Advice.Length > 0);
    }

    private static LauncherResult Compile(string text)
    {
        var dialect = ShellDialects.FromShebang(text.Split('\n')[0]) ?? ShellDialect.Posix;
        var source = new LauncherSource { Text = new SourceText("script.sh", text), Dialect = dialect, IsScript = true };
        return LauncherCompiler.Compile(source, new LauncherTarget { HasProgram = HasProgram });
    }

    private static bool? HasProgram(string name) =>
        name[(name.LastIndexOf('/') + 1)..] is "sleep" or "cat" or "mkdir" or "chown" or "id" or "gosu" or "tr" or "nc" or "which" ? false : null;

    private static string Told(LauncherResult result)
    {
        var told = new StringBuilder();
        foreach (var refusal in result.Refusals)
            told.Append(refusal.File.PositionOf(refusal.Span.Start)).Append(": ").Append(refusal.Reason).Append("; ").Append(refusal.Advice).Append('\n');
        return told.ToString();
    }
}
