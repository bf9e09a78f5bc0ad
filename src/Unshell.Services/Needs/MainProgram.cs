using Unshell.Catalog;
using Unshell.Python.Packages;

namespace Unshell.Services.Needs;

/// <summary>Which program of a package to name to a person: the one that services run, not the first of the alphabet.</summary>
internal static class MainProgram
{
    // Packages whose best known program has another name. Source: the descriptions of the packages in Debian 12.
    private static readonly Dictionary<string, string> _known = new(StringComparer.Ordinal)
    {
        ["default-mysql-client"] = "mysql",
        ["freetds-bin"] = "tsql",
        ["gettext"] = "msgfmt",
        ["ghostscript"] = "gs",
        ["imagemagick"] = "convert",
        ["mariadb-client"] = "mariadb",
        ["openssh-client"] = "ssh",
        ["postgresql-client"] = "psql",
        ["redis-tools"] = "redis-cli",
        ["supervisor"] = "supervisord",
    };

    // What Python distributions run of a package.
    private static readonly Lazy<ILookup<string, string>> _run = new(() => DistributionKnowledge.All
        .Where(fact => fact.Kind is DistributionFactKind.Program or DistributionFactKind.ProgramAtImport).ToLookup(fact => fact.Value[1], fact => fact.Value[0], StringComparer.Ordinal));

    /// <summary>The program's name.</summary>
    /// <param name="facts">A package with at least one program.</param>
    public static string Of(PackageFacts facts)
    {
        if (facts.Programs.Contains(facts.Name)) return facts.Name;
        if (_known.TryGetValue(facts.Name, out var known) && facts.Programs.Contains(known)) return known;
        return _run.Value[facts.Name].Where(facts.Programs.Contains).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? facts.Programs.FirstOrDefault(program => facts.Name.StartsWith(program + "-", StringComparison.Ordinal)) ?? facts.Programs[0];
    }
}
