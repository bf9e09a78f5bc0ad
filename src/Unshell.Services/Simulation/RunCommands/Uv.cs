using System.Collections.Immutable;
using Unshell.Services.Simulation.Scripts;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary>Astral's <c>uv</c>.</summary>
internal static class Uv
{
    private static readonly string[] Valued =
    [
        "-p", "--python", "--project", "--directory", "--config-file", "--cache-dir", "--extra", "--group", "--no-group", "--only-group",
        "--index", "--default-index", "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--index-strategy", "--link-mode",
        "--package", "-P", "--prerelease", "--resolution", "--exclude-newer", "-o", "--output-file", "--format", "--no-install-package",
        "--color", "--with", "--from", "--env-file", "--prompt", "--compile-bytecode-timeout", "--no-extra", "--no-editable-package",
        "-C", "--config-setting", "--python-preference", "--allow-insecure-host", "--keyring-provider", "--install-dir", "-i",
    ];

    public static PipedText Run(Invocation call)
    {
        var options = CommandOptions.UpToCommand(call.Arguments, Valued);
        if (options.Operands is not [var verb, .. var rest]) return PipedText.Unknown;
        switch (verb.Value)
        {
            case "pip": return RunPip(call, rest);
            case "sync": Sync(call, rest, options); break;
            case "venv": MakeEnvironment(call, rest); break;
            case "tool": RunToolVerb(call, rest); break;
            case "python": InstallPython(call, rest); break;
            case "run": return RunInProject(call, rest, options);
            case "add": Sync(call, [], options); break;
            case "export" or "lock" or "cache" or "version" or "self" or "tree" or "build" or "generate-shell-completion": break;
            case null: call.Opaque($"what uv does is in {verb.Raw}"); break;
            default: call.Opaque($"what uv {verb.Value} does is not known"); break;
        }

        return PipedText.Unknown;
    }

    public static PipedText RunTool(Invocation call)
    {
        call.Opaque("a tool is fetched and run");
        return PipedText.Unknown;
    }

    private static PipedText RunPip(Invocation call, ImmutableArray<Argument> arguments)
    {
        var options = CommandOptions.Of(arguments, [.. Valued, "-r", "-c", "-t", "--target", "--prefix", "--requirement", "--requirements", "-e"]);
        return Pip.Run(call, "uv", Renamed(arguments), PipTarget(call, options));
    }

    // uv takes plural names too and its "-p" is pip's "--python".
    private static ImmutableArray<Argument> Renamed(ImmutableArray<Argument> arguments) =>
    [
        .. arguments.Select(word => word.Value switch
        {
            "--requirements" => word with { Value = "--requirement", Prefix = "--requirement" },
            "--constraints" => word with { Value = "--constraint", Prefix = "--constraint" },
            "-p" => word with { Value = "--python", Prefix = "--python" },
            _ => word,
        }),
    ];

    private static PythonTarget PipTarget(Invocation call, CommandOptions options)
    {
        var python = options.Value("-p", "--python")?.Value ?? call.ValueOf("UV_PYTHON");
        if (python is not null && python.Contains('/', StringComparison.Ordinal)) return InstallTarget.OfPath(call, python);
        if (options.Has("--system") || call.IsSet("UV_SYSTEM_PYTHON")) return new PythonTarget.System();
        if (InstallTarget.Active(call) is { } active) return active;
        for (var directory = call.Script.Directory; ; directory = UnixPath.ParentOf(directory))
        {
            var candidate = UnixPath.Join(directory, ".venv");
            if (call.State.VirtualEnvironments.ContainsKey(candidate)) return new PythonTarget.Environment(candidate);
            if (directory == "/") break;
        }

        return InstallTarget.OfProgram(call.Inner([Argument.Known(call.Span, "python")])) is PythonTarget.Environment onPath
            ? onPath
            : new PythonTarget.Unknown("uv pip finds no environment and is not told --system");
    }

    private static string ProjectOf(Invocation call, CommandOptions options, CommandOptions general) =>
        (options.Value("--project", "--directory") ?? general.Value("--project", "--directory"))?.Value is { } project
            ? call.Absolute(project)
            : call.ValueOf("UV_PROJECT") is { Length: > 0 } named ? call.Absolute(named) : call.Script.Directory;

