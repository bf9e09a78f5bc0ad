using System.Collections.Immutable;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers;

/// <summary>What is to be compiled: a script, or the text of <c>sh -c</c>.</summary>
public sealed record LauncherSource
{
    /// <summary>The text; its path is used in messages and comments.</summary>
    public required SourceText Text { get; init; }

    /// <summary>The shell that ran it.</summary>
    public required ShellDialect Dialect { get; init; }

    /// <summary>Whether it is a script file; else it is the text of <c>sh -c</c> or a shell-form command.</summary>
    public required bool IsScript { get; init; }

    /// <summary>Options the shell was started with, such as <c>-e</c> or <c>-o pipefail</c>, in the spelling of <c>set</c>.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>
    /// Files of the build context by the path under which the script can name them, relative to its directory or absolute in the
    /// image: what <c>source</c> and <c>.</c> can read.
    /// </summary>
    public ImmutableSortedDictionary<string, SourceText> Files { get; init; } = ImmutableSortedDictionary.Create<string, SourceText>(StringComparer.Ordinal);
}

/// <summary>What is known of the image in which the launcher runs.</summary>
public sealed record LauncherTarget
{
    /// <summary>
    /// Whether a program, by bare name or path, is there; null where that is not known. A program that is there is run as it was;
    /// one that is not is said in Python or reported.
    /// </summary>
    public required Func<string, bool?> HasProgram { get; init; }

    /// <summary>The user id the launcher runs as.</summary>
    public int UserId { get; init; } = 65532;

    /// <summary>The group id the launcher runs as.</summary>
    public int GroupId { get; init; } = 65532;

    /// <summary>The user's name in the image's passwd file, or null.</summary>
    public string? UserName { get; init; } = "nonroot";

    /// <summary>Environment variables that the image sets and nothing in a manifest changes; used for messages and dead branches never.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
