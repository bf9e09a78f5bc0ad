using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Rules.Sources;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;

namespace Unshell.Rules.Identity;

/// <summary>A path that the service writes to and its new user may not.</summary>
internal sealed class UnwritableDirectory : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US5004",
        Name = "unwritable-directory",
        Title = "The service writes to a path that its user may not write",
        Page = """
            ## What it does
            Finds paths that the service writes to (volumes, log directories, directories made for it) and that the user of
            the hardened image may not write.

            ## Why
            As root everything could be written. The hardened image runs as 65532, to whom only `/tmp`, `/var/tmp`,
            `/dev/shm` and `/home/nonroot` are open.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            RUN mkdir -p /var/log/claims
            VOLUME /var/log/claims
            CMD ["python", "app.py"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12-dev AS build
            RUN mkdir -p /var/log/claims

            FROM dhi.io/python:3.11-debian12
            COPY --from=build --chown=65532:65532 /var/log/claims /var/log/claims
            VOLUME /var/log/claims
            USER 65532:65532
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            PermissionError: [Errno 13] Permission denied: '/var/log/claims'
            ```

            ## Fix
            Safe for directories that the Dockerfile makes or declares: they are made in the build stage and copied with
            `--chown=65532:65532`. Review where the path is only likely to be written.

            ## See also
            [volume-ownership](volume-ownership.md), [chown-chmod-mkdir](chown-chmod-mkdir.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.WritablePath;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.GroupBy(gap => ((Requirement.WritablePath)gap.Requirement).Value, StringComparer.Ordinal).Select(group =>
        {
            var all = group.ToImmutableArray();
            return Report(
                all[0],
                $"the service writes to {group.Key}, which the user of {all[0].Image} may not{SourceText.Doubt(all[0])}",
                ErrorText.PermissionDenied(group.Key) + (HoldsDatabase(all[0]) ? "\nsqlite3.OperationalError: attempt to write a readonly database" : ""),
                all[0].Requirement is Requirement.WritablePath { IsFile: true } && SourceText.Variables(all[0]) is { IsEmpty: false } variables
                    ? new Fix(Applicability.Review, $"set {Grouping.List(variables)}, or write it below a directory of its own; the code's own directory stays read-only")
                    : all[0].Requirement is Requirement.WritablePath { IsFile: true }
                    ? new Fix(Applicability.Manual, "write it below a directory of its own, such as a volume, or to standard output; the code's own directory stays read-only")
                    : all[0].Need.Certainty == Certainty.Certain
                    ? new Fix(Applicability.Safe, "make the directory in the build stage and copy it with --chown=65532:65532")
                    : new Fix(Applicability.Review, "check that it is written, and give it to 65532")).With(all);
        });

    /// <summary>A RUN that migrates while the image is built has nothing but a database file to migrate.</summary>
    private static bool HoldsDatabase(Gap gap) => gap.Step?.Effects.OfType<Effect.ProgramRun>().Any(run =>
        run.Words.Any(word => word is "migrate" or "upgrade") && run.Words.Any(word => word is "manage.py" or "flask" or "alembic" or "db")) == true;
}
