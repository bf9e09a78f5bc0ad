using System.Collections.Immutable;
using Unshell.Services.Commands;
using Unshell.Services.Commands.Probes;
using Unshell.Services.Needs;
using Unshell.Text;

namespace Unshell.Migration.Manifests;

/// <summary>What a migration asks of the manifests that use the image.</summary>
public sealed record ManifestChange
{
    /// <summary>New container port by old one.</summary>
    public ImmutableSortedDictionary<int, int> Ports { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>What stands for an old check; null keeps checks as they are.</summary>
    public Func<ProcessCommand, ProbeAnswer>? Probe { get; init; }

    /// <summary>The words that a command with a shell is started by instead, or null where it stays.</summary>
    public Func<ProcessCommand, ImmutableArray<string>?> Launch { get; init; } = _ => null;

    /// <summary>The numeric user and group of the new image.</summary>
    public int User { get; init; } = 65532;

    /// <summary>Names and numbers of the users that the old image ran as; a manifest that names one is changed.</summary>
    public ImmutableSortedSet<string> OldUsers { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether to write what the new image allows: no new privileges, no capability, a read-only root.</summary>
    public bool Hardens { get; init; }

    /// <summary>
    /// Whether compose services get the same. They run on a developer's machine as often as in production, and a service that writes
    /// beside its code works there without it.
    /// </summary>
    public bool HardensCompose { get; init; }

    /// <summary>Absolute directories that are written at run time; <c>/tmp</c> is always one of them.</summary>
    public ImmutableArray<string> WritablePaths { get; init; } = [];

    /// <summary>The stage that the service is, or null for the last; uses of other stages are left alone.</summary>
    public string? TargetStage { get; init; }

    /// <summary>The stage with shell and tools that development and tests can use.</summary>
    public string BuildStage { get; init; } = "build";
}

/// <summary>What a check asks and how it is said without shell and tools.</summary>
/// <param name="Shape">What it asks, at the new port.</param>
/// <param name="Arguments">Program and arguments, or null where it cannot be said surely.</param>
/// <param name="Obstacle">Why it cannot, or null.</param>
public sealed record ProbeAnswer(ProbeShape Shape, ImmutableArray<string>? Arguments, string? Obstacle);

/// <summary>A change of a manifest's text.</summary>
/// <param name="File">The file.</param>
/// <param name="Edit">The change, against the file as it is.</param>
/// <param name="Column">Column from 0 of an inserted line; of insertions at one place the deepest comes first.</param>
/// <param name="Reason">Why, in a clause.</param>
public sealed record ManifestEdit(SourceText File, TextEdit Edit, int Column, string Reason);

/// <summary>Something to tell about a manifest.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What.</param>
/// <param name="Advice">What a person can write there, or null.</param>
public sealed record ManifestNote(Evidence Place, string Message, string? Advice);

/// <summary>What becomes of the manifests.</summary>
/// <param name="Edits">Changes of text.</param>
/// <param name="Notes">What was decided for the user, or should be known.</param>
/// <param name="Unresolved">What a person must decide; the text there is unchanged.</param>
public sealed record ManifestEdits(
    ImmutableArray<ManifestEdit> Edits, ImmutableArray<ManifestNote> Notes, ImmutableArray<ManifestNote> Unresolved)
{
    /// <summary>Nothing.</summary>
    public static ManifestEdits None { get; } = new([], [], []);

    /// <summary>The files after the edits, by path; the same edit asked for twice counts once.</summary>
    public ImmutableSortedDictionary<string, string> Apply() => Edits
        .GroupBy(edit => edit.File.Path, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(
            group => group.Key,
            group => TextEdit.Apply(
                group.First().File.Content,
                group.DistinctBy(edit => (edit.Edit.Span, edit.Edit.NewText)).OrderByDescending(edit => edit.Column).Select(edit => edit.Edit)),
            StringComparer.Ordinal);
}
