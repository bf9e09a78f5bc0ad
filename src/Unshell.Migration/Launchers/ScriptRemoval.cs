using System.Collections.Immutable;
using Unshell.Services.Launching;
using Unshell.Services.Repositories;

namespace Unshell.Migration.Launchers;

/// <summary>Takes scripts away for which launchers stand, where no other file speaks of them.</summary>
/// <param name="Changes">The scripts that go.</param>
/// <param name="Notes">Those that stay, and who speaks of them.</param>
internal sealed record ScriptRemoval(ImmutableArray<FileChange> Changes, ImmutableArray<string> Notes)
{
    public static ScriptRemoval Nothing { get; } = new([], []);

    /// <summary>The removal for a plan.</summary>
    /// <param name="repository">The files as they are after the migration.</param>
    /// <param name="plan">The launchers.</param>
    public static ScriptRemoval Of(IRepository repository, LaunchPlan plan)
    {
        var scripts = plan.Launchers.Where(launcher => launcher.Shell is not null).Select(launcher => launcher.Source).Order(StringComparer.Ordinal).ToImmutableArray();
        var changes = ImmutableArray.CreateBuilder<FileChange>();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var script in scripts)
        {
            if (Speaker(repository, script, scripts) is { } speaker) notes.Add($"{script} stays: {speaker} speaks of it");
            else changes.Add(new FileChange(script, repository.Find(script)!.Source.Content, null));
        }

        return new ScriptRemoval(changes.ToImmutable(), notes.ToImmutable());
    }

    /// <summary>A file that names the script; its launcher does so in its comments, and scripts that go with it do not count.</summary>
    private static string? Speaker(IRepository repository, string script, ImmutableArray<string> going)
    {
        var name = script[(script.LastIndexOf('/') + 1)..];
        return repository.Files.FirstOrDefault(path => !going.Contains(path) && repository.Find(path) is { IsText: true } file
            && file.Source.Content.Contains(name, StringComparison.Ordinal) && LauncherHeader.Read(file.Source.Content) is null);
    }
}
