using System.Globalization;
using System.Text;

namespace Unshell.Python.Unicode;

/// <summary>
/// Unicode's normal form KC (https://www.unicode.org/reports/tr15/, Unicode 16.0). The runtime's own does nothing where it knows no cultures.
/// </summary>
internal sealed class NormalForm
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly Lazy<NormalForm> Instance = new(() => new NormalForm());

    private readonly Dictionary<int, int[]> apart = [];
    private readonly Dictionary<int, int> classes = [];
    private readonly Dictionary<(int, int), int> together = [];

    private NormalForm()
    {
        foreach (var line in EmbeddedTable.ReadPacked("normal.bin").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = line.AsSpan().IndexOfAny('>', ':', '=');
            var left = line[..mark].Split(' ');
            var right = line[(mark + 1)..];
            if (line[mark] == '>') apart[Hex(left[0])] = [.. right.Split(' ').Select(Hex)];
            else if (line[mark] == ':') classes[Hex(left[0])] = int.Parse(right, CultureInfo.InvariantCulture);
            else together[(Hex(left[0]), Hex(left[1]))] = Hex(right);
        }
    }

    /// <summary>A text in normal form KC.</summary>
    public static string Compatible(string text) => Instance.Value.Normalize(text);

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private string Normalize(string text)
    {
        var points = new List<int>();
        foreach (var rune in text.EnumerateRunes()) Decompose(rune.Value, points);
        Reorder(points);
        Compose(points);
        var output = new StringBuilder();
        foreach (var point in points) output.Append(char.ConvertFromUtf32(point));
        return output.ToString();
    }

    private void Decompose(int point, List<int> into)
    {
        if (point is >= FirstSyllable and <= LastSyllable)
        {
            var number = point - FirstSyllable;
            into.Add(FirstLead + (number / (Vowels * Tails)));
            into.Add(FirstVowel + (number / Tails % Vowels));
            if (number % Tails != 0) into.Add(FirstTail + (number % Tails));
        }
        else if (apart.TryGetValue(point, out var parts))
        {
            into.AddRange(parts);
        }
        else
        {
            into.Add(point);
        }
    }

    // Marks behind a base go by their class; those of one class stay in order.
    private void Reorder(List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            if (ClassOf(points[start]) == 0) continue;
            var end = start;
            while (end < points.Count && ClassOf(points[end]) != 0) end++;
            var sorted = points.GetRange(start, end - start).OrderBy(ClassOf).ToList();
            for (var i = start; i < end; i++) points[i] = sorted[i - start];
            start = end;
        }
    }

    private int ClassOf(int point) => classes.GetValueOrDefault(point);

    private void Compose(List<int> points)
    {
        var output = new List<int>();
        var (starter, last) = (-1, -1);
        foreach (var point in points)
        {
            var own = ClassOf(point);
            // A mark between with the same class or a higher one, or another starter, blocks.
            var isNear = starter >= 0 && (starter == output.Count - 1 || last < own);
            if (isNear && Pair(output[starter], point) is { } whole)
            {
                output[starter] = whole;
                continue;
            }

            if (own == 0) starter = output.Count;
            last = own;
            output.Add(point);
        }

        points.Clear();
        points.AddRange(output);
    }

    private int? Pair(int first, int second)
    {
        if (first is >= FirstLead and < FirstLead + 19 && second is >= FirstVowel and < FirstVowel + Vowels)
            return FirstSyllable + ((((first - FirstLead) * Vowels) + second - FirstVowel) * Tails);
        if (first is >= FirstSyllable and <= LastSyllable && (first - FirstSyllable) % Tails == 0 && second is > FirstTail and < FirstTail + Tails)
            return first + second - FirstTail;
        return together.TryGetValue((first, second), out var whole) ? whole : null;
    }
}
