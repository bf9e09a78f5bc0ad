using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Unshell.Cli.Catalogs;
using Unshell.Cli.Configuration;
using Unshell.Cli.Inspecting;
using Unshell.Rules;

namespace Unshell.Cli.Commands;

/// <summary>The options that say which services are looked at and what they shall become; commands that do so share them.</summary>
internal sealed class ServiceOptions
{
    private readonly Argument<string> path = new("PATH")
    {
        Description = "A repository, a Dockerfile, or - for a Dockerfile on standard input",
        DefaultValueFactory = _ => ".",
        HelpName = "PATH",
    };

    private readonly Option<string?> target = Of("--target", "STAGE", "The stage that is built, by name or number");
    private readonly Option<string[]> buildArguments = ListOf("--build-arg", "NAME=VALUE", "A build argument, as docker build takes it");
    private readonly ImageOptions images = new();
    private readonly Option<string?> configuration = Of("--config", "FILE", "Settings; without it .unshell.toml of the repository");
    private readonly Option<string[]> disable = ListOf("--disable", "RULE", "Switch a rule off, by id or name");
    private readonly Option<string[]> ports = ListOf("--port", "OLD=NEW", "Port to move to; others follow the default (80 to 8080)");
    private readonly Option<string[]> writable = ListOf("--writable", "DIR", "A directory that the service writes although no file says so");
    private readonly Option<bool> hardenCompose = new("--harden-compose") { Description = "Compose too: read-only root, no capabilities, no new privileges" };
    private readonly Option<bool> removeScripts = new("--remove-scripts") { Description = "Take away scripts that a launcher stands for and no other file names" };
    private readonly Option<bool> fixSource = new("--fix-source") { Description = "Edit the service's own Python code too, where the edit is certain" };

    /// <summary>Adds the options that every such command has.</summary>
    public void AddTo(Command command)
    {
        command.Add(path);
        command.Add(target);
        command.Add(buildArguments);
        images.AddTo(command);
        command.Add(configuration);
        command.Add(disable);
    }

    /// <summary>Adds the options of commands that change files.</summary>
    public void AddChangesTo(Command command)
    {
        command.Add(ports);
        command.Add(writable);
        command.Add(hardenCompose);
        command.Add(fixSource);
        command.Add(removeScripts);
    }

    /// <summary>What is asked for: the command line goes before the settings file.</summary>
    public Request Read(ParseResult parsed, Caller caller)
    {
        var input = Input.Open(parsed.GetRequiredValue(path), caller);
        var settings = SettingsFile.Find(parsed.GetValue(configuration), input, caller);
        return new Request
        {
            Input = input,
            Settings = settings,
            Target = parsed.GetValue(target),
            BuildArguments = Pairs(parsed.GetValue(buildArguments) ?? [], "--build-arg", caller),
            Images = images.Read(parsed, settings),
            Catalog = InstalledCatalog.Load(caller),
            DisabledRules = settings.DisabledRules.Union((parsed.GetValue(disable) ?? []).Select(KnownRule)),
            Ports = settings.Ports.SetItems((parsed.GetValue(ports) ?? []).Select(PortPair)),
            HardensCompose = parsed.GetValue(hardenCompose) || settings.HardensCompose,
            FixesSource = parsed.GetValue(fixSource),
            WritablePaths = [.. settings.WritablePaths, .. (parsed.GetValue(writable) ?? []).Select(AbsolutePath)],
            RemovesScripts = parsed.GetValue(removeScripts),
        };
    }

    private static Option<string?> Of(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static Option<string[]> ListOf(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };

    /// <summary>A name without a value takes the value from the environment, as docker build does.</summary>
    private static ImmutableSortedDictionary<string, string> Pairs(string[] texts, string option, Caller caller)
    {
        var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at == 0 || text.Length == 0) throw new CommandException($"cannot read {option} {text}: it is not NAME=VALUE");
            if (at > 0) pairs[text[..at]] = text[(at + 1)..];
            else if (caller.Variable(text) is { } value) pairs[text] = value;
        }

        return pairs.ToImmutable();
    }

    private static string KnownRule(string name) =>
        RuleCatalog.Find(name)?.Info.Id ?? throw new CommandException($"cannot disable {name}: there is no such rule; unshell explain lists them");

    private static KeyValuePair<int, int> PortPair(string text)
    {
        var parts = text.Split('=');
        if (parts.Length == 2 && TryPort(parts[0], out var old) && TryPort(parts[1], out var changed)) return KeyValuePair.Create(old, changed);
        throw new CommandException($"cannot read --port {text}: it is not OLD=NEW with numbers from 1 to 65535");
    }

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    private static string AbsolutePath(string text) => text.StartsWith('/')
        ? text
        : throw new CommandException($"cannot read --writable {text}: it is not an absolute path of the container");
}
