using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Unshell.Catalog;
using Unshell.Dockerfiles.Syntax;
using Unshell.Migration;
using Unshell.Services;
using Unshell.Services.Simulation;

namespace Scoreboard;

/// <summary>A field of the migrated files beside what was expected of it.</summary>
/// <param name="Name">Name in the expectations.</param>
/// <param name="IsRight">Whether it is as expected, or null where the expectation says nothing.</param>
/// <param name="Actual">What was read, for a field that is wrong.</param>
internal sealed record Field(string Name, bool? IsRight, string Actual);

/// <summary>
/// Judges the fields of a migrated service. All are read from the migrated files, parsed anew; only <c>volume_warning</c> is
/// a word of the migration's own, since a warning is one.
/// </summary>
internal static partial class Fields
{
    public static ImmutableArray<Field> Of(Trial trial)
    {
        if (trial.After is not { } after) return [];
        var (before, expected) = (trial.Result.Service, trial.Expected);
        var old = before.Build.TargetStage!.Final;
        var state = after.Build.TargetStage!.Final;
        return
        [
            new Field("user", (state.User?.Split(':')[0] ?? "") == expected.User, state.User ?? "(none)"),
            Start("entrypoint_argv", expected.Entrypoint, state.Entrypoint?.Command, after, expected),
            Start("cmd_argv", expected.Command, state.Command?.Command, after, expected),
            Unchanged(before, after, expected),
            Flag("needs_launcher", Verdicts.NeedsLauncher(after) || Verdicts.HasLauncher(after), expected),
            Flag("healthcheck_rewrite", Text(old.Healthcheck) != Text(state.Healthcheck), expected),
            // A launcher says no port that the model reads; a port that is new has moved.
            Flag("port_change", !Ports(after).IsSubsetOf(Ports(before)), expected),
            Flag("python_bump", Line(before) is { Length: > 0 } line && line != Line(after), expected),
            Flag("compose_edit", trial.Result.Changes.Any(change => IsCompose(change.Path)), expected),
            Flag("k8s_edit", trial.Result.Changes.Any(change => IsYaml(change.Path) && !IsCompose(change.Path)), expected),
            Flag("volume_warning", WarnsOfVolumes(trial.Result), expected),
            Flag("shell_free", IsShellFree(after), expected),
        ];
    }

    private static Field Flag(string name, bool actual, Expectation expected) =>
        new(name, expected.Flags.TryGetValue(name, out var value) ? value == actual : null, actual ? "yes" : "no");

    /// <summary>Where a launcher is expected and none is named, or one is there, no words can be: the launcher's are not those of today.</summary>
    private static Field Start(string name, ImmutableArray<string>? words, CommandForm? form, ServiceModel after, Expectation expected)
    {
        if (expected["needs_launcher"] && (words is null || Verdicts.HasLauncher(after))) return new Field(name, null, "");
        var actual = form switch
        {
            null => null,
            CommandForm.Exec exec => (ImmutableArray<string>?)[.. exec.Arguments.Select(argument => argument.Value)],
            _ => ["(shell form)"],
        };
        var wanted = words is { } listed ? expected["port_change"] ? [.. listed.Select(MovedPort)] : listed : (ImmutableArray<string>?)null;
        return new Field(name, actual is null ? wanted is null : wanted is not null && actual.Value.SequenceEqual(wanted.Value), actual is null ? "(none)" : string.Join(' ', actual.Value));
    }

    /// <summary>The expectations name the command before ports move; 80 becomes 8080 as the product documents.</summary>
    private static string MovedPort(string word) => PortAtEnd().Replace(word, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + 8000).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<=^|[:=])(80|443)$", RegexOptions.CultureInvariant)]
    private static partial Regex PortAtEnd();

    /// <summary>Whether an exec form could stay as it was but for ports and a runner in front; not asked where a launcher takes over.</summary>
    private static Field Unchanged(ServiceModel before, ServiceModel after, Expectation expected)
    {
        if (expected["needs_launcher"]) return new Field("start_unchanged", null, "");
        var actual = before.Process is { Shell: null, IsMalformedExec: false } was && after.Process is { Shell: null } now
            && (was.PlainWords is { } old && now.PlainWords is { } words
                ? old.Select(MovedPort).SequenceEqual(words.Select(MovedPort))
                : was.Arguments.SequenceEqual(now.Arguments));
        return Flag("start_unchanged", actual, expected);
    }

    private static string? Text(HealthcheckInstruction? check) => check?.Arguments.Content;

    private static HashSet<int> Ports(ServiceModel service) => [.. service.Ports.Select(port => port.Number)];

    private static string Line(ServiceModel service)
    {
        var reference = service.Build.Stages[service.Build.TargetChain.Min()].Base is BaseImage.External external ? external.Reference : "";
        return PythonLine().Match(reference).Value;
    }

    [GeneratedRegex(@"(?<=python:)\d+\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex PythonLine();

    private static bool IsShellFree(ServiceModel service)
    {
        var chain = service.Build.TargetChain.Select(index => service.Build.Stages[index]).ToList();
        return chain.MinBy(stage => stage.Index)!.Base is BaseImage.External { Resolution: Resolution.AlreadyHardened { Offers.Shell: null } }
            && chain.All(stage => stage.Steps.All(step => step.Instruction is not RunInstruction));
    }

    /// <summary>A finding about a volume's owner, or a note that a volume or host path must be given to the new user.</summary>
    private static bool WarnsOfVolumes(MigrationResult result) =>
        result.Findings.Any(finding => finding.Rule.Name == "volume-ownership")
        || result.Notes.Any(note => note.Contains("may hold files of the old user", StringComparison.Ordinal) || note.Contains("of the host must be writable", StringComparison.Ordinal));

    private static bool IsYaml(string path) => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsCompose(string path) => IsYaml(path) && Path.GetFileName(path).Contains("compose", StringComparison.Ordinal);
}
