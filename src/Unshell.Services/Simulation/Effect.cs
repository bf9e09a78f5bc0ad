using System.Collections.Immutable;
using Unshell.Text;

namespace Unshell.Services.Simulation;

/// <summary>What one instruction, or one command inside a RUN, does to a stage.</summary>
/// <param name="Span">The part of the Dockerfile that says so.</param>
public abstract record Effect(TextSpan Span)
{
    /// <summary>Whether it depends on a condition that only a real build can decide (<c>if</c>, <c>case</c>, <c>a || b</c>).</summary>
    public bool IsConditional { get; init; }

    /// <summary>A program is run while the image is built.</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Name">As written: a bare name or a path.</param>
    /// <param name="Words">Program and arguments with every known variable put in; an unknown word is null.</param>
    /// <param name="FailureIsTolerated">Whether the build goes on without it (<c>|| true</c>, a condition).</param>
    public sealed record ProgramRun(TextSpan Span, string Name, ImmutableArray<string?> Words, bool FailureIsTolerated) : Effect(Span);

    /// <summary>The step is text for a shell.</summary>
    /// <param name="Span">The whole command.</param>
    /// <param name="Shell">The shell's command line, <c>/bin/sh -c</c> unless SHELL says otherwise.</param>
    public sealed record ShellUsed(TextSpan Span, ImmutableArray<string> Shell) : Effect(Span);

    /// <summary>OS packages are installed.</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Manager"><c>apt</c>, <c>apk</c>, <c>dnf</c> …</param>
    /// <param name="Packages">What is installed.</param>
    /// <param name="VirtualName">The name given with <c>apk add --virtual</c>, or null.</param>
    public sealed record PackagesInstalled(TextSpan Span, string Manager, ImmutableArray<PackageSpec> Packages, string? VirtualName = null) : Effect(Span);

    /// <summary>OS packages are fetched as files and not installed.</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Packages">Names of the packages asked for; what they depend on comes with them.</param>
    public sealed record PackagesDownloaded(TextSpan Span, ImmutableArray<string> Packages) : Effect(Span);

    /// <summary>Packages that were fetched before are unpacked below a directory.</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Root">The directory, absolute.</param>
    public sealed record PackagesUnpacked(TextSpan Span, string Root) : Effect(Span);

    /// <summary>OS packages are removed.</summary>
    public sealed record PackagesRemoved(TextSpan Span, string Manager, ImmutableArray<string> Names) : Effect(Span);

    /// <summary>The package manager's lists are fetched.</summary>
    public sealed record PackageListsFetched(TextSpan Span, string Manager) : Effect(Span);

    /// <summary>Python distributions are installed.</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Install">How and where.</param>
    public sealed record PythonInstalled(TextSpan Span, PythonInstall Install) : Effect(Span);

    /// <summary>A virtual environment is made.</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Path">Absolute path.</param>
    /// <param name="Tool"><c>venv</c>, <c>virtualenv</c>, <c>uv</c>, <c>poetry</c>, <c>pipenv</c> …</param>
    public sealed record EnvironmentCreated(TextSpan Span, string Path, string Tool) : Effect(Span);

    /// <summary>A user or group is made.</summary>
    public sealed record AccountCreated(TextSpan Span, Account Account) : Effect(Span);

    /// <summary>A directory is made.</summary>
    public sealed record DirectoryCreated(TextSpan Span, string Path, string? Mode, string? Owner) : Effect(Span);

    /// <summary>Files appear from elsewhere.</summary>
    /// <param name="Span">The instruction or command.</param>
    /// <param name="Origin">Where they come from.</param>
    /// <param name="Sources">
    /// For the build context paths relative to it, <c>.</c> for all of it, patterns as written; for stages and images absolute
    /// paths; for a URL the URL; for a heredoc its name.
    /// </param>
    /// <param name="Destination">Absolute path without a slash at the end.</param>
    /// <param name="Owner"><c>--chown</c> with variables put in, or null for root.</param>
    /// <param name="Mode"><c>--chmod</c>, or null.</param>
    public sealed record FilesCopied(TextSpan Span, CopyOrigin Origin, ImmutableArray<string> Sources, string Destination, string? Owner, string? Mode) : Effect(Span)
    {
        /// <summary>Whether files are put into the destination under their own names; else a single file gets its name.</summary>
        public bool IntoDirectory { get; init; }

        /// <summary>Whether the sources keep their parent directories (<c>COPY --parents</c>).</summary>
        public bool KeepsParents { get; init; }

