using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>An init container or job that the image cannot run.</summary>
internal sealed class KubernetesInitShell : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6007",
        Name = "kubernetes-init-shell",
        Title = "An init container or job runs a shell in the image",
        Page = """
            ## What it does
            Finds init containers, jobs and hooks that use the image for something else than the service, through a shell or
            with a program that the hardened image does not have.

            ## Why
            An init container that waits for the database with `sh -c "until nc …"` never begins, so the service behind it
            never starts. Init containers on other images (busybox, postgres) are not touched by the move.

            ## Example
            ```yaml bad file=k8s/deployment.yaml
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: app
            spec:
              selector:
                matchLabels:
                  app: app
              template:
                metadata:
                  labels:
                    app: app
                spec:
                  initContainers:
                    - name: migrate
                      image: app:latest
                      command: ["sh", "-c", "python manage.py migrate && echo done"]
                  containers:
                    - name: app
                      image: app:latest
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            USER 65532:65532
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            OCI runtime create failed: runc create failed: unable to start container process: exec: "sh": executable file not found in $PATH: unknown
            ```

            ## Fix
            Safe where the text is a plain list of words. Manual otherwise: write it in Python.

            ## See also
            [kubernetes-command-shell](kubernetes-command-shell.md), [entrypoint-script](entrypoint-script.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap is { Source: GapSource.Kubernetes, Use.IsAuxiliary: true }
        && gap.Requirement is Requirement.Shell or Requirement.Program;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.ByInstruction().Select(group => Report(
            group[0],
            $"{group[0].Use?.Name ?? "an init container"} needs {ManifestWords.Lacking(group)}, which {group[0].Image} does not have",
            ErrorText.Start(ManifestWords.First(group)),
            Starting.StartFix.For(context, group[0], group[0].Use?.Command, "start the program itself")).With(group));
}
