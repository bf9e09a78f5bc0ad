using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Migration.Tests.Migrations;

/// <summary>What holds of every migration, whatever the files are.</summary>
internal static class MigrationLaws
{
    public static void Hold(Migrated migrated)
    {
        IsDeterministic(migrated);
        IsIdempotent(migrated);
        Parses(migrated);
        LeavesNothingOpenUnsaid(migrated);
        KeepsWhatItDoesNotTouch(migrated);
        KeepsComments(migrated);
        KeepsLineEndings(migrated);
        CopiesOnlyWhatIsThere(migrated);
    }

    public static void IsDeterministic(Migrated migrated)
    {
        var other = Migrated.Of(migrated.Before, migrated.Options, migrated.Path);
        other.Result.Changes.ShouldBe(migrated.Result.Changes);
        other.Result.Notes.ShouldBe(migrated.Result.Notes);
    }

    public static void IsIdempotent(Migrated migrated)
    {
        var again = migrated.Again();
        if (migrated.Result.Verdict != MigrationVerdict.Refused) again.Result.Verdict.ShouldNotBe(MigrationVerdict.Refused, Shown(migrated));
        foreach (var change in again.Result.Changes) change.After.ShouldBe(change.Before, Shown(migrated));
    }

    public static void Parses(Migrated migrated)
    {
        var known = Diagnostics(migrated.Before, migrated.Path).ToHashSet();
        Diagnostics(migrated.After, migrated.Path).Where(diagnostic => !known.Contains(diagnostic)).ShouldBeEmpty(Shown(migrated));
        var defects = migrated.Result.Service.Build.Defects.Select(defect => defect.Message).ToHashSet();
        migrated.Reread.Build.Defects.Where(defect => defect.Severity == DiagnosticSeverity.Error && !defects.Contains(defect.Message)).ShouldBeEmpty(Shown(migrated));
    }

    public static void LeavesNothingOpenUnsaid(Migrated migrated)
    {
        var said = migrated.Result.Open.SelectMany(finding => finding.Related.Prepend(finding.Place)).ToList();
        foreach (var need in NeedMatcher.Missing(migrated.Reread))
            said.ShouldContain(place => need.Evidence.Any(evidence => Touches(evidence, place)), $"{need.Requirement} is open and unsaid\n{Shown(migrated)}");
    }

    /// <summary>An instruction that no placement calls rewritten or dropped stands in the result as it stood.</summary>
    public static void KeepsWhatItDoesNotTouch(Migrated migrated)
    {
        if (migrated.Result.Changes.IsEmpty) return;
        foreach (var group in migrated.Result.Placements.GroupBy(placement => placement.Instruction))
        {
            if (group.Any(placement => placement.Kind is PlacementKind.Rewritten or PlacementKind.Dropped)) continue;
            var text = migrated.Result.Service.Dockerfile.TextOf(group.Key.Span);
            migrated.Text.ShouldContain(text, Case.Sensitive, $"{string.Join(", ", group.Select(placement => placement.Kind))}\n{Shown(migrated)}");
        }
    }

    /// <summary>Comments between instructions survive all; those inside one do where it does.</summary>
    public static void KeepsComments(Migrated migrated)
    {
        var after = migrated.Text.Split('\n').Select(line => line.Trim()).ToList();
        foreach (var comment in Comments(migrated.Result)) after.Remove(comment).ShouldBeTrue($"'{comment}' is gone\n{Shown(migrated)}");
    }

    public static void KeepsLineEndings(Migrated migrated)
    {
        foreach (var change in migrated.Result.Changes.Where(change => change is { Before: not null, After: not null }))
        {
            if (!change.Before!.Contains("\r\n", StringComparison.Ordinal)) change.After!.ShouldNotContain("\r");
            else if (Bare(change.Before) == 0) Bare(change.After!).ShouldBe(0, Shown(migrated));
        }
    }

    /// <summary>A copy from a stage that does not make the path would fail the build.</summary>
    public static void CopiesOnlyWhatIsThere(Migrated migrated)
    {
        if (migrated.Result.Verdict == MigrationVerdict.Refused) return;
        var build = migrated.Reread.Build;
        foreach (var copy in build.TargetStage!.Steps.SelectMany(step => step.Effects).OfType<Effect.FilesCopied>())
        {
            if (copy.Origin is not CopyOrigin.Stage { Index: var index }) continue;
            foreach (var source in copy.Sources)
                IsMadeIn(build, index, source.TrimEnd('/')).ShouldBeTrue($"stage {index} does not make {source}\n{Shown(migrated)}");
        }
    }

    private static bool IsMadeIn(BuildModel build, int stage, string path)
    {
        var state = build.Stages[stage].Final;
        return path is "" or "/native" or "/usr/lib/locale/C.utf8"
            || state.WorkingDirectory == path
            || state.VirtualEnvironments.ContainsKey(path)
            || build.Stages[stage].Steps.Any(step => step.After.WorkingDirectory == path)
            || state.Paths.Keys.Any(known => known.TrimEnd('/') == path || known.StartsWith(path + "/", StringComparison.Ordinal))
            || state.PythonInstalls.Any(install => install.Target is PythonTarget.Directory { Path: var at } && at == path)
            || state.PythonInstalls.Any(install => install.Target is PythonTarget.Prefix { Path: var prefix } && prefix == path)
            || state.Opaque.Length > 0;
    }

    private static IEnumerable<string> Diagnostics(Unshell.Services.Repositories.IRepository repository, string path) =>
        DockerfileSyntax.Parse(repository.Find(path)!.Source).Diagnostics.Select(diagnostic => diagnostic.Message);

    private static IEnumerable<string> Comments(MigrationResult result)
    {
        var (source, instructions) = (result.Service.Dockerfile, result.Service.Build.Syntax.Instructions);
        var touched = result.Placements.Where(placement => placement.Kind is PlacementKind.Dropped or PlacementKind.Rewritten).Select(placement => placement.Instruction.Span).ToList();
        var offset = 0;
        foreach (var line in source.Content.Split('\n'))
        {
            var place = new TextSpan(offset, line.Length);
            offset += line.Length + 1;
            if (!line.TrimStart().StartsWith('#')) continue;
            if (touched.Any(span => span.Overlaps(place))) continue;
            if (instructions.SelectMany(instruction => instruction.Heredocs).Any(heredoc => heredoc.BodySpan.Overlaps(place))) continue;
            yield return line.Trim();
        }
    }

    private static bool Touches(Evidence one, Evidence other) => one.File.Path == other.File.Path && (one.Span == other.Span || one.Span.Overlaps(other.Span));

    private static int Bare(string text) => text.Count(letter => letter == '\n') - text.Split("\r\n").Length + 1;

    public static string Shown(Migrated migrated) =>
        $"--- before\n{migrated.Result.Service.Dockerfile.Content}\n--- after\n{migrated.Text}\n--- placements\n"
        + string.Join('\n', migrated.Result.Placements.Select(placement => $"{placement.Instruction.Keyword} {placement.Kind}: {placement.Reason}"))
        + "\n--- open\n" + string.Join('\n', migrated.Result.Open.Select(finding => $"{finding.Place.Position} {finding.Rule.Id} {finding.Message}"));
}
