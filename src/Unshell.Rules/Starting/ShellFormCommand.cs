using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Starting;

/// <summary>CMD or ENTRYPOINT as text for a shell.</summary>
internal sealed class ShellFormCommand : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US3001",
        Name = "shell-form-command",
        Title = "CMD or ENTRYPOINT in shell form",
        Page = """
            ## What it does
            Finds a `CMD` or `ENTRYPOINT` that is not a JSON array, where the image has no shell.

            ## Why
            The shell form is run as `/bin/sh -c "…"`. Without a shell the container does not start, whatever the command
            is. The exec form hands program and arguments to the kernel, and lets the program receive the stop signal
            that the shell would have kept to itself.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            CMD python app.py
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            OCI runtime create failed: runc create failed: unable to start container process: exec: "/bin/sh": stat /bin/sh: no such file or directory: unknown
            ```

            ## Fix
            Safe where the text is a plain list of words (a leading `exec` is dropped). Where a shell is really used
            (variables, `&&`, pipes, substitutions) the text is compiled to Python: on one line as `python -c` where that is
            short, else as a launcher beside the Dockerfile. Manual where the compiler says why it cannot.

            ## See also
            [explicit-shell-command](explicit-shell-command.md), [variables-in-exec-form](variables-in-exec-form.md),
            [entrypoint-script](entrypoint-script.md)
            """,
    };

    internal override bool Claims(Gap gap) =>
        gap is
        {
            Source: GapSource.Dockerfile or GapSource.StartScript,
            Phase: not NeedPhase.Health,
            Requirement: Requirement.Shell { Use: ShellUse.ShellForm },
        }
        && !MalformedExecForm.IsMalformed(gap);

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var shell = ((Requirement.Shell)gap.Requirement).Name;
        return Report(
            gap,
            $"{RunText.Keyword(gap.Step)} in shell form needs {shell}, which {gap.Image} does not have",
            ErrorText.Start(shell),
            Fix(context, gap));
    });

    /// <summary>A CMD behind a script: the script gets its words then, and no longer <c>/bin/sh -c</c> with a text.</summary>
    private static Fix Fix(RuleContext context, Gap gap) =>
        context.Service is { Process.PlainWords: null, Process.Script: not null, Command.PlainWords: not null }
            ? new Fix(Applicability.Review, "write it in exec form; the script in front gets the words themselves then")
            : StartFix.For(context, gap, context.Service.Process, "write it in exec form");
}
