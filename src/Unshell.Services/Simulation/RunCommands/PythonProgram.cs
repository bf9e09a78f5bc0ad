using System.Collections.Immutable;
using Unshell.Services.Simulation.Scripts;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary>The interpreter itself: modules that it runs, <c>setup.py</c>, <c>manage.py</c>, other scripts.</summary>
internal static class PythonProgram
{
    public static PipedText Run(Invocation call)
    {
        var options = CommandOptions.UpToCommand(call.Arguments, "-m", "-c", "-W", "-X");
        if (options.Value("-m") is { } module) return RunModule(call, module);
        if (options.Value("-c") is { } code) return RunCode(call, code);
        if (options.Operands is [var script, .. var rest] && script.Value != "-") return RunScript(call, script, rest);
        if (options.Has("-V", "--version", "-h")) return PipedText.Unknown;
        if (call.Input.Url is { } url) return Installers.Run(call, url);
        call.Opaque("a Python program is run whose text is read from a pipe");
        return PipedText.Unknown;
    }

    private static PipedText RunModule(Invocation call, Argument module)
    {
        var at = call.Arguments.ToList().FindIndex(word => word.Prefix.StartsWith("-m", StringComparison.Ordinal) || word == module);
        var isJoined = !call.Arguments[at].Prefix.Equals("-m", StringComparison.Ordinal);
        var rest = call.Arguments.RemoveRange(0, Math.Min(at + (isJoined ? 1 : 2), call.Arguments.Length));
        switch (module.Value)
        {
            case "pip": return Pip.Run(call, "pip", rest, InstallTarget.OfProgram(call));
            case "venv" or "virtualenv": return VirtualEnvironmentTool.Make(call, rest, module.Value);
            case "ensurepip" or "compileall" or "site" or "pytest" or "unittest" or "json.tool": return PipedText.Unknown;
            case "uv" or "poetry" or "pipenv" or "pdm" or "playwright" or "spacy":
                return CommandTable.Find(module.Value)!(call.Inner([module, .. rest]));
            case "django": return Manage(call, rest);
            case "nltk.downloader": call.Opaque("data of nltk is fetched"); return PipedText.Unknown;
            default: call.Opaque($"what python -m {module.Text} does is not known"); return PipedText.Unknown;
        }
    }

    private static PipedText RunCode(Invocation call, Argument code)
    {
        var text = code.Value;
        if (text is null || !IsOnlyPrinting(text)) call.Opaque("python -c runs code that the model does not follow");
        return PipedText.Unknown;
    }

    // Checks such as "import ssl" and one-line prints change no file.
    private static bool IsOnlyPrinting(string text) => text.Split([';', '\n']).All(statement =>
        statement.Trim() is var trimmed
        && (trimmed.Length == 0
            || (trimmed.StartsWith("import ", StringComparison.Ordinal) && trimmed.Split(' ', ',').All(name => name is not "this"))
            || (trimmed.StartsWith("from ", StringComparison.Ordinal) && trimmed.Contains(" import ", StringComparison.Ordinal))
            || (trimmed.StartsWith("print(", StringComparison.Ordinal) && !trimmed.Contains("open(", StringComparison.Ordinal))));

    private static PipedText RunScript(Invocation call, Argument script, ImmutableArray<Argument> rest)
    {
        switch (UnixPath.NameOf(script.Text))
        {
            case "setup.py": SetUp(call, script, rest); break;
            case "manage.py": return Manage(call, rest);
            case "get-pip.py" or "get-poetry.py" or "install-poetry.py":
                call.Record(new Effect.PythonInstalled(call.Span, new PythonInstall
                {
                    Tool = "pip",
                    Target = InstallTarget.OfProgram(call),
                    Requirements = [script.Text.Contains("poetry", StringComparison.Ordinal) ? "poetry" : "pip"],
                    Files = [],
                    IsEditable = false,
                    IsInstallerOnly = true,
                }));
                break;
            default: call.Opaque($"the program {script.Text} is run"); break;
        }

        return PipedText.Unknown;
    }

    private static void SetUp(Invocation call, Argument script, ImmutableArray<Argument> rest)
    {
        var verb = rest.FirstOrDefault(word => word.Value is "install" or "develop")?.Value;
        if (verb is null)
        {
            call.Opaque($"setup.py {string.Join(' ', rest.Select(word => word.Text))} is run");
            return;
        }

        var options = CommandOptions.Of(rest, "--prefix", "--root", "--install-dir");
        PythonTarget target = options.Value("--prefix")?.Value is { } prefix ? new PythonTarget.Prefix(call.Absolute(prefix))
            : options.Value("--root")?.Value is { } root ? new PythonTarget.Prefix(call.Absolute(root))
            : options.Has("--user") ? InstallTarget.User(call)
            : InstallTarget.OfProgram(call);
        call.Record(new Effect.PythonInstalled(call.Span, new PythonInstall
        {
            Tool = "setup.py",
            Target = target,
            Requirements = [],
            Files = [call.Absolute(script.Text)],
            IsEditable = verb == "develop",
            IsInstallerOnly = false,
        }));
    }

    private static PipedText Manage(Invocation call, ImmutableArray<Argument> rest)
    {
        var verb = rest.FirstOrDefault(word => !word.IsOption)?.Text;
        call.Opaque(verb switch
        {
            "collectstatic" => "collectstatic writes below STATIC_ROOT of the settings",
            "compilemessages" => "compilemessages writes .mo files beside the .po files",
            "migrate" => "migrate writes to the database of the settings",
            "compress" => "compress writes below COMPRESS_ROOT of the settings",
            _ => $"manage.py {verb} is run",
        });
        return PipedText.Unknown;
    }
}

/// <summary><c>virtualenv</c> and <c>python -m venv</c>.</summary>
internal static class VirtualEnvironmentTool
{
    public static PipedText Run(Invocation call) => Make(call, call.Arguments, "virtualenv");

    public static PipedText Make(Invocation call, ImmutableArray<Argument> arguments, string tool)
    {
        var options = CommandOptions.Of(arguments, "-p", "--python", "--prompt", "--pip", "--setuptools", "--wheel", "--seeder");
        foreach (var word in options.Operands)
        {
            if (word.Value is { } path) call.Record(new Effect.EnvironmentCreated(call.Span, call.Absolute(path), tool));
            else call.Opaque($"the environment's path is in {word.Raw}");
        }

        return PipedText.Unknown;
    }
}
