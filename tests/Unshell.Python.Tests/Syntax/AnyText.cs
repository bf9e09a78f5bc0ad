using System.Diagnostics;
using System.Runtime.CompilerServices;
using CsCheck;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Tests.Syntax;

/// <summary>The laws on texts that no one would write.</summary>
public sealed class AnyText
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, PythonScraps.All.Length - 1].Select(index => PythonScraps.All[index]).Array[0, 40].Select(string.Concat),
        Gen.Char["abfrtu019_.()[]{}:;,=!@#\\\"'+-*/%~ \n\r\t\f"].Array[0, 60].Select(characters => new string(characters)));

    [Fact]
    public void Any_text_gives_a_tree_that_keeps_the_laws() =>
        Text.Sample(text => PythonLaws.Broken(text).ShouldBeNull(text), iter: 20_000);

    [Fact]
    public void Real_files_with_something_cut_or_put_in_keep_the_laws()
    {
        var files = OwnPython().Select(File.ReadAllText).ToArray();
        files.ShouldNotBeEmpty();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Double[0, 1], Gen.Int[0, 30], Gen.Int[0, PythonScraps.All.Length - 1]).Sample(
            (file, at, length, scrap) =>
            {
                var text = files[file];
                var start = (int)(at * text.Length);
                var end = Math.Min(text.Length, start + length);
                PythonLaws.Broken(text[..start] + PythonScraps.All[scrap] + text[end..]).ShouldBeNull();
            },
            iter: 300);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("(\n")]
    [InlineData("f(")]
    [InlineData("x[")]
    [InlineData("-")]
    [InlineData("- ~ + ")]
    [InlineData("not ")]
    [InlineData("await ")]
    [InlineData("lambda: ")]
    [InlineData("lambda x=")]
    [InlineData("x if ")]
    [InlineData("x if y else ")]
    [InlineData("a ** ")]
    [InlineData("a + ")]
    [InlineData("a and ")]
    [InlineData("a < ")]
    [InlineData("a.")]
    [InlineData("a()")]
    [InlineData("a[0]")]
    [InlineData("f'{")]
    [InlineData("f'{x:")]
    [InlineData("f\"{f'{")]
    [InlineData("t'''{")]
    [InlineData("'a' ")]
    [InlineData("}")]
    [InlineData(")\n")]
    [InlineData("f'}'")]
    [InlineData("if x: ")]
    [InlineData("elif x:\n")]
    [InlineData("if x:\n  y\nelif x:\n")]
    [InlineData("while x:\n ")]
    [InlineData("try:\n")]
    [InlineData("match x:\n case ")]
    [InlineData("case [")]
    [InlineData("a = ")]
    [InlineData("a, ")]
    [InlineData("*")]
    [InlineData("@")]
    [InlineData("@a\n")]
    [InlineData("\\\n")]
    [InlineData("with (")]
    [InlineData("with (a as ")]
    [InlineData("for x in ")]
    [InlineData("def f(")]
    [InlineData("def f(a=")]
    [InlineData("class A[T: ")]
    [InlineData("type X = ")]
    [InlineData("import a.")]
    [InlineData("x: ")]
    [InlineData("\t")]
    [InlineData("0")]
    [InlineData("0x")]
    [InlineData("é")]
    [InlineData("\"\"\"")]
    public void Deep_and_long_texts_are_read_to_the_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));
        var watch = Stopwatch.StartNew();
        var syntax = PythonSyntax.Parse(new SourceText("deep.py", text));
        PythonWalk.All(syntax.Module).Count().ShouldBeGreaterThan(0);
        // Not a measurement: a parser that is not linear needs minutes here.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("with [nonlocal x(\n@d\ncla1_0 C(B):\n    if p:\n        b = [d for d in b[e if s\n   0r p.u(*[b w if (y := w): pass\n    c _:\n       pass\n")]
    public void What_the_fuzzer_found_stays_right(string text) => PythonLaws.Broken(text).ShouldBeNull();

    [Fact]
    public void Deeper_and_deeper_blocks_are_told_and_read()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(depth => new string(' ', depth) + "if x:\n"));
        var syntax = PythonSyntax.Parse(new SourceText("deep.py", text));
        syntax.Diagnostics.ShouldContain(diagnostic => diagnostic.Message == "too many levels of indentation");
    }

    [Theory]
    [InlineData("a", ".b", "")]
    [InlineData("a", " + b", "")]
    [InlineData("a", "()", "")]
    [InlineData("(a", ".b", ")")]
    public void A_chain_of_a_thousand_is_no_error_and_one_of_ten_thousand_is(string first, string link, string last)
    {
        PythonSyntax.Parse(new SourceText("chain.py", first + string.Concat(Enumerable.Repeat(link, 1_000)) + last)).Diagnostics.ShouldBeEmpty();
        PythonSyntax.Parse(new SourceText("chain.py", first + string.Concat(Enumerable.Repeat(link, 10_000)) + last))
            .Diagnostics.Single().Message.ShouldBe("too deeply nested");
    }

    private static string[] OwnPython([CallerFilePath] string caller = "")
    {
        var root = new DirectoryInfo(Path.GetDirectoryName(caller)!);
        while (!File.Exists(Path.Combine(root.FullName, "Unshell.slnx"))) root = root.Parent!;
        return [.. Directory.GetFiles(Path.Combine(root.FullName, "eng"), "*.py").Order(StringComparer.Ordinal)];
    }
}
