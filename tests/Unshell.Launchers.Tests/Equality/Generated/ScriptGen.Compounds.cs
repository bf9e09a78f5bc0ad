using static Unshell.Launchers.Tests.Equality.Generated.Fragment;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <content>Compound commands.</content>
internal sealed partial class ScriptGen
{
    private Fragment Compound(int depth) => Below(14) switch
    {
        0 or 1 => Sequence("if ", Condition(depth), "; then\n", Block(depth), Else(depth), "fi", Behind()),
        2 or 3 => Sequence("for v in ", Arguments(), "; do\n", LoopBlock(depth), "done", Behind()),
        4 => Sequence("for v", Pick("", " in \"$@\"", " in $1", " in"), "; do\n", LoopBlock(depth), "done"),
        5 => Counted(depth),
        6 or 7 => Sequence("case ", Pick("$a", "\"$b\"", "$1", "x*", "\"$n\""), " in\n", Clauses(depth), "esac"),
        8 => Sequence("(\n", Block(depth), ")", Behind()),
        9 => Sequence("{\n", Block(depth), "}", Behind()),
        10 => Pipeline(depth),
        11 => Pipeline(depth),
        12 => Background(),
        _ => IsBash ? BashCompound(depth) : GetOptions(),
    };

    private Fragment Behind() => Chance(4) ? Pick(" > o1", " 2>&1", " < f1.txt", " >> o2 2>&1", " || echo no", " && echo yes", " 2> /dev/null") : "";

    private Fragment Condition(int depth) => Below(6) switch
    {
        < 3 => Test(),
        3 => Sequence("! ", Simple()),
        4 => Sequence(Simple(), Pick(" && ", " || "), Test()),
        _ => depth < 2 ? Sequence("{ ", Simple(), "; ", Test(), "; }") : Simple(),
    };

    private Fragment Else(int depth) => Below(4) switch
    {
        0 => Sequence("else\n", Block(depth)),
        1 => Sequence("elif ", Condition(depth), "; then\n", Block(depth)),
        _ => "",
    };

    private Fragment LoopBlock(int depth)
    {
        var block = Block(depth);
        return Chance(4) ? block with { Parts = block.Parts.Add(Sequence(Test(), " && ", Pick("break", "continue", "break 2"))) } : block;
    }

    // Counts before the body runs, so that `continue` cannot make it endless.
    private Fragment Counted(int depth)
    {
        var name = $"i{loops++}";
        var start = Pick($"while [ \"${name}\" -lt 2 ]", $"until [ \"${name}\" -ge 2 ]");
        return Sequence($"{name}=0\n{start}; do\n{name}=$(({name} + 1))\n", LoopBlock(depth), "done", Behind());
    }

    private Fragment Clauses(int depth)
    {
        var clauses = new List<Fragment>();
        for (var i = 1 + Below(3); i > 0; i--)
        {
            var pattern = Pick(Patterns) is { Length: > 0 } some ? some : "''";
            var end = IsBash && Chance(6) ? Pick(";&\n", ";;&\n") : ";;\n";
            clauses.Add(Sequence(Pick("", "("), pattern, Chance(3) ? $" | {Pick("x", "-*", "'a b'")}" : "", ")\n", Block(depth), end));
        }

        if (Chance(2)) clauses.Add(Sequence("*)\n", Block(depth), ";;\n"));
        return Sequence([.. clauses]);
    }

    // Each consumer reads to the end before it logs; only a producer before `take` may log itself.
    private Fragment Pipeline(int depth) => Below(6) switch
    {
        0 => Sequence(Pick("run x | ", "say a b | ", "fail | ", "! say | "), Command("take")),
        1 => Sequence(Command("echo"), " | ", Command("take")),
        2 => Sequence("printf '%s\\n' ", Arguments(), " | while ", Pick("", "IFS= "), "read ", Pick("-r x", "x", "x y"), "; do\necho \"<$x>$y\"\ndone"),
        3 => Sequence("{\n", Statements([Sequence("echo ", Word(1)), "echo two"]), "} | (\nread x\n", Command("take"), "\n)"),
        4 => Sequence("echo ", Word(1), " | cat | ", Command("take"), "; echo $?"),
        _ => depth < 2 ? Sequence("echo ", Word(1), " | {\nread a b\n", Block(2), "}") : Sequence("say x | ", Command("take")),
    };

    private Fragment Background() => Below(3) switch
    {
        0 => Sequence(Command("run"), " > b1 &\nwait $!\necho $?"),
        1 => Sequence("{\n", Statements([Sequence("echo ", Word(1)), "fail"]), "} > b2 2>&1 &\np=$!\nwait \"$p\" || echo \"status $?\""),
        _ => "(exit 5) &\nwait $!\necho $?",
    };

    private Fragment GetOptions() =>
        Sequence("OPTIND=1\nwhile getopts ", Pick("ab:c", ":ab:", "xy"), " o ", Pick("-a -b v w", "-ab", "-c -- -a", "-z", "-b", "\"$@\""), "; do\n", Statements(["echo \"$o $OPTARG\""]), "done\necho $OPTIND");
}
