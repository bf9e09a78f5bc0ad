using Unshell.Python.Requirements.Formats;
using Unshell.Text;

namespace Unshell.Python.Requirements;

/// <summary>Reads every kind of file that lists dependencies.</summary>
public static class RequirementReader
{
    /// <summary>Reads a file by the name in its path; one of no known kind is read as a requirements file of pip. Never throws.</summary>
    public static RequirementDocument Read(SourceText source) => NameOf(source.Path) switch
    {
        "pyproject.toml" => ProjectFile.Read(source),
        "uv.lock" => UvLock.Read(source),
        "poetry.lock" => LockFiles.Poetry(source),
        "pdm.lock" => LockFiles.Pdm(source),
        "Pipfile" => Pipfiles.Read(source),
        "Pipfile.lock" => Pipfiles.ReadLock(source),
        "setup.cfg" => SetupConfiguration.Read(source),
        var name when name.StartsWith("pylock.", StringComparison.Ordinal) && name.EndsWith(".toml", StringComparison.Ordinal) => LockFiles.Standard(source),
        var name when name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal) => CondaEnvironment.Read(source),
        var name when name.EndsWith(".py", StringComparison.Ordinal) => new RequirementDocument { Source = source },
        _ => PipRequirements.Read(source),
    };

    /// <summary>Reads one requirement as the command line of an installer names it: a specifier, an address or a path.</summary>
    /// <param name="text">The argument.</param>
    /// <param name="span">Where it stands.</param>
    public static StatedRequirement ReadArgument(string text, TextSpan span) => PipRequirements.Argument(text, span, isEditable: false);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
