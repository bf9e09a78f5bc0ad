using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Sources;

/// <summary>Python code that starts a shell.</summary>
internal sealed class ShellInSource : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US0001",
        Name = "shell-in-source",
        Title = "The service's code starts a shell that the image lacks",
        Page = """
            ## What it does
            Finds `os.system`, `os.popen`, `subprocess` with `shell=True`, `asyncio.create_subprocess_shell` and their like in code
            that the service's process can reach.

            ## Why
            All of them start `/bin/sh`. Without it most raise `FileNotFoundError`, which names the shell and not the command.
            `os.system` raises nothing: it returns 32512, and callers seldom look.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY report.py .
            CMD ["python", "report.py"]
            ```
            ```python file=report.py
            import subprocess

            subprocess.run("pg_dump claims | gzip > /tmp/claims.gz", shell=True, check=True)
            ```
            ```dockerfile good
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY report.py .
            CMD ["python", "report.py"]
            ```
            ```python file=report.py
            import gzip
            import shutil

            with open("/tmp/claims", "rb") as dump, gzip.open("/tmp/claims.gz", "wb") as packed:
                shutil.copyfileobj(dump, packed)
            ```

            ## Error
            ```text
            FileNotFoundError: [Errno 2] No such file or directory: '/bin/sh'
            ```

            ## Fix
            Manual. A command of plain words becomes a list; files are copied, moved and removed by `shutil` and `os`.

            ## See also
            [runtime-program-missing](runtime-program-missing.md), [explicit-shell-command](explicit-shell-command.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.Shell { Use: ShellUse.Source or ShellUse.SilentSource };

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var isSilent = ((Requirement.Shell)gap.Requirement).Use == ShellUse.SilentSource;
        return Report(
            gap,
            $"the code starts /bin/sh, which {gap.Image} does not have{(isSilent ? ": os.system returns 32512 and raises nothing" : "")}{SourceText.Doubt(gap)}",
            isSilent ? null : "FileNotFoundError: [Errno 2] No such file or directory: '/bin/sh'",
            new Fix(Applicability.Manual, "start the program itself with a list of words, or do its work in Python"));
    });
}
