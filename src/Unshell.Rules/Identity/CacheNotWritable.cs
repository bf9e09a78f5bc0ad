using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Identity;

/// <summary>A distribution whose cache lies where the new user may not write.</summary>
internal sealed class CacheNotWritable : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US5008",
        Name = "cache-not-writable",
        Title = "A package keeps its cache where it cannot be written",
        Page = """
            ## What it does
            Finds Python packages that keep a cache below HOME (matplotlib, numba, huggingface-hub …), where HOME is not
            writable: the container has another user than the image's own, HOME is set elsewhere, or its root is read-only.

            ## Why
            Root could write everywhere. Docker takes HOME from the user's line in `/etc/passwd`; a user without one gets
            `/`. With a read-only root nothing below HOME can be written. Some packages then work slowly, others fail.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY requirements.txt .
            RUN pip install -r requirements.txt
            USER 1000
            CMD ["python", "app.py"]
            ```
            ```text file=requirements.txt
            matplotlib==3.8.2
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            ENV MPLCONFIGDIR=/tmp/matplotlib
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            Matplotlib created a temporary cache directory at /tmp/matplotlib-ab12cd because the default path (/.config/matplotlib) is not a writable directory
            ```

            ## Fix
            Safe. The migrated service runs as 65532, whose HOME can be written; where its root is or becomes read-only, the
            variable that moves the cache is set to a directory below `/tmp`. What a build put into the cache (models, corpora) is
            not moved with it: a person must copy that.

            ## See also
            [unwritable-directory](unwritable-directory.md), [volume-ownership](volume-ownership.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.Cache;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) =>
        gaps.GroupBy(gap => ((Requirement.Cache)gap.Requirement).Setting, StringComparer.Ordinal).Select(group =>
        {
            var all = group.ToImmutableArray();
            var cache = (Requirement.Cache)all[0].Requirement;
            return Report(
                all[0],
                $"{cache.Distribution} keeps its cache in {cache.Place}, which cannot be written",
                all[0].Phase == NeedPhase.Silent ? null : ErrorText.PermissionDenied(cache.Place),
                new Fix(Applicability.Safe, $"set {cache.Setting}={CachePlaces.MovedTo(cache)}")).With(all);
        });
}
