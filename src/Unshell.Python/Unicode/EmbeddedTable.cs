using System.IO.Compression;
using System.Text;

namespace Unshell.Python.Unicode;

/// <summary>The tables of <c>Data/</c>, which <c>eng/unicode-data.py</c> writes.</summary>
internal static class EmbeddedTable
{
    /// <summary>A table as it is.</summary>
    public static string Read(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadToEnd();
    }

    /// <summary>A packed table; it begins and ends with a newline.</summary>
    public static string ReadPacked(string name)
    {
        using var stream = new ZLibStream(Open(name), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) => typeof(EmbeddedTable).Assembly.GetManifestResourceStream("Unshell.Python.Unicode.Data." + name)
        ?? throw new InvalidOperationException($"internal error: the assembly does not carry Data/{name}");
}
