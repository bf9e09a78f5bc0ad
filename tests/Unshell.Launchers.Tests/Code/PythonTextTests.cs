using CsCheck;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Tests.Code;

/// <summary>Text from a script stays text.</summary>
public sealed class PythonTextTests
{
    private static readonly Gen<string> Hostile = Gen.Frequency(
        (3, Gen.String[Gen.Char["'\"\\{}\n\r\t\0#abNuUx0 $(\u2028\u0085\udc80\u202e\ud83d\ude00é"], 0, 14]),
        (1, Gen.String),
        (1, Gen.OneOf("\"\"\"", "'''", "\\", "\\\"", "{0}", "{{", "}", "\"; import os #", "\\N{BULLET}", "# fmt: off", "-*- coding: latin-1 -*-")));

    [Fact]
    public void A_text_is_read_back_as_it_was()
    {
        RealPython.SkipWithout();
        var values = Sampled(Hostile, 3000);
        var literals = values.Select(value => Expression(new PythonExpression.Text(value))).ToList();
        literals.ShouldAllBe(literal => literal.All(c => c >= ' '));
        Evaluated(literals, "ast.literal_eval(code)").ShouldBe(values.Select(Units));
    }

    [Fact]
    public void A_formatted_text_has_the_value_of_its_parts()
    {
        RealPython.SkipWithout();
        var values = Sampled(Hostile.Array[1, 5], 3000);
        var printed = values.Select(parts => Expression(new PythonExpression.Formatted([.. parts.Select(Part)]))).ToList();
        Evaluated(printed, "eval(code, {'v': lambda text: text, 'd': {}})").ShouldBe(values.Select(parts => Units(string.Concat(parts))));
    }

    [Fact]
    public void A_comment_ends_where_its_line_ends()
    {
        RealPython.SkipWithout();
        var values = Sampled(Hostile, 3000);
        var printed = values.Select(value => PythonPrinter.Print(
            [new PythonStatement.Assign(new PythonExpression.Name("x"), "=", new PythonExpression.Number(1)) { Comments = [value], Trailing = value }])).ToList();
        Parsed(printed).ShouldAllBe(tree => tree == "[('Assign', 'x', 1)]");
    }

    [Fact]
    public void A_docstring_ends_where_its_quotes_end()
    {
        RealPython.SkipWithout();
        var values = Sampled(Hostile, 3000);
        var printed = values.Select(value => PythonPrinter.Print([new PythonStatement.Function("f", [], value, new PythonBlock([]))])).ToList();
        Parsed(printed).ShouldAllBe(tree => tree == "[('FunctionDef', 'f', ['Expr'])]");
    }

    private static PythonExpression Part(string text, int i) => (i % 3) switch
    {
        0 => new PythonExpression.Text(text),
        1 => new PythonExpression.Call(new PythonExpression.Name("v"), [new PythonArgument(null, new PythonExpression.Text(text))]),
        _ => new PythonExpression.Call(
            new PythonExpression.Attribute(new PythonExpression.Dictionary([]), "get"),
            [new PythonArgument(null, new PythonExpression.Number(1)), new PythonArgument(null, new PythonExpression.Text(text))]),
    };

    private static string Expression(PythonExpression expression) =>
        PythonPrinter.Print([new PythonStatement.Evaluate(expression)], width: 1_000_000).TrimEnd('\n');

    private static int[] Units(string text) => [.. text.Select(c => (int)c)];

    private static int[][] Evaluated(IReadOnlyList<string> code, string evaluation) => RealPython.Ask<int[][]>(
        $"""
        import ast
        def units(text):
            raw = text.encode('utf-16-le', 'surrogatepass')
            return [raw[i] + 256 * raw[i + 1] for i in range(0, len(raw), 2)]
        answer = [units({evaluation}) for code in question]
        """,
        code);

    private static string[] Parsed(IReadOnlyList<string> code) => RealPython.Ask<string[]>(
        """
        import ast
        def shape(node):
            if isinstance(node, ast.Assign):
                return ('Assign', node.targets[0].id, node.value.value)
            return ('FunctionDef', node.name, [type(inner).__name__ for inner in node.body])
        answer = [repr([shape(node) for node in ast.parse(code.encode('utf-8')).body]) for code in question]
        """,
        code);

    private static List<T> Sampled<T>(Gen<T> gen, int count)
    {
        var values = new List<T>();
        gen.Sample(value => { lock (values) values.Add(value); }, iter: count);
        return values;
    }
}
