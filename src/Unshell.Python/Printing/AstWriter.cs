using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Printing;

/// <summary>Writes nodes as <c>Type(field=value, …, lineno=1, …)</c>.</summary>
internal sealed partial class AstWriter(SourceText source, AstForm form)
{
    private readonly StringBuilder output = new();
    private readonly SourcePositions positions = new(source.Content);
    private readonly PythonRepr repr = new(form.Minor);
    private bool isFirst;
    private bool omitsPositions;

    public override string ToString() => output.ToString();

    public void Write(PythonNode node)
    {
        switch (node)
        {
            case Module module:
                Open("Module");
                Field("body", module.Body);
                Field("type_ignores", ImmutableArray<Statement>.Empty);
                output.Append(')');
                break;
            case Expression expression:
                WriteExpression(expression);
                break;
            case Statement statement:
                WriteStatement(statement);
                break;
            case Pattern pattern:
                WritePattern(pattern);
                break;
            case TypeParam parameter:
                WriteTypeParam(parameter);
                break;
            default:
                WritePart(node);
                break;
        }

        isFirst = false;
    }

    private void WritePart(PythonNode node)
    {
        switch (node)
        {
            case Parameters parameters:
                WriteParameters(parameters);
                break;
            case Parameter parameter:
                Open("arg");
                Field("arg", parameter.Name);
                Field("annotation", parameter.Annotation);
                Missing("type_comment");
                Close(isKeywordOnly && form.Minor == 8 ? NameOf(parameter) : parameter.DeclarationSpan);
                break;
            case Keyword keyword:
                Open("keyword");
                Field("arg", keyword.Name);
                Field("value", keyword.Value);
                Close(keyword.Span, since: 9);
                break;
            case Alias alias:
                Open("alias");
                Field("name", alias.Name);
                Field("asname", alias.AsName);
                Close(alias.Span, since: 10);
                break;
            case WithItem item:
                Open("withitem");
                Field("context_expr", item.ContextExpression);
                Field("optional_vars", item.Target);
                output.Append(')');
                break;
            case ExceptHandler handler:
                Open("ExceptHandler");
                Field("type", handler.Type);
                Field("name", handler.Name);
                Field("body", handler.Body);
                Close(BlockSpan(handler));
                break;
            case MatchCase matchCase:
                Open("match_case");
                Field("pattern", matchCase.Pattern);
                Field("guard", matchCase.Guard);
                Field("body", matchCase.Body);
                output.Append(')');
                break;
            case Comprehension comprehension:
                Open("comprehension");
                Field("target", comprehension.Target);
                Field("iter", comprehension.Iterable);
                Field("ifs", comprehension.Conditions);
                Number("is_async", comprehension.IsAsync ? 1 : 0);
                output.Append(')');
                break;
            default:
                throw new UnreachableException($"internal error: no form for {node.GetType().Name}");
        }
    }

    private void WriteParameters(Parameters parameters)
    {
        ImmutableArray<Parameter> positional = [.. parameters.PositionalOnly, .. parameters.Positional];
        Open("arguments");
        Field("posonlyargs", parameters.PositionalOnly);
        Field("args", parameters.Positional);
        Field("vararg", parameters.Variadic);
        isKeywordOnly = true;
        Field("kwonlyargs", parameters.KeywordOnly);
        isKeywordOnly = false;
        Field("kw_defaults", parameters.KeywordOnly.Select(parameter => parameter.Default).ToImmutableArray());
        Field("kwarg", parameters.VariadicKeywords);
        Field("defaults", positional.Where(parameter => parameter.Default is not null).Select(parameter => parameter.Default).ToImmutableArray());
        output.Append(')');
    }

    private void WriteTypeParam(TypeParam parameter)
    {
        Open(parameter.GetTypeName());
        Field("name", parameter.Name);
        if (parameter is TypeVar variable) Field("bound", variable.Bound);
        if (form.Minor >= 13) Field("default_value", parameter.Default);
        Close(parameter.Span);
    }

    private void Open(string type)
    {
        output.Append(type).Append('(');
        isFirst = true;
    }

    private void Label(string field)
    {
        if (!isFirst) output.Append(", ");
        isFirst = false;
        output.Append(field).Append('=');
    }

    /// <summary>An optional field that is not there.</summary>
    private void Missing(string field)
    {
        if (!form.PrintsNone) return;
        Label(field);
        output.Append("None");
    }

    private void Field(string field, PythonNode? node)
    {
        if (node is null)
        {
            Missing(field);
            return;
        }

        Label(field);
        Write(node);
    }

    private void Field<T>(string field, ImmutableArray<T> nodes)
        where T : PythonNode?
    {
        if (nodes.IsEmpty && form.OmitsEmpty) return;
        Label(field);
        output.Append('[');
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0) output.Append(", ");
            if (nodes[i] is { } node) Write(node);
            else output.Append("None");
        }

        output.Append(']');
        isFirst = false;
    }

    /// <summary>An identifier; those hold nothing that <c>repr</c> would escape.</summary>
    private void Field(string field, string? identifier)
    {
        if (identifier is null)
        {
            Missing(field);
            return;
        }

        Label(field);
        Identifier(identifier);
    }

    private void Identifier(string identifier) => output.Append('\'').Append(identifier).Append('\'');

    private void Identifiers(string field, ImmutableArray<string> identifiers)
    {
        if (identifiers.IsEmpty && form.OmitsEmpty) return;
        Label(field);
        output.Append('[');
        for (var i = 0; i < identifiers.Length; i++)
        {
            if (i > 0) output.Append(", ");
            Identifier(identifiers[i]);
        }

        output.Append(']');
    }

    private void Number(string field, int value)
    {
        Label(field);
        output.Append(value);
    }

    /// <summary>A node without fields.</summary>
    private void Constant(string field, string value)
    {
        Label(field);
        output.Append(value).Append("()");
    }

    private void Context(ExpressionContext context) => Constant("ctx", context.ToText());

    private void Close(TextSpan span, int since = AstPrinter.OldestMinor)
    {
        if (!omitsPositions && form.Minor >= since)
        {
            var (line, column) = positions.Of(span.Start);
            var (endLine, endColumn) = positions.Of(span.End);
            Number("lineno", line);
            Number("col_offset", column);
            Number("end_lineno", endLine);
            Number("end_col_offset", endColumn);
        }

        output.Append(')');
    }
}
