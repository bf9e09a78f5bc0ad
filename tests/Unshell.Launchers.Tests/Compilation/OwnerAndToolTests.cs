using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Compilation;

/// <summary>What only root can do is left out, and what the system alone brings along is refused; never left to fail.</summary>
public sealed class OwnerAndToolTests
{
    [Theory]
    [InlineData("chown -R app:app /data")]
    [InlineData("chown root /data")]
    [InlineData("chown 0:0 /data")]
    [InlineData("chown \"$PUID:$PGID\" /data")]
    [InlineData("chgrp -R staff -- /data")]
    public void Giving_files_to_others_is_left_out_with_a_note(string command)
    {
        var result = Compile($"set -e\n{command}\nexec app\n");
        result.Python.ShouldNotBeNull().ShouldNotContain("owner_ids");
        result.Notes.ShouldContain(note => note.Kind == LauncherNoteKind.Dropped && note.Message.Contains("may not change owners"));
    }

    [Theory]
    [InlineData("chown nonroot:nonroot /data")]
    [InlineData("chown 65532 /data")]
    [InlineData("chgrp 65532 /data")]
    public void Giving_files_to_the_user_itself_is_done(string command)
    {
        var result = Compile(command + "\nexec app\n");
        result.Python.ShouldNotBeNull().ShouldContain("change_owner");
        result.Notes.ShouldNotContain(note => note.Kind == LauncherNoteKind.Dropped);
    }

    [Fact]
    public void What_the_words_of_a_dropped_command_do_is_still_done() =>
        Compile("chown \"${OWNER:?not set}\" /data\nexec app\n").Python.ShouldNotBeNull().ShouldContain("OWNER");

    [Theory]
    [InlineData("id=$(hostid)")]
    [InlineData("ip addr show")]
    [InlineData("/sbin/sysctl -w net.core.somaxconn=1024 || true")]
    public void Tools_of_the_system_are_refused(string command)
    {
        var refusal = Compile(command + "\nexec app\n").Refusals.ShouldHaveSingleItem();
        refusal.Reason.ShouldContain("tool of the operating system");
        refusal.Advice.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("if command -v update-ca-certificates > /dev/null; then update-ca-certificates; fi")]
    [InlineData("manage-the-app --now")]
    public void Tools_that_the_script_looks_for_and_programs_of_applications_are_not(string command) =>
        Compile(command + "\nexec app\n").Python.ShouldNotBeNull();

    [Fact]
    public void A_list_of_hundreds_of_conditions_is_refused_with_its_place()
    {
        var refusal = Compile(string.Join(" && ", Enumerable.Repeat("app", 600)) + "\n").Refusals.ShouldHaveSingleItem();
        refusal.Reason.ShouldContain("more than 500 parts");
        refusal.Span.Start.ShouldBe(0);
    }

    [Fact]
    public void Programs_done_in_Python_hold_traps_back()
    {
        Compile("trap 'echo bye' TERM\nsleep 5\n").Python.ShouldNotBeNull().ShouldContain("deferring(sleep_program");
        Compile("sleep 5\nexec app\n").Python.ShouldNotBeNull().ShouldContain("time.sleep(5)");
    }

    [Theory]
    [InlineData("echo $((1 / 0))")]
    [InlineData("echo $((n % 0))")]
    public void Dividing_by_zero_is_refused_where_bash_would_go_on(string command) =>
        Compile(command + "\n", ShellDialect.Bash).Refusals.ShouldHaveSingleItem().Reason.ShouldContain("divides by zero");

    private static LauncherResult Compile(string text, ShellDialect dialect = ShellDialect.Posix) => LauncherCompiler.Compile(
        new LauncherSource { Text = new SourceText("start.sh", text), Dialect = dialect, IsScript = true },
        new LauncherTarget { HasProgram = name => name == "app" });
}
