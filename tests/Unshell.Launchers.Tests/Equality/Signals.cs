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
        { "run; serve; run after", Terminate },
        { "serve &\npid=$!\ntrap 'kill -TERM $pid' TERM INT\nwait $pid\necho \"first $?\"\nwait $pid\necho \"then $?\"", Terminate },
        { "serve &\npid=$!\ntrap 'kill -TERM $pid; wait $pid; exit 0' TERM\nwait", Terminate },
        { "trap 'echo got it' TERM\nserve & wait $!\necho \"status $?\"", Terminate },
        { "trap 'echo got it; exit 3' TERM USR1\nserve & wait $!\necho \"status $?\"", User1 },
        { "trap '' TERM\nserve & wait $!\necho \"status $?\"", User1 },
        { "trap 'run bye' EXIT\ntrap 'exit 5' TERM\nserve & wait", Terminate },
        { "trap 'run bye' EXIT\nserve & wait", Terminate },
        { "trap 'run bye; exit 4' EXIT\ntrap - TERM\nserve & wait", User1 },
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

    /// <summary>The one place where a launcher does more than its script: a program that the script forgot to exec ends with the container, and not by force.</summary>
    [Theory]
    [InlineData("serve", Terminate)]
    [InlineData("run\nserve \"$@\"", Terminate)]
    public void The_last_program_gets_the_signal_though_the_script_did_not_exec_it(string script, int signal)
    {
        var trial = Of(script, signal, ShellDialect.Posix, TimeSpan.FromSeconds(12));
        var python = LauncherCompiler.Compile(EqualityCheck.Source(trial), EqualityCheck.Target(trial)).Python.ShouldNotBeNull();
        var run = sandbox.RunLauncher(trial, python);
        run.Log[^1].ShouldBe("signal TERM");
        run.ExitCode.ShouldBe(128 + signal);
    }

    private static Trial Of(string script, int signal, ShellDialect dialect, TimeSpan limit) => new()
    {
        Script = script,
        Dialect = dialect,
        Programs = [new("run"), new("serve") { Waits = true }, new("take") { ReadsInput = true }],
        Signal = signal,
        IsConcurrent = true,
        Limit = limit,
    };

    private void Compare(string script, int signal, bool isFirst, TimeSpan limit)
    {
        foreach (var dialect in new[] { ShellDialect.Posix, ShellDialect.Bash })
        {
            var trial = Of(script, signal, dialect, limit) with { IsFirstProcess = isFirst };
            var python = LauncherCompiler.Compile(EqualityCheck.Source(trial), EqualityCheck.Target(trial)).Python.ShouldNotBeNull();
            var expected = sandbox.RunScript(trial, Machine.ShellFor(dialect));
            var actual = sandbox.RunLauncher(trial, python);
            Comparison.Differences(trial, expected, actual).ShouldBeEmpty($"{dialect}\n{python}");
            (actual.Elapsed < AtOnce).ShouldBe(expected.Elapsed < AtOnce);
        }
    }
}
