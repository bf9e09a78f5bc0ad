using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>Programs that read text and write text.</summary>
internal static class TextPrograms
{
    /// <summary>Each once.</summary>
    public static ImmutableArray<LauncherProgram> All { get; } =
    [
        new("awk") { Aliases = ["mawk"], Permutes = false, LeastOperands = 0, Content = AwkCheck.Of },
        new("base64") { MostOperands = 1 },
        new("cat"),
        new("cut"),
        new("egrep") { Family = "grep", Content = words => GrepCheck.Of(words, true) },
        new("envsubst") { MostOperands = 1 },
        new("expr") { LeastOperands = 1, IsOperand = _ => true },
        new("fgrep") { Family = "grep", Content = words => FilePrograms.Uncolored(words, "grep") },
        new("grep") { Content = words => GrepCheck.Of(words, words.Has("extended")) },
        new("head"),
        new("md5sum") { Family = "checksum" },
        new("paste"),
        new("rev"),
        new("sed") { Content = SedCheck.Of },
        new("sha1sum") { Family = "checksum" },
        new("sha256sum") { Family = "checksum" },
        new("sha512sum") { Family = "checksum" },
        new("sort"),
        new("tac"),
        new("tail"),
        new("tee"),
        new("tr") { LeastOperands = 1, MostOperands = 2, Permutes = false },
        new("uniq") { MostOperands = 2 },
        new("wc"),
    ];
}
