using CsCheck;
using Unshell.Migration.Dockerfiles;
using Unshell.Text;

namespace Unshell.Migration.Tests.Dockerfiles;

public sealed class BlankLinesTests
{
    [Theory]
    [InlineData("a\n\nX\n\nb\n", "a\n\nb\n")]
    [InlineData("a\n\nX\n\nX\n\nb\n", "a\n\nb\n")]
    [InlineData("a\r\n\r\nX\r\n \t\r\nb\r\n", "a\r\n\r\nb\r\n")]
    [InlineData("a\n\n\n\nX\n\nb\n\n\nc\n", "a\n\n\n\nb\n\n\nc\n")]
    [InlineData("X\na\n\nb", "a\n\nb")]
    [InlineData("a\nX\n\nX\nb", "a\n\nb")]
    public void Where_a_line_is_taken_out_its_blank_lines_become_one(string before, string after) =>
        BlankLines.Apply(before, Without(before, "X")).ShouldBe(after);

    [Fact]
    public void Text_that_is_put_in_has_no_gap_around_it()
    {
        const string text = "a\n\nX\n\nb\n";
        BlankLines.Apply(text, [.. Without(text, "X"), TextEdit.Insert(5, "\nnew\n\n")]).ShouldBe("a\n\nnew\n\nb\n");
    }

    [Fact]
    public void Without_edits_every_text_stays_as_it_is() =>
        Gen.Char["ab \t\r\n\n\n"].Array[0, 40].Select(characters => new string(characters)).Sample(text => BlankLines.Apply(text, []) == text);

    [Fact]
    public void All_lines_that_are_not_blank_stay_in_order() =>
        Gen.Select(Gen.OneOf("a", "X", "", " ", "b").Array[0, 20], Gen.Bool).Sample((lines, isEnded) =>
        {
            var text = string.Join('\n', lines) + (isEnded ? "\n" : "");
            var edits = Without(text, "X");
            var applied = BlankLines.Apply(text, edits);
            applied.Split('\n').Where(line => line.Trim().Length > 0)
                .ShouldBe(TextEdit.Apply(text, edits).Split('\n').Where(line => line.Trim().Length > 0));
        });

    private static List<TextEdit> Without(string text, string line)
    {
        var edits = new List<TextEdit>();
        for (var start = 0; start < text.Length;)
        {
            var newLine = text.IndexOf('\n', start);
            var end = newLine < 0 ? text.Length : newLine + 1;
            if (text[start..end].Trim() == line) edits.Add(new TextEdit(TextSpan.FromBounds(start, end), ""));
            start = end;
        }

        return edits;
    }
}
