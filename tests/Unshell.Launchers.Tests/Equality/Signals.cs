using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>A signal to a launcher does what it does to its script: which programs see it, how and when all ends.</summary>
public sealed class Signals : IDisposable
{
    private const int Interrupt = 2;
    private const int User1 = 10;
    private const int Terminate = 15;

    /// <summary>Both at once or both late: what lies between is the machine's noise.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(8);

    private readonly Sandbox sandbox = new();

    public Signals() => Machine.SkipWithoutShells();

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("exec serve", Terminate)]
    [InlineData("exec serve", Interrupt)]
    [InlineData("set -e\nrun\nexec serve \"$@\"", Terminate)]
    [InlineData("serve", Terminate)]
    [InlineData("run; serve; run after", Terminate)]
    [InlineData("serve &\npid=$!\ntrap 'kill -TERM $pid' TERM INT\nwait $pid\necho \"first $?\"\nwait $pid\necho \"then $?\"", Terminate)]
    [InlineData("serve &\npid=$!\ntrap 'kill -TERM $pid; wait $pid; exit 0' TERM\nwait", Terminate)]
    [InlineData("trap 'echo got it' TERM\nserve & wait $!\necho \"status $?\"", Terminate)]
    [InlineData("trap 'echo got it; exit 3' TERM USR1\nserve & wait $!\necho \"status $?\"", User1)]
    [InlineData("trap '' TERM\nserve & wait $!\necho \"status $?\"", User1)]
    [InlineData("trap 'run bye' EXIT\ntrap 'exit 5' TERM\nserve & wait", Terminate)]
    [InlineData("trap 'echo bye' EXIT\nserve & wait", Terminate)]
    [InlineData("f() { echo \"f $1\"; }\ntrap 'f TERM' TERM\nserve & wait; echo $?", Terminate)]
    [InlineData("trap - TERM\nexec serve", Terminate)]
    [InlineData("trap '' INT\nexec serve", Terminate)]
    [InlineData("(exec serve)\necho \"status $?\"", User1)]
    [InlineData("serve | take\necho \"status $?\"", User1)]
    public void What_is_seen_is_the_same(string script, int signal)
    {
        foreach (var dialect in new[] { ShellDialect.Posix, ShellDialect.Bash })
        {
            var trial = new Trial
            {
                Script = script,
                Dialect = dialect,
                Programs = [new("run"), new("serve") { Waits = true }, new("take") { ReadsInput = true }],
                Signal = signal,
                IsConcurrent = true,
                Limit = TimeSpan.FromSeconds(12),
            };
            var python = LauncherCompiler.Compile(EqualityCheck.Source(trial), EqualityCheck.Target(trial)).Python.ShouldNotBeNull();
            var expected = sandbox.RunScript(trial, Machine.ShellFor(dialect));
            var actual = sandbox.RunLauncher(trial, python);
            Comparison.Differences(trial, expected, actual).ShouldBeEmpty($"{dialect}\n{python}");
            (actual.Elapsed < AtOnce).ShouldBe(expected.Elapsed < AtOnce);
        }
    }
}
