using System.Collections.Frozen;
using System.Collections.Immutable;
using Unshell.Services.Simulation.Scripts;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary>pip, by whatever name it is started.</summary>
internal static class Pip
{
    private static readonly string[] Valued =
    [
        "-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-t", "--target", "--prefix", "--root", "--src", "-i", "--index-url",
        "--extra-index-url", "-f", "--find-links", "--python", "--platform", "--python-version", "--implementation", "--abi", "--no-binary",
        "--only-binary", "--progress-bar", "--upgrade-strategy", "-w", "--wheel-dir", "-d", "--dest", "--destination-directory", "--cache-dir",
        "--timeout", "--default-timeout", "--retries", "--trusted-host", "--proxy", "--cert", "--client-cert", "--log", "--global-option",
        "--build-option", "--install-option", "-C", "--config-settings", "--config-setting", "-b", "--build", "--use-feature",
        "--use-deprecated", "--report", "--root-user-action", "--exists-action", "--keyring-provider", "--group",

        // Those that only "uv pip" has.
        "--index", "--default-index", "--index-strategy", "--python-preference", "--link-mode", "--prerelease", "--resolution", "--extra",
        "--exclude-newer", "--override", "--overrides", "--build-constraint", "--reinstall-package", "-P", "--upgrade-package",
        "--allow-insecure-host", "--torch-backend", "--project", "--directory",
    ];

