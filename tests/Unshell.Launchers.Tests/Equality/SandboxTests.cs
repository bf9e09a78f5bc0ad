using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>The sandbox itself: it must see equal things as equal, and what differs as different.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public SandboxTests() => Machine.SkipWithoutShells();

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("echo a; run b 'c d' ''; exit 3")]
    [InlineData("A=1; export B=2; run; A=3 run; cd /; run")]
    [InlineData("read x; echo \"$x\" | take; echo more >> file; mkdir d; chmod 700 d; nothere; cat < nofile")]
    [InlineData("run & wait; exec run last")]
    public void A_shell_equals_itself(string script)
    {
        var trial = Of(script);
        Differences(trial, Machine.Dash!, Machine.Dash!).ShouldBeEmpty();
        Differences(trial, Machine.Bash!, Machine.Bash!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("echo 'a\\tb'", "standard output")]
    [InlineData("run $'a'", "call 1 of a program")]
    [InlineData("run a; [[ x == x ]] && run b", "call 2 of a program")]
    [InlineData("echo x &> file", "file file")]
    [InlineData("set -o pipefail; exit 0", "end")]
    public void Where_dash_and_bash_differ_it_is_seen(string script, string what) =>
        Differences(Of(script), Machine.Dash!, Machine.Bash!).ShouldContain(difference => difference.StartsWith(what, StringComparison.Ordinal));

    [Theory]
    [InlineData("run a", "run b")]
    [InlineData("A=1 run", "run")]
    [InlineData("cd /; run", "run")]
    [InlineData("echo x | take", "echo y | take")]
    [InlineData("umask 077; run", "run")]
    [InlineData("trap '' INT; run", "run")]
    [InlineData("exec 5> /dev/null; run", "run")]
    [InlineData("run a; run b", "run b; run a")]
    [InlineData("run a b", "run 'a b'")]
    [InlineData("run ''", "run")]
    [InlineData("echo a; echo b >&2", "echo b >&2; echo a", true)]
    public void Everything_that_a_program_sees_is_compared(string one, string other, bool isMerged = false)
    {
        var trial = Of(one) with { IsMerged = isMerged };
        var first = sandbox.RunScript(trial, Machine.Dash!);
        var second = sandbox.RunScript(trial with { Script = other }, Machine.Dash!);
        Comparison.Differences(trial, first, second).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_program_does_as_it_was_told()
    {
        var trial = Of("until flaky; do sleep 0.5; done; run; echo $?; a/place");
        trial = trial with
        {
            Programs =
            [
                new("flaky") { FailsFirst = 2, Output = "it's up\n" }, new("run") { ExitCode = 7, Errors = "bad\n" }, new("sleep"),
                new("place") { Path = "a/place" },
            ],
        };
        var run = sandbox.RunScript(trial, Machine.Dash!);
        run.Output.ShouldBe("it's up\n7\n");
        run.Errors.ShouldBe("bad\n");
        run.Log.Select(record => record.Split('\n')[0])
            .ShouldBe(["program flaky", "sleep 0.5", "program flaky", "sleep 0.5", "program flaky", "program run", "program place"]);
    }

    [Fact]
    public void A_script_that_does_not_end_is_killed_with_all_it_started()
    {
        var trial = Of("/bin/sleep 1000 & while :; do :; done") with { Limit = TimeSpan.FromSeconds(1) };
        sandbox.RunScript(trial, Machine.Dash!).WasKilled.ShouldBeTrue();
    }

    [Fact]
    public void A_signal_reaches_the_program_that_took_the_place_of_the_script()
    {
        var trial = Of("exec serve") with { Programs = [new("serve") { Waits = true }], Signal = 15 };
        var run = sandbox.RunScript(trial, Machine.Dash!);
        run.Log[^1].ShouldBe("signal TERM");
        run.ExitCode.ShouldBe(143);
    }

    [Fact]
    public void Sleep_in_Python_is_seen_as_the_program_is()
    {
        var run = sandbox.RunLauncher(Of(""), "import time\nimport subprocess\ntime.sleep(0.5)\nsubprocess.run(['sleep', '0.5'])\n");
        run.Errors.ShouldBe("");
        run.Log.ShouldBe(["sleep 0.5", "sleep 0.5"]);
    }

    private System.Collections.Immutable.ImmutableArray<string> Differences(Trial trial, string one, string other) =>
        Comparison.Differences(trial, sandbox.RunScript(trial, one), sandbox.RunScript(trial, other));

    private static Trial Of(string script) => new()
    {
        Script = script,
        Dialect = ShellDialect.Posix,
        Arguments = ["one", "", "two words"],
        Input = "line 1\nline 2\n",
        Programs = [new("run"), new("take") { ReadsInput = true }, new("sleep")],
        Tools = ["cat", "mkdir", "chmod"],
    };
}
