using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Sources;

/// <summary>Code that looks up a user or group which the image does not have.</summary>
internal sealed class AccountLookup : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US0004",
        Name = "account-lookup",
        Title = "The code looks up a user or group that the image does not have",
        Page = """
            ## What it does
            Finds `pwd.getpwnam` and `grp.getgrnam` with a name that the hardened image does not know.

            ## Why
            `www-data`, `daemon` and the users that the old Dockerfile made are not in the hardened image's `/etc/passwd`.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY owner.py .
            CMD ["python", "owner.py"]
            ```
            ```python file=owner.py
            import pwd

            print(pwd.getpwnam("www-data").pw_uid)
            ```
            ```dockerfile good
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY owner.py .
            CMD ["python", "owner.py"]
            ```
            ```python file=owner.py
            import os

            print(os.getuid())
            ```

            ## Error
            ```text
            KeyError: "getpwnam(): name not found: 'www-data'"
            ```

            ## Fix
            Manual. The process is that user already; there is nobody to change to.

            ## See also
            [user-unknown-name](user-unknown-name.md), [root-rights](root-rights.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.Account && SourceText.IsPython(gap);

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var account = (Requirement.Account)gap.Requirement;
        var function = account.IsGroup ? "getgrnam" : "getpwnam";
        return Report(
            gap,
            $"the code looks up the {(account.IsGroup ? "group" : "user")} {account.Name}, which {gap.Image} does not have{SourceText.Doubt(gap)}",
            $"KeyError: \"{function}(): name not found: '{account.Name}'\"",
            new Fix(Applicability.Manual, "leave the look-up out: the process runs as 65532 and stays so"));
    });
}
