using System.Collections.Immutable;
using System.Text.Json;

namespace Scoreboard;

/// <summary>What a person expects of one service: a line of the expectations file; <c>corpus/README.md</c> describes it.</summary>
internal sealed record Expectation
{
    public required string Id { get; init; }

    /// <summary>The checkout's folder below the directory of checkouts.</summary>
    public required string Folder { get; init; }

    public required string Dockerfile { get; init; }

    /// <summary>Stage to build, by number or name.</summary>
    public required string Stage { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>USER of the migrated image.</summary>
    public required string? User { get; init; }

    /// <summary>CMD of the migrated image in exec form, or null for none.</summary>
    public required ImmutableArray<string>? Command { get; init; }

    /// <summary>ENTRYPOINT of the migrated image in exec form, or null for none.</summary>
    public required ImmutableArray<string>? Entrypoint { get; init; }

    /// <summary>The yes-or-no fields by name.</summary>
    public required ImmutableSortedDictionary<string, bool> Flags { get; init; }

    /// <summary>Lines that a search for words finds in the service's Python files, by word.</summary>
    public ImmutableSortedDictionary<string, int> Searched { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    public bool this[string flag] => Flags.GetValueOrDefault(flag);

    public static ImmutableArray<Expectation> ReadAll(string path) =>
        [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Read)];

    private static Expectation Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var expected = root.GetProperty("expected");
        return new Expectation
        {
            Id = Text(root, "id")!,
            Folder = Text(root, "path")!,
            Dockerfile = Text(root, "dockerfile")!,
            Stage = Text(root, "target_stage")!,
            Verdict = Verdicts.Parse(Text(root, "verdict")!),
            User = Text(expected, "user"),
            Command = Words(expected, "cmd_argv"),
            Entrypoint = Words(expected, "entrypoint_argv"),
            Searched = root.TryGetProperty("source_scan", out var scan)
                ? scan.EnumerateObject().ToImmutableSortedDictionary(property => property.Name, property => property.Value.GetInt32(), StringComparer.Ordinal)
                : ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal),
            Flags = expected.EnumerateObject()
                .Where(property => property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                .ToImmutableSortedDictionary(property => property.Name, property => property.Value.GetBoolean(), StringComparer.Ordinal),
        };
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static ImmutableArray<string>? Words(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(word => word.GetString()!)] : null;
}
