using System.Collections.Immutable;

namespace Unshell.Launchers.Code;

/// <summary>Makes a tree out of a tree: parts first, then what they make up. A class for one purpose says what changes.</summary>
internal abstract class PythonRewriter
{
    /// <summary>What an expression becomes, its parts having been rewritten.</summary>
    protected virtual PythonExpression Change(PythonExpression expression) => expression;

    /// <summary>What a statement becomes, its parts having been rewritten; none where it goes.</summary>
    protected virtual IEnumerable<PythonStatement> Change(PythonStatement statement) => [statement];

    /// <summary>What the statements of a block become, each of them having been rewritten.</summary>
    protected virtual IEnumerable<PythonStatement> Change(ImmutableArray<PythonStatement> statements) => statements;

    /// <summary>Rewrites a block.</summary>
    public PythonBlock Rewrite(PythonBlock block) => new([.. Change([.. block.Statements.SelectMany(statement => Change(Parts(statement)))])]);

    /// <summary>Rewrites an expression.</summary>
    public PythonExpression Rewrite(PythonExpression expression) => Change(Parts(expression));

    private PythonBlock? Optional(PythonBlock? block) => block is null ? null : Rewrite(block);

    private PythonExpression? Optional(PythonExpression? expression) => expression is null ? null : Rewrite(expression);

    private PythonStatement Parts(PythonStatement statement) => statement switch
    {
        PythonStatement.Evaluate evaluate => evaluate with { Expression = Rewrite(evaluate.Expression) },
        PythonStatement.Assign assign => assign with { Target = Rewrite(assign.Target), Value = Rewrite(assign.Value) },
        PythonStatement.If conditional => conditional with
        {
            Clauses = [.. conditional.Clauses.Select(clause => (Rewrite(clause.Test), Rewrite(clause.Body)))],
            Otherwise = Optional(conditional.Otherwise),
        },
        PythonStatement.While loop => loop with { Test = Rewrite(loop.Test), Body = Rewrite(loop.Body) },
        PythonStatement.For loop => loop with { Source = Rewrite(loop.Source), Body = Rewrite(loop.Body) },
        PythonStatement.Function function => function with { Body = Rewrite(function.Body) },
        PythonStatement.With with => with with { Context = Rewrite(with.Context), Body = Rewrite(with.Body) },
        PythonStatement.Try attempt => attempt with
        {
            Body = Rewrite(attempt.Body),
            Handlers = [.. attempt.Handlers.Select(handler => handler with { Type = Rewrite(handler.Type), Body = Rewrite(handler.Body) })],
            Otherwise = Optional(attempt.Otherwise),
            Finally = Optional(attempt.Finally),
        },
        PythonStatement.Return back => back with { Value = Optional(back.Value) },
        PythonStatement.Raise raise => raise with { Value = Optional(raise.Value) },
        _ => statement,
    };

    private PythonExpression Parts(PythonExpression expression) => expression switch
    {
        PythonExpression.Formatted formatted => formatted with { Parts = All(formatted.Parts) },
        PythonExpression.Attribute attribute => attribute with { Target = Rewrite(attribute.Target) },
        PythonExpression.Subscript subscript => new PythonExpression.Subscript(Rewrite(subscript.Target), Rewrite(subscript.Index)),
        PythonExpression.Slice slice => new PythonExpression.Slice(Optional(slice.First), Optional(slice.Last)),
        PythonExpression.Call call => new PythonExpression.Call(Rewrite(call.Function), [.. call.Arguments.Select(a => a with { Value = Rewrite(a.Value) })]),
        PythonExpression.List list => new PythonExpression.List(All(list.Items)),
        PythonExpression.Tuple tuple => new PythonExpression.Tuple(All(tuple.Items)),
        PythonExpression.Dictionary dictionary => new PythonExpression.Dictionary([.. dictionary.Items.Select(item => (Optional(item.Key), Rewrite(item.Value)))]),
        PythonExpression.Starred starred => new PythonExpression.Starred(Rewrite(starred.Inner)),
        PythonExpression.Binary binary => binary with { Left = Rewrite(binary.Left), Right = Rewrite(binary.Right) },
        PythonExpression.Logical logical => logical with { Operands = All(logical.Operands) },
        PythonExpression.Unary unary => unary with { Operand = Rewrite(unary.Operand) },
        PythonExpression.Conditional conditional =>
            new PythonExpression.Conditional(Rewrite(conditional.Test), Rewrite(conditional.Then), Rewrite(conditional.Otherwise)),
        PythonExpression.Lambda lambda => lambda with { Body = Rewrite(lambda.Body) },
        PythonExpression.Comprehension comprehension => comprehension with
        {
            Item = Rewrite(comprehension.Item),
            Source = Rewrite(comprehension.Source),
            Condition = Optional(comprehension.Condition),
        },
        PythonExpression.Parenthesized parenthesized => new PythonExpression.Parenthesized(Rewrite(parenthesized.Inner)),
        _ => expression,
    };

    private ImmutableArray<PythonExpression> All(ImmutableArray<PythonExpression> expressions) => [.. expressions.Select(Rewrite)];
}
