using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Compliance;

/// <summary>A package whose cryptography is not that of the validated module.</summary>
internal sealed class CryptographyBesideFips : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US8005",
        Name = "cryptography-beside-fips",
        Title = "A package brings cryptography that is not validated",
        Page = """
            ## What it does
            Finds Python packages whose wheels carry an OpenSSL, BoringSSL or algorithms of their own, where the image runs
            in FIPS mode.

            ## Why
            FIPS mode is a property of the image's OpenSSL. A wheel that brings another one goes past it: nothing fails, and
            what it encrypts does not count as validated.

            ## Example
            ```dockerfile bad fips
            FROM python:3.11-slim-bookworm
            COPY requirements.txt .
            RUN pip install -r requirements.txt
            CMD ["python", "app.py"]
            ```
            ```text file=requirements.txt
            psycopg2-binary==2.9.9
            ```
            ```dockerfile good fips
            FROM python:3.11-slim-bookworm
            COPY requirements.txt .
            RUN pip install -r requirements.txt
            CMD ["python", "app.py"]
            ```
            ```text file=requirements.txt
            flask==3.0.2
            ```

            ## Error
            ```text
            (nothing is printed)
            ```

            ## Fix
            Manual. Build the package from source against the image's OpenSSL (`--no-binary`), take one that uses the
            standard library's `ssl`, or write down why its cryptography protects nothing.

            ## See also
            [digest-under-fips](digest-under-fips.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.OwnCryptography;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var own = (Requirement.OwnCryptography)gap.Requirement;
        return Report(
            gap,
            $"{own.Distribution} brings {own.Means}, which is not the validated module of {gap.Image}",
            null,
            new Fix(Applicability.Manual, $"decide whether {own.Distribution} protects anything; if so, build it against the image's OpenSSL"));
    });
}
