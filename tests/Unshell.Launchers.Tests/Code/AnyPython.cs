using System.Collections.Immutable;
using CsCheck;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Tests.Code;

/// <summary>Any tree that a compiler could make.</summary>
internal static class AnyPython
{
    private static readonly string[] Operators = ["+", "-", "*", "//", "%", "==", "!=", "<", ">=", "in", "not in", "is", "is not", "|", "&", "<<", "**"];

    private static readonly Gen<string> Name = Gen.Select(Gen.Char["abcdfgsxyz"], Gen.Int[0, 4], Gen.Int[0, 40], (letter, kind, length) =>
        kind == 0 ? new string(letter, length + 2) : kind == 1 ? $"{letter}{letter}_{new string(letter, length / 3)}" : $"{letter}{letter}");

    private static readonly Gen<string> Characters = Gen.Frequency(
        (4, Gen.String[Gen.Char["abc def /:-._$"], 0, 40]),
        (2, Gen.String[Gen.Char["ab'\"\\{}#\n\t\0 é等✅\u200b\u00a0\udc80%"], 0, 12]));

    public static Gen<PythonExpression> Text => Characters.Select(PythonExpression (value) => new PythonExpression.Text(value));

    public static Gen<PythonExpression> Expression => Gen.Int[0, 4].SelectMany(Nested);

    public static Gen<PythonStatement> Statement => Gen.Int[0, 2].SelectMany(depth => StatementOf(depth, true));

    public static Gen<ImmutableArray<PythonStatement>> Module => Statement.Array[1, 5].Select(statements => statements.ToImmutableArray());

    private static Gen<PythonExpression> Leaf => Gen.Frequency(
        (4, Name.Select(PythonExpression (name) => new PythonExpression.Name(name))),
        (3, Text),
        (1, Gen.Long[0, 100_000].Select(PythonExpression (value) => new PythonExpression.Number(value))),
        (1, Gen.OneOf("True", "False", "None").Select(PythonExpression (word) => new PythonExpression.Constant(word))));

    private static Gen<PythonExpression> Nested(int depth)
    {
        if (depth == 0) return Leaf;
        var inner = Nested(depth - 1);
        var shallow = depth > 1 ? Gen.Frequency((2, Leaf), (1, inner)) : inner;
        var items = shallow.Array[0, 4].Select(array => array.ToImmutableArray());
        return Gen.Frequency(
            (2, Leaf),
            (3, Gen.Select(inner, Name).Select(PythonExpression (target, member) => new PythonExpression.Attribute(target, member))),
            (6, Gen.Select(inner, Argument(shallow).Array[0, 4]).Select(PythonExpression (function, arguments) => new PythonExpression.Call(Callee(function), Ordered(arguments)))),
            (2, Gen.Select(inner, shallow).Select(PythonExpression (target, index) => new PythonExpression.Subscript(Callee(target), index))),
            (1, Gen.Select(inner, shallow, shallow).Select(PythonExpression (target, first, last) =>
                new PythonExpression.Subscript(Callee(target), new PythonExpression.Slice(first, last)))),
            (2, items.Select(PythonExpression (list) => new PythonExpression.List(list))),
            (1, items.Select(PythonExpression (list) => new PythonExpression.List([.. list.Select((item, i) => i % 2 == 1 ? new PythonExpression.Starred(item) : item)]))),
            (1, items.Select(PythonExpression (list) => new PythonExpression.Tuple(list))),
            (1, Gen.Select(shallow, shallow).Array[0, 3].Select(PythonExpression (pairs) =>
                new PythonExpression.Dictionary([.. pairs.Select((pair, i) => i == 1 ? (null, pair.Item2) : ((PythonExpression?)pair.Item1, pair.Item2))]))),
            (4, Gen.Select(inner, Gen.OneOf(Operators), shallow).Select(PythonExpression (left, operation, right) =>
                new PythonExpression.Binary(left, operation, right))),
            (3, Gen.Select(Gen.OneOf("and", "or"), shallow.Array[2, 4]).Select(PythonExpression (operation, operands) =>
                new PythonExpression.Logical(operation, [.. operands]))),
            (2, Gen.Select(Gen.OneOf("not", "-", "~"), inner).Select(PythonExpression (operation, operand) => new PythonExpression.Unary(operation, operand))),
            (1, Gen.Select(shallow, shallow, shallow).Select(PythonExpression (test, then, otherwise) => new PythonExpression.Conditional(test, then, otherwise))),
            (1, Gen.Select(inner, Name, shallow, Gen.Bool, Gen.Bool).Select(PythonExpression (item, name, source, isList, hasCondition) =>
                new PythonExpression.Comprehension(item, name, source, hasCondition ? source : null, isList))),
            (2, shallow.Array[1, 4].Select(PythonExpression (parts) => new PythonExpression.Formatted([.. parts]))));
    }

