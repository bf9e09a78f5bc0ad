using System.Diagnostics;
using CsCheck;
using Unshell.Shell.Syntax;
using Unshell.Shell.Walking;

namespace Unshell.Shell.Tests;

/// <summary>The laws on texts that no one would write.</summary>
public sealed class AnyText
{
    private static readonly string[] Scraps =
    [
        "if ", "then ", "fi", "else ", "elif ", "while ", "do ", "done", "for x in ", "case ", " in ", "esac", "{ ", "}", "(", ")", "((", "))",
        "[[ ", " ]]", "$(", "${", "$((", "`", "\"", "'", "$'", "\\", "\\\n", "\n", "\r\n", " ", ";", ";;", ";&", "&", "&&", "|", "||", "|&", "<",
        ">", "<<E\n", "<<-E\n", "<<'E'\n", "\nE\n", "<<<", "<(", ">(", "&>", "2>&1", "a", "b=", "b+=", "c[1]=", "=(", "$x", "${x:-", "${x//", "#",
        "!", " ! ", "time ", "coproc ", "function ", "f() ", "*", "?(", "@(", "{a,b}", "{1..3}", "~", ":", "=", "=~ ", "==", "-f ", ",", "[", "]",
        "++", "**", "é", "\0", "\uFEFF", "shopt -s extglob\n", "select ", "until ", "declare x=(",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, Scraps.Length - 1].Select(index => Scraps[index]).Array[0, 40].Select(string.Concat),
        Gen.Char["abif{}()[]<>|&;\\\"'`$#!=+*?~ \n\r\t-"].Array[0, 60].Select(characters => new string(characters)));

    [Theory]
    [InlineData(ShellDialect.Bash)]
    [InlineData(ShellDialect.Posix)]
    public void Any_text_gives_a_tree_that_keeps_the_laws(ShellDialect dialect) =>
        Text.Sample(text => { _ = SyntaxLaws.Check(text, dialect); }, iter: 20_000);

    [Theory]
    [InlineData("[[ a\n&& ")]
    [InlineData("[[ ! ")]
    [InlineData("[[ @(<<E\n")]
    [InlineData("elif if f() ")]
    [InlineData("for (\\\n(;;)) do a; done")]
    [InlineData("`a \\`b \\\\\\`c |\\``")]
    public void What_the_fuzzer_found_stays_right(string text)
    {
        SyntaxLaws.Check(text, ShellDialect.Bash);
        SyntaxLaws.Check(text, ShellDialect.Posix);
    }

    [Theory]
    [InlineData("${x:-", 199, "`a`b")]
    [InlineData("a ${x:-", 199, "`a`b")]
    [InlineData("`|\\`\r", 400)]
    public void Backticks_one_level_too_deep_fill_their_word(string piece, int times, string tail = "")
    {
        var text = string.Concat(Enumerable.Repeat(piece, times)) + tail;
        SyntaxLaws.Check(text, ShellDialect.Bash);
        SyntaxLaws.Check(text, ShellDialect.Posix);
    }

    /// <summary>Few pieces in many repetitions get to the limits of depth, of chains, and of levels of backslashes.</summary>
    [Fact]
    public void Texts_that_go_too_deep_keep_the_laws()
    {
        string[] pieces = ["`", "`a`", "\\`", "\\\\\\`", "|", "|\\`", "${x:-", "${", "$(", "\"", "\r", "\r\n", "\n", " ", "a", "\\", "<<E\n", ";", "a=(", "{a,", "[[ ", "?("];
        var few = Gen.OneOf(pieces).Array[1, 4];
        Gen.Select(Gen.OneOf("", "`", "a `", "`\\`", "\"`"), few, Gen.Int[40, 400], few).Sample(
            (head, repeated, times, tail) =>
            {
                var text = head + string.Concat(Enumerable.Repeat(string.Concat(repeated), times)) + string.Concat(tail);
                _ = SyntaxLaws.Check(text, ShellDialect.Bash);
                _ = SyntaxLaws.Check(text, ShellDialect.Posix);
            },
            iter: 400);
    }

    [Theory]
    [InlineData("$(")]
    [InlineData("(")]
    [InlineData("((")]
    [InlineData("$((")]
    [InlineData("{ ")]
    [InlineData("`")]
    [InlineData("\"$(")]
    [InlineData("${x:-")]
    [InlineData("\"${x:-")]
    [InlineData("if ")]
    [InlineData("a && ")]
    [InlineData("a | ")]
    [InlineData("[[ ( ")]
    [InlineData("[[ ! ")]
    [InlineData("{")]
    [InlineData("{,")]
    [InlineData("{a,")]
    [InlineData("f() ")]
    [InlineData("x[")]
    [InlineData("x[ ")]
    [InlineData("${x[")]
    [InlineData("<(")]
    [InlineData("a <<E\n")]
    [InlineData("a <<E;")]
    [InlineData("?(")]
    [InlineData("x=(")]
    [InlineData("$((1+")]
    [InlineData("((-")]
    [InlineData("((a?")]
    [InlineData("case x in a) ")]
    [InlineData("! ")]
    [InlineData("\\\n")]
    [InlineData("$[")]
    [InlineData("for ((")]
    [InlineData("((\"")]
    public void Deep_and_long_texts_are_read_to_the_end(string piece)
    {
        foreach (var dialect in new[] { ShellDialect.Bash, ShellDialect.Posix })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
            var watch = Stopwatch.StartNew();
            var syntax = SyntaxLaws.Parse(text, dialect);
            // Not a measurement: a parser that is not linear needs minutes here.
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
            syntax.Tokens.Sum(token => token.Span.Length).ShouldBe(text.Length);
            _ = ShellWalk.Commands(syntax).Count();
        }
    }
}
