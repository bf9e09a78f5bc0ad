using System.Collections.Immutable;

namespace Unshell.Services.Simulation;

/// <summary>One installation of Python distributions.</summary>
public sealed record PythonInstall
{
    /// <summary><c>pip</c>, <c>uv</c>, <c>poetry</c>, <c>pipenv</c>, <c>pdm</c>, <c>conda</c>, <c>setup.py</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>Where the distributions go.</summary>
    public required PythonTarget Target { get; init; }

    /// <summary>Requirements named on the command line, as written.</summary>
    public required ImmutableArray<string> Requirements { get; init; }

    /// <summary>Requirement, project and lock files as absolute paths in the image.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Those of <see cref="Files"/> that only limit versions.</summary>
    public ImmutableArray<string> Constraints { get; init; } = [];

    /// <summary>Extras and groups of the project that are installed besides what every installation gets.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Whether something is installed editable, so that it points back to its source directory.</summary>
    public required bool IsEditable { get; init; }

    /// <summary>Whether it only upgrades installers themselves (<c>pip install --upgrade pip</c>).</summary>
    public required bool IsInstallerOnly { get; init; }

    /// <summary>The stage that ran it, where <c>COPY --from</c> brought the result here; else null.</summary>
    public int? FromStage { get; init; }
}

/// <summary>Where Python distributions are installed.</summary>
public abstract record PythonTarget
{
    private PythonTarget()
    {
    }

    /// <summary>The interpreter's own site-packages.</summary>
    public sealed record System : PythonTarget;

    /// <summary>A user's <c>~/.local</c>.</summary>
    public sealed record User(string Home) : PythonTarget;

    /// <summary>A virtual environment.</summary>
    public sealed record Environment(string Path) : PythonTarget;

    /// <summary><c>--prefix</c> or <c>--root</c>.</summary>
    public sealed record Prefix(string Path) : PythonTarget;

    /// <summary><c>--target</c>.</summary>
    public sealed record Directory(string Path) : PythonTarget;

    /// <summary>Wheels only: nothing is installed.</summary>
    public sealed record Wheels(string Path) : PythonTarget;

    /// <summary>It cannot be told.</summary>
    public sealed record Unknown(string Reason) : PythonTarget;
}
