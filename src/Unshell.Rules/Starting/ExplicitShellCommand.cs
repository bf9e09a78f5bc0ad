using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Starting;

/// <summary>An exec form that starts a shell itself.</summary>
internal sealed class ExplicitShellCommand : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US3002",
        Name = "explicit-shell-command",
        Title = "CMD or ENTRYPOINT starts a shell by name",
        Page = """
            ## What it does
            Finds `CMD ["sh", "-c", "…"]` and its like, where the image lacks that shell.

            ## Why
            It looks like the exec form, and it is one; but the program that it starts is a shell. The idiom is common
            where a platform sets `$PORT`.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            CMD ["sh", "-c", "python app.py"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            OCI runtime create failed: runc create failed: unable to start container process: exec: "sh": executable file not found in $PATH: unknown
            ```

            ## Fix
            Safe where the text is a plain list of words. Where it uses the shell's language it is compiled to Python: on
            one line as `python -c` where that is short, else as a launcher beside the Dockerfile. Manual where the compiler
            says why it cannot.

            ## See also
            [shell-form-command](shell-form-command.md), [variables-in-exec-form](variables-in-exec-form.md)
            """,
    };

    internal override bool Claims(Gap gap) =>
        gap is
        {
            Source: GapSource.Dockerfile,
            Phase: not (NeedPhase.Build or NeedPhase.Health),
            Requirement: Requirement.Shell { Use: not (ShellUse.ShellForm or ShellUse.Script) },
        };

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var shell = ((Requirement.Shell)gap.Requirement).Name;
        return Report(
            gap,
            $"{RunText.Keyword(gap.Step)} starts {shell}, which {gap.Image} does not have",
            ErrorText.Start(shell),
            StartFix.For(context, gap, context.Service.Process, "start the program itself"));
    });
}
