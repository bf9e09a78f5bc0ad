using Unshell.Python.Printing;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Tests.Syntax;

/// <summary>A broken statement does not hide the rest, and a Python 2 file is told as one.</summary>
public sealed class Recovery
{
    [Theory]
    [InlineData("x = = 1\ny = 2\n", "y")]
    [InlineData("x = (1 +\ny = 2\n", "y")]
    [InlineData("x = f(1,\n      2\ny = 3\n", "y")]
    [InlineData("x = [f'{a'\ny = 3\n", "y")]
    [InlineData("if x = 3:\n    y = 2\nz = 1\n", "y z")]
    [InlineData("if a:\n    b = (\n    c = 2\nd = 1\n", "c d")]
    [InlineData("def f(:\n    y = 2\nz = 1\n", "y z")]
    [InlineData("class A(:\n    def f(self):\n        y = 1\n", "y")]
    [InlineData("try:\n    a = 1\nb = 2\n", "a b")]
    [InlineData("try:\n    a = 1\nexcept (:\n    b = 2\nelse:\n    c = 3\n", "a b c")]
    [InlineData("if a b:\n    c = 1\nelif d:\n    e = 2\nelse:\n    f = 3\n", "c e f")]
    [InlineData("match x:\n    case 1 +:\n        y = 1\n    case 2:\n        z = 2\n", "y z")]
    [InlineData("match x:\n    case 1:\n        y = 1\n    else:\n        z = 2\n", "y z")]
    [InlineData("    x = 1\ny = 2\n", "x y")]
    [InlineData("if a:\nb = 1\n", "b")]
    [InlineData("if a:\n        b = 1\n    c = 2\nd = 3\n", "b c d")]
    [InlineData("@a b\ndef f():\n    c = 1\n", "c")]
    [InlineData("x = 'abc\ny = 2\n", "y")]
    [InlineData("x = $\ny = 1; z = ?\nw = 2\n", "w")]
    public void The_assignments_around_an_error_are_there(string text, string names)
    {
        var syntax = Parse(text);
        syntax.Diagnostics.ShouldNotBeEmpty();
        string.Join(' ', PythonWalk.All(syntax.Module).OfType<Assign>().Select(assign => ((Name)assign.Targets[0]).Id)).ShouldBe(names);
        PythonLaws.Broken(text).ShouldBeNull();
    }

    [Theory]
    [InlineData("print 'hello'\n", "print statement")]
    [InlineData("if x:\n    print x, y\n", "print statement")]
    [InlineData("exec 'x = 1'\n", "exec statement")]
    [InlineData("x = `y`\n", "backquotes")]
    [InlineData("if a <> b: pass\n", "<> operator")]
    [InlineData("os.chmod(f, 0777)\n", "octal number without 0o")]
    [InlineData("x = 10L\n", "long integer")]
    [InlineData("x = ur'abc'\n", "ur prefix of a string")]
    [InlineData("raise ValueError, 'message'\n", "raise with a comma")]
    [InlineData("def f(a, (b, c)):\n    pass\n", "parameter that is a tuple")]
    public void Python_2_is_told_as_such(string text, string construct)
    {
        var syntax = Parse(text);
        syntax.IsPython2.ShouldBeTrue();
        syntax.Diagnostics.Single().Message.ShouldBe($"this is Python 2: {construct}");
    }

    [Fact]
    public void A_python_2_file_has_one_diagnostic()
    {
        var syntax = Parse("print 'a'\ntry:\n    print 'b'\nexcept E, e:\n    raise E, 'c'\nx = 0777\n");
        syntax.Diagnostics.Single().Message.ShouldBe("this is Python 2: print statement");
        syntax.Features.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x = = 1\n")]
    [InlineData("print(x) y\n")]
    [InlineData("print\n")]
    [InlineData("prin t\n")]
    public void Other_errors_are_not_called_python_2(string text) => Parse(text).IsPython2.ShouldBeFalse();

    [Fact]
    public void The_first_version_that_understands_a_file_is_told()
    {
        var text = "match x:\n    case _: pass\ntype A = int\ntry: pass\nexcept A, B: pass\n";
        Parse(text).Features.Select(feature => feature.Minor).ShouldBe([10, 12, 14]);
    }

    [Fact]
    public void What_does_not_parse_is_printed_as_an_error() =>
        AstPrinter.Print(Parse("x = = 1\n")).ShouldBe("Module(body=[Error(lineno=1, col_offset=0, end_lineno=1, end_col_offset=7)])\n");

    private static PythonSyntax Parse(string text) => PythonSyntax.Parse(new SourceText("file.py", text));
}
