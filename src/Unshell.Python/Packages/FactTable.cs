using System.Text;
using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Packages;

/// <summary>Reads the table that the assembly carries.</summary>
internal static class FactTable
{
    private const string Name = "Unshell.Python.Packages.Data.distributions.txt";

    public static IEnumerable<DistributionFact> Read() => Lines().Select(FactOf);

    /// <summary>Lines that are neither empty nor comments, split at tabs.</summary>
    public static IEnumerable<string[]> Lines()
    {
        using var stream = typeof(FactTable).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"internal error: the assembly does not carry {Name}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes).Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
    }

    private static DistributionFact FactOf(string[] fields) => new()
    {
        Distribution = fields[0],
        Versions = fields[1] == "*" ? VersionRange.Any : VersionRange.Parse(fields[1]) ?? throw Broken(fields),
        Kind = KindOf(fields),
        Value = fields[3] == "-" ? [] : [.. fields[3].Split(' ')],
        Certainty = fields[4] switch
        {
            "checked" => FactCertainty.Checked,
            "documented" => FactCertainty.Documented,
            "known" => FactCertainty.Known,
            _ => throw Broken(fields),
        },
        Source = fields[5],
    };

    private static DistributionFactKind KindOf(string[] fields) => fields[2] switch
    {
        "wheel" => DistributionFactKind.Wheel,
        "library" => DistributionFactKind.Library,
        "loads" => DistributionFactKind.LoadedLibrary,
        "program" => DistributionFactKind.Program,
        "program-at-import" => DistributionFactKind.ProgramAtImport,
        "data" => DistributionFactKind.Data,
        "cache" => DistributionFactKind.Cache,
        "writes" => DistributionFactKind.Writes,
        "crypto" => DistributionFactKind.Cryptography,
        "setuptools" => DistributionFactKind.Setuptools,
        "python" => DistributionFactKind.Python,
        _ => throw Broken(fields),
    };

    private static InvalidOperationException Broken(string[] fields) => new($"internal error: the table of distributions has no such line as {string.Join(' ', fields)}");
}
