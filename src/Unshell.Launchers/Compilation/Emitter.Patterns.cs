using System.Collections.Immutable;
using System.Text;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Shell patterns: of <c>case</c>, <c>[[ ]]</c>, <c>${v#p}</c> and pathnames.</summary>
internal sealed partial class Emitter
{
    private const string Special = "*?[\\]";

    /// <summary>The text that a pattern stands for, where it matches only that; else null.</summary>
    private static string? LiteralPattern(Word word)
    {
        var text = new StringBuilder();
        foreach (var part in word.Parts)
        {
            switch (part)
            {
                case LiteralPart literal when !literal.HasGlob || literal.IsEscaped:
                    if (!literal.IsEscaped && literal.Value.AsSpan().IndexOfAny(Special) >= 0) return null;
                    text.Append(literal.Value);
                    break;
                case SingleQuotedPart quoted:
                    text.Append(quoted.Value);
                    break;
                case AnsiQuotedPart quoted:
                    text.Append(quoted.Value);
                    break;
                case DoubleQuotedPart quoted when quoted.Parts.All(inner => inner is LiteralPart):
                    foreach (var inner in quoted.Parts) text.Append(((LiteralPart)inner).Value);
                    break;
                default:
                    return null;
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a text matches a pattern as a whole.</summary>
    private PythonExpression Matches(PythonExpression text, Word pattern)
    {
        if (Has(ShellOptions.NoCaseMatch)) return Py.With(Py.Call("matches", text, Pattern(pattern.Parts)), "ignores_case", Py.True);
        if (LiteralPattern(pattern) is { } literal)
            return literal.Length == 0 ? Py.Not(text) : Py.Binary(text, "==", Py.Text(literal));
        if (pattern.Parts.All(part => part is DoubleQuotedPart quoted && !HoldsList(quoted))) return Py.Binary(text, "==", Value(pattern));
        if (pattern.Parts is [LiteralPart { Value: "*" }]) return Py.True;
        if (Affix(pattern, atEnd: true) is { } prefix) return Py.Method(text, "startswith", Py.Text(prefix));
        if (Affix(pattern, atEnd: false) is { } suffix) return Py.Method(text, "endswith", Py.Text(suffix));
        return Py.Call("matches", text, Pattern(pattern.Parts));
    }

    /// <summary>The text beside the only star of a pattern, the star being its last or its first character; else null.</summary>
    private static string? Affix(Word pattern, bool atEnd)
    {
        var at = atEnd ? pattern.Parts.Length - 1 : 0;
        if (pattern.Parts.IsEmpty || pattern.Parts[at] is not LiteralPart { IsEscaped: false } edge) return null;
        if (atEnd ? !edge.Value.EndsWith('*') : !edge.Value.StartsWith('*')) return null;
        var rest = atEnd ? edge.Value[..^1] : edge.Value[1..];
        if (rest.AsSpan().IndexOfAny(Special) >= 0) return null;
        var text = LiteralPattern(pattern with { Parts = pattern.Parts.SetItem(at, edge with { Value = rest, HasGlob = false }) });
        return text is { Length: > 0 } ? text : null;
    }

    /// <summary>A pattern as text, in which a backslash takes the meaning from the character behind it.</summary>
    private PythonExpression Pattern(ImmutableArray<WordPart> parts) => Py.Join(parts.SelectMany(PatternPieces));

    private IEnumerable<PythonExpression> PatternPieces(WordPart wordPart)
    {
        switch (wordPart)
        {
            case LiteralPart { IsEscaped: false } literal:
                yield return Py.Text(literal.Value);
                break;
            case LiteralPart literal:
                yield return Py.Text(Escaped(literal.Value));
                break;
            case SingleQuotedPart quoted:
                yield return Py.Text(Escaped(quoted.Value));
                break;
            case AnsiQuotedPart quoted:
                yield return Py.Text(Escaped(quoted.Value));
                break;
            case DoubleQuotedPart quoted:
                foreach (var piece in quoted.Parts.SelectMany(Pieces))
                    yield return piece is PythonExpression.Text text ? Py.Text(Escaped(text.Value)) : Py.Call("literal", piece);
                break;
            case ExtendedGlob glob:
                yield return Py.Text(glob.Operator + "(");
                for (var i = 0; i < glob.Alternatives.Length; i++)
                {
                    if (i > 0) yield return Py.Text("|");
                    yield return Pattern(glob.Alternatives[i].Parts);
                }

                yield return Py.Text(")");
                break;
            case TildePart tilde:
                yield return Py.Call("literal", Home(tilde));
                break;
            default:
                foreach (var piece in Pieces(wordPart)) yield return piece;
                break;
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('/' or '_' or ' ' or '.' or ':' or '=' or ',' or '%' or '"')) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
