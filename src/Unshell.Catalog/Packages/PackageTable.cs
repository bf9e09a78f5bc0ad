using System.Collections.Immutable;

namespace Unshell.Catalog.Packages;

/// <summary>What the tables under <c>Data/</c> say of a package.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Programs">Programs it brings.</param>
/// <param name="Libraries">Sonames it brings.</param>
/// <param name="Runtime">Of a header package: packages that what is built with it needs.</param>
/// <param name="Elsewhere">Of a package of Alpine: what Debian 12 calls it.</param>
/// <param name="Depends">Of a package of Debian: library packages that it depends on.</param>
internal sealed record PackageRow(
    PackageRole Role, ImmutableArray<string> Programs, ImmutableArray<string> Libraries, ImmutableArray<string> Runtime,
    ImmutableArray<string> Elsewhere, ImmutableArray<string> Depends);

/// <summary>
/// The package tables, one line a package. Lines are found when the table is first used and read when they are asked for: a run
/// asks for few of some thousand.
/// </summary>
internal static class PackageTable
{
    private static readonly Lazy<Dictionary<(string Release, string Name), string>> _debian = new(() =>
    {
        var rows = new Dictionary<(string, string), string>(4096);
        foreach (var line in EmbeddedData.Lines("debian-packages.txt"))
        {
            var release = line[..line.IndexOf('\t', StringComparison.Ordinal)];
            var name = line[(release.Length + 1)..line.IndexOf('\t', release.Length + 1)];
            rows[(release, name)] = line;
        }

        return rows;
    });

    private static readonly Lazy<Dictionary<string, string>> _alpine = new(() =>
        EmbeddedData.Lines("alpine-packages.txt").ToDictionary(line => line[..line.IndexOf('\t', StringComparison.Ordinal)], StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, string>> _hardened = new(() =>
        EmbeddedData.Lines("hardened-packages.txt").ToDictionary(line => line[..line.IndexOf('\t', StringComparison.Ordinal)], StringComparer.Ordinal));

    /// <summary>Facts about a package under its name in that distribution, or null where the tables have none.</summary>
    public static PackageRow? Find(Distro distro, string name)
    {
        if (distro.Id == "alpine")
        {
            if (!_alpine.Value.TryGetValue(name, out var alpine)) return null;
            var fields = alpine.Split('\t');
            return Row(fields, 1) with { Elsewhere = Words(fields[5]) };
        }

        if (distro.Id == "debian" && _hardened.Value.TryGetValue(name, out var hardened)) return Row(hardened.Split('\t'), 1);
        if (!_debian.Value.TryGetValue((distro.Version, name), out var debian)) return null;
        var columns = debian.Split('\t');
        return Row(columns, 2) with { Depends = Words(columns[6]) };
    }

    /// <summary>The package of a distribution that brings a shared library, the first by name; null where the tables have none.</summary>
    public static string? FindLibrary(Distro distro, string soname)
    {
        var names = distro.Id == "alpine" ? _alpine.Value.Keys : _debian.Value.Keys.Where(key => key.Release == distro.Version).Select(key => key.Name);
        return names.Order(StringComparer.Ordinal).FirstOrDefault(name => Find(distro, name)?.Libraries.Contains(soname, StringComparer.Ordinal) == true);
    }

    /// <summary>Names of the packages of Alpine that the tables have.</summary>
    public static IEnumerable<string> AlpineNames => _alpine.Value.Keys;

    private static PackageRow Row(string[] fields, int first) => new(
        RoleOf(fields[first]), Words(fields[first + 1]), Words(fields[first + 2]), Words(fields[first + 3]), [], []);

    private static ImmutableArray<string> Words(string field) => field.Length == 0 || field == "-" ? [] : [.. field.Split(' ')];

    private static PackageRole RoleOf(string word) => word switch
    {
        "build" => PackageRole.Build,
        "library" => PackageRole.Library,
        "program" => PackageRole.Program,
        "aid" => PackageRole.ShellAid,
        "data" => PackageRole.Data,
        _ => throw new InvalidOperationException($"internal error: {word} is not a role of a package"),
    };
}
