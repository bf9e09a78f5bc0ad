using CsCheck;
using Unshell.Python.Requirements;
using Unshell.Text;

namespace Unshell.Python.Tests.Requirements;

/// <summary>Any text is read, whatever the name of its file.</summary>
public sealed class AnyFile
{
    private static readonly string[] Names = ["requirements.txt", "pyproject.toml", "uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile", "Pipfile.lock", "setup.cfg", "environment.yml"];

    private static readonly string[] Scraps =
    [
        "[project]\n", "[tool.poetry.dependencies]\n", "[[package]]\n", "[options]\n", "dependencies = [", "]", "\"a>=1\"", "name = ", "\"x\"", "version = ", "'1.0'", "{", "}", ",", "=", ".", "a", "b.c = 1\n",
        "install_requires =\n  ", "-r ", "-e ", "--hash=sha256:0", "\\\n", "#", ";", " ; python_version < '3'", "git+https://h/r#egg=e", "\n", "\r\n", "\t", " ", "é", "\U0001F40D", "\uFEFF", "\0",
        "- ", "dependencies:\n", "pip:\n", ": ", "&a ", "*a", "!!x ", "\"\\ud800\"", "\"\\", "default", "\"default\": {", "[", "{\"", "\"\"\"", "'''", "1!2.0.dev1+l", ">=", "~=", "^", "||", "@", "[extra]",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        PackagingTexts.Word(Scraps).Array[0, 30].Select(string.Concat), Gen.Char["ab[]{}\"'=,.:;#-\\ \n\t@*&!é"].Array[0, 60].Select(letters => new string(letters)));

    [Fact]
    public void Any_text_gives_a_document_whose_places_lie_in_it() => Gen.Select(PackagingTexts.Word(Names), Text).Sample(
        (name, text) => RequirementText.CheckLaws(RequirementReader.Read(new SourceText(name, text))), iter: 40_000);

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("a.")]
    [InlineData("a = {b=")]
    [InlineData("a = [")]
    [InlineData("- ")]
    [InlineData("x ; (")]
    [InlineData("x[")]
    [InlineData("9")]
    [InlineData("\\\n")]
    public void A_hundred_thousand_repetitions_end_in_time(string scrap)
    {
        var text = string.Concat(Enumerable.Repeat(scrap, 100_000));
        foreach (var name in Names) RequirementText.CheckLaws(RequirementReader.Read(new SourceText(name, text)));
        RequirementText.CheckLaws(RequirementReader.Read(new SourceText("requirements.txt", "x==" + text)));
        RequirementText.CheckLaws(RequirementReader.Read(new SourceText("requirements.txt", "x; " + text)));
    }

    [Fact]
    public void Places_count_characters_and_not_bytes()
    {
        var toml = new SourceText("pyproject.toml", "[project]\nname = \"é\U0001F40D\" # \U0001F40D\ndependencies = [\"é\", \"requests\"]\n");
        var document = RequirementReader.Read(toml);
        toml.TextOf(document.Requirements.ShouldHaveSingleItem().Span).ShouldBe("\"requests\"");
        var json = new SourceText("Pipfile.lock", "{\"_meta\": \"é\U0001F40D\", \"default\": {\"requests\": {\"version\": \"==1\"}}}");
        json.TextOf(RequirementReader.Read(json).Locked.ShouldHaveSingleItem().Span).ShouldBe("\"requests\"");
    }
}
