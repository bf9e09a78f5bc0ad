using CsCheck;
using Unshell.Services.Launching;

namespace Unshell.Services.Tests.Launching;

public sealed class LauncherHeaderTests
{
    private static readonly Gen<string> Names = Gen.Char["abcxyz-_./+0123"].Array[1, 12].Select(letters => new string(letters));

    [Fact]
    public void A_header_is_read_as_it_was_written() => Gen.Select(Names, Names, Names.Array[0, 3]).Sample((source, script, programs) =>
    {
        var header = new LauncherHeader(source, LauncherHeader.DigestOf(script), [.. programs]);

        foreach (var python in new[] { "import os\n", "#!/usr/bin/env python3\nimport os\n" })
        {
            var text = header.On(python);
            var read = LauncherHeader.Read(text).ShouldNotBeNull();

            read.Source.ShouldBe(source);
            read.Digest.ShouldBe(header.Digest);
            read.Programs.ShouldBe(programs);
            text.Split('\n')[0].StartsWith("#!", StringComparison.Ordinal).ShouldBe(python.StartsWith("#!", StringComparison.Ordinal));
            text.ShouldEndWith("import os\n");
        }
    });

    [Theory]
    [InlineData("")]
    [InlineData("import os\n")]
    [InlineData("import os\n# Compiled by unshell from a.sh (0123456789abcdef); yours to change.\n")]
    [InlineData("# Compiled by unshell from a.sh (0123); yours to change.\n")]
    public void Other_files_are_no_launchers(string text) => LauncherHeader.Read(text).ShouldBeNull();
}
