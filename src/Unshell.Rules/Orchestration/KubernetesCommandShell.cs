using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Orchestration;

/// <summary>A container command that the image cannot run.</summary>
internal sealed class KubernetesCommandShell : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US6008",
        Name = "kubernetes-command-shell",
        Title = "A Kubernetes command needs a shell or a program that the image lacks",
        Page = """
            ## What it does
            Finds `command` and `args` of containers that run the service, where they start a shell, a script or a program
            that the hardened image does not have.

            ## Why
            They replace `ENTRYPOINT` and `CMD` of the image.

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
                  containers:
                    - name: app
                      image: app:latest
                      command: ["sh", "-c", "exec python app.py"]
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
            Safe where the text is a plain list of words. Manual otherwise: write a launcher in Python.

            ## See also
            [kubernetes-init-shell](kubernetes-init-shell.md), [compose-command-shell](compose-command-shell.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Source == GapSource.Kubernetes
        && gap.Requirement is Requirement.Shell or Requirement.Program;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.ByInstruction().Select(group => Report(
            group[0],
            $"the command of {group[0].Use?.Name ?? "the container"} needs {ManifestWords.Lacking(group)}, which {group[0].Image} does not have",
            ErrorText.Start(ManifestWords.First(group)),
            Starting.StartFix.For(context, group[0], group[0].Use?.Command, "start the program itself")).With(group));
}
