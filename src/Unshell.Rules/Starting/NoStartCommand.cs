using Unshell.Rules.Checking;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;

namespace Unshell.Rules.Starting;

/// <summary>Nothing that was read says what the image starts.</summary>
internal sealed class NoStartCommand : Rule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US3013",
        Name = "no-start-command",
        Title = "Nothing says what the image starts",
        Page = """
            ## What it does
            Finds images without CMD and ENTRYPOINT of their own for which no compose file and no Kubernetes manifest of
            the repository gives a command either.

            ## Why
            What is started is said elsewhere: by a platform, a chart in another repository, a person. That command was
            written for an image with a shell (`sh -c "…"`, a script, `curl` in a probe), and what it needs cannot be
            read here. Started without one, the image runs the command of its base, which need not be the same.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            RUN pip install gunicorn
            COPY app.py ./
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            COPY app.py ./
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            docker: Error response from daemon: no command specified
            ```

            ## Fix
            Manual. Write CMD in exec form, or look through the place that gives the command for shells, scripts and
            programs that the image lacks.

            ## See also
            [shell-form-command](shell-form-command.md), [compose-command-shell](compose-command-shell.md)
            """,
    };

    internal override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Service.Build.TargetStage is not { Final: { Command: null, Entrypoint: null } } stage || context.Target is not { IsKnown: true } target) yield break;
        var running = context.Service.Uses.Where(use => use is { IsDevelopment: false, IsAuxiliary: false, Match: not Certainty.Possible }
            && use.Kind is ManifestKind.Compose or ManifestKind.Kubernetes or ManifestKind.Helm or ManifestKind.Platform).ToArray();
        if (running.Length > 0 && running.All(use => use.Command is not null)) yield break;
        string[] words = [.. target.Entrypoint, .. target.Command];
        var starts = words.Length == 0 ? $"{target.Image} starts nothing of itself" : $"{target.Image} starts {string.Join(' ', words)}";
        yield return Report(
            context.At(stage.Syntax.From.Span),
            NeedPhase.Start,
            $"nothing that was read says what the image starts, and {starts}",
            words.Length == 0 ? "docker: Error response from daemon: no command specified" : null,
            new Fix(Applicability.Manual, "write CMD in exec form, or look through the command that is given elsewhere"));
    }
}
