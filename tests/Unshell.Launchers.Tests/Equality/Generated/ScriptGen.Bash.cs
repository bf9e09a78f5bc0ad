using static Unshell.Launchers.Tests.Equality.Generated.Fragment;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <content>What bash has beyond POSIX.</content>
internal sealed partial class ScriptGen
{
    private Fragment BashWord() => Pick(
        "{a,b}", "x{1..3}y", "$'a\\tb\\n'", "$'\\x41\\u00e9'", "{a,'b c'}$a", "\"${r[@]}\"", "${r[@]}", "\"${r[*]}\"", "pre\"${r[@]}\"post", "${r[1]}", "*.txt", "d1/*", "{3..1}",
        "{01..03}", "\"{a,b}\"", "$\"loc\"", "{a..e..2}");

    private Fragment BashExpansion() => Below(8) switch
    {
        0 => Sequence($"${{{Name()}", Pick("/", "//", "/#", "/%"), Pick("x", "o", "?", "*", "[a-m]", "\" \"", ":", "$b"), Pick("/y", "/", "", "/\"$a\"", "/a b", "/\\/"), "}"),
        1 => Sequence($"${{{Name()}:", Pick("0", "1", "2", " -2", "n", "1:2", "0:1", "1: -1", "0:n", "9"), "}"),
        2 => Sequence($"${{{Name()}", Pick("^", "^^", ",", ",,", "^^[a-m]"), "}"),
        3 => Pick("${!ref}", "${!ref-x}", "${!ref:-d e}"),
        4 => Pick("${#r[@]}", "${r[@]:1}", "${r[@]:0:2}", "${!r[@]}", "${r[-1]}", "${r[n]}", "${#r[0]}", "${r[@]#x}", "${r[@]/o/0}"),
        5 => Pick("${@:2}", "${@:1:1}", "${*:2}", "${@#x}", "${#@}", "${a@Q}", "${a@U}"),
        6 => Pick("$(< f1.txt)", "$(<no)"),
        _ => Pick("${h[k]}", "${h[\"$a\"]-none}", "${#h[@]}"),
    };

    private Fragment BashAssignment() => Below(6) switch
    {
        0 => Sequence("r=(", Arguments(), ")"),
        1 => Sequence("r+=(", Arguments(), ")"),
        2 => Sequence(Pick("r[1]=", "r[n]=", "a+=", "n+="), Word(1)),
        3 => Pick("ref=a", "ref=b", "ref=unset1"),
        4 => Sequence("declare ", Pick("-i n=3+4", "-x E=1", "-r R", "a=x", "-a r"), Pick("", "")),
        _ => "declare -A h=([k]=v [x y]=z)",
    };

    private Fragment BashTest() => Below(6) switch
    {
        0 => Sequence("[[ ", Pick("$a", "\"$a\"", "x", "$1"), Pick(" == ", " != ", " = "), Pick(Patterns) is { Length: > 0 } some ? some : "''", " ]]"),
        1 => Sequence("[[ ", Pick("-z $a", "-n $b", "-f f1.txt", "-d no", "$a", "! $a", "-v a", "-v unset1"), Pick("", " && -e d1", " || $n -gt 2", " && ! ( x == y )"), " ]]"),
        2 => Sequence("[[ ", Pick("$a", "word12", "\"$b\""), " =~ ", Pick("^[a-z]+$", "([a-z]+)([0-9]*)", "o.d", "$b", "\"$b\""), " ]] && echo \"${BASH_REMATCH[1]}\""),
        3 => Sequence("[[ ", Pick("$n", "3", "n"), Pick(" -eq ", " -lt ", " -ge "), Pick("$m", "2+1", "m"), " ]]"),
        4 => Sequence("(( ", Sum(2), " ))"),
        _ => Sequence("[[ ", Pick("$a", "b"), Pick(" < ", " > "), Pick("\"$b\"", "c"), " ]]"),
    };

    private Fragment BashCompound(int depth) => Below(7) switch
    {
        0 => Sequence("for ((k = 0; k < 2; k++)); do\n", LoopBlock(depth), "done"),
        1 => Sequence("while read -r ", Pick("x", "x y"), "; do\n", Statements(["echo \"<$x>\""]), "done < <(", Pick("printf 'a b\\nc\\n'", "say x", "echo \"$a\""), ")"),
        2 => Sequence("for v in ", Pick("\"${r[@]}\"", "${!r[@]}", "{1..3}", "\"${@:1}\""), "; do\n", LoopBlock(depth), "done"),
        3 => Sequence("read ", Pick("-r a", "-ra r", "-r -d : a", "a b"), " <<< ", Word(1)),
        4 => Sequence("mapfile -t r ", Pick("< f1.txt", "<<< \"$a\"", "< <(say)")),
        5 => Sequence("shopt -s ", Pick("nullglob", "extglob", "nocasematch", "dotglob"), "\n", Simple(), "\nshopt -u nullglob nocasematch dotglob"),
        _ => Sequence("printf -v a ", Format(), " ", Word(1)),
    };
}
