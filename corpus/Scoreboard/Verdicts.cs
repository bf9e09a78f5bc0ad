using Unshell.Migration;
using Unshell.Rules;
using Unshell.Services;
using Unshell.Services.Launching;
using Unshell.Services.Needs;

namespace Scoreboard;

/// <summary>How far a service can be moved, in the words of the expectations.</summary>
internal enum Verdict
{
    /// <summary>Nothing to do: the image is a minimal one already.</summary>
    Nothing,
    /// <summary>Moved, nothing to look at.</summary>
    Auto,
    /// <summary>Moved; something was chosen or should be looked at.</summary>
    AutoWithFlags,
    /// <summary>Moved, but it does not run before a person has replaced a script, a shell text or a program.</summary>
    Assist,
    /// <summary>As assist, and the container runs several daemons, which a person must take apart.</summary>
    Partial,
    /// <summary>Not moved.</summary>
    Refused,
}

/// <summary>Reads the verdict off a migration.</summary>
internal static class Verdicts
{
    private static readonly string[] Daemons = ["process-supervisor", "web-server-in-container", "cron-in-container"];

    private static readonly string[] Words = ["nop", "auto", "auto+flags", "assist", "partial", "refuse"];

    public static Verdict Parse(string word) => (Verdict)Array.IndexOf(Words, word);

    public static string Word(Verdict verdict) => Words[(int)verdict];

    /// <summary>
    /// Refused and nothing as the migration says. Else by what is open in the migrated files: anything that stops the image from
    /// being built, started or probed and that only a person can mend is assist, or partial where daemons are among it.
    /// What is open beyond that, was marked for review, was chosen for the user or is told in a note makes flags.
    /// </summary>
    public static Verdict Of(MigrationResult result, bool choosesPython)
    {
        if (result.Verdict == MigrationVerdict.Refused) return Verdict.Refused;
        if (result.Verdict == MigrationVerdict.Nothing) return Verdict.Nothing;
        var stops = result.Open.Where(Stops).ToList();
        if (stops.Any(finding => Daemons.Contains(finding.Rule.Name, StringComparer.Ordinal))) return Verdict.Partial;
        if (stops.Count > 0) return Verdict.Assist;
        return choosesPython || result.Open.Any(finding => !IsPipeline(finding)) || result.Findings.Any(IsFlag) || result.Notes.Any(IsFlag)
            ? Verdict.AutoWithFlags
            : Verdict.Auto;
    }

    /// <summary>
    /// Whether a finding keeps the migrated image from working until a person has mended it, or from being known to work until one has
    /// looked what a step installs. Pipelines (7000) are not the image:
    /// a login to the registry, say, is set up once for all services.
    /// </summary>
    public static bool Stops(Finding finding) => !IsPipeline(finding)
        && finding.Fix.Applicability == Applicability.Manual
        && (finding.Phase is NeedPhase.Build or NeedPhase.Start or NeedPhase.Health || finding.Rule.StaysOpen);

    /// <summary>Every migration gives up the account and gives the code to root; that alone is no flag, as finding or as note.</summary>
    private static bool IsFlag(Finding finding) =>
        finding.Fix.Applicability != Applicability.Safe && !IsPipeline(finding) && finding.Rule.Name is not ("account-commands" or "unwritable-directory");

    private static bool IsFlag(string note) => !note.Contains(" to root", StringComparison.Ordinal);

    private static bool IsPipeline(Finding finding) => finding.Rule.Id.StartsWith("US7", StringComparison.Ordinal);

    /// <summary>Whether the container starts a launcher: one that a migration wrote, or a program on one line.</summary>
    public static bool HasLauncher(ServiceModel service) => service.Process is { } process
        && process.Arguments.Zip(process.Arguments.Skip(1)).Any(pair => pair is ("python", "-c")
            || (pair.First == "python" && pair.Second?.EndsWith(".py", StringComparison.Ordinal) == true && IsLauncher(service, pair.Second)));

    /// <summary>Whether a launcher took over what the expectation leaves to a person.</summary>
    public static bool IsBetter(Trial trial) => trial.Expected.Verdict == Verdict.Assist && trial.Expected["needs_launcher"]
        && trial.Verdict is Verdict.Auto or Verdict.AutoWithFlags && trial.After is { } after && HasLauncher(after);

    private static bool IsLauncher(ServiceModel service, string word)
    {
        var name = word[(word.LastIndexOf('/') + 1)..];
        return service.Build.Context.Files.Where(path => path == name || path.EndsWith("/" + name, StringComparison.Ordinal))
            .Any(path => service.Build.Context.Find(path) is { } file && LauncherHeader.Read(file.Source.Content) is not null);
    }

    /// <summary>Whether a person must replace what the container starts.</summary>
    public static bool NeedsLauncher(ServiceModel service) =>
        service.Process is { } process && (process.Script is { IsShell: true } || (process.Shell is not null && process.PlainWords is null));
}
