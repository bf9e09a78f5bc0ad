using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Shell.Parsing;

/// <summary>Expansions that begin with a dollar sign, backticks and process substitution.</summary>
internal sealed partial class ShellParser
{
    /// <summary>The expansion that a dollar sign here begins, or null where the sign is plain.</summary>
    private WordPart? ParseDollar(bool isQuoted)
    {
        var start = at;
        var next = SkipContinuations(at + 1);
        var c = CharAt(next);
        switch (c)
        {
            case '(' when CharAt(next + 1) == '(' && IsArithmetic(next + 1):
                return ParseArithmeticSubstitution(start, next + 1);
            case '(':
                at = next + 1;
                return ParseCommandSubstitution(start);
            case '{':
                at = next + 1;
                return ParseBraced(start, isQuoted);
            case '[' when IsBash:
                return ParseOldArithmetic(start, next);
            case '\'' when IsBash && !isQuoted:
                at = next + 1;
                return ParseAnsiQuoted(start);
            case '"' when IsBash && !isQuoted && next == at + 1:
                return ParseDoubleQuoted(start, isLocalized: true);
        }

        if (IsNameStart(c))
        {
            at = next;
            return new ParameterPart(TextSpan.FromBounds(Span(start, start + 1).Start, Span(start, EndOfName()).End), ReadName(), null, false, false, "", null, null);
        }

        if (!char.IsAsciiDigit(c) && c is not ('@' or '*' or '#' or '?' or '-' or '$' or '!')) return null;
        at = next + 1;
        return new ParameterPart(Span(start, at), c.ToString(), null, false, false, "", null, null);
    }

    private int EndOfName()
    {
        var before = at;
        ReadName();
        var end = at;
        at = before;
        return end;
    }

    /// <summary>A name; continuations inside it do not count.</summary>
    private string ReadName()
    {
        var start = at;
        while (at < limit && IsNameChar(text[at])) at++;
        if (ContinuationAt(at) == 0 || !IsNameChar(CharAt(SkipContinuations(at)))) return text[start..at];
        var name = new StringBuilder(text[start..at]);
        while (IsNameChar(CharAt(SkipContinuations(at))))
        {
            at = SkipContinuations(at);
            name.Append(text[at++]);
        }

        return name.ToString();
    }

    private CommandSubstitution ParseCommandSubstitution(int start)
    {
        var body = ParseInnerCommands(start, "$(");
        return new CommandSubstitution(Span(start, at), body, IsBackquoted: false);
    }

    private ProcessSubstitution ParseProcessSubstitution()
    {
        var start = at;
        at += 2;
        var body = ParseInnerCommands(start, text[start] + "(");
        return new ProcessSubstitution(Span(start, at), text[start] == '>', body);
    }

    /// <summary>Commands up to the closing parenthesis; here-documents inside are their own.</summary>
    private StatementList ParseInnerCommands(int start, string opener)
    {
        var bodyStart = at;
        if (!Enter()) return ListOf([], at);
        var outer = pending;
        pending = [];
        state.WordDepth++;
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (true)
        {
            statements.AddRange(ParseStatements());
            if (AtEnd || Current == ')') break;
            statements.Add(SkipUnexpected());
        }

        if (AtEnd) ErrorAtEnd(start, $"`{opener}` is never closed");
        else at++;
        foreach (var waiting in pending)
        {
            if (IsBash) Warn(waiting.Start, waiting.Start + 2, "the here-document has no body before `)`");
            else outer.Enqueue(waiting);
        }

        state.WordDepth--;
        pending = outer;
        Leave();
        return ListOf(statements.ToImmutable(), bodyStart);
    }

    /// <summary>Commands between backticks: one level of backslashes is taken off before they are read.</summary>
    private CommandSubstitution ParseBackquoted(bool inDoubleQuotes)
    {
        var start = at++;
        var content = new MappedText.Builder();
        var run = at;
        while (at < limit && text[at] != '`')
        {
            if (text[at] != '\\')
            {
                at++;
            }
            else if (CharAt(at + 1) is '$' or '`' or '\\' || (inDoubleQuotes && CharAt(at + 1) == '"'))
            {
                AppendMapped(content, run, at);
                run = at + 1;
                at += 2;
            }
            else
            {
                at = Math.Min(at + 2, limit);
            }
        }

        AppendMapped(content, run, at);
        // Not where the closing backtick stands: the backslash that an outer level takes off may come first.
        var body = content.Build(Span(start, at).End);
        if (AtEnd) ErrorAtEnd(start, "` is never closed");
        else at++;
        if (!Enter()) return new CommandSubstitution(Span(start, at), new StatementList(body.ToSource(default(TextSpan)), []), IsBackquoted: true);
        var span = Span(start, at);
        state.WordDepth++;
        var inner = Inner(body);
        var list = inner.ListOf(inner.ParseWholeText(), 0);
        state.WordDepth--;
        Leave();
        return new CommandSubstitution(span, list, IsBackquoted: true);
    }

    private AnsiQuotedPart ParseAnsiQuoted(int start)
    {
        var value = new StringBuilder();
        while (at < limit && text[at] != '\'')
        {
            if (text[at] == '\\' && at + 1 < limit) ReadAnsiEscape(value);
            else value.Append(text[at++]);
        }

        if (AtEnd) ErrorAtEnd(start, "quote $' is never closed");
        else at++;
        // A NUL ends the string, as in bash's C strings.
        var decoded = value.ToString();
        var zero = decoded.IndexOf('\0', StringComparison.Ordinal);
        return new AnsiQuotedPart(Span(start, at), zero < 0 ? decoded : decoded[..zero]);
    }

    private void ReadAnsiEscape(StringBuilder value)
    {
        var c = text[at + 1];
        at += 2;
        var simple = "abeEfnrtv\\'\"?".IndexOf(c, StringComparison.Ordinal);
        if (simple >= 0)
        {
            value.Append("\a\b\u001b\u001b\f\n\r\t\v\\'\"?"[simple]);
        }
        else if (c is >= '0' and <= '7')
        {
            at--;
            value.Append((char)(ReadDigits(8, 3) & 0xFF));
        }
        else if (c is 'x' or 'u' or 'U' && char.IsAsciiHexDigit(Current))
        {
            var code = ReadDigits(16, c == 'x' ? 2 : c == 'u' ? 4 : 8);
            if (code is < 0x10000) value.Append((char)code);
            else if (code <= 0x10FFFF) value.Append(char.ConvertFromUtf32((int)code));
            else value.Append('\uFFFD');
        }
        else if (c == 'c' && at < limit)
        {
            value.Append((char)(text[at++] & 0x1F));
        }
        else
        {
            value.Append('\\').Append(c);
        }
    }

    private long ReadDigits(int radix, int most)
    {
        long value = 0;
        for (var count = 0; count < most && char.IsAsciiHexDigit(Current); count++)
        {
            var digit = int.Parse(text.AsSpan(at, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (digit >= radix) break;
            value = (value * radix) + digit;
            at++;
        }

        return value;
    }
}
