using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Rules.Sources;
using Unshell.Rules.Starting;
using Unshell.Services.Launching;
using Unshell.Services.Needs;

namespace Unshell.Rules.Native;

/// <summary>A program that the service starts and the image lacks.</summary>
internal sealed class RuntimeProgramMissing : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US4002",
        Name = "runtime-program-missing",
        Title = "The service runs a program that the image lacks",
        Page = """
            ## What it does
            Finds programs that the service runs, or that its Dockerfile installs for it to run, and that the hardened
            image does not have.

            ## Why
            `ffmpeg`, `pg_dump`, `git` and their like come from packages of the distribution. Where the container itself
            starts with such a program it fails at once; where the code calls it, it fails when that code runs.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            RUN apt-get update && apt-get install -y make
            COPY Makefile app.py ./
            CMD ["make", "run"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            COPY app.py ./
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            OCI runtime create failed: runc create failed: unable to start container process: exec: "make": executable file not found in $PATH: unknown
            ```

            ## Fix
            Review where a package is known to bring the program: it is brought over as files. Manual for the program that
            the container starts with.

            ## See also
            [native-library-missing](native-library-missing.md), [entrypoint-script](entrypoint-script.md),
            [health-check-program](health-check-program.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.Program
        && gap.Source is GapSource.Dockerfile or GapSource.StartScript && gap.Phase is not (NeedPhase.Build or NeedPhase.Health);

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.GroupBy(gap => (gap.Need.Stage, Name: gap.Program()!, gap.Phase))
            .Select(group => Describe(group.Key.Name, [.. group], context));

    private Finding Describe(string program, ImmutableArray<Gap> group, RuleContext context)
    {
        var gap = group[0];
        var starts = gap.Phase == NeedPhase.Start && (!SourceText.IsPython(gap) || LauncherHeader.Read(gap.Place.File.Content) is not null);
        // A shell's text that runs it is compiled, and the program's work may be done in Python then.
        var launched = LaunchFix.Of(context, gap) is { Launcher: not null } compiled && !compiled.Programs.Contains(program) ? LaunchFix.For(context, gap) : null;
        return Report(
            gap,
            $"the service runs {program}, which {gap.Image} does not have{SourceText.Doubt(gap)}",
            starts ? ErrorText.Start(program) : $"FileNotFoundError: [Errno 2] No such file or directory: '{program}'",
            launched ?? (starts
                ? program.StartsWith("/usr/local/bin/", StringComparison.Ordinal)
                    ? new Fix(Applicability.Safe, $"start {program[(program.LastIndexOf('/') + 1)..]} by its name, which PATH finds in the virtual environment")
                    : new Fix(Applicability.Manual, $"start the service without {program}, or bring it over as files")
                : new Fix(Applicability.Review, $"bring {program} over as files, or do its work in Python"))).With(group);
    }
}
