using System.Collections.Immutable;

namespace Unshell.Launchers.Code.Layouts;

/// <summary>Operations: those that bind least are split first, each line starting with its operator.</summary>
internal sealed partial class ExpressionLayouts
{
    private sealed record Term(PythonExpression Operand, string? OperatorBefore);

    private Layout Operation(PythonExpression operation, Nesting nesting)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        Flatten(operation, null, terms);
        return nesting.Group(Terms(terms.ToImmutable(), nesting));
    }

    private static void Flatten(PythonExpression expression, string? before, ImmutableArray<Term>.Builder terms)
    {
        switch (expression)
        {
            case PythonExpression.Binary binary:
                Flatten(binary.Left, before, terms);
                Flatten(binary.Right, binary.Operator, terms);
                break;
            case PythonExpression.Logical logical:
                for (var i = 0; i < logical.Operands.Length; i++) Flatten(logical.Operands[i], i == 0 ? before : logical.Operator, terms);
                break;
            default:
                terms.Add(new Term(expression, before));
                break;
        }
    }

    private Layout Terms(ImmutableArray<Term> terms, Nesting nesting)
    {
        if (terms.Length == 1) return Lay(terms[0].Operand, nesting);
        var least = terms.Skip(1).Min(term => Rank(term.OperatorBefore!));
        var parts = ImmutableArray.CreateBuilder<Layout>();
        var start = 0;
        for (var i = 1; i <= terms.Length; i++)
        {
            if (i < terms.Length && Rank(terms[i].OperatorBefore!) != least) continue;
            var side = terms[start..i];
            parts.Add(side.Length == 1 ? Lay(side[0].Operand, nesting) : nesting.Group(Terms(side, nesting)));
            if (i < terms.Length) AddOperator(parts, terms, i, nesting);
            start = i;
        }

        return new Layout.Sequence(parts.ToImmutable());
    }

    private static void AddOperator(ImmutableArray<Layout>.Builder parts, ImmutableArray<Term> terms, int at, Nesting nesting)
    {
        var operation = terms[at].OperatorBefore!;
        var isTight = operation == "**" && IsSimplePower(terms[at - 1].Operand) && IsSimplePower(terms[at].Operand);
        parts.AddRange(nesting.Line(isTight ? "" : " "), Characters(isTight ? operation : operation + " "));
        if (isTight && nesting != Nesting.Bare)
            parts.Add(new Layout.IfSplit(Characters(" "), nesting is Nesting.Optional optional ? optional.Key : null));
    }

    // "and" and "or" are split alike.
    private static Precedence Rank(string operation) => operation is "or" or "and" ? Precedence.Or : Precedences.Of(operation);

    private static bool IsSimplePower(PythonExpression operand) => operand switch
    {
        PythonExpression.Name or PythonExpression.Number or PythonExpression.Constant => true,
        PythonExpression.Attribute attribute => IsSimplePower(attribute.Target is PythonExpression.Parenthesized inner ? inner.Inner : attribute.Target),
        PythonExpression.Unary unary => unary.Operator != "not" && IsSimplePower(unary.Operand),
        _ => false,
    };
}
