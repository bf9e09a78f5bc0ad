namespace Unshell.Launchers.Programs;

/// <summary>The text of a part of the run time, as it lies in the assembly.</summary>
internal static class RuntimeText
{
    private const string Prefix = "Unshell.Launchers.Runtime/";

    /// <summary>The parts' paths below <c>Runtime</c>, sorted.</summary>
    public static IEnumerable<string> Parts =>
        typeof(RuntimeText).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal);

    /// <summary>A part's text.</summary>
    /// <param name="part">Its path below <c>Runtime</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such part.</exception>
    public static string Of(string part)
    {
        using var stream = typeof(RuntimeText).Assembly.GetManifestResourceStream(Prefix + part)
            ?? throw new InvalidOperationException($"internal error: no part {part}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
