using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules.Sources;

/// <summary>Code that looks for a library by <c>ctypes.util.find_library</c>.</summary>
internal sealed class LibrarySearch : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US0002",
        Name = "library-search",
        Title = "The code looks for a library with programs that the image lacks",
        Page = """
            ## What it does
            Finds calls of `ctypes.util.find_library` in code that the service's process can reach.

            ## Why
            `find_library` runs `ldconfig -p`, then a compiler, then a linker. Where none of them is there it returns `None` for
            every library, even for one that is there, and raises nothing.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY types.py .
            CMD ["python", "types.py"]
            ```
            ```python file=types.py
            import ctypes
            import ctypes.util

            magic = ctypes.CDLL(ctypes.util.find_library("magic"))
            ```
            ```dockerfile good
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY types.py .
            CMD ["python", "types.py"]
            ```
            ```python file=types.py
            import ctypes

            libc = ctypes.CDLL("libc.so.6")
            ```

            ## Error
            ```text
            AttributeError: python: undefined symbol: magic_open
            ```

            ## Fix
            Manual. Load the library by its file name, which the loader finds without help: `ctypes.CDLL("libmagic.so.1")`.

            ## See also
            [native-library-missing](native-library-missing.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Requirement is Requirement.LibrarySearch;

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps.Select(gap =>
    {
        var name = ((Requirement.LibrarySearch)gap.Requirement).Name;
        return Report(
            gap,
            $"find_library({(name.Length == 0 ? "…" : $"\"{name}\"")}) returns None: {gap.Image} has neither ldconfig nor a compiler{SourceText.Doubt(gap)}",
            null,
            new Fix(Applicability.Manual, "load the library by its file name"));
    });
}
