using Unshell.Python.Printing;
using Unshell.Python.Syntax;
using Unshell.Testing;
using Unshell.Text;

namespace Unshell.Python.Tests.Agreement;

/// <summary>Syntax newer than the Pythons that machines have; <c>ast.txt</c> is what CPython 3.14.2 printed.</summary>
public sealed class NewestSyntax
{
    public static TheoryData<string> Cases => [.. Golden.Cases()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_has_the_tree_that_cpython_gave_it(string folder)
    {
        var syntax = PythonSyntax.Parse(new SourceText("file.py", File.ReadAllText(Path.Combine(folder, "file.py"))));
        syntax.Diagnostics.ShouldBeEmpty();
        AstPrinter.Print(syntax).ShouldBe(File.ReadAllText(Path.Combine(folder, "ast.txt")));
    }
}
