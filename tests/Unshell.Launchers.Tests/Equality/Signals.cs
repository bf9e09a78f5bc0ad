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

    public static TheoryData<string, int> Scripts => new()
    {
        { "exec serve", Terminate },
        { "exec serve", Interrupt },
        { "set -e\nrun\nexec serve \"$@\"", Terminate },
        { "serve", Terminate },
        { "run; serve; run after", Terminate },
        { "serve", Interrupt },
        { "serve &\npid=$!\ntrap 'kill -TERM $pid' TERM INT\nwait $pid\necho \"first $?\"\nwait $pid\necho \"then $?\"", Terminate },
        { "serve &\npid=$!\ntrap 'kill -TERM $pid; wait $pid; exit 0' TERM\nwait", Terminate },
        { "trap 'echo got it' TERM\nserve & wait $!\necho \"status $?\"", Terminate },
        { "trap 'echo got it; exit 3' TERM USR1\nserve & wait $!\necho \"status $?\"", User1 },
        { "trap '' TERM\nserve & wait $!\necho \"status $?\"", User1 },
        { "trap 'run bye' EXIT\ntrap 'exit 5' TERM\nserve & wait", Terminate },
        { "trap 'echo bye' EXIT\nserve & wait", Terminate },
        { "f() { echo \"f $1\"; }\ntrap 'f TERM' TERM\nserve & wait; echo $?", Terminate },
        { "trap - TERM\nexec serve", Terminate },
        { "trap '' INT\nexec serve", Terminate },
        { "(exec serve)\necho \"status $?\"", User1 },
        { "serve | take\necho \"status $?\"", User1 },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void What_is_seen_is_the_same(string script, int signal) => Compare(script, signal, isFirst: false, TimeSpan.FromSeconds(12));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void So_it_is_for_the_first_process_of_a_container(string script, int signal)
    {
        Assert.SkipUnless(Machine.HasOwnProcesses, "this machine gives no process namespaces: signals to a container's first process were not compared");
        Compare(script, signal, isFirst: true, TimeSpan.FromSeconds(4));
    }

    private void Compare(string script, int signal, bool isFirst, TimeSpan limit)
    {
        foreach (var dialect in new[] { ShellDialect.Posix, ShellDialect.Bash })
        {
            var trial = new Trial
            {
                Script = script,
                Dialect = dialect,
                Programs = [new("run"), new("serve") { Waits = true }, new("take") { ReadsInput = true }],
                Signal = signal,
                IsFirstProcess = isFirst,
                IsConcurrent = true,
                Limit = limit,
            };
            var python = LauncherCompiler.Compile(EqualityCheck.Source(trial), EqualityCheck.Target(trial)).Python.ShouldNotBeNull();
            var expected = sandbox.RunScript(trial, Machine.ShellFor(dialect));
            var actual = sandbox.RunLauncher(trial, python);
            Comparison.Differences(trial, expected, actual).ShouldBeEmpty($"{dialect}\n{python}");
            (actual.Elapsed < AtOnce).ShouldBe(expected.Elapsed < AtOnce);
        }
    }
}
