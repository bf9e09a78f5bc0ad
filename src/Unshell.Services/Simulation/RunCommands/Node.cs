using Unshell.Services.Simulation.Scripts;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary>npm, Yarn, pnpm and Bun: modules go to <c>node_modules</c>, what a build makes is the project's own affair.</summary>
internal static class Node
{
    public static PipedText Run(Invocation call)
    {
        var options = CommandOptions.Of(call.Arguments, "--prefix", "-C", "--dir", "--cwd", "--registry", "--cache", "--network-timeout", "--filter", "-F", "-w", "--workspace");
        var directory = options.Value("--prefix", "-C", "--dir", "--cwd")?.Value is { } path ? call.Absolute(path) : call.Script.Directory;
        var verb = options.Operands.FirstOrDefault()?.Value;
        if (call.Name is "npx" && verb is "playwright") return Toolchains.Browser(call.Inner(call.Arguments.RemoveRange(0, call.Arguments.IndexOf(options.Operands[0]))));
        switch (verb)
        {
            case "install" or "ci" or "i" or "add" or "clean-install":
            case null when call.Name == "yarn":
                Install(call, options.Has("-g", "--global", "--location=global"), directory);
                break;
            case "config" or "set" or "cache" or "audit" or "version" or "--version" or "test" or "lint" or "prune" or "rebuild" or "fetch" or "global" or "store" or null: break;
            default: call.Opaque($"{call.Name} {verb} runs a script of the project"); break;
        }

        return PipedText.Unknown;
    }

    public static PipedText Enable(Invocation call) => PipedText.Unknown;

    private static void Install(Invocation call, bool isGlobal, string directory)
    {
        var place = isGlobal ? "/usr/local/lib/node_modules" : UnixPath.Join(directory, "node_modules");
        Toolchains.Fetch(call, "https://registry.npmjs.org/", place);
    }
}

/// <summary>Compilers, build tools and fetchers of other worlds: what they make is not followed.</summary>
internal static class Toolchains
{
    public static PipedText Build(Invocation call)
    {
        if (call.Arguments is [{ Value: "version" or "--version" or "-v" or "env" }, ..]) return PipedText.Unknown;
        call.Opaque($"{call.Program} makes files that the model does not follow");
        return PipedText.Unknown;
    }

    public static PipedText Browser(Invocation call)
    {
        var options = CommandOptions.Of(call.Arguments);
        if (options.Operands is [{ Value: "install" or "install-deps" }, ..])
        {
            var place = call.ValueOf("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 1 } named ? call.Absolute(named)
                : call.ValueOf("HOME") is { } home ? home + "/.cache/ms-playwright" : null;
            if (options.Operands[0].Value == "install" && place is not null)
                Fetch(call, "https://playwright.azureedge.net/", place);
            if (options.Operands[0].Value == "install-deps" || options.Has("--with-deps"))
                call.UnknownInstallation("playwright installs the OS packages that its browsers need");
        }

        return PipedText.Unknown;
    }

    /// <summary>A tool fills a directory from a place that it knows.</summary>
    public static void Fetch(Invocation call, string url, string place) => call.Record(
        new Effect.FilesCopied(call.Span, new CopyOrigin.Url(url), [url], place, EffectiveUser.OwnerName(call.State), null) { IntoDirectory = true, Unpacks = true });

    public static PipedText Spacy(Invocation call)
    {
        if (call.Arguments is [{ Value: "download" }, { Value: { } model }, ..])
        {
            call.Record(new Effect.PythonInstalled(call.Span, new PythonInstall
            {
                Tool = "pip",
                Target = InstallTarget.OfProgram(call.Inner([Argument.Known(call.Span, "python")])),
                Requirements = [model],
                Files = [],
                IsEditable = false,
                IsInstallerOnly = false,
            }));
        }

        return PipedText.Unknown;
    }
}
