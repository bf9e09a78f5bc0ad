using System.Text;
using CsCheck;
using Unshell.Launchers.Tests.Code;

namespace Unshell.Launchers.Tests.Programs;

/// <summary>Random command lines over random texts.</summary>
public sealed class ProgramPropertyTests
{
    private static readonly Gen<string> Word = OneOf("a", "b", "ab", "aab", "abc", "ba", "x", "10", "9", "2.5", "-3", "A", "B", "é", ".", "a.b", "1K", "v1.10", "v1.9");

    private static readonly Gen<string> Separator = OneOf(" ", ":", ",", "  ", "\t", "::", " :");

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Select(Word, Separator, Word, Separator, Word).Select((first, between, second, then, third) => first + between + second + then + third),
        Word,
        Gen.Const(""),
        Gen.Const(" a b"));

    private static readonly Gen<string> Text = Line.Array[0, 14].Select(lines => string.Concat(lines.Select(line => line + "\n")));

    private static readonly Gen<string> Number = Gen.Int[1, 5].Select(number => $"{number}");

    private static readonly Gen<string> Range = Gen.OneOf(
        Number,
        Number.Select(number => number + "-"),
        Number.Select(number => "-" + number),
        Gen.Select(Gen.Int[1, 3], Gen.Int[3, 6]).Select((low, high) => $"{low}-{high}"));

    private static readonly Gen<string> Atom = OneOf("a", "b", "x", ".", "[ab]", "[^a]", "[[:digit:]]", "[[:space:]]", "\\.", "\\w", "[0-9]", " ", ":");

    private static readonly Gen<string> Piece = Gen.Select(Atom, OneOf("", "", "", "*", "+", "?", "{2}", "{1,2}")).Select((atom, count) => atom + count);

    private static readonly Gen<string> Extended = Gen.OneOf(
        Piece.Array[1, 4].Select(string.Concat),
        Gen.Select(Piece, Piece, Piece).Select((first, second, third) => $"({first}|{second}){third}"),
        Gen.Select(Piece, Piece).Select((first, second) => $"^({first}{second})*"),
        Gen.Select(Piece, Piece).Select((first, second) => $"{first}({second})$"),
        Gen.Select(Word, Word, Piece).Select((first, second, third) => $"({Escaped(first)}|{Escaped(second)}){third}"));

    private static readonly Gen<string> Basic = Gen.OneOf(
        Atom.Array[1, 4].Select(string.Concat),
        Gen.Select(Atom, Atom).Select((first, second) => $"\\({first}*\\){second}"),
        Gen.Select(Atom, Atom).Select((first, second) => $"{first}\\+{second}\\?"),
        Gen.Select(Atom, Atom).Select((first, second) => $"^{first}*{second}$"),
        Atom.Select(atom => $"\\({atom}\\)\\1"));

    public static TheoryData<string> Programs => ["cut", "tr", "grep", "sed", "sort", "uniq", "head and tail", "awk"];

    [Theory, MemberData(nameof(Programs))]
    public void Ours_agrees_on_random_input(string program)
    {
        RealPython.SkipWithout();
        var lines = CommandLine(program).Array[40];
        Gen.Select(Text, lines).Sample(
            (text, commands) => Check(text, commands),
            iter: 4,
            threads: 1);
    }

    private static Gen<string> CommandLine(string program) => program switch
    {
        "cut" => Gen.Select(Range, Range, OneOf(":", ",", " "), OneOf("", " -s", " --complement", " --output-delimiter=+"), Gen.Bool)
            .Select((first, second, mark, option, isFields) => isFields
                ? $"cut -d {Quoted(mark)} -f {first},{second}{option}"
                : $"cut -c {first},{second}{option.Replace(" -s", "", StringComparison.Ordinal)}"),
        "tr" => Gen.Select(OneOf("", "-d ", "-s ", "-c ", "-cd ", "-cs "), TrSet, TrSet)
            .Select((option, first, second) => option.Contains('d') ? $"tr {option}{Quoted(first)}" : $"tr {option}{Quoted(first)} {Quoted(second)}"),
        "grep" => Gen.OneOf(
            Gen.Select(OneOf("", "-o ", "-c ", "-v ", "-i ", "-n ", "-x ", "-q "), Extended).Select((option, pattern) => $"grep {option}-E {Quoted(pattern)}"),
            Gen.Select(OneOf("", "-o ", "-x ", "-on "), Basic).Select((option, pattern) => $"grep {option}{Quoted(pattern)}"),
            Gen.Select(OneOf("", "-o ", "-x ", "-w ", "-c "), Word).Select((option, pattern) => $"grep {option}-F -e {Quoted(pattern)}")),
        "sed" => Gen.OneOf(
            Gen.Select(Extended, OneOf("X", "<&>", "", "\\U&"), OneOf("", "g", "2", "gI")).Select((pattern, text, flags) => $"sed -E {Quoted($"s/{pattern}/{text}/{flags}")}"),
            Gen.Select(Basic, OneOf("X", "[&]", "-"), OneOf("", "g", "p")).Select((pattern, text, flags) => $"sed {Quoted($"s/{pattern}/{text}/{flags}")}"),
            Gen.Select(Address, Address, OneOf("d", "p", "=", "s/a/X/", "N;s/\\n/+/", "G", "H;x", "$!N;P;D", "q", "i\\\ntext", "a text", "c text", "y/ab/xy/", "n;d"))
                .Select((first, second, command) => $"sed {Quoted($"{first},{second}{{{command}\n}}")}"),
            Gen.Select(Address, OneOf("!d", "d", "p;p", "s/.*/&&/", "q")).Select((address, command) => $"sed -n {Quoted(address + command + ";p")}")),
        "sort" => Gen.Select(OneOf("", "-t : ", "-t , "), OneOf("", "-s ", "-u ", "-r ", "-b ", "-f "), Key, Key)
            .Select((mark, option, first, second) => $"sort {mark}{option}{first} {second}"),
        "uniq" => Gen.Select(OneOf("", "-c ", "-d ", "-u ", "-i "), OneOf("", "-f 1", "-s 1", "-w 2")).Select((first, second) => $"uniq {first}{second}"),
        "head and tail" => Gen.Select(OneOf("head", "tail"), OneOf("-n", "-c"), OneOf("", "-", "+"), Gen.Int[0, 20])
            .Select((name, option, sign, count) => $"{name} {option} {(name == "head" && sign == "+" ? "" : sign)}{count}"),
        _ => Gen.Select(OneOf("", "-F: ", "-F, ", "-F '[:,]' "), OneOf(
                "{print $1}", "{print $NF, NF}", "{$2 = \"x\"; print}", "$1 > 5", "$1 == $3", "$2 < $3 {print NR}", "{print $1 + $2, $1 $2}", "{s += $1} END {print s}",
                "{gsub(/a+/, \"<&>\"); print}", "{print length($1), index($0, \"b\")}", "{print toupper(substr($0, 2, 3))}", "$0 ~ /^a/ || NF == 2", "{n[$1]++} END {print n[\"a\"]}",
                "{printf \"%5s|%-4d|%.2f\\n\", $1, $2, $3}", "{NF = 2; print}", "{print ($1 < $2), ($1 == 10), !$1}", "{n = split($0, p, /[ :]/); print n, p[1], p[n]}", "NR % 2"))
            .Select((option, text) => $"awk {option}{Quoted(text)}"),
    };

    private static Gen<string> TrSet => OneOf("a", "ab", "a-c", " :", "x", "\\n", "A-Z", "0-9.", "b-", "a-z", "a-zA-Z0-9");

    private static Gen<string> Address => Gen.OneOf(Number, Gen.Const("$"), Basic.Select(pattern => $"/{pattern}/"), OneOf("1", "2", "3"));

    private static Gen<string> Key => Gen.OneOf(
        Gen.Const(""),
        Gen.Select(Number, OneOf("", "n", "r", "nr", "b", "f", "V", "h", "g", "d")).Select((number, order) => $"-k {number}{order}"),
        Gen.Select(Number, Number, OneOf("", "n", "r", "b")).Select((first, last, order) => $"-k {first},{last}{order}"),
        Gen.Select(Number, Number, Number).Select((first, at, last) => $"-k {first}.{at},{last}"),
        Gen.Select(Number, Number, Number).Select((first, last, at) => $"-k {first},{last}.{at}"));

    private static void Check(string text, string[] commands)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"=== stdin\n{text}=== run\n{string.Join('\n', commands)}\n", new UTF8Encoding(false));
            var (equal, report) = Agreement.Of([file]);
            equal.ShouldBeTrue($"{report}\n{text}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Escaped(string word) => word.Replace(".", "\\.", StringComparison.Ordinal);

    private static string Quoted(string word) => $"'{word}'";
}
