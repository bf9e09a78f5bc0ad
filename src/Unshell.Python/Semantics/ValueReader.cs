using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>
/// The value of expressions without running anything: constants, strings and paths put together, the environment as it will be. Where
/// several values are possible it gives each of them, up to <see cref="MostAlternatives"/>.
/// </summary>
internal sealed partial class ValueReader(NameResolver names, PythonProject project, RunContext run, CallIndex calls)
{
    /// <summary>More alternatives than these are given up as unknown.</summary>
    public const int MostAlternatives = 6;

    private const int Deepest = 24;
    private static readonly ImmutableArray<PythonValue> unknown = [new PythonValue.Unknown()];

    /// <summary>The names beneath the values.</summary>
    public NameResolver Names { get; } = names;

    /// <summary>The value where there is one only, else unknown.</summary>
    public PythonValue Value(Expression expression, Scope scope) => Values(expression, scope) is [var only] ? only : new PythonValue.Unknown();

    /// <summary>All values that the expression may have; an unknown among them says that there are others.</summary>
    public ImmutableArray<PythonValue> Values(Expression expression, Scope scope) => Values(expression, scope, 0);

    private ImmutableArray<PythonValue> Values(Expression expression, Scope scope, int depth)
    {
        if (depth > Deepest) return unknown;
        return expression switch
        {
            StrConstant text => [PythonValue.Of(text.Value)],
            IntConstant integer => [new PythonValue.Integer(integer.Value)],
            BoolConstant boolean => [new PythonValue.Boolean(boolean.Value)],
            NoneConstant => [new PythonValue.None()],
            JoinedStr joined => Product([.. joined.Values.Select(part => Values(part is FormattedValue field ? field.Value : part, scope, depth + 1))], parts => PythonValue.Concatenate(parts)),
            List list => Sequence(list.Elements, scope, depth),
            TupleExpr tuple => Sequence(tuple.Elements, scope, depth),
            Set set => Sequence(set.Elements, scope, depth),
            Dict dict => [Dictionary(dict, scope, depth)],
            BinOp operation => Operation(operation, scope, depth),
            BoolOp { Operator: BoolOperator.Or } either => Either(either, scope, depth),
            IfExp choice => Limited(Values(choice.Body, scope, depth + 1).Concat(Values(choice.OrElse, scope, depth + 1))),
            NamedExpr named => Values(named.Value, scope, depth + 1),
            Name name => OfName(name, scope, depth),
            AttributeRef attribute => OfAttribute(attribute, scope, depth),
            Subscript subscript => OfSubscript(subscript, scope, depth),
            Call call => OfCall(call, scope, depth),
            _ => unknown,
        };
    }

    private ImmutableArray<PythonValue> Sequence(ImmutableArray<Expression> elements, Scope scope, int depth) =>
        [new PythonValue.Items([.. elements.Select(element => Values(element, scope, depth + 1) is [var only] ? only : new PythonValue.Unknown())])];

    private PythonValue.Mapping Dictionary(Dict dict, Scope scope, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, PythonValue>>();
        var isWhole = true;
        for (var i = 0; i < dict.Keys.Length; i++)
        {
            if (dict.Keys[i] is { } key && Values(key, scope, depth + 1) is [PythonValue.Text { Known: { } word }])
                entries.Add(new(word, Values(dict.Values[i], scope, depth + 1) is [var only] ? only : new PythonValue.Unknown()));
            else isWhole = false;
        }

        return new PythonValue.Mapping(entries.ToImmutable(), isWhole);
    }

