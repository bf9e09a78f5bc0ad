using CsCheck;
using Unshell.Shell.Syntax;
using static Unshell.Launchers.Tests.Equality.Generated.Fragment;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <summary>
/// Scripts in the language that is compiled. All of them end: loops count to two with variables of their own, functions call only those
/// before them. What runs at the same time is told apart by order: who reads a pipe reads it to its end before it logs.
/// </summary>
internal sealed partial class ScriptGen(ShellDialect dialect) : Gen<Fragment>
{
    private const int MaxDepth = 3;

    private PCG random = new(0);
    private bool inFunction;
    private int functions;
    private int loops;

    private bool IsBash => dialect == ShellDialect.Bash;

    public override Fragment Generate(PCG pcg, Size? min, out Size size)
    {
        random = pcg;
        (inFunction, functions, loops) = (false, 0, 0);
        var parts = new List<Fragment>();
        if (Chance(3)) parts.Add(Pick("set -e", "set -u", "set -eu", IsBash ? "set -euo pipefail" : "set -e", IsBash ? "set -o pipefail" : "set -u"));
        for (var i = Below(4); i > 0; i--) parts.Add(Assignment());
        for (var i = Below(3); i > 0 && functions < 2; i--) parts.Add(Function());
        for (var i = 2 + Below(6); i > 0; i--) parts.Add(Statement(0));
        size = new Size(0);
        return Statements(parts);
    }

    private int Below(int limit) => (int)random.Next((uint)limit);

    /// <summary>True once in so many times.</summary>
    private bool Chance(int of) => Below(of) == 0;

    private string Pick(params ReadOnlySpan<string> choices) => choices[Below(choices.Length)];

    private Fragment One(params ReadOnlySpan<Func<Fragment>> choices) => choices[Below(choices.Length)]();

    private Fragment Block(int depth)
    {
        var parts = new List<Fragment>();
        for (var i = 1 + Below(3); i > 0; i--) parts.Add(Statement(depth + 1));
        return Statements(parts);
    }

    private Fragment Function()
    {
        inFunction = true;
        var body = new List<Fragment>();
        if (Chance(2)) body.Add(Chance(2) ? Sequence("local a=", Word(1)) : "local v");
        for (var i = 1 + Below(3); i > 0; i--) body.Add(Statement(1));
        if (Chance(4)) body.Add(Pick("return", "return 3", "return $?"));
        inFunction = false;
        functions++;
        return Sequence($"f{functions}() {{\n", Statements(body), "}");
    }
}
