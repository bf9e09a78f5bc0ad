using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Unshell.Catalog.Snapshots;

/// <summary>Reads one definition. Source of the format: <c>.spec.json</c> of the public catalog, "DHI image definition".</summary>
internal static class DefinitionReader
{
    private const string Registry = "dhi.io/";

    /// <summary>The definition, or null where the file is something else (configuration that an image carries).</summary>
    /// <exception cref="CatalogFormatException">It is not YAML, or a definition that lacks what every one has.</exception>
    public static HardenedImage? Read(DefinitionFile file)
    {
        if (!file.Text.Contains("\nimage: " + Registry, StringComparison.Ordinal)) return null;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }] && root.Children.ContainsKey("tags")
                ? Image(file.Path, new Fields(root))
                : null;
        }
        catch (YamlException exception)
        {
            throw new CatalogFormatException(
                $"cannot read {file.Path}:{exception.Start.Line}:{exception.Start.Column}: {exception.Message}", exception);
        }
        catch (FormatException exception)
        {
            throw new CatalogFormatException($"cannot read {file.Path}: {exception.Message}", exception);
        }
    }

    private static HardenedImage Image(string path, Fields root)
    {
        var accounts = root.Map("accounts");
        var system = root.Map("os-release");
        var packages = root.Map("contents").Texts("packages");
        return new HardenedImage
        {
            Definition = path[..^".yaml".Length],
            Title = root.Text("name") ?? "",
            Repository = root.Required("image")[Registry.Length..],
            Tags = [.. root.Texts("tags").Order(StringComparer.Ordinal)],
            Variant = Variant(root.Required("variant")),
            Flavor = root.Text("flavor") ?? "",
            Distro = new Distro(system.Required("id"), system.Required("version-id")),
            Platforms = root.Texts("platforms"),
            Packages = Names(packages.Where(package => !package.StartsWith('!'))),
            Excluded = Names(packages.Where(package => package.StartsWith('!')).Select(package => package[1..])),
            Artifacts = [.. root.Map("contents").Maps("artifacts").Select(artifact => WithoutDigest(artifact.Required("name")))],
            Users = Accounts(accounts, "users", "uid", accounts.Required("run-as")),
            Groups = Accounts(accounts, "groups", "gid", ""),
            RunAs = accounts.Required("run-as"),
            Environment = root.Map("environment").Pairs(),
            Entrypoint = root.Texts("entrypoint"),
            Command = root.Texts("cmd"),
            Ports = root.Texts("ports"),
            WorkingDirectory = root.Text("work-dir"),
            StopSignal = root.Text("stop-signal"),
            Released = root.Map("dates").Text("release"),
            EndOfLife = root.Map("dates").Text("end-of-life"),
            HasRoot = accounts.Text("root") == "true",
            HasOwnFiles = root.Map("contents").Maps("builds").Any() || root.Map("contents").Maps("files").Any(),
            Paths = [.. root.Maps("paths").Select(Path)],
        };
    }

    private static ImageVariant Variant(string variant) => variant switch
    {
        "dev" => ImageVariant.Dev,
        "runtime" => ImageVariant.Runtime,
        _ => throw new FormatException($"variant {variant} is not known"),
    };

    private static ImmutableArray<string> Names(IEnumerable<string> packages) =>
        [.. packages.Select(package => package.Split('=', '~')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string WithoutDigest(string artifact) => artifact.Split('@')[0];

    private static ImmutableArray<ImageAccount> Accounts(Fields accounts, string list, string id, string first) =>
    [
        .. accounts.Maps(list)
            .Select(account => new ImageAccount(account.Required("name"), account.Number(id), account.Number("gid")))
            .OrderBy(account => account.Name == first || account.Id.ToString(CultureInfo.InvariantCulture) == first ? 0 : 1),
    ];

    private static ImagePath Path(Fields path) => new(
        path.Required("type"), path.Required("path"), path.Text("source"), path.Number("uid"), path.Number("gid"), path.Text("mode"));

    /// <summary>A mapping by the names of its keys; what is not there reads as empty.</summary>
    private readonly struct Fields(YamlMappingNode? node)
    {
        public string? Text(string key) => this[key] is YamlScalarNode { Value: { } value } ? value : null;

        public string Required(string key) => Text(key) ?? throw new FormatException($"it has no {key}");

        public int Number(string key) => Text(key) is { } text
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

        public Fields Map(string key) => new(this[key] as YamlMappingNode);

        public ImmutableArray<string> Texts(string key) => this[key] is YamlSequenceNode list
            ? [.. list.Children.OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "")]
            : [];

        public IEnumerable<Fields> Maps(string key) => this[key] is YamlSequenceNode list
            ? list.Children.OfType<YamlMappingNode>().Select(child => new Fields(child))
            : [];

        public ImmutableSortedDictionary<string, string> Pairs() => node is null
            ? ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            : node.Children.ToImmutableSortedDictionary(
                pair => (pair.Key as YamlScalarNode)?.Value ?? throw new FormatException("a key is no text"), pair => (pair.Value as YamlScalarNode)?.Value ?? "", StringComparer.Ordinal);

        private YamlNode? this[string key] => node is not null && node.Children.TryGetValue(key, out var value) ? value : null;
    }
}
