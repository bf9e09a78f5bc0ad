using Unshell.Cli.Reports;

namespace Unshell.Cli.Tests.Commands;

public sealed class CompileTests
{
    private const string Script = "#!/bin/sh\nexec \"$@\"\n";

    [Fact]
    public void A_launcher_is_written_executable_and_never_over_a_file_that_is_there()
    {
        using var folder = new TestFolder().With("start.sh", Script).With("there.py", "mine\n");

        CommandRun.In(folder.Path, "compile", "start.sh", "-o", "start.py").ExitCode.ShouldBe(ExitCode.Clean);
        var refused = CommandRun.In(folder.Path, "compile", "start.sh", "-o", "there.py");

        (File.GetUnixFileMode(Path.Combine(folder.Path, "start.py")) & UnixFileMode.UserExecute).ShouldBe(UnixFileMode.UserExecute);
        refused.ExitCode.ShouldBe(ExitCode.WrongUse);
        refused.Error.ShouldBe("unshell: cannot write there.py: it exists; --force replaces it\n");
        File.ReadAllText(Path.Combine(folder.Path, "there.py")).ShouldBe("mine\n");
        CommandRun.In(folder.Path, "compile", "start.sh", "-o", "there.py", "--force").ExitCode.ShouldBe(ExitCode.Clean);
        File.ReadAllText(Path.Combine(folder.Path, "there.py")).ShouldBe(File.ReadAllText(Path.Combine(folder.Path, "start.py")));
        Directory.EnumerateFiles(folder.Path).Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("", "unshell: cannot compile start.sh: it is empty\n")]
    [InlineData("#!/usr/bin/env python3\nprint()\n", "unshell: cannot compile start.sh: its first line names no shell; --shell says which\n")]
    public void What_is_no_shell_script_is_wrong_input(string content, string error)
    {
        using var folder = new TestFolder().With("start.sh", content);
        var run = CommandRun.In(folder.Path, "compile", "start.sh");
        (run.ExitCode, run.Error, run.Output).ShouldBe((ExitCode.WrongUse, error, ""));
    }

    [Fact]
    public void A_launcher_stands_beside_the_lines_that_it_names()
    {
        var pairs = SideBySide.Pairs(["#!/bin/sh", "a", "b", "c"], ["import os", "def main():", "    a()  # line 2", "    # line 4", "    c()", "more"]).ToList();

        pairs.ShouldContain(("a", "    a()  # line 2"));
        pairs.ShouldContain(("c", "    # line 4"));
        pairs.Select(pair => pair.Left).Where(left => left.Length > 0).ShouldBe(["#!/bin/sh", "a", "b", "c"]);
        pairs.Select(pair => pair.Right).Where(right => right.Length > 0).ShouldBe(["import os", "def main():", "    a()  # line 2", "    # line 4", "    c()", "more"]);
    }
}
