using System.Collections.Immutable;
using Unshell.Services.Simulation.Scripts;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary>Poetry.</summary>
internal static class Poetry
{
    private static readonly string[] Valued =
        ["-C", "--directory", "-P", "--project", "--with", "--without", "--only", "-E", "--extras", "-f", "--format", "-o", "--output", "--group", "-G", "--dev-group"];

    public static PipedText Run(Invocation call)
    {
        var options = CommandOptions.Of(call.Arguments, Valued);
        if (options.Operands is not [var verb, .. var rest]) return PipedText.Unknown;
        switch (verb.Value)
        {
            case "config": Configure(call, rest); break;
            case "install" or "sync" or "update" or "add": Install(call, options); break;
            case "run": return InProject.Start(call, After(call, "run"), Target(call, ProjectOf(call, options)));
            case "self" or "export" or "lock" or "check" or "show" or "env" or "cache" or "version" or "build" or "about" or "publish": break;
            case null: call.Opaque($"what poetry does is in {verb.Raw}"); break;
            default: break;
        }

        return PipedText.Unknown;
    }

    private static ImmutableArray<Argument> After(Invocation call, string verb)
    {
        var at = call.Arguments.ToList().FindIndex(word => word.Value == verb);
        return call.Arguments.RemoveRange(0, at + 1);
    }

    private static string ProjectOf(Invocation call, CommandOptions options) =>
        options.Value("-C", "--directory", "-P", "--project")?.Value is { } path ? call.Absolute(path) : call.Script.Directory;

    private static void Configure(Invocation call, ImmutableArray<Argument> words)
    {
        if (words is [{ Value: { } name }, var value, ..]) call.Record(new Effect.ToolConfigured(call.Span, "poetry", name, value.Text));
    }

    private static void Install(Invocation call, CommandOptions options)
    {
        var project = ProjectOf(call, options);
        var target = Target(call, project);
        if (target is PythonTarget.Environment environment && !call.State.VirtualEnvironments.ContainsKey(environment.Path))
            call.Record(new Effect.EnvironmentCreated(call.Span, environment.Path, "poetry"));
        call.Record(new Effect.PythonInstalled(call.Span, new PythonInstall
        {
            Tool = "poetry",
            Target = target,
            Requirements = options.Operands is [{ Value: "add" }, .. var added] ? [.. added.Select(word => word.Text)] : [],
            Files = ProjectFiles.Existing(call, project, "pyproject.toml", "poetry.lock"),
            Groups =
            [
                .. options.Values("--with", "--only", "-E", "--extras").Select(word => word.Value).OfType<string>()
                    .SelectMany(names => names.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)),
            ],
            IsEditable = !options.Has("--no-root", "--only-root") && options.Value("--only") is null,
            IsInstallerOnly = false,
        }));
    }

    private static PythonTarget Target(Invocation call, string project)
    {
        if (InstallTarget.Active(call) is { } active) return active;
        if (Setting(call, project, "create") is "false")
            return InstallTarget.OfProgram(call.Inner([Argument.Known(call.Span, "python")]));
        if (Setting(call, project, "in-project") is "true" || call.State.VirtualEnvironments.ContainsKey(UnixPath.Join(project, ".venv")))
            return new PythonTarget.Environment(UnixPath.Join(project, ".venv"));
        return new PythonTarget.Unknown("poetry keeps the environment in its cache under a name with a hash");
    }

    private static string? Setting(Invocation call, string project, string name)
    {
        var variable = call.ValueOf("POETRY_VIRTUALENVS_" + name.Replace('-', '_').ToUpperInvariant());
        if (variable is { Length: > 0 }) return variable.ToLowerInvariant() is "0" or "no" or "off" ? "false" : variable.ToLowerInvariant() is "1" or "yes" or "on" ? "true" : variable.ToLowerInvariant();
        if (InnerFiles.TextOf(call.Script, UnixPath.Join(project, "poetry.toml")) is { } text && FromFile(text, name) is { } local) return local;
        return call.State.ToolSettings.TryGetValue("poetry:virtualenvs." + name, out var value) ? value.ToLowerInvariant() : null;
    }

    private static string? FromFile(string text, string name)
    {
        var section = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('[')) section = line.Trim('[', ']');
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) continue;
            var key = line[..equals].Trim();
            if ((section == "virtualenvs" && key == name) || (section.Length == 0 && key == "virtualenvs." + name)) return line[(equals + 1)..].Split('#')[0].Trim();
        }

        return null;
    }
}
