using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Requirements.Formats;

/// <summary>What the address of a distribution tells of it.</summary>
internal static class AddressNames
{
    /// <summary>The name in an address: behind <c>#egg=</c>, or the beginning of a wheel's or archive's name; empty where it tells none.</summary>
    public static string NameOf(string address)
    {
        var egg = address.IndexOf("egg=", StringComparison.Ordinal);
        if (egg >= 0)
        {
            var end = address.AsSpan(egg + 4).IndexOfAny("&[ ");
            return end < 0 ? address[(egg + 4)..] : address.Substring(egg + 4, end);
        }

        return Parts(address) is [var name, _, ..] && DistributionName.IsValid(name) ? name : "";
    }

    /// <summary>The version in the name of a wheel or archive, as a range; every version where it tells none.</summary>
    public static VersionRange VersionOf(string address) =>
        Parts(address) is [_, var text, ..] && PackageVersion.Parse(text) is { } version ? VersionRange.Of(VersionClause.Of(VersionComparison.Equal, version)) : VersionRange.Any;

    /// <summary>The name of a file at the end of an address or path, without query and fragment.</summary>
    public static string FileOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('#', '?');
        var path = end < 0 ? address : address[..end];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>Name and version as file names have them. Source: the binary and source distribution format specifications.</summary>
    private static string[] Parts(string address)
    {
        var file = FileOf(address);
        if (file.EndsWith(".whl", StringComparison.Ordinal)) return file.Split('-');
        if (!file.EndsWith(".tar.gz", StringComparison.Ordinal)) return [];
        var stem = file[..^".tar.gz".Length];
        var dash = stem.LastIndexOf('-');
        return dash <= 0 ? [] : [stem[..dash], stem[(dash + 1)..]];
    }
}
