using System.Collections.Immutable;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>One script in one world: run under its shell and, compiled, under Python, it must do the same.</summary>
internal sealed record Trial
{
    public static readonly ImmutableSortedDictionary<string, string?> NoVariables = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>The script's text.</summary>
    public required string Script { get; init; }

    /// <summary>The shell that it is written for.</summary>
    public ShellDialect Dialect { get; init; } = ShellDialect.Posix;

    /// <summary>A script file; else the text of <c>sh -c</c>.</summary>
    public bool IsScript { get; init; } = true;

    /// <summary>Options of the shell, in the spelling of <c>set</c>: <c>-e</c>.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Positional parameters.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Environment beside the few variables that every container has; a null takes one of those away.</summary>
    public ImmutableSortedDictionary<string, string?> Environment { get; init; } = NoVariables;

    /// <summary>Standard input, one character a byte.</summary>
    public string Input { get; init; } = "";

    /// <summary>Programs that exist in both worlds and tell what they were asked.</summary>
    public ImmutableArray<FakeProgram> Programs { get; init; } = [];

    /// <summary>Fake programs that the script alone finds: a launcher does their work itself.</summary>
    public ImmutableArray<FakeProgram> ScriptPrograms { get; init; } = [];

    /// <summary>Real programs that the script finds and the launcher does not, as in an image without coreutils.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>The launcher finds the real programs too.</summary>
    public bool KeepsTools { get; init; }

    /// <summary>Files below the working directory; those that begin with <c>#!</c> are executable.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Signal that is sent to the script as soon as a program has said that it is ready, or none.</summary>
    public int? Signal { get; init; }

    /// <summary>It runs as the first process of a namespace, as in a container: the kernel then drops signals that it does not ask for.</summary>
    public bool IsFirstProcess { get; init; }

    /// <summary>Whether programs run at the same time, so that the order of the log says nothing.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>Standard error goes where standard output goes, so that the order of both is compared.</summary>
    public bool IsMerged { get; init; }

    /// <summary>After this all processes are killed.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>A program that logs its arguments, environment, directory and what it was left with, and then does as told.</summary>
internal sealed record FakeProgram(string Name)
{
    /// <summary>Reads standard input to its end and logs it; else leaves it alone.</summary>
    public bool ReadsInput { get; init; }

    /// <summary>What it prints.</summary>
    public string Output { get; init; } = "";

    /// <summary>What it prints to standard error.</summary>
    public string Errors { get; init; } = "";

    /// <summary>Its exit code.</summary>
    public int ExitCode { get; init; }

    /// <summary>How many of its first calls fail with code 1 and print nothing, so that loops that wait come to an end.</summary>
    public int FailsFirst { get; init; }

    /// <summary>Says that it is ready and then waits for a signal, which it logs; it exits 128 and the signal's number.</summary>
    public bool Waits { get; init; }

    /// <summary>It connects to a host and a port, its last two words that are no options, and logs only that, as connecting in Python does.</summary>
    public bool IsConnection { get; init; }

    /// <summary>It logs nothing: what a launcher leaves out with a reason.</summary>
    public bool IsSilent { get; init; }

    /// <summary>It logs nothing and becomes the program behind so many of its words.</summary>
    public int RunsRest { get; init; }

    /// <summary>Its place: a path relative to the working directory, or null for a program on PATH.</summary>
    public string? Path { get; init; }
}
