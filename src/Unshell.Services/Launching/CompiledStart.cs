using System.Collections.Immutable;
using Unshell.Launchers;
using Unshell.Services.Needs;

namespace Unshell.Services.Launching;

/// <summary>A start that takes a shell with what it compiles to.</summary>
public sealed record CompiledStart
{
    /// <summary>The start.</summary>
    public required ShellStart Start { get; init; }

    /// <summary>The launcher; null where something stands in its way.</summary>
    public required CompiledScript? Launcher { get; init; }

    /// <summary>Launchers of scripts that it starts in turn.</summary>
    public ImmutableArray<CompiledScript> Called { get; init; } = [];

    /// <summary>What stands in the way, in order; empty where it compiles.</summary>
    public required ImmutableArray<StartRefusal> Refusals { get; init; }

    /// <summary>What a reviewer should know.</summary>
    public ImmutableArray<StartNote> Notes { get; init; } = [];

    /// <summary>Programs that it and the scripts it starts still run, sorted, each once.</summary>
    public ImmutableArray<string> Programs { get; init; } = [];

    /// <summary>Whether nothing in it asks for a second look: plain Python, nothing to review.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>A compiled script or text.</summary>
/// <param name="Source">Path of the script, or of the file that holds the text, relative to the repository.</param>
/// <param name="ImagePath">Path of the script in the image; null for text.</param>
/// <param name="Digest">Of the text it was compiled from, moved ports included.</param>
/// <param name="Result">What came of it; its Python is there.</param>
public sealed record CompiledScript(string Source, string? ImagePath, string Digest, LauncherResult Result)
{
    /// <summary>The launcher's text with its header.</summary>
    public string Text => new LauncherHeader(Source, Digest, Result.Programs).On(Result.Python!);
}

/// <summary>A place that cannot be compiled.</summary>
/// <param name="Place">The words.</param>
/// <param name="Reason">What it is and why not.</param>
/// <param name="Advice">What a person could do.</param>
public sealed record StartRefusal(Evidence Place, string Reason, string Advice);

/// <summary>A remark of the compiler.</summary>
/// <param name="Kind">What became of the command there.</param>
/// <param name="Place">The words.</param>
/// <param name="Message">What a reviewer should know.</param>
public sealed record StartNote(LauncherNoteKind Kind, Evidence Place, string Message);
