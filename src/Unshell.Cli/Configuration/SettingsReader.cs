using System.Collections.Immutable;
using System.Globalization;
using Tomlyn.Syntax;
using Unshell.Rules;
using Unshell.Text;

namespace Unshell.Cli.Configuration;

/// <summary>Takes settings out of a TOML tree; what it does not know is an error, so that no misspelt setting is passed over.</summary>
internal sealed class SettingsReader(SourceText source)
{
    private static readonly string[] rootKeys = ["dockerfiles", "distro", "registry", "fips", "pin", "python", "writable", "harden-compose"];
    private static readonly string[] tables = ["targets", "ports", "rules"];

    private Settings settings = new();

    public Settings Read(DocumentSyntax document)
    {
        foreach (var entry in document.KeyValues) Root(KeyOf(entry.Key!), entry);
        foreach (var table in document.Tables)
        {
            var name = KeyOf(table.Name!);
            if (table is not TableSyntax || !tables.Contains(name, StringComparer.Ordinal))
                throw Error(table.Name!, $"there is no table {name}; there are {string.Join(", ", tables)}");
            foreach (var entry in table.Items) Entry(name, KeyOf(entry.Key!), entry);
        }

        return settings;
    }

    private void Root(string key, KeyValueSyntax entry)
    {
        var value = entry.Value!;
        settings = key switch
        {
            "dockerfiles" => settings with { Dockerfiles = Texts(value) },
            "distro" => settings with { Distro = Text(value) },
            "registry" => settings with { Registry = Text(value) },
            "fips" => settings with { Fips = Boolean(value) },
            "pin" => settings with { Pin = Boolean(value) },
            "python" => settings with { Python = Text(value) },
            "writable" => settings with { WritablePaths = [.. Texts(value).Select(path => Absolute(path, value))] },
            "harden-compose" => settings with { HardensCompose = Boolean(value) },
            _ => throw Error(entry, $"there is no setting {key}; there are {string.Join(", ", rootKeys)} and the tables {string.Join(", ", tables)}"),
        };
    }

    private void Entry(string table, string key, KeyValueSyntax entry)
    {
        var value = entry.Value!;
        switch (table)
        {
            case "targets":
                settings = settings with { Targets = settings.Targets.SetItem(key, Text(value)) };
                break;
            case "ports":
                settings = settings with { Ports = settings.Ports.SetItem(Port(key, entry.Key!), Port(value)) };
                break;
            default:
                var rule = RuleCatalog.Find(key) ?? throw Error(entry, $"there is no rule {key}; unshell explain lists them");
                settings = settings with
                {
                    DisabledRules = Boolean(value) ? settings.DisabledRules.Remove(rule.Info.Id) : settings.DisabledRules.Add(rule.Info.Id),
                };
                break;
        }
    }

    private string KeyOf(KeySyntax key) => key.DotKeys.ChildrenCount > 0
        ? throw Error(key, "a dotted key is not understood here")
        : key.Key switch
        {
            BareKeySyntax bare => bare.Key?.Text ?? "",
            StringValueSyntax quoted => quoted.Value ?? "",
            _ => "",
        };

    private string Text(SyntaxNode value) => value is StringValueSyntax { Value: { } text } ? text : throw Error(value, "a text is wanted here");

    private bool Boolean(SyntaxNode value) => value is BooleanValueSyntax boolean ? boolean.Value : throw Error(value, "true or false is wanted here");

    private ImmutableArray<string> Texts(SyntaxNode value) => value is ArraySyntax array
        ? [.. array.Items.Select(item => Text(item.Value!))]
        : throw Error(value, "a list of texts is wanted here");

    private int Port(SyntaxNode value) => value is IntegerValueSyntax { Value: >= 1 and <= 65535 and var port }
        ? (int)port
        : throw Error(value, "a port from 1 to 65535 is wanted here");

    private int Port(string text, SyntaxNode place) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : throw Error(place, "a port from 1 to 65535 is wanted here");

    private string Absolute(string path, SyntaxNode place) =>
        path.StartsWith('/') ? path : throw Error(place, $"{path} is not an absolute path of the container");

    private CommandException Error(SyntaxNode place, string cause) =>
        new($"cannot read {source.Path}:{place.Span.Start.Line + 1}:{place.Span.Start.Column + 1}: {cause}");
}
