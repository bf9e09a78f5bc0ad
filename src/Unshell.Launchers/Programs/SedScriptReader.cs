namespace Unshell.Launchers.Programs;

/// <summary>Walks through a sed script, as <c>SedScript</c> does at run time, for what cannot be done there.</summary>
internal sealed class SedScriptReader
{
    private readonly string text;
    private readonly bool extended;
    private int at;

    /// <summary>Reads a script.</summary>
    public SedScriptReader(string text, bool extended)
    {
        this.text = text;
        this.extended = extended;
        while (Problem is null && Skip(" \t\n;") < text.Length) Command();
    }

    /// <summary>The first thing that cannot be done, or null.</summary>
    public string? Problem { get; private set; }

    private char Peek => at < text.Length ? text[at] : '\0';

    private int Skip(string characters)
    {
        while (at < text.Length && characters.Contains(text[at])) at++;
        return at;
    }

    private void Command()
    {
        Address();
        Skip(" \t");
        if (Peek == ',')
        {
            at++;
            Skip(" \t+~");
            Address();
        }

        Skip(" \t!");
        if (at >= text.Length || Problem is not null) return;
        var letter = text[at++];
        if (letter is 's' or 'y') Pair(letter);
        else if (letter is 'a' or 'i' or 'c') Added();
        else if (letter is 'b' or 't' or 'T' or ':') Label();
        else if (letter is 'r' or 'w' or '#') Line();
        else if (letter is 'q' or 'Q') Skip(" \t0123456789");
        else if (!"=dDgGhHnNpPxz{}".Contains(letter)) Problem = $"the command {letter}";
    }

    private void Address()
    {
        if (Peek is '/' or '\\')
        {
            if (text[at++] == '\\' && at < text.Length) at++;
            var pattern = Delimited(text[at - 1], true);
            Flags(pattern, "I");
            return;
        }

        if (Peek == '$') at++;
        Skip("0123456789~");
    }

    private void Pair(char letter)
    {
        if (at >= text.Length) return;
        var delimiter = text[at++];
        var pattern = Delimited(delimiter, letter == 's');
        var replacement = Delimited(delimiter, false);
        if (letter == 'y')
        {
            for (var each = 0; each + 1 < pattern.Length; each++)
            {
                if (pattern[each] == '\\' && !"\\nt".Contains(pattern[++each])) Problem ??= $"\\{pattern[each]} in y";
            }

            return;
        }

        for (var each = 0; each + 1 < replacement.Length; each++)
        {
            if (replacement[each] == '\\' && "cdox".Contains(replacement[++each])) Problem ??= $"\\{replacement[each]} in a replacement";
        }

        Flags(pattern, "gpIi0123456789 \t");
        if (Peek == 'w') Line();
    }

    private void Flags(string pattern, string known)
    {
        Skip(known);
        if (Peek is 'M' or 'm' or 'e') Problem ??= $"the flag {Peek}";
        if (RegexCheck.Unknown(pattern, RegexDialect.Sed, extended) is { } unknown) Problem ??= unknown;
    }

    /// <summary>The text before a delimiter; one in brackets or behind a backslash is ordinary.</summary>
    private string Delimited(char delimiter, bool isRegex)
    {
        var start = at;
        while (at < text.Length && text[at] != delimiter)
        {
            if (text[at] == '\\') at++;
            else if (isRegex && text[at] == '[' && RegexCheck.BracketEnd(text, at) is var end && text[end - 1] == ']') at = end - 1;
            at++;
        }

        var found = text[start..Math.Min(at, text.Length)];
        at = Math.Min(at + 1, text.Length);
        return found.Replace($"\\{delimiter}", $"{delimiter}", StringComparison.Ordinal);
    }

    private void Added()
    {
        Skip(" \t");
        while (at < text.Length && text[at] != '\n')
        {
            if (text[at] == '\\' && at + 1 < text.Length && "cdox".Contains(text[at + 1])) Problem ??= $"\\{text[at + 1]} in a text";
            at += text[at] == '\\' ? 2 : 1;
        }
    }

    private void Label()
    {
        Skip(" \t");
        while (at < text.Length && !" \t\n;".Contains(text[at])) at++;
    }

    private void Line()
    {
        while (at < text.Length && text[at] != '\n') at++;
    }
}
