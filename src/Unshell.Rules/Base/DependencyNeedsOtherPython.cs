using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Base;

/// <summary>A dependency or project that the Python of the hardened image cannot install.</summary>
internal sealed class DependencyNeedsOtherPython : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US1018",
        Name = "dependency-needs-other-python",
        Title = "A dependency cannot be installed on the image's Python",
        Page = """
            ## What it does
            Finds pinned dependencies, and projects with a range of Pythons of their own, that the Python of the hardened
            image is too new for.

            ## Why
            Hardened images begin with Python 3.10. numpy 1.19 has no wheel for it and does not compile; an installer refuses
            a project that says `requires-python = "<3.10"`.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            COPY requirements.txt .
            RUN pip install -r requirements.txt
            CMD ["python", "app.py"]
            ```
            ```text file=requirements.txt
            numpy==1.19.5
            ```
            ```dockerfile good
            FROM python:3.11-slim-bookworm
            COPY requirements.txt .
            RUN pip install -r requirements.txt
            CMD ["python", "app.py"]
            ```
            ```text file=requirements.txt
            numpy==1.26.4
            ```

            ## Error
            ```text
            ERROR: Could not find a version that satisfies the requirement numpy==1.19.5
            ```

            ## Fix
            Manual. Raise the version of the dependency, and run the service's tests with it.

            ## See also
            [python-version-not-offered](python-version-not-offered.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.PythonRange;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var wanted = (Requirement.PythonRange)gap.Requirement;
        return Report(
            gap,
            $"{wanted.Holder} wants Python {wanted.Range}; {gap.Image} has {gap.Offers.PythonVersion}",
            $"ERROR: Could not find a version that satisfies the requirement {wanted.Holder.Replace(" ", "==", StringComparison.Ordinal)}",
            new Fix(Applicability.Manual, $"raise {wanted.Holder.Split(' ')[0]} to a version that Python {gap.Offers.PythonVersion} can install"));
    });
}
