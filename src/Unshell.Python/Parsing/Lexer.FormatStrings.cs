using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>
/// f-strings and t-strings: their text is <see cref="TokenKind.FStringMiddle"/>, their fields are ordinary tokens between braces.
/// </summary>
internal sealed partial class Lexer
{
    /// <summary>CPython's <c>MAXFSTRINGLEVEL</c>.</summary>
    private const int DeepestStrings = 150;

    /// <summary>CPython's <c>MAX_EXPR_NESTING</c>: a field, one in its specification, one in that one's.</summary>
    private const int DeepestFields = 3;

    private readonly List<Mode> modes = [];

    /// <summary>A string that is open.</summary>
    private sealed record Mode(int Start, char Quote, bool IsTriple, bool IsRaw, int Depth)
    {
        /// <summary>For each open field, the depth of brackets inside it and whether its specification has begun.</summary>
        public Stack<(int Depth, bool InSpecification)> Fields { get; } = [];
    }

    /// <summary>Whether <c>:</c>, <c>}</c> here belong to the innermost field and not to brackets in it.</summary>
    private bool EndsField => modes.Count > 0 && modes[^1].Fields.TryPeek(out var innermost) && innermost.Depth == depth;

    private void ReadFormatString(int start, StringPrefix prefix)
    {
        var quote = text[at];
        var isTriple = IsTriple(quote);
        at += isTriple ? 3 : 1;
        if (modes.Count == DeepestStrings)
        {
            Unreadable(start, at, "too many nested f-strings");
            SkipLine();
            return;
        }

        tokens.Add((prefix & StringPrefix.Template) != 0 ? TokenKind.TStringStart : TokenKind.FStringStart, start, at);
        modes.Add(new Mode(start, quote, isTriple, (prefix & StringPrefix.Raw) != 0, depth));
        ReadMiddle();
    }

    /// <summary>Reads text up to the next field, the end of the field whose specification it is, or the end of the string.</summary>
    private void ReadMiddle()
    {
        var mode = modes[^1];
        var inSpecification = mode.Fields.Count > 0;
        var start = at;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == mode.Quote && (!mode.IsTriple || IsTriple(c)))
            {
                EndString(mode, start);
                return;
            }

            if (c is '\n' or '\r' && !mode.IsTriple) break;
            if (c == '\\') SkipEscape(mode);
            else if (c is '{' or '}' && !inSpecification && Ahead(1) == c) at += 2;
            else if (c == '}' && !inSpecification)
            {
                Middle(start);
                Unreadable(at, at + 1, "f-string: single '}' is not allowed");
                start = at;
            }
            else if (c is '{' or '}')
            {
                Middle(start);
                if (c == '{') OpenField(mode);
                else ReadFieldEnd();
                return;
            }
            else at++;
        }

        Unterminated(mode);
    }

    private void Middle(int start)
    {
        if (at > start) tokens.Add(TokenKind.FStringMiddle, start, at);
    }

    // A backslash takes the next character with it, but for braces; \N{…} takes its braces.
    private void SkipEscape(Mode mode)
    {
        at++;
        if (at == text.Length || text[at] is '{' or '}') return;
        if (!mode.IsRaw && text[at] == 'N' && Ahead(1) == '{')
        {
            var length = text.AsSpan(at).IndexOfAny('}', mode.Quote, '\n');
            if (length >= 0 && text[at + length] == '}') at += length + 1;
            else at += 2;
            return;
        }

        SkipLineEnd();
    }

    private void OpenField(Mode mode)
    {
        if (mode.Fields.Count == DeepestFields)
        {
            Unreadable(at, at + 1, "f-string: expressions nested too deeply");
            SkipLine();
            return;
        }

        Open(TokenKind.LeftBrace, '{');
        if (modes.Count > 0) mode.Fields.Push((depth, false));
    }

    /// <summary>The brace that ends the innermost field; the string's text goes on behind it.</summary>
    private void ReadFieldEnd()
    {
        var mode = modes[^1];
        mode.Fields.Pop();
        depth--;
        Take(TokenKind.RightBrace, 1);
        ReadMiddle();
    }

    private void ReadFormatSpecification()
    {
        var mode = modes[^1];
        mode.Fields.Push((mode.Fields.Pop().Depth, true));
        Take(TokenKind.Colon, 1);
        ReadMiddle();
    }

    private void EndString(Mode mode, int start)
    {
        if (mode.Fields.Count > 0)
        {
            Unterminated(mode);
            return;
        }

        Middle(start);
        var quoteAt = at;
        at += mode.IsTriple ? 3 : 1;
        tokens.Add(TokenKind.FStringEnd, quoteAt, at);
        modes.RemoveAt(modes.Count - 1);
    }

    // The rest of the line is lost with it; the brackets that the string has opened are closed.
    private void Unterminated(Mode mode)
    {
        tokens.AddError(at, at, new TextSpan(mode.Start, Math.Min(at - mode.Start, 6)), "unterminated f-string literal");
        depth = mode.Depth;
        modes.RemoveAt(modes.Count - 1);
        if (at < text.Length && text[at] is not ('\n' or '\r')) at++;
    }
}