        /// <summary>Patterns of <c>--exclude</c>.</summary>
        public ImmutableArray<string> Excluded { get; init; } = [];

        /// <summary>Whether archives are unpacked (ADD, <c>tar</c>, <c>unzip</c>).</summary>
        public bool Unpacks { get; init; }
    }

    /// <summary>A file is written by the build (a download, a redirection, a generated script).</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Path">Absolute path.</param>
    /// <param name="Content">Its text where it is known, else null.</param>
    /// <param name="Url">Where it comes from, or null.</param>
    public sealed record FileWritten(TextSpan Span, string Path, string? Content, string? Url) : Effect(Span);

    /// <summary>A path is there during one step only (<c>RUN --mount</c>).</summary>
    /// <param name="Span">The flag.</param>
    /// <param name="Type"><c>bind</c>, <c>cache</c>, <c>secret</c>, <c>ssh</c> or <c>tmpfs</c>.</param>
    /// <param name="Origin">Where a bind mount's files come from; null for other types.</param>
    /// <param name="Source">Path in the origin, relative for the build context; empty for its root.</param>
    /// <param name="Target">Absolute path in the image.</param>
    public sealed record Mounted(TextSpan Span, string Type, CopyOrigin? Origin, string Source, string Target) : Effect(Span);

    /// <summary>A file is changed in place (<c>sed -i</c>, <c>dos2unix</c>).</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Path">Absolute path; may hold a pattern.</param>
    /// <param name="KeepsMeaning">Whether only line ends change.</param>
    public sealed record FileEdited(TextSpan Span, string Path, bool KeepsMeaning) : Effect(Span);

    /// <summary>A tool stores a setting for later commands (<c>poetry config virtualenvs.create false</c>).</summary>
    public sealed record ToolConfigured(TextSpan Span, string Tool, string Name, string Value) : Effect(Span);

    /// <summary>A path is copied or moved inside the stage.</summary>
    public sealed record PathCopied(TextSpan Span, string Source, string Destination, bool IsMove) : Effect(Span);

    /// <summary>A symbolic link is made.</summary>
    public sealed record LinkCreated(TextSpan Span, string Path, string Target) : Effect(Span);

    /// <summary>A path is removed.</summary>
    public sealed record PathRemoved(TextSpan Span, string Path) : Effect(Span);

    /// <summary>An owner is changed.</summary>
    public sealed record OwnerChanged(TextSpan Span, string Path, string Owner, bool IsRecursive) : Effect(Span);

    /// <summary>A mode is changed.</summary>
    public sealed record ModeChanged(TextSpan Span, string Path, string Mode, bool IsRecursive) : Effect(Span);

    /// <summary>Something happens that the model does not follow.</summary>
    /// <param name="Span">The command.</param>
    /// <param name="Reason">Why, in a clause: <c>the package list is in $BUILD_DEPS</c>.</param>
    public sealed record Opaque(TextSpan Span, string Reason) : Effect(Span)
    {
        /// <summary>Whether it installs programs, libraries or packages that no text names: an installation program that is downloaded and run.</summary>
        public bool IsInstallation { get; init; }
    }
}

/// <summary>A package as given to a package manager.</summary>
/// <param name="Name">Without version, architecture and release.</param>
/// <param name="Version">After <c>=</c>, or null.</param>
/// <param name="Architecture">After <c>:</c>, or null.</param>
/// <param name="Release">From <c>-t</c> or <c>/</c>, or null.</param>
/// <param name="Span">Where it stands in the Dockerfile.</param>
public sealed record PackageSpec(string Name, string? Version, string? Architecture, string? Release, TextSpan Span);

/// <summary>Where copied files come from.</summary>
public abstract record CopyOrigin
{
    private CopyOrigin()
    {
    }

    /// <summary>The build context.</summary>
    public sealed record Context : CopyOrigin;

    /// <summary>Another stage.</summary>
    public sealed record Stage(int Index) : CopyOrigin;

    /// <summary>Another image, or a named context.</summary>
    public sealed record Image(string Reference) : CopyOrigin;

    /// <summary>A URL or git repository (ADD).</summary>
    public sealed record Url(string Address) : CopyOrigin;

    /// <summary>A heredoc.</summary>
    public sealed record Heredoc(string Content) : CopyOrigin;
}

/// <summary>A user or a group.</summary>
public sealed record Account(bool IsGroup, string Name, int? Id, string? Group, string? Home, string? Shell, bool IsSystem);
