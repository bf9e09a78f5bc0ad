using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Tests.Assembly;

public sealed class LauncherAssemblerTests
{
    private static readonly PythonStatement Leave =
        new PythonStatement.Evaluate(new PythonExpression.Call(new PythonExpression.Name("sys.exit"), [new PythonArgument(null, new PythonExpression.Number(3))]));

    [Fact]
    public void A_plain_launcher_holds_the_script_s_logic_alone()
    {
        var text = LauncherAssembler.Assemble(new LauncherDocument { ScriptName = "entrypoint.sh", Description = ["Leaves at once."], Main = new PythonBlock([Leave]) });
        text.Parts.ShouldBeEmpty();
        text.Python.ShouldBe(
            """"
            #!/usr/bin/env python3
            """Leaves at once.

            Compiled from entrypoint.sh: does the same without a shell.
            """

            import sys


            def main():
                sys.exit(3)


            if __name__ == "__main__":
                main()

            """");
    }

    [Fact]
    public void Constants_stand_above_the_functions()
    {
        var text = LauncherAssembler.Assemble(new LauncherDocument
        {
            ScriptName = null,
            Constants = [new PythonStatement.Assign(new PythonExpression.Name("LIMIT"), "=", new PythonExpression.Number(30))],
            Functions = [new PythonStatement.Function("leave", [], null, new PythonBlock([Leave]))],
            Main = new PythonBlock([new PythonStatement.Evaluate(new PythonExpression.Call(new PythonExpression.Name("leave"), []))]),
        }).Python;
        text.ShouldBe(
            """"
            #!/usr/bin/env python3
            """Compiled from a shell command: does the same without a shell."""

            import sys

            LIMIT = 30


            def leave():
                sys.exit(3)


            def main():
                leave()


            if __name__ == "__main__":
                main()

            """");
    }

    [Fact]
    public void A_function_of_the_script_hides_a_part_of_the_same_name()
    {
        var part = RuntimeParts.All[0].Name;
        LauncherAssembler.Assemble(new LauncherDocument
        {
            ScriptName = null,
            Functions = [new PythonStatement.Function(part, [], null, new PythonBlock([]))],
            Main = new PythonBlock([new PythonStatement.Evaluate(new PythonExpression.Name(part))]),
        }).Parts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("os.path.join(a, b.c, f'{x.y!r} {{z}}', \"v w\")  # d", "os.path.join a b.c x.y r")]
    [InlineData("rb'a' + f\"{d['k']:>{width}}\" + 0x1f.real", "d width")]
    [InlineData("\"\"\"a 'b' \\\" c\"\"\" + e().f + ''.join(g)", "e g")]
    public void Names_are_found_outside_of_strings_and_comments(string code, string names) =>
        string.Join(' ', PythonNames.In(code)).ShouldBe(names);

    [Fact]
    public void Imports_are_sorted_and_merged() =>
        PythonImport.Lines(
        [
            new PythonImport("urllib.request", null), new PythonImport("os", null), new PythonImport("stat", "S_ISDIR"), new PythonImport("os", null),
            new PythonImport("stat", "filemode"),
        ]).ShouldBe(["import os", "import urllib.request", "from stat import S_ISDIR, filemode"]);
}