    private static void Sync(Invocation call, ImmutableArray<Argument> arguments, CommandOptions general)
    {
        var options = CommandOptions.Of(arguments, Valued);
        var project = ProjectOf(call, options, general);
        var target = ProjectTarget(call, options, project);
        if (target is PythonTarget.Environment environment && !call.State.VirtualEnvironments.ContainsKey(environment.Path))
            call.Record(new Effect.EnvironmentCreated(call.Span, environment.Path, "uv"));
        var installsProject = !options.Has("--no-install-project", "--no-install-workspace", "--no-install-local", "--only-group", "--only-dev")
            && !call.IsSet("UV_NO_INSTALL_PROJECT");
        call.Record(new Effect.PythonInstalled(call.Span, new PythonInstall
        {
            Tool = "uv",
            Target = target,
            Requirements = [],
            Files = ProjectFiles.Existing(call, project, "pyproject.toml", "uv.lock"),
            Groups = [.. options.Values("--extra", "--group", "--only-group").Select(word => word.Value).OfType<string>()],
            IsEditable = installsProject && !options.Has("--no-editable") && !call.IsSet("UV_NO_EDITABLE"),
            IsInstallerOnly = false,
        }));
    }

    private static PythonTarget ProjectTarget(Invocation call, CommandOptions options, string project)
    {
        if (options.Has("--active") && InstallTarget.Active(call) is { } active) return active;
        if (call.ValueOf("UV_PROJECT_ENVIRONMENT") is { Length: > 0 } named)
        {
            var path = UnixPath.Absolute(project, named);
            return InstallTarget.IsSystemPrefix(path) ? new PythonTarget.System() : new PythonTarget.Environment(path);
        }

        return call.Script.Lookup("UV_PROJECT_ENVIRONMENT").IsKnown
            ? new PythonTarget.Environment(UnixPath.Join(project, ".venv"))
            : new PythonTarget.Unknown("UV_PROJECT_ENVIRONMENT is not known");
    }

    private static void MakeEnvironment(Invocation call, ImmutableArray<Argument> arguments)
    {
        var options = CommandOptions.Of(arguments, Valued);
        var path = options.Operands is [var first, ..] ? first : null;
        if (path is { Value: null }) call.Opaque($"the environment's path is in {path.Raw}");
        else call.Record(new Effect.EnvironmentCreated(call.Span, call.Absolute(path?.Value ?? call.ValueOf("UV_PROJECT_ENVIRONMENT") ?? ".venv"), "uv"));
    }

    private static void RunToolVerb(Invocation call, ImmutableArray<Argument> arguments)
    {
        var options = CommandOptions.Of(arguments, Valued);
        if (options.Operands is not [{ Value: "install" }, .. var tools] || tools.IsEmpty) return;
        var home = call.ValueOf("UV_TOOL_DIR") ?? (call.ValueOf("HOME") is { } user ? user + "/.local/share/uv/tools" : null);
        var names = tools.Select(tool => tool.Text).ToImmutableArray();
        call.Record(new Effect.PythonInstalled(call.Span, new PythonInstall
        {
            Tool = "uv",
            Target = home is null ? new PythonTarget.Unknown("the tools' directory is not known") : new PythonTarget.Environment(UnixPath.Join(home, names[0])),
            Requirements = names,
            Files = [],
            IsEditable = false,
            IsInstallerOnly = false,
        }));
    }

    private static void InstallPython(Invocation call, ImmutableArray<Argument> arguments)
    {
        var options = CommandOptions.Of(arguments, Valued);
        if (options.Operands is [{ Value: "install" }, .. var versions])
            call.Opaque($"uv installs an interpreter of its own{(versions.IsEmpty ? "" : " (" + string.Join(", ", versions.Select(word => word.Text)) + ")")}");
    }

    private static PipedText RunInProject(Invocation call, ImmutableArray<Argument> arguments, CommandOptions general)
    {
        var options = CommandOptions.UpToCommand(arguments, [.. Valued, "-m", "--module"]);
        if (!options.Has("--no-sync") && !call.IsSet("UV_NO_SYNC")) Sync(call, [], general);
        return InProject.Start(call, options.Operands, ProjectTarget(call, options, ProjectOf(call, options, general)));
    }
}
