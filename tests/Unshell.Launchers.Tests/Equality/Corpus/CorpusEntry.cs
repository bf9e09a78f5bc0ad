using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Unshell.Shell.Syntax;
using YamlDotNet.RepresentationModel;

namespace Unshell.Launchers.Tests.Equality.Corpus;

/// <summary>A script or shell command of a public service; <c>corpus/launchers.tsv</c> says where it is, and nothing of what it says.</summary>
/// <param name="Service">Owner, name and service.</param>
/// <param name="Checkout">The folder of the checkout.</param>
/// <param name="File">The file in it.</param>
/// <param name="Place">The instruction, or the path of keys, or <c>-</c> for the whole file.</param>
/// <param name="ArgumentSets">The arguments of the runs.</param>
internal sealed partial record CorpusEntry(string Service, string Checkout, string File, string Place, ImmutableArray<ImmutableArray<string>> ArgumentSets)
{
    public bool IsScript => Place == "-";

    public string Id => IsScript ? $"{Service} {File}" : $"{Service} {File} {Place}";

    public static ImmutableArray<CorpusEntry> Read(string list) =>
        [.. System.IO.File.ReadLines(list).Where(line => !line.StartsWith('#')).Select(Parse)];

    /// <summary>The text that the shell reads, and the shell.</summary>
    public (string Text, ShellDialect Dialect) Script(string checkouts)
    {
        var path = Path.Combine(checkouts, Checkout, File);
        var content = System.IO.File.ReadAllText(path);
        if (IsScript) return (content, ShellDialects.FromShebang(content.Split('\n')[0]) ?? ShellDialect.Posix);
        if (!Place.StartsWith("services.", StringComparison.Ordinal)) return Instruction(content);
        var text = Value(path);
        // Compose writes $$ for $; with -c the text is the last word of a command line.
        if (Place.EndsWith(" -c", StringComparison.Ordinal)) text = QuotedTail().Match(text).Groups[1].Value;
        return (text.Replace("$$", "$", StringComparison.Ordinal), ShellDialect.Posix);
    }

    private static CorpusEntry Parse(string line)
    {
        var fields = line.Split('\t');
        var sets = fields.Length > 4 ? fields[4].Split('|') : [""];
        return new(fields[0], fields[1], fields[2], fields[3], [.. sets.Select(set => set.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray())]);
    }

    private (string Text, ShellDialect Dialect) Instruction(string dockerfile)
    {
        var joined = Continuation().Replace(dockerfile, " ");
        var name = Place.Split(' ')[0];
        var line = joined.Split('\n').Select(line => line.Trim()).Last(line => line.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..].Trim();
        if (name == "HEALTHCHECK") line = HealthCommand().Match(line).Groups[1].Value;
        if (Place == name) return (line, ShellDialect.Posix);
        var words = System.Text.Json.JsonDocument.Parse(line).RootElement.EnumerateArray().Select(word => word.GetString()!).ToList();
        return (words[2], ShellDialects.FromProgram(words[0]) ?? ShellDialect.Posix);
    }

    private string Value(string path)
    {
        var stream = new YamlStream();
        using var reader = System.IO.File.OpenText(path);
        stream.Load(reader);
        var node = stream.Documents[0].RootNode;
        foreach (var key in Place.Split(' ')[0].Split('.')) node = node is YamlSequenceNode list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] : node[key];
        return ((YamlScalarNode)node).Value!;
    }

    [GeneratedRegex(@"\\\r?\n")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"CMD\s+(.*)$")]
    private static partial Regex HealthCommand();

    [GeneratedRegex(@"^sh -c '(.*)'\s*$", RegexOptions.Singleline)]
    private static partial Regex QuotedTail();
}