    private static readonly FrozenSet<string> Installers = new[]
    {
        "pip", "setuptools", "wheel", "uv", "poetry", "poetry-core", "poetry-plugin-export", "pipenv", "pdm", "virtualenv", "build", "pip-tools",
        "flit", "flit-core", "hatch", "hatchling", "distribute", "setuptools-scm", "setuptools_scm", "ez_setup", "twine", "maturin", "scikit-build",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static PipedText Run(Invocation call) => Run(call, "pip", call.Arguments, InstallTarget.OfProgram(call));

    public static PipedText EasyInstall(Invocation call)
    {
        Record(call, "pip", CommandOptions.Of(call.Arguments), InstallTarget.OfProgram(call), []);
        return PipedText.Unknown;
    }

    /// <summary><c>pip-sync</c> installs what files list, <c>requirements.txt</c> where none is named.</summary>
    public static PipedText Sync(Invocation call)
    {
        var options = CommandOptions.Of(call.Arguments, Valued);
        var files = options.Operands.IsEmpty ? [call.Absolute("requirements.txt")] : Paths(call, options.Operands);
        Record(call, "pip", options, InstallTarget.OfProgram(call), files, false);
        return PipedText.Unknown;
    }

    /// <summary>Runs pip's sub-commands.</summary>
    /// <param name="call">The command, for its place and its shell.</param>
    /// <param name="tool">Who installs: <c>pip</c> or <c>uv</c>.</param>
    /// <param name="arguments">From the sub-command on, options before it included.</param>
    /// <param name="fallback">Where to where no option says.</param>
    public static PipedText Run(Invocation call, string tool, ImmutableArray<Argument> arguments, PythonTarget fallback)
    {
        var options = CommandOptions.Of(arguments, Valued);
        var verb = options.Operands.FirstOrDefault();
        switch (verb?.Value)
        {
            case "install": Install(call, tool, options, fallback); break;
            case "wheel": Wheels(call, tool, options, "-w", "--wheel-dir"); break;
            case "download": Wheels(call, tool, options, "-d", "--dest"); break;
            case "sync":
                Record(call, tool, options, Target(call, tool, options, fallback), Paths(call, options.Operands.RemoveAt(0)), false);
                break;
            case "uninstall": break;
            case "compile": break;
            case null when verb is not null: call.Opaque($"what {call.Name} does is in {verb.Raw}"); break;
            default: break;
        }

        return PipedText.Unknown;
    }

    private static void Install(Invocation call, string tool, CommandOptions options, PythonTarget fallback)
    {
        if (options.Has("--dry-run")) return;
        Record(call, tool, options, Target(call, tool, options, fallback), []);
    }

    private static PythonTarget Target(Invocation call, string tool, CommandOptions options, PythonTarget fallback)
    {
        if (options.Value("-t", "--target") is { } directory) return At(call, directory, path => new PythonTarget.Directory(path));
        if (options.Value("--prefix") is { } prefix) return At(call, prefix, AsPrefix);
        if (options.Value("--root") is { } root) return At(call, root, path => new PythonTarget.Prefix(path));
        if (options.Has("--user")) return InstallTarget.User(call);
        if (options.Value("--python") is { Value: { } python } && tool == "pip") return InstallTarget.OfPath(call, python);
        if (tool == "pip")
        {
            if (call.ValueOf("PIP_TARGET") is { Length: > 0 } target) return new PythonTarget.Directory(call.Absolute(target));
            if (call.ValueOf("PIP_PREFIX") is { Length: > 0 } known) return AsPrefix(call.Absolute(known));
            if (call.IsSet("PIP_USER")) return InstallTarget.User(call);
        }

        return fallback;
    }

    private static PythonTarget AsPrefix(string path) =>
        InstallTarget.IsSystemPrefix(path) ? new PythonTarget.System() : new PythonTarget.Prefix(path);

    private static PythonTarget At(Invocation call, Argument option, Func<string, PythonTarget> make) =>
        option.Value is { } path ? make(call.Absolute(path)) : new PythonTarget.Unknown($"the place is in {option.Raw}");

    private static void Wheels(Invocation call, string tool, CommandOptions options, string shortName, string longName)
    {
        var place = options.Value(shortName, longName, "--destination-directory")?.Value ?? call.ValueOf("PIP_WHEEL_DIR") ?? ".";
        Record(call, tool, options, new PythonTarget.Wheels(call.Absolute(place)), []);
    }

    private static void Record(
        Invocation call, string tool, CommandOptions options, PythonTarget target, ImmutableArray<string> files, bool withOperands = true)
    {
        var editable = options.Values("-e", "--editable");
        var isInstall = options.Operands is [{ Value: "install" or "wheel" or "download" }, ..];
        var named = withOperands ? options.Operands.Skip(isInstall ? 1 : 0).Concat(editable).ToImmutableArray() : [];
        foreach (var word in named.Where(word => word.Value is null && word.Prefix.Length == 0))
            call.Opaque($"the list of distributions is in {word.Raw}");
        var requirements = named.Where(word => word.Value is not null || word.Prefix.Length > 0).Select(word => word.Text).ToImmutableArray();
        files = [.. files, .. Paths(call, options.Values("-r", "--requirement", "-c", "--constraint")), .. ProjectFiles(call, requirements)];
        if (requirements.IsEmpty && files.IsEmpty) return;
        call.Record(new Effect.PythonInstalled(call.Span, new PythonInstall
        {
            Tool = tool,
            Target = target,
            Requirements = requirements,
            Files = files,
            Constraints = Paths(call, options.Values("-c", "--constraint")),
            Groups = [.. options.Values("--extra", "--group").Select(word => word.Value).OfType<string>()],
            IsEditable = !editable.IsEmpty,
            IsInstallerOnly = files.IsEmpty && requirements.All(IsInstaller),
        }));
    }

    private static ImmutableArray<string> Paths(Invocation call, ImmutableArray<Argument> words)
    {
        foreach (var word in words.Where(word => word.Value is null)) call.Opaque($"the requirements file is in {word.Raw}");
        return [.. words.Select(word => word.Value).OfType<string>().Where(path => path != "-" && !path.Contains("://", StringComparison.Ordinal)).Select(call.Absolute)];
    }

    /// <summary>Files that describe the project directories among requirements.</summary>
    private static IEnumerable<string> ProjectFiles(Invocation call, ImmutableArray<string> requirements)
    {
        foreach (var requirement in requirements)
        {
            if (!requirement.StartsWith('.') && !requirement.StartsWith('/')) continue;
            var path = call.Absolute(requirement.Split('[')[0]);
            foreach (var name in (string[])["pyproject.toml", "setup.py", "setup.cfg"])
            {
                var file = UnixPath.Join(path, name);
                if (InnerFiles.Trace(call.Script, file) is not null) yield return file;
            }
        }
    }

    private static bool IsInstaller(string requirement) =>
        Installers.Contains(requirement.Split(['=', '<', '>', '~', '!', '[', ' ', ';', '@'])[0]);
}
