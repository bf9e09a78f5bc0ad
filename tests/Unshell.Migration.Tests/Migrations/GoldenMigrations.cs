using System.Text;
using Unshell.Services.Repositories;
using Unshell.Testing;

namespace Unshell.Migration.Tests.Migrations;

public sealed class GoldenMigrations
{
    public static TheoryData<string> Cases => [.. Golden.Cases("migration").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Services_become_what_an_expert_would_have_written(string name)
    {
        var folder = Folder(name);
        var migrated = Read(folder);
        var expected = Path.Combine(folder, "expected");
        Directory.CreateDirectory(expected);
        foreach (var change in migrated.Result.Changes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(expected, change.Path))!);
            Golden.Match(expected, change.Path, Telling(change.After ?? "(removed)\n"));
        }

        Golden.Match(folder, "explain.txt", Explained(migrated.Result));
        Golden.NothingElse(folder, "input/", "options.txt");
    }

    /// <summary>Of a launcher the logic: what stands for the shell below it is the compiler's, and has tests there.</summary>
    private static string Telling(string text) =>
        text.IndexOf("\n# What follows stands for the shell", StringComparison.Ordinal) is > 0 and var end ? text[..end] : text;

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_laws_hold(string name) => MigrationLaws.Hold(Read(Folder(name)));

    private static string Folder(string name) => Golden.Cases("migration").Single(path => Path.GetFileName(path) == name);

    private static Migrated Read(string folder)
    {
        var input = Path.Combine(folder, "input");
        var files = Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(input, path).Replace('\\', '/'), File.ReadAllText(path)));
        var settings = Path.Combine(folder, "options.txt");
        var options = (File.Exists(settings) ? File.ReadAllLines(settings) : []).Aggregate(Migrated.Defaults, With);
        return Migrated.Of(MemoryRepository.Of(files), options);
    }

    private static MigrationOptions With(MigrationOptions options, string line) => line.Split('=', 2) switch
    {
        ["target", var stage] => options with { Target = stage },
        ["remove-scripts", _] => options with { RemovesScripts = true },
        ["registry", var registry] => options with { Images = options.Images with { Registry = registry } },
        _ => throw new InvalidOperationException($"no such option: {line}"),
    };

    private static string Explained(MigrationResult result)
    {
        var text = new StringBuilder($"{result.Verdict}\n");
        foreach (var refusal in result.Refusals) text.Append($"refused: {refusal.Message}; {refusal.Advice}\n");
        foreach (var placement in result.Placements)
            text.Append($"{result.Service.Dockerfile.PositionOf(placement.Instruction.Span.Start).Line} {placement.Instruction.Keyword} {placement.Kind}: {placement.Reason}\n");
        foreach (var artifact in result.Artifacts)
            text.Append($"{artifact.Path} from {artifact.FromStage}{(artifact.Owner is { } owner ? $" for {owner}" : "")}: {artifact.Reason}\n");
        foreach (var note in result.Notes) text.Append($"note: {note}\n");
        foreach (var finding in result.Open)
            text.Append($"open: {finding.Place.Position} {finding.Rule.Id} {finding.Message} [{finding.Fix.Applicability}: {finding.Fix.Text}]\n");
        return text.ToString();
    }
}
