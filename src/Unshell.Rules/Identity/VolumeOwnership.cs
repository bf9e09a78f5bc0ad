using Unshell.Dockerfiles.Syntax;
using Unshell.Rules.Checking;
using Unshell.Services.Manifests;
using Unshell.Services.Needs;

namespace Unshell.Rules.Identity;

/// <summary>A volume whose files belong to the user of the old image.</summary>
internal sealed class VolumeOwnership : Rule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US5005",
        Name = "volume-ownership",
        Title = "A volume that exists keeps the files of the old user",
        Page = """
            ## What it does
            Finds named volumes and claims that a manifest mounts for writing, and what VOLUME declares, where the user of the
            service changes.

            ## Why
            A new volume takes its owner from the image. One that exists does not: its files belong to root, or whoever the
            old image ran as, and no rebuild changes that.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            VOLUME /app/data
            CMD ["python", "app.py"]
            ```
            ```yaml bad file=compose.yaml
            services:
              web:
                build: .
                volumes:
                  - data:/app/data
            volumes:
              data:
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
                volumes:
                  - data:/app/data
            volumes:
              data:
            ```

            ## Error
            ```text
            PermissionError: [Errno 13] Permission denied: '/app/data'
            ```

            ## Fix
            Manual. Change the owner of what exists once, from outside: a container of another image that runs
            `chown -R 65532:65532`, or `fsGroup: 65532` in Kubernetes. Review where only VOLUME tells of it: there need
            not be a volume from before.

            ## See also
            [unwritable-directory](unwritable-directory.md), [account-commands](account-commands.md)
            """,
    };

    internal override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Target is not { IsKnown: true, UserId: not 0 } target || context.Original is not { } original) return [];
        if (OwnerBefore(context, original) == target.UserId) return [];
        return
        [
            .. from use in context.Service.Uses
               where !use.IsDevelopment && use.User is null
               from mount in use.Mounts
               where mount is { Kind: MountKind.Volume, IsReadOnly: false, Source: not null }
               select Report(
                   mount.Place,
                   NeedPhase.Later,
                   $"files on an existing volume {mount.Source} belong to the old image's user, not to {target.UserId}",
                   ErrorText.PermissionDenied(mount.Target),
                   new Fix(Applicability.Manual, $"change the owner of the existing files to {target.UserId} once, from outside")),
            .. OfInstructions(context, target.UserId),
        ];
    }

    /// <summary>What VOLUME says and no manifest mounts: whether somebody has mounted a volume there cannot be seen, so that no error is foretold.</summary>
    private IEnumerable<Finding> OfInstructions(RuleContext context, int? user) =>
        from at in context.Steps()
        where context.IsInTargetChain(at.Stage) && at.Step.Instruction is WordListInstruction { Keyword: "VOLUME" }
        let path = at.Step.After.Volumes.Except(at.Step.Before.Volumes).FirstOrDefault(path =>
            !context.Service.Uses.Any(use => use.Mounts.Any(mount => mount.Target.TrimEnd('/') == path.TrimEnd('/'))))
        where path is not null
        select Report(
            context.At(at.Step.Instruction.Span),
            NeedPhase.Later,
            $"files on a volume that is mounted at {path} from before belong to the old image's user, not to {user}",
            null,
            new Fix(Applicability.Review, $"where such a volume exists, change the owner of its files to {user} once, from outside"));

    private static int? OwnerBefore(RuleContext context, Catalog.ImageOffers original)
    {
        if (context.Service.Build.TargetStage?.Final is not { User: { } user } state) return original.UserId;
        var name = user.Split(':')[0];
        if (int.TryParse(name, out var id)) return id;
        return state.Accounts.TryGetValue($"user:{name}", out var made) ? made.Id
            : original.Users.TryGetValue(name, out var known) ? known : null;
    }
}
