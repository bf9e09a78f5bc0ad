using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Uses;

/// <summary>A call under its resolved name, with the values of its arguments.</summary>
internal sealed record CallSite(string Name, Call Call, CodeContext Context, ValueReader Reader)
{
    /// <summary>The file.</summary>
    public SourceText File => Context.Scope.Owner.Source;

    /// <summary>The argument at a position or of a name, or null.</summary>
    public Expression? Argument(int position, string keyword)
    {
        if (Call.KeywordValue(keyword) is { } named) return named;
        return position >= 0 && position < Call.Arguments.Length && !Call.Arguments.Take(position + 1).Any(argument => argument is Starred) ? Call.Arguments[position] : null;
    }

    /// <summary>The values of an argument; empty where it is not given.</summary>
    public ImmutableArray<PythonValue> Values(int position, string keyword) => Argument(position, keyword) is { } given ? Reader.Values(given, Context.Scope) : [];

    /// <summary>The values of an expression here.</summary>
    public ImmutableArray<PythonValue> Values(Expression expression) => Reader.Values(expression, Context.Scope);

    /// <summary>The one known text of an argument, or null.</summary>
    public string? Text(int position, string keyword) => Values(position, keyword) is [PythonValue.Text { Known: { } text }] ? text : null;

    /// <summary>Whether a keyword is given as <c>True</c>.</summary>
    public bool IsTrue(string keyword) => Call.KeywordValue(keyword) is { } given && Reader.Value(given, Context.Scope) is PythonValue.Boolean { Value: true };

    /// <summary>The call's place with its circumstances.</summary>
    /// <param name="value">The value that the use rests on, or null.</param>
    public UsePlace Place(PythonValue? value = null) => new(File, Call.Span, Name.Length > 0 ? Name : Call.Function is AttributeRef method ? method.Attribute : "a call")
    {
        IsAtImport = Context.IsAtImport,
        IsGuarded = Context.IsCaught || !Context.Guards.IsEmpty,
        Assumptions = value?.Assumptions ?? [],
    };
}
