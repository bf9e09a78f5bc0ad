using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Services.Needs;

/// <summary>When a missing thing makes itself felt.</summary>
public enum NeedPhase
{
    /// <summary>While the image is built.</summary>
    Build,
    /// <summary>When the container starts.</summary>
    Start,
    /// <summary>When the service is probed: it runs, but counts as unhealthy.</summary>
    Health,
    /// <summary>When a certain part of the code runs, or a person or job uses the image.</summary>
    Later,
    /// <summary>Never: nothing fails, but protection or meaning is lost without a word.</summary>
    Silent,
}

/// <summary>How sure a need is.</summary>
public enum Certainty
{
    /// <summary>It follows from the files.</summary>
    Certain,
    /// <summary>It follows unless something unusual is the case.</summary>
    Likely,
    /// <summary>It may be so; a person or a recorded run can tell.</summary>
    Possible,
}

/// <summary>Where a need is said.</summary>
/// <param name="File">The file.</param>
/// <param name="Span">The words in it.</param>
public sealed record Evidence(SourceText File, TextSpan Span)
{
    /// <summary>The words.</summary>
    public string Text => File.TextOf(Span);

    /// <summary><c>path:line:column</c>.</summary>
    public string Position => $"{File.Path}:{File.PositionOf(Span.Start)}";
}

/// <summary>Something that the service relies on.</summary>
public sealed record Need
{
    /// <summary>What is needed.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>When it is missed.</summary>
    public required NeedPhase Phase { get; init; }

    /// <summary>Who says so; never empty, the most telling first.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>How sure it is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>What it rests on, such as <c>LOG_DIR is not set</c>; empty where it rests on nothing but the files.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>The stage in which it is needed; the target stage for what is needed at run time.</summary>
    public required int Stage { get; init; }
}

/// <summary>What can be needed of an image.</summary>
public abstract record Requirement
{
    private Requirement()
    {
    }

    /// <summary>A shell that runs text.</summary>
    /// <param name="Name"><c>/bin/sh</c>, <c>bash</c> …</param>
    /// <param name="Use">What for: <see cref="ShellUse"/>.</param>
    public sealed record Shell(string Name, ShellUse Use) : Requirement;

    /// <summary>A program.</summary>
    /// <param name="Name">Bare name or absolute path.</param>
    public sealed record Program(string Name) : Requirement;

    /// <summary>A package manager at build time.</summary>
    public sealed record PackageManager(string Name) : Requirement;

    /// <summary>Python's installer in the stage that becomes the image.</summary>
    public sealed record PythonInstaller(string Tool) : Requirement;

    /// <summary>Shared libraries of a package, at run time.</summary>
    /// <param name="Package">The OS package in the target's distribution.</param>
    /// <param name="Soname">The library that is loaded, or null where only the package is known.</param>
    public sealed record Library(string Package, string? Soname) : Requirement;

    /// <summary>A file or directory of the image at run time.</summary>
    public sealed record File(string Value) : Requirement;

    /// <summary>A path that can be written.</summary>
    /// <param name="Value">Absolute path.</param>
    /// <param name="IsVolume">Whether it is declared as a volume.</param>
    public sealed record WritablePath(string Value, bool IsVolume) : Requirement
    {
        /// <summary>Whether it is one file beside the service's code, whose directory stays as it is.</summary>
        public bool IsFile { get; init; }
    }

    /// <summary>The rights of root.</summary>
    /// <param name="Action">What is done with them: <c>chown</c>, <c>switch user (gosu)</c>, <c>bind port 80</c>.</param>
    public sealed record Root(string Action) : Requirement;

    /// <summary>A user or group by name.</summary>
    public sealed record Account(string Name, bool IsGroup) : Requirement;

    /// <summary>An interpreter or module directory at a fixed path.</summary>
    public sealed record Interpreter(string Location) : Requirement;

    /// <summary>A port that the process binds.</summary>
    public sealed record Port(int Number) : Requirement;

    /// <summary>A variable that the old base image set.</summary>
    public sealed record Variable(string Name, string Value) : Requirement;

    /// <summary>Locale files.</summary>
    public sealed record Locale(string Name) : Requirement;

    /// <summary>A tool that only a virtual environment's manager gives: <c>uv run</c>, <c>poetry run</c>.</summary>
    public sealed record Runner(string Tool) : Requirement;

    /// <summary>A cache that a distribution writes.</summary>
    /// <param name="Setting">The variable that moves it.</param>
    /// <param name="Place">Where it is without the variable, as an absolute path.</param>
    /// <param name="Distribution">Who writes it.</param>
    public sealed record Cache(string Setting, string Place, string Distribution) : Requirement;

    /// <summary>A Python that the image would have to be of.</summary>
    /// <param name="Range">The versions that will do.</param>
    /// <param name="Holder">The distribution or project that wants it.</param>
    public sealed record PythonRange(string Range, string Holder) : Requirement;

    /// <summary>That cryptography is the image's own; the distribution brings another.</summary>
    /// <param name="Distribution">Who brings it.</param>
    /// <param name="Means">What it brings.</param>
    public sealed record OwnCryptography(string Distribution, string Means) : Requirement;

    /// <summary>An init that reaps children and passes signals on.</summary>
    public sealed record Init(string Name) : Requirement;

    /// <summary>
    /// What <c>ctypes.util.find_library</c> asks for a library's file: <c>ldconfig</c>, a compiler or a linker.
    /// </summary>
    /// <param name="Name">The library as the code names it; empty where that is not known.</param>
    public sealed record LibrarySearch(string Name) : Requirement;

    /// <summary>A digest that an image in FIPS mode refuses.</summary>
    /// <param name="Algorithm"><c>md5</c> or <c>sha1</c>.</param>
    public sealed record Digest(string Algorithm) : Requirement;
}

/// <summary>What a shell is used for.</summary>
public enum ShellUse
{
    /// <summary>A RUN.</summary>
    BuildStep,
    /// <summary>CMD or ENTRYPOINT in shell form.</summary>
    ShellForm,
    /// <summary>An exec form that starts a shell: <c>["sh", "-c", …]</c>.</summary>
    ExplicitShell,
    /// <summary>A script with a shell's shebang.</summary>
    Script,
    /// <summary>A health check.</summary>
    HealthCheck,
    /// <summary>A manifest's command, hook or probe.</summary>
    Manifest,
    /// <summary>A job, recipe or person that runs commands in the image.</summary>
    Job,
    /// <summary>Python code that starts a shell and is told where there is none.</summary>
    Source,
    /// <summary>Python code that starts a shell and is not told where there is none: <c>os.system</c>.</summary>
    SilentSource,
}
