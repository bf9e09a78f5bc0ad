using static Unshell.Launchers.Tests.Equality.Generated.Fragment;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <content>Words, expansions and patterns.</content>
internal sealed partial class ScriptGen
{
    private static readonly string[] Literals =
    [
        "x", "word", "two", "-n", "-e", "--", "a=b", "1", "0", "42", "/", ".", "d1", "f1.txt", "'it is'", "''", "\"\"", "'*'", "\\*", "a\\ b", "'a\tb'",
        "'a\\nb'", "\"q\\\"q\"", "'$a'", "\"\\$a\"", "é", "'new\nline'", "\"a  b\"", "\\\\", "'\\\\'", "a:b:c", "%s", "'%d%%'", "x#y", "!", "{}", "]",
        "'[x]'", "~", "~/x", "a~", "@", "'#'", "-", "+", "=", "a,b", "'\\t'", "\\a", "'\\0101'", "'a\\cb'", "/usr/local/lib.so", "KEY=~/v", "\"\\a\"",
    ];

    private static readonly string[] Patterns =
    [
        "*", "?", "x*", "*x", "*.txt", "[a-m]*", "[!x]*", "*o*", "w?rd", "two", "'*'", "\"*\"", "\\*", "*/*", "*:", ":*", "[0-9]*", "$a", "\"$b\"", "*\" \"*",
        "", "?*", "[[:alpha:]]*", "[]x]", "a\\*",
    ];

    private Fragment Word(int depth) => Below(12) switch
    {
        < 4 => Pick(Literals),
        < 6 => Expansion(depth),
        < 9 => Sequence("\"", Quoted(depth), "\""),
        9 => Sequence(Pick(Literals), Expansion(depth)),
        10 => Sequence(Expansion(depth), "\"", Quoted(depth), "\"", Pick("x", "", "$b")),
        _ => IsBash ? BashWord() : Pick("*.txt", "?1*", "d1/*", "[df]1*", "no*match", "\"*\".txt", "f?.*", "*"),
    };

    private Fragment Quoted(int depth) => Chance(3) ? Sequence(Pick("a ", "", " ", "x"), Expansion(depth), Pick("b", "", " ", "\\\\", "'", "~", "*")) : Expansion(depth);

    private Fragment Expansion(int depth) => Below(depth >= 2 ? 9 : 14) switch
    {
        < 3 => $"${Name()}",
        3 => Pick("$1", "$2", "$@", "$*", "$#", "$?", "${10}", "$9"),
        4 => $"${{{Name()}}}",
        5 => $"${{#{Name()}}}",
        6 => Sequence($"${{{Name()}", Pick(":-", "-", ":+", "+", ":-", ":+"), Operand(depth), "}"),
        7 => Sequence($"${{{Name()}", Pick("%", "%%", "#", "##"), Pick(Patterns), "}"),
        8 => Chance(4) ? Sequence($"${{{Name()}", Pick(":=", "=", ":?", "?"), Pick("def", "'a b'", ""), "}") : Arithmetic(depth),
        9 => Arithmetic(depth),
        10 or 11 => Sequence("$(", Substituted(depth), ")"),
        12 => IsBash ? BashExpansion() : Sequence("`", Pick("echo x y", "echo \"$a\"", "printf 'a\\n\\n'", "false", "echo \\$a"), "`"),
        _ => Sequence("$(", Substituted(depth), ")"),
    };

    private Fragment Operand(int depth) => Below(5) switch
    {
        0 => Pick("x", "a b", "", "'q r'", "\"p  q\"", "*", "$b", "\"$b\"", "\\}", "~", "/p"),
        1 when depth < 2 => Expansion(depth + 1),
        2 when depth < 2 => Sequence("\"", Expansion(depth + 1), "\""),
        _ => Pick("def", "a b", "1"),
    };

    // In a substitution a command that prints; its own words nest no deeper.
    private Fragment Substituted(int depth) => Below(6) switch
    {
        0 => Sequence("echo ", Word(depth + 1)),
        1 => Sequence("printf '%s\\n' ", Word(depth + 1), " ", Word(depth + 1)),
        2 => Sequence("say ", Word(depth + 1)),
        3 => "printf 'l1\\nl2\\n\\n'",
        4 => Sequence("echo ", Pick("a", "$a", "\"$b\""), " | ", Pick("cat", "tr a b", "take")),
        _ => Sequence("say; exit ", Pick("0", "3")),
    };

    private Fragment Arithmetic(int depth) => Sequence("$((", Sum(depth), "))");

    private Fragment Sum(int depth) => Below(depth >= 3 ? 4 : 8) switch
    {
        0 => Pick("0", "1", "7", "010", "0x1f", "100", "9223372036854775807"),
        1 => Pick("n", "m", "$n", "${m}", "n", "unset1"),
        2 => Sequence(Pick("-", "~", "!", "+", "- "), Pick("n", "3", "m")),
        3 => Pick("1", "2", "n", "$#"),
        4 => Sequence("(", Sum(depth + 1), ")"),
        5 => Sequence(Sum(depth + 1), " ? ", Sum(depth + 1), " : ", Sum(depth + 1)),
        6 => Sequence("n ", Pick("=", "+=", "-=", "*=", "|=", "<<="), " ", Pick("1", "2", "m")),
        _ => Sequence(
            Sum(depth + 1), " ", Pick("+", "-", "*", "/", "%", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&", "|", "^", "&&", "||"), " ", Sum(depth + 1)),
    };

    private string Name() => Pick("a", "b", "c", "n", "m", "v", "E", "unset1", "a", "b");

    private Fragment Assignment() => Below(6) switch
    {
        0 => Sequence(Pick("n", "m"), "=", Pick("0", "1", "5", "-3", "$((n + 1))", "12")),
        1 => Sequence("export E=", Word(1)),
        2 => IsBash ? BashAssignment() : Sequence("a=", Word(0), " b=$a"),
        3 => Sequence(Pick("a", "b", "c"), "=", Pick("'x  y'", "' lead'", "'*'", "a:b:c", "'l1\nl2'", "word.txt", "/p/q.r.s", "''", "'d1/*'", "-n", "'a\\tb'", "'é ü'")),
        _ => Sequence(Pick("a", "b", "c", "v"), "=", Word(0)),
    };
}