    private ImmutableArray<PythonValue> Operation(BinOp operation, Scope scope, int depth)
    {
        var left = Values(operation.Left, scope, depth + 1);
        var right = Values(operation.Right, scope, depth + 1);
        return operation.Operator switch
        {
            BinaryOperator.Add => Product([left, right], Sum),
            BinaryOperator.Div => Product([left, right], pair => IsPathLike(pair[0]) || IsPathLike(pair[1]) ? PathText.Join(AsText(pair[0]) with { IsPath = true }, AsText(pair[1])) : new PythonValue.Unknown()),
            BinaryOperator.Mod => Product([left, right], pair => pair[0] is PythonValue.Text format ? TextFormats.Percent(format, pair[1]) : new PythonValue.Unknown()),
            BinaryOperator.Mult => Product([left, right], pair => pair is [PythonValue.Integer a, PythonValue.Integer b] ? new PythonValue.Integer(a.Value * b.Value) : new PythonValue.Unknown()),
            _ => unknown,
        };

        static bool IsPathLike(PythonValue value) => value is PythonValue.Text { IsPath: true };
    }

    private static PythonValue Sum(ImmutableArray<PythonValue> pair) => pair switch
    {
        [PythonValue.Integer a, PythonValue.Integer b] => new PythonValue.Integer(a.Value + b.Value),
        [PythonValue.Items a, PythonValue.Items b] => new PythonValue.Items(a.Values.AddRange(b.Values)),
        [PythonValue.Text, _] or [_, PythonValue.Text] => PythonValue.Concatenate(pair),
        _ => new PythonValue.Unknown(),
    };

    /// <summary><c>a or b</c>: the first that is true; where a value is not known, it or the next.</summary>
    private ImmutableArray<PythonValue> Either(BoolOp either, Scope scope, int depth)
    {
        var found = new List<PythonValue>();
        var assumptions = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        foreach (var operand in either.Values)
        {
            var values = Values(operand, scope, depth + 1);
            foreach (var value in values.Where(value => !IsFalse(value))) found.Add(value.Assuming(assumptions));
            if (!values.Any(value => IsFalse(value) || value is PythonValue.Unknown)) break;
            assumptions = assumptions.Union(values.Where(IsFalse).SelectMany(value => value.Assumptions));
        }

        return found.Count == 0 ? unknown : Limited(found);
    }

    private static bool IsFalse(PythonValue value) => value switch
    {
        PythonValue.None or PythonValue.Boolean { Value: false } => true,
        PythonValue.Text text => text is { Pieces.IsEmpty: true, IsPath: false },
        PythonValue.Integer integer => integer.Value.IsZero,
        PythonValue.Items items => items.Values.IsEmpty,
        _ => false,
    };

    private static PythonValue.Text AsText(PythonValue value) => PythonValue.Concatenate([value]) with { IsPath = value is PythonValue.Text { IsPath: true } };

    private static ImmutableArray<PythonValue> Limited(IEnumerable<PythonValue> values)
    {
        var distinct = new List<PythonValue>();
        foreach (var value in values)
        {
            if (distinct.Exists(other => AreSame(other, value))) continue;
            distinct.Add(value);
            if (distinct.Count > MostAlternatives) return unknown;
        }

        return [.. distinct];
    }

    private static bool AreSame(PythonValue a, PythonValue b) => (a, b) switch
    {
        (PythonValue.Text x, PythonValue.Text y) => x.Pieces.SequenceEqual(y.Pieces, StringComparer.Ordinal),
        (PythonValue.Integer x, PythonValue.Integer y) => x.Value == y.Value,
        (PythonValue.Boolean x, PythonValue.Boolean y) => x.Value == y.Value,
        (PythonValue.None, PythonValue.None) or (PythonValue.Unknown, PythonValue.Unknown) => true,
        _ => false,
    };

    private static ImmutableArray<PythonValue> Product(ImmutableArray<ImmutableArray<PythonValue>> operands, Func<ImmutableArray<PythonValue>, PythonValue> combine)
    {
        var rows = new List<ImmutableArray<PythonValue>> { ImmutableArray<PythonValue>.Empty };
        foreach (var operand in operands)
        {
            var choices = rows.Count * operand.Length > MostAlternatives ? unknown : operand;
            rows = [.. rows.SelectMany(row => choices.Select(row.Add))];
        }

        return Limited(rows.Select(row => combine(row).Assuming(row.SelectMany(value => value.Assumptions))));
    }
}
