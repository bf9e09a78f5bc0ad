using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Sources;

/// <summary>Code that uses a digest which an image in FIPS mode refuses.</summary>
internal sealed class DigestUnderFips : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US0003",
        Name = "digest-under-fips",
        Title = "The code uses a digest that FIPS mode refuses",
        Page = """
            ## What it does
            Finds `hashlib.md5`, `hashlib.sha1`, `hashlib.new("md5")`, `uuid.uuid3` and their like, where the image runs in FIPS mode
            and the call does not say `usedforsecurity=False`.

            ## Why
            The validated module has no MD5 and no SHA-1 for such use. `hashlib.md5()` raises; `hashlib.new("md5")` falls back to a
            builtin that is not validated, so that nothing fails and the compliance is lost.

            ## Example
            ```dockerfile bad fips
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY etag.py .
            CMD ["python", "etag.py"]
            ```
            ```python file=etag.py
            import hashlib

            print(hashlib.md5(b"claim").hexdigest())
            ```
            ```dockerfile good fips
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY etag.py .
            CMD ["python", "etag.py"]
            ```
            ```python file=etag.py
            import hashlib

            print(hashlib.md5(b"claim", usedforsecurity=False).hexdigest())
            ```

            ## Error
            ```text
            ValueError: [digital envelope routines] unsupported
            ```

            ## Fix
            Review. `usedforsecurity=False` where the digest is a cache key or a file name; `sha256` where it protects something.

            ## See also
            [root-rights](root-rights.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.Digest;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var algorithm = ((Requirement.Digest)gap.Requirement).Algorithm;
        return Report(
            gap,
            $"the code uses {algorithm}, which {gap.Image} refuses in FIPS mode{SourceText.Doubt(gap)}",
            "ValueError: [digital envelope routines] unsupported",
            new Fix(Applicability.Review, "say usedforsecurity=False where it protects nothing, else take sha256"));
    });
}
