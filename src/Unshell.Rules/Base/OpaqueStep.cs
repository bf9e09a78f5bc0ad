using Unshell.Rules.Checking;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;

namespace Unshell.Rules.Base;

/// <summary>A build step whose effect is not known.</summary>
internal sealed class OpaqueStep : Rule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US1015",
        Name = "opaque-step",
        Title = "It is not known what a build step does",
        Page = """
            ## What it does
            Names each command of the shipped stages whose effect cannot be followed on paper: a list of packages in a
            variable without a value, a program that nobody here knows, a Makefile target.

            ## Why
            What such a command installs or writes may be needed at run time, and only what is known travels to the
            runtime stage. Better to say so than to leave it behind without a word.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            ARG EXTRA
            RUN apt-get update && apt-get install -y $EXTRA
            CMD ["python", "app.py"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12-dev AS build
            RUN python -m venv /opt/venv

            FROM dhi.io/python:3.11-debian12
            COPY --from=build /opt/venv /opt/venv
            CMD ["/opt/venv/bin/python", "app.py"]
            ```

            ## Error
            ```text
            (nothing is printed)
            ```

            ## Fix
            Manual. Look at what the command makes, and copy what the service uses at run time.

            ## See also
            [runtime-stage-run](runtime-stage-run.md), [unknown-installation](unknown-installation.md)
            """,
    };

    internal override IEnumerable<Finding> Check(RuleContext context) =>
        from at in context.Steps()
        where context.IsInTargetChain(at.Stage) && context.OffersOf(at.Stage).Shell is null
        from opaque in at.Step.Effects.OfType<Effect.Opaque>()
        where !opaque.IsInstallation
        select Report(
            context.At(opaque.Span),
            NeedPhase.Silent,
            $"it is not known what this does to the image: {opaque.Reason}",
            null,
            new Fix(Applicability.Manual, "check what it makes, and copy what is used at run time"));
}
