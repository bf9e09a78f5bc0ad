using System.Collections.Immutable;
using Unshell.Launchers.Code;

namespace Unshell.Launchers.Idioms;

/// <summary>Shapes of Python that idioms look for, and those that they write.</summary>
internal static class Shapes
{
    public static PythonExpression Name(string identifier) => new PythonExpression.Name(identifier);

    public static PythonExpression Number(long value) => new PythonExpression.Number(value);

    public static PythonExpression Text(string value) => new PythonExpression.Text(value);

    public static PythonArgument Keyword(string name, PythonExpression value) => new(name, value);

    public static PythonExpression.Call Call(string function, params ReadOnlySpan<PythonExpression> arguments)
    {
        var list = ImmutableArray.CreateBuilder<PythonArgument>(arguments.Length);
        foreach (var argument in arguments) list.Add(new PythonArgument(null, argument));
        return new PythonExpression.Call(Name(function), list.ToImmutable());
    }

    public static PythonStatement Do(PythonExpression expression) => new PythonStatement.Evaluate(expression);

    /// <summary>The arguments of a call of a function, if the expression is one and they all are positional; else null.</summary>
    public static ImmutableArray<PythonExpression>? Arguments(PythonExpression expression, string function) =>
        expression is PythonExpression.Call { Function: PythonExpression.Name name } call && name.Identifier == function
            && call.Arguments.All(argument => argument.Keyword is null)
                ? [.. call.Arguments.Select(argument => argument.Value)]
                : null;

    /// <summary>The only argument of a call of a function; else null.</summary>
    public static PythonExpression? Argument(PythonExpression expression, string function) =>
        Arguments(expression, function) is [var only] ? only : null;

    /// <summary>Whether a word surely names a file, and is no option.</summary>
    public static bool IsPath(PythonExpression word) => word switch
    {
        PythonExpression.Text { Value: ['-', ..] or "" } => false,
        PythonExpression.Text => true,
        PythonExpression.Formatted { Parts: [PythonExpression.Text { Value: not ['-', ..] }, ..] } => true,
        _ => false,
    };

    /// <summary>The text without a newline at its end; null where it has none, or more.</summary>
    public static PythonExpression? Line(PythonExpression text)
    {
        switch (text)
        {
            case PythonExpression.Text { Value: [.. var line, '\n'] }:
                return Text(line);
            case PythonExpression.Formatted { Parts: [.. var parts, PythonExpression.Text { Value: [.. var last, '\n'] }] }:
                return last.Length == 0 ? new PythonExpression.Formatted(parts) : new PythonExpression.Formatted([.. parts, Text(last)]);
            default:
                return null;
        }
    }

    /// <summary>Statements with another first one's comments and marks.</summary>
    public static IEnumerable<PythonStatement> InPlaceOf(PythonStatement old, params ImmutableArray<PythonStatement> statements) =>
    [
        statements[0] with { Comments = [.. old.Comments, .. statements[0].Comments], Trailing = statements[0].Trailing ?? old.Trailing, IsSetApart = old.IsSetApart },
        .. statements.Skip(1),
    ];
}
