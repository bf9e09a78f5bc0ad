using System.Collections.Immutable;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers;

/// <summary>A compiled launcher, or why there is none.</summary>
public sealed record LauncherResult
{
    /// <summary>The Python source with <c>\n</c> line ends, or null where <see cref="Refusals"/> says why; never a part of one.</summary>
    public required string? Python { get; init; }

    /// <summary>What stops it, in the order of the script.</summary>
    public required ImmutableArray<LauncherRefusal> Refusals { get; init; }

    /// <summary>What a reviewer should know: what was said in other words, and what was dropped and why.</summary>
    public required ImmutableArray<LauncherNote> Notes { get; init; }

    /// <summary>Programs that the launcher still runs and that the image must have, sorted, each once.</summary>
    public required ImmutableArray<string> Programs { get; init; }

    /// <summary>Files of the build context that were taken in by <c>source</c>.</summary>
    public ImmutableArray<string> Sourced { get; init; } = [];

    /// <summary>
    /// Scripts of the build context that it calls, each once: the launcher expects the Python of each beside it, <c>x.py</c> for
    /// <c>x.sh</c>.
    /// </summary>
    public ImmutableArray<LauncherCall> Calls { get; init; } = [];

    /// <summary>Whether nothing but plain Python and idioms stands in it: no part of the run time.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>Another script that a launcher calls.</summary>
/// <param name="Path">Its path as the script names it, a key of <see cref="LauncherSource.Files"/>.</param>
/// <param name="Dialect">The shell that runs it.</param>
public sealed record LauncherCall(string Path, ShellDialect Dialect);

/// <summary>A place in the script that cannot be compiled.</summary>
/// <param name="File">The script, or a file it sources.</param>
/// <param name="Span">The words.</param>
/// <param name="Reason">What it is and why not, lower case, no full stop.</param>
/// <param name="Advice">What a person could do.</param>
public sealed record LauncherRefusal(SourceText File, TextSpan Span, string Reason, string Advice);

/// <summary>What became of a command that the image cannot run.</summary>
public enum LauncherNoteKind
{
    /// <summary>A program's work is done in Python, with the same visible result.</summary>
    Replaced,
    /// <summary>It was left out, since it has no effect there: a privilege drop to the user it already is.</summary>
    Dropped,
    /// <summary>It is kept, but a person should look: a program that must come into the image, an unquoted expansion …</summary>
    Review,
}

/// <summary>A remark on a place in the script.</summary>
public sealed record LauncherNote(LauncherNoteKind Kind, SourceText File, TextSpan Span, string Message);
