using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Rules.Starting;
using Unshell.Services.Needs;

namespace Unshell.Rules.Identity;

/// <summary>Something done as root that no other rule speaks of.</summary>
internal sealed class RootRights : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US5007",
        Name = "root-rights",
        Title = "The service does something that only root may do",
        Page = """
            ## What it does
            Finds actions at run time that take root's rights: `USER root` for the service itself, changing owners, raising
            priorities, mounting, where the hardened image runs as an unprivileged user.

            ## Why
            That nothing in the container is root is the protection that a hardened image gives. What still needs root has
            to be done when the image is built, or outside the container.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            COPY start.sh .
            CMD ["./start.sh"]
            ```
            ```sh file=start.sh
            #!/bin/sh
            chown -R app:app /data
            exec python app.py
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            USER 65532:65532
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            PermissionError: [Errno 1] Operation not permitted
            ```

            ## Fix
            Manual. Do it when the image is built, or from outside. In a start script that is compiled the compiler says what
            becomes of it: a `chown` to the user that it runs as already is dropped.

            ## See also
            [privilege-drop](privilege-drop.md), [volume-ownership](volume-ownership.md), [privileged-port](privileged-port.md)
            """,
    };

    internal const string RunAsRoot = "run as root";

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.Root root
        && (root.Action != RunAsRoot || gap.Source is GapSource.Dockerfile or GapSource.StartScript);

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var action = ((Requirement.Root)gap.Requirement).Action;
        if (action == RunAsRoot)
        {
            return Report(
                gap.Place,
                NeedPhase.Silent,
                $"the service runs as root, so that the protection of {gap.Image} is lost",
                null,
                new Fix(Applicability.Review, "run as 65532:65532"),
                gap.Need);
        }

        return Report(
            gap,
            $"{action} takes root's rights, which {gap.Image} does not give",
            gap.Phase == NeedPhase.Silent ? null : "Operation not permitted",
            LaunchFix.Of(context, gap) is { Launcher: not null } ? LaunchFix.For(context, gap)! : new Fix(Applicability.Manual, "do it when the image is built, or from outside"));
    });
}