    // f(…)(…): ruff changes what it made of it when it reads it again.
    private static PythonExpression Callee(PythonExpression target) =>
        target is PythonExpression.Call or PythonExpression.Subscript ? new PythonExpression.Attribute(target, "member") : target;

    private static Gen<PythonArgument> Argument(Gen<PythonExpression> value) => Gen.Select(Gen.Int[0, 5], Name, value).Select((kind, name, inner) => kind switch
    {
        0 => new PythonArgument(name, inner),
        1 => new PythonArgument(null, new PythonExpression.Starred(inner)),
        _ => new PythonArgument(null, inner),
    });

    private static ImmutableArray<PythonArgument> Ordered(IEnumerable<PythonArgument> arguments) =>
    [
        .. arguments.OrderBy(argument => argument.Keyword is not null)
            .Select((argument, i) => argument.Keyword is null ? argument : argument with { Keyword = $"{argument.Keyword}{i}" }),
    ];

    private static Gen<PythonBlock> Block(int depth) =>
        StatementOf(depth - 1, false).Array[0, 3].Select(statements => new PythonBlock([.. statements]));

    private static Gen<PythonStatement> StatementOf(int depth, bool isTop)
    {
        var simple = Gen.Frequency(
            (3, Expression.Select(PythonStatement (value) => new PythonStatement.Evaluate(value is PythonExpression.Text or PythonExpression.Formatted ? new PythonExpression.Name("x") : value))),
            (3, Gen.Select(Name, Expression).Select(PythonStatement (name, value) => new PythonStatement.Assign(new PythonExpression.Name(name), "=", value))),
            (2, Gen.Select(Name, Text, Expression).Select(PythonStatement (name, key, value) =>
                new PythonStatement.Assign(new PythonExpression.Subscript(new PythonExpression.Name(name), key), "=", value))),
            (1, Gen.Select(Name, Name, Expression).Select(PythonStatement (one, other, value) => new PythonStatement.Assign(
                new PythonExpression.Tuple([new PythonExpression.Name(one), new PythonExpression.Name(other)]), "=", value))),
            (1, Gen.Select(Name, Expression).Select(PythonStatement (name, value) => new PythonStatement.Assign(new PythonExpression.Name(name), "+=", value))),
            (1, Expression.Select(PythonStatement (value) => new PythonStatement.Return(value))),
            (1, Expression.Select(PythonStatement (value) => new PythonStatement.Raise(value))),
            (1, Name.Select(PythonStatement (name) => new PythonStatement.Import(name))),
            (1, Name.Array[1, 9].Select(PythonStatement (names) => new PythonStatement.Global([.. names]))));
        if (depth <= 0) return WithComments(simple);
        var block = Block(depth);
        return WithComments(Gen.Frequency(
            (4, simple),
            (2, Gen.Select(Expression, block, Expression, block).Select(PythonStatement (test, body, second, otherwise) =>
                new PythonStatement.If([(test, body), (second, otherwise)], body))),
            (1, Gen.Select(Expression, block).Select(PythonStatement (test, body) => new PythonStatement.While(test, body))),
            (1, Gen.Select(Name, Expression, block).Select(PythonStatement (name, source, body) => new PythonStatement.For(name, source, body))),
            (1, Gen.Select(Expression, Name, Gen.Bool, block).Select(PythonStatement (context, name, isNamed, body) =>
                new PythonStatement.With(context is PythonExpression.Tuple ? new PythonExpression.Name(name) : context, isNamed ? name : null, body))),
            (1, Gen.Select(block, Expression, block).Select(PythonStatement (body, type, handled) =>
                new PythonStatement.Try(body, [new PythonHandler(type, "error", handled)], null, handled))),
            (2, Gen.Select(Name, Name.Array[0, 5], Characters, Gen.Int[0, 2], block).Select(PythonStatement (name, parameters, docstring, kind, body) =>
                new PythonStatement.Function(name, [.. parameters.Select((parameter, i) => parameter + i)], kind == 0 ? docstring : null, body)))));
    }

    private static Gen<PythonStatement> WithComments(Gen<PythonStatement> statements) =>
        Gen.Select(statements, Characters.Array[0, 2], Gen.Int[0, 5], Gen.Bool).Select((statement, comments, kind, isApart) =>
            statement with { Comments = kind == 0 ? [.. comments] : [], IsSetApart = isApart });
}
