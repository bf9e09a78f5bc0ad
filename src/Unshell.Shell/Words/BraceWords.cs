using System.Collections.Immutable;
using System.Globalization;
using Unshell.Shell.Syntax;

namespace Unshell.Shell.Words;

/// <summary>The words that brace expansion makes of one; it comes before every other expansion and looks at the text only.</summary>
public static class BraceWords
{
    /// <summary>The words in order, each as its parts; one null where there would be more than <paramref name="most"/>.</summary>
    public static IReadOnlyList<List<WordPart>?> Of(ImmutableArray<WordPart> parts, int most)
    {
        List<List<WordPart>> words = [[]];
        foreach (var part in parts)
        {
            if (part is not BraceExpansion brace)
            {
                foreach (var word in words) word.Add(part);
                continue;
            }

            var choices = Choices(brace, most);
            if (choices is null || (long)choices.Count * words.Count > most) return [null];
            words = [.. words.SelectMany(word => choices.Select(choice => (List<WordPart>)[.. word, .. choice]))];
        }

        return words;
    }

    private static List<List<WordPart>>? Choices(BraceExpansion brace, int most)
    {
        var choices = new List<List<WordPart>>();
        if (brace.IsSequence)
        {
            if (Sequence(brace, most) is not { } values) return null;
            foreach (var value in values) choices.Add([new LiteralPart(brace.Span, value, HasGlob: false)]);
            return choices;
        }

        foreach (var element in brace.Elements)
        {
            foreach (var word in Of(element.Parts, most))
            {
                if (word is null || choices.Count >= most) return null;
                choices.Add(word);
            }
        }

        return choices;
    }

    private static List<string>? Sequence(BraceExpansion brace, int most)
    {
        var texts = brace.Elements.Select(element => element.Literal ?? "").ToArray();
        long step = 1;
        if (texts.Length == 3 && !TryNumber(texts[2], out step)) return null;
        step = Math.Abs(step) is 0 ? 1 : Math.Abs(step);
        var isLetters = char.IsAsciiLetter(texts[0][0]);
        long from = texts[0][0];
        long to = texts[1][0];
        if (!isLetters && (!TryNumber(texts[0], out from) || !TryNumber(texts[1], out to))) return null;
        if (Math.Abs(to - from) / step >= most) return null;
        var width = !isLetters && texts.Take(2).Any(text => text.TrimStart('-') is ['0', _, ..]) ? texts.Take(2).Max(text => text.Length) : 0;
        var values = new List<string>();
        for (var at = from; from <= to ? at <= to : at >= to; at += from <= to ? step : -step)
        {
            values.Add(isLetters ? ((char)at).ToString() : Padded(at, width));
        }

        return values;
    }

    private static string Padded(long value, int width) => value < 0
        ? "-" + (-value).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(0, width - 1), '0')
        : value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static bool TryNumber(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && Math.Abs(value) < int.MaxValue;
}
