using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Tests.Syntax;

/// <summary>What literals are worth, and how bytes become text.</summary>
public sealed class Values
{
    [Theory]
    [InlineData("'a' \"b\" '''c'''", "abc")]
    [InlineData(@"'\x41\u00e9\U0001F600\N{DIGIT ONE}\101\n\
'", "Aé😀1A\n")]
    [InlineData(@"r'\n'", @"\n")]
    [InlineData(@"'\d'", @"\d")]
    [InlineData("'''a\r\nb\rc'''", "a\nb\nc")]
    [InlineData("u'x'", "x")]
    [InlineData(@"'\N{hangul syllable gag}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{LF}'", "각一\n")]
    public void A_string_is_decoded(string literal, string value) => Literal<StrConstant>(literal).Value.ShouldBe(value);

    [Fact]
    public void Escaped_surrogates_stay_apart() => Literal<StrConstant>(@"'\ud83d\ude00'").CodePoints.ShouldBe([0xD83D, 0xDE00]);

    [Fact]
    public void Bytes_are_decoded() => Literal<BytesConstant>(@"b'a\xff\0' rb'\n'").Value.ShouldBe(ImmutableArray.Create<byte>(97, 255, 0, 92, 110));

    [Theory]
    [InlineData("0x_ff", "255")]
    [InlineData("1_000_000_000_000_000_000_000", "1000000000000000000000")]
    [InlineData("0b101", "5")]
    [InlineData("0o17", "15")]
    [InlineData("00", "0")]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175")]
    public void An_integer_has_its_value(string literal, string value) =>
        Literal<IntConstant>(literal).Value.ShouldBe(BigInteger.Parse(value, null));

    [Fact]
    public void Names_are_in_normal_form() => Literal<Name>("ﬁｘµé").Id.ShouldBe("fixμé");

    [Fact]
    public void A_field_has_its_parts()
    {
        var joined = Literal<JoinedStr>("f'a{x!r:>{w}}b'");
        joined.Values.Length.ShouldBe(3);
        var field = joined.Values[1].ShouldBeOfType<FormattedValue>();
        field.Conversion.ShouldBe(FormatConversion.Repr);
        field.FormatSpec!.Values.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("# -*- coding: latin-1 -*-\nx = '\u00e9'\n", "iso-8859-1", "é")]
    [InlineData("#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '\u20ac'\n", "windows-1252", "€")]
    [InlineData("\uFEFFx = 'é'\n", "utf-8", "é")]
    public void Bytes_become_text_by_what_the_file_says(string text, string encoding, string value)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var source = PythonSource.Decode("file.py", Encoding.GetEncoding(encoding).GetBytes(text));
        source.Error.ShouldBeNull();
        ((Assign)PythonSyntax.Parse(source.Text).Module.Body.Single()).Value.ShouldBeOfType<StrConstant>().Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("# coding: nonsense\n", "unknown encoding: nonsense")]
    [InlineData("x = '\u00ff'\n", "it is not utf-8 text")]
    public void Bytes_that_are_no_text_are_told(string text, string error) =>
        PythonSource.Decode("file.py", Encoding.Latin1.GetBytes(text)).Error.ShouldBe(error);

    private static T Literal<T>(string text)
        where T : Expression
    {
        var syntax = PythonSyntax.Parse(new SourceText("file.py", text));
        syntax.Diagnostics.ShouldBeEmpty();
        return ((Expr)syntax.Module.Body.Single()).Value.ShouldBeOfType<T>();
    }
}
