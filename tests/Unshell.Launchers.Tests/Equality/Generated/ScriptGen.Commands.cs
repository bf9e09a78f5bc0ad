using static Unshell.Launchers.Tests.Equality.Generated.Fragment;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <content>Simple commands and redirections.</content>
internal sealed partial class ScriptGen
{
    private Fragment Statement(int depth) => Below(depth >= MaxDepth ? 10 : 20) switch
    {
        < 5 => Simple(),
        5 => Assignment(),
        6 => Sequence(Simple(), " ", Redirection()),
        7 => Sequence(Simple(), Pick(" && ", " || "), Simple()),
        8 => Builtin(),
        9 => Sequence(Pick("! ", "", ""), Simple(), Pick(" || ", " && "), Builtin()),
        _ => Compound(depth),
    };

    private Fragment Simple() => Below(10) switch
    {
        < 2 => Command("run"),
        2 => Command("take"),
        < 5 => Command("echo"),
        5 => Sequence("printf ", Format(), " ", Arguments()),
        6 => Sequence(Pick("a", "E", "Z"), "=", Word(1), " ", Command("run")),
        7 => Pick("true", "false", ":", "fail", "nothere", "pwd", "cd d1", "cd d1/..", "cd \"$HOME\"", "cd nodir", "cd -"),
        8 => functions > 0 && !inFunction ? Command($"f{1 + Below(functions)}") : Command("echo"),
        _ => Test(),
    };

    private Fragment Command(string name)
    {
        var words = new List<Fragment> { name };
        for (var i = Below(4); i > 0; i--) words.Add(Word(0));
        return Words(words);
    }

    private Fragment Arguments()
    {
        var words = new List<Fragment> { Word(0) };
        for (var i = Below(3); i > 0; i--) words.Add(Word(0));
        return Words(words);
    }

    private string Format() => Pick(
        "'%s\\n'", "'%s,%s\\n'", "\"[%s]\"", "'%d\\n'", "'%5s|%-5s|\\n'", "'%b'", "'%x %o\\n'", "'%c\\n'", "'%%\\n'", "'a\\tb\\n'", "'%05d\\n'", "'%.2s\\n'", "'%i'", "'\\101\\n'", "\"$a\"");

    private Fragment Test() => Below(5) switch
    {
        0 => Sequence("[ ", Pick("-z", "-n"), " ", Pick("\"$a\"", "$a", "\"$unset1\"", "\"\"", "x", "\"${v-}\""), " ]"),
        1 => Sequence("[ ", Pick("\"$a\"", "$a", "x", "\"$1\""), Pick(" = ", " != "), Pick("x", "\"$b\"", "word", "''"), " ]"),
        2 => Sequence("[ ", Pick("$n", "\"$n\"", "3", "$#", "'x'", "010"), Pick(" -eq ", " -ne ", " -lt ", " -ge ", " -gt ", " -le "), Pick("1", "$m", "\"$m\"", "8"), " ]"),
        3 => Sequence(Pick("test ", "test ! "), Pick("-f", "-d", "-e", "-s", "-x", "-r", "-L"), " ", Pick("f1.txt", "d1", "no", "\"$a\"", "d1/f2")),
        _ => IsBash ? BashTest() : Pick("[ -f f1.txt -a -d d1 ]", "[ x ]", "[ ]", "[ ! x ]", "[ x = x -o y ]", "[ ! -e no ]", "[ '(' = '(' ]"),
    };

    private Fragment Builtin() => Below(14) switch
    {
        0 => Sequence("set -- ", Arguments()),
        1 => Pick("shift", "shift 2 2>/dev/null", "[ $# -eq 0 ] || shift"),
        2 => Sequence("export ", Pick("E", "a", "a=1", "F=\"$b\"", "a b")),
        3 => Pick("unset a", "unset E", "unset -v b c", "unset nope"),
        4 => Sequence("read ", Pick("a", "a b", "-r a", "-r a b c"), " < f1.txt"),
        5 => Pick("exit", "exit 3", "exit $n", "return 2>/dev/null"),
        6 => Sequence("trap '", Pick("echo bye $?", "run bye", "echo \"$a\"; exit 4"), "' ", Pick("EXIT", "0")),
        7 => Pick("umask 027", "umask", "umask 022"),
        8 => Pick("command -v run", "command -v nothere", "command run x", "command -v echo", "command -v f1"),
        9 => Pick("exec 3> o3; echo x >&3; exec 3>&-", "exec 4< f1.txt; read a <&4; exec 4<&-", "exec 2>&1"),
        10 => Sequence("exec run ", Word(0)),
        11 => Pick("set -e", "set +e", "set -f", "set +f", "set +u", "set -u"),
        12 => Sequence("IFS=", Pick(":", "', '", "", "' '", "x"), "; ", Command("run"), "; unset IFS"),
        _ => Pick("eval 'echo $a'", ". ./lib.sh", ". ./lib.sh; libf x", "exec 5>&1", "wait"),
    };

    private Fragment Redirection() => Below(9) switch
    {
        0 or 1 => Sequence("> ", Target()),
        2 => Sequence(">> ", Target()),
        3 => Pick("2> o2", "2>&1", "2> /dev/null", "> /dev/null 2>&1", "2>&1 > o1", ">&2", "1>&2"),
        4 => Sequence("< ", Pick("f1.txt", "no", "d1/f2", "/dev/null")),
        5 or 6 => HereDocument(),
        7 => IsBash ? Sequence(Pick("<<< ", "&> o1 <<< "), Word(1)) : Sequence("> ", Target(), " 2>&1"),
        _ => Pick("3> o3 >&3", "<&-", ">&-", "2>&-", "> d1", "<> f1.txt"),
    };

    private Fragment Target() => Pick("o1", "o2", "\"$a\".out", "d1/o", "nodir/o");

    private Fragment HereDocument() => Below(3) switch
    {
        0 => "<<'END'\n$a `x` \\n \"q\"\nEND",
        1 => Sequence("<<END\na $a \"$b\" ", Expansion(2), " \\$a \\\\ \\x 'q'\nl2 ", Expansion(2), "\nEND"),
        _ => Sequence("<<-END\n\tx\t", Expansion(2), "\n\t\ty\n\tEND"),
    };
}
