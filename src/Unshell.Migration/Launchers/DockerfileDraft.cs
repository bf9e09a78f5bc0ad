using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services;
using Unshell.Services.Repositories;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Migration.Launchers;

/// <summary>A Dockerfile and new files under construction; immutable, so that what does not work out is simply left.</summary>
internal sealed record DockerfileDraft
{
    /// <summary>The service as it was.</summary>
    public required ServiceModel Service { get; init; }

    /// <summary>Its files as they were.</summary>
    public required IRepository Repository { get; init; }

    /// <summary>Changes of the Dockerfile.</summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];

    /// <summary>New or changed files beside the Dockerfile, by path.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Offsets of the Dockerfile at which an instruction is added, in the order of the additions.</summary>
    public ImmutableArray<int> Added { get; init; } = [];

    /// <summary>Instructions that are taken out.</summary>
    public ImmutableArray<InstructionSyntax> Dropped { get; init; } = [];

    /// <summary>What became of instructions of the old file.</summary>
    public ImmutableArray<Placement> Placements { get; init; } = [];

    /// <summary>The Dockerfile's new text.</summary>
    public string Text => TextEdit.Apply(Service.Dockerfile.Content, Edits);

    /// <summary>The files as they are now.</summary>
    public IRepository Overlaid() => new OverlaidRepository(Repository, Files.Add(Service.Dockerfile.Path, Text).ToImmutableSortedDictionary(
        file => file.Key,
        file => (RepositoryFile?)new RepositoryFile(new SourceText(file.Key, file.Value), true, Repository.Find(file.Key)?.IsExecutable ?? false),
        StringComparer.Ordinal));

    /// <summary>The Dockerfile as it is now, run on paper.</summary>
    public BuildModel Simulated() => BuildSimulator.Run(
        DockerfileSyntax.Parse(new SourceText(Service.Dockerfile.Path, Text)), Overlaid(), Service.Context, Service.Build.Options!);

    /// <summary>Whether a file of the repository is at a path of the image.</summary>
    public bool Holds(string imagePath, string file)
    {
        var build = Simulated();
        return build.Target >= 0 && ImageFiles.Trace(build, build.Target, imagePath) is TracedFile.Repository found && found.Path == file && !found.IsEdited;
    }

    /// <summary>The draft with a change; one that was made before is not made again.</summary>
    public DockerfileDraft With(TextEdit edit) => Edits.Contains(edit) ? this : this with { Edits = Edits.Add(edit) };

    /// <summary>The draft with a file.</summary>
    public DockerfileDraft With(string path, string text) => this with { Files = Files.SetItem(path, text) };

    /// <summary>The draft with lines behind an instruction.</summary>
    public DockerfileDraft WithLine(InstructionSyntax anchor, string line)
    {
        var newLine = Service.Dockerfile.NewLine;
        var isEnded = Service.Dockerfile.TextOf(anchor.FullSpan).EndsWith('\n');
        var draft = With(TextEdit.Insert(anchor.FullSpan.End, isEnded ? line + newLine : newLine + line));
        return draft with { Added = Added.Add(anchor.FullSpan.End) };
    }

    /// <summary>The draft without an instruction; comments above it stay.</summary>
    public DockerfileDraft Without(InstructionSyntax instruction, string reason)
    {
        var start = instruction.Span.Start;
        while (start > instruction.FullSpan.Start && Service.Dockerfile.Content[start - 1] is ' ' or '\t') start--;
        return With(new TextEdit(TextSpan.FromBounds(start, instruction.FullSpan.End), "")) with
        {
            Dropped = Dropped.Add(instruction),
            Placements = Placements.Add(new Placement(instruction, PlacementKind.Dropped, reason)),
        };
    }
}
