using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;
using Unshell.Launchers.Programs;
using Unshell.Launchers.Tests.Code;
using Unshell.Text.Diffs;

namespace Unshell.Launchers.Tests.Assembly;

/// <summary>The files of the run time can be cut into parts, and every cut holds together.</summary>
public sealed class RuntimePartTests
{
    [Fact]
    public void Every_name_is_defined_once()
    {
        var names = RuntimeParts.All.Select(part => part.Name).ToList();
        names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_is_as_ruff_leaves_it()
    {
        Ruff.SkipWithout();
        var texts = RuntimeText.Parts.Select(RuntimeText.Of).ToList();
        foreach (var (path, text, formatted) in RuntimeText.Parts.Zip(texts, Ruff.Format(texts))) formatted.ShouldBe(text, UnifiedDiff.Of(path, text, formatted));
    }

    [Fact]
    public void The_parts_of_a_file_are_what_Python_finds_in_it()
    {
        RealPython.SkipWithout();
        var found = RealPython.Ask<string[][]>(
            """
            import ast
            def name(node):
                if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                    return node.name
                if isinstance(node, (ast.Assign, ast.AnnAssign)):
                    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                    while isinstance(target, (ast.Attribute, ast.Subscript)):
                        target = target.value
                    return target.id
                assert isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant), ast.dump(node)
            def names(code):
                nodes = [node for node in ast.parse(code).body if not isinstance(node, (ast.Import, ast.ImportFrom))]
                return list(dict.fromkeys(filter(None, map(name, nodes))))
            answer = [names(code) for code in question]
            """,
            RuntimeText.Parts.Select(RuntimeText.Of).ToArray());
        foreach (var (path, names) in RuntimeText.Parts.Zip(found))
            RuntimeParts.Cut(RuntimeText.Of(path)).Select(part => part.Name).ShouldBe(names, path);
    }

    [Fact]
    public void A_launcher_has_all_that_its_parts_use()
    {
        RealPython.SkipWithout();
        var launchers = RuntimeParts.All.Select(part => LauncherAssembler.Assemble(new LauncherDocument
        {
            ScriptName = null,
            Main = new PythonBlock([new PythonStatement.Evaluate(new PythonExpression.Name(part.Name))]),
        }).Python).ToArray();
        var unknown = RealPython.Ask<string[][]>(
            """
            import builtins, dis, types
            def missing(text):
                space = {"__name__": "launcher"}
                code = compile(text, "launcher", "exec")
                exec(code, space)
                def inside(code):
                    for instruction in dis.get_instructions(code):
                        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
                            yield instruction.argval
                    for constant in code.co_consts:
                        if isinstance(constant, types.CodeType):
                            yield from inside(constant)
                known = set(space) | set(dir(builtins)) | {"__module__", "__qualname__", "FATAL", "IS_BASH"}
                return sorted(set(inside(code)) - known)
            answer = [missing(text) for text in question]
            """,
            launchers);
        RuntimeParts.All.Zip(unknown).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First.Name}: {string.Join(", ", pair.Second)}").ShouldBeEmpty();
    }

    [Fact]
    public void Launchers_with_parts_are_as_ruff_leaves_them()
    {
        Ruff.SkipWithout();
        var launchers = RuntimeParts.All.Where((_, i) => i % 5 == 0).Select(part => LauncherAssembler.Assemble(new LauncherDocument
        {
            ScriptName = "entrypoint.sh",
            Description = ["Starts the service."],
            Constants = [new PythonStatement.Assign(new PythonExpression.Name("LIMIT"), "=", new PythonExpression.Number(1))],
            Main = new PythonBlock([new PythonStatement.Evaluate(new PythonExpression.Name(part.Name))]),
        }).Python).ToList();
        foreach (var (text, formatted) in launchers.Zip(Ruff.Format(launchers))) formatted.ShouldBe(text);
    }
}
