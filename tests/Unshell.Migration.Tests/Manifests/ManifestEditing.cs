using System.Text;
using Unshell.Migration.Manifests;
using Unshell.Services.Manifests.Yaml;
using Unshell.Services.Repositories;
using Unshell.Testing;
using Unshell.Text;

namespace Unshell.Migration.Tests.Manifests;

public sealed class ManifestEditing
{
    public static TheoryData<string> Cases => [.. Golden.Cases("manifests").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Manifests_become_what_an_expert_would_have_written(string name)
    {
        var folder = Folder(name);
        var repository = Read(folder);
        var edits = EditedManifests.Of(repository);
        var after = edits.Apply();
        Directory.CreateDirectory(Path.Combine(folder, "expected"));
        foreach (var (path, text) in after) Golden.Match(Path.Combine(folder, "expected"), path, text);
        Golden.Match(folder, "notes.txt", Print(edits));
        Golden.NothingElse(folder, "input/");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Editing_twice_changes_nothing_the_second_time(string name)
    {
        var once = EditedManifests.After(Read(Folder(name)));
        EditedManifests.Of(once).Edits.Select(edit => $"{edit.File.Path} {edit.Edit}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_result_is_valid_and_keeps_every_comment(string name)
    {
        var repository = Read(Folder(name));
        foreach (var (path, text) in EditedManifests.Of(repository).Apply())
        {
            YamlFile.Parse(new SourceText(path, text)).Diagnostics.ShouldBeEmpty();
            var lines = text.Split('\n').ToHashSet(StringComparer.Ordinal);
            foreach (var line in repository.Find(path)!.Source.Content.Split('\n').Where(line => line.TrimStart().StartsWith('#')))
                lines.ShouldContain(line);
        }
    }

    private static string Folder(string name) => Golden.Cases("manifests").Single(path => Path.GetFileName(path) == name);

    private static MemoryRepository Read(string folder)
    {
        var input = Path.Combine(folder, "input");
        return MemoryRepository.Of(Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(input, path).Replace('\\', '/'), File.ReadAllText(path))));
    }

    private static string Print(ManifestEdits edits)
    {
        var text = new StringBuilder();
        foreach (var edit in edits.Edits) text.Append($"{edit.File.Path}:{edit.File.PositionOf(edit.Edit.Span.Start)} edit: {edit.Reason}\n");
        foreach (var note in edits.Notes) Append(text, note, "note");
        foreach (var note in edits.Unresolved) Append(text, note, "unresolved");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ManifestNote note, string kind) => text.Append(
        $"{note.Place.Position} {kind}: {note.Message}{(note.Advice is { } advice ? $" [{advice.Replace("\n", "\\n", StringComparison.Ordinal)}]" : "")}\n");
}
