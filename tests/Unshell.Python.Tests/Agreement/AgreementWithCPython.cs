using System.Collections.Concurrent;

namespace Unshell.Python.Tests.Agreement;

/// <summary>Node for node and position for position, what <c>ast.dump(ast.parse(…), include_attributes=True)</c> prints.</summary>
public sealed class AgreementWithCPython(ITestOutputHelper output)
{
    // UNSHELL_PYTHON_FOLDERS, separated by colons, takes the place of the interpreter's own library.
    private static string[] Folders => (Environment.GetEnvironmentVariable("UNSHELL_PYTHON_FOLDERS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void The_library_and_the_installed_packages_have_the_same_trees()
    {
        RealPython.SkipWithout();
        var wrong = new ConcurrentBag<string>();
        var (trees, rejected) = (0, 0);
        var parts = Math.Max(1, Environment.ProcessorCount);
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part =>
        {
            foreach (var answer in RealPython.Ask(part, parts, Folders))
            {
                if (answer.Dump is null) Interlocked.Increment(ref rejected);
                else Interlocked.Increment(ref trees);
                if (OurAnswer.Disagreement(answer) is { } why) wrong.Add(why);
            }
        });
        output.WriteLine($"{trees} files with a tree, {rejected} that Python rejects, {wrong.Count} on which we do not agree");
        trees.ShouldBeGreaterThan(100);
        wrong.ShouldBeEmpty(string.Join("\n", wrong.Order(StringComparer.Ordinal).Take(30)));
    }
}
