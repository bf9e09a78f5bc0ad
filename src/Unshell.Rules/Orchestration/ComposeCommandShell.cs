using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Rules.Starting;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>A compose command that the image cannot run.</summary>
internal sealed class ComposeCommandShell : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6004",
        Name = "compose-command-shell",
        Title = "A compose command needs a shell or a program that the image lacks",
        Page = """
            ## What it does
            Finds `command` and `entrypoint` of a compose service that runs the image, where they start a shell, a script,
            or a program that the hardened image does not have.

            ## Why
            What compose says replaces what the Dockerfile says. A Dockerfile without a shell is of no use to a service
            that compose starts with `sh -c`.

            ## Example
            ```yaml bad file=compose.yaml
            services:
              web:
                build: .
                command: sh -c "python manage.py migrate && gunicorn app:app"
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            USER 65532:65532
            CMD ["python", "app.py"]
            ```
            ```yaml file=compose.yaml
            services:
              web:
                build: .
                command: ["python", "app.py"]
            ```

            ## Error
            ```text
            OCI runtime create failed: runc create failed: unable to start container process: exec: "sh": executable file not found in $PATH: unknown
            ```

            ## Fix
            Safe where the text is a plain list of words. Manual otherwise: write a launcher in Python, or make each step a
            service of its own that the next one waits for.

            ## See also
            [explicit-shell-command](explicit-shell-command.md), [compose-health-check](compose-health-check.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Source == GapSource.Compose
        && gap.Requirement is Requirement.Shell or Requirement.Program;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.GroupBy(gap => (gap.Place.File.Path, gap.Use?.Name)).Select(group =>
        {
            var all = group.ToImmutableArray();
            return Report(
                all[0],
                $"the command of {all[0].Use?.Name ?? "the service"} needs {ManifestWords.Lacking(all)}, which {all[0].Image} does not have",
                ErrorText.Start(ManifestWords.First(all)),
                StartFix.For(context, all[0], all[0].Use?.Command, "write it as a list of words, without a shell")).With(all);
        });
}
