using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Equality.Hostile;

/// <summary>Texts that no one means well with: refused with a place or compiled, in bounded time, and never run.</summary>
public sealed class HostileScripts
{
    private static readonly ShellDialect[] Dialects = [ShellDialect.Posix, ShellDialect.Bash];

    [Theory]
    [InlineData("echo 'open")]
    [InlineData("echo \"open")]
    [InlineData("echo `open")]
    [InlineData("echo $(open")]
    [InlineData("echo ${open")]
    [InlineData("echo $((1 +")]
    [InlineData("if true; then echo a")]
    [InlineData("case x in a) echo b")]
    [InlineData("f() {")]
    [InlineData("echo a | | echo b")]
    [InlineData("done")]
    [InlineData("echo a\0b")]
    [InlineData("\0")]
    public void What_is_no_script_is_refused_with_its_place(string script)
    {
        foreach (var dialect in Dialects)
        {
            var result = Compile(script, dialect);
            result.Python.ShouldBeNull();
            result.Refusals.ShouldNotBeEmpty();
            result.Refusals.ShouldAllBe(refusal => refusal.Span.Start >= 0 && refusal.Span.End <= script.Length && refusal.Reason.Length > 0);
        }
    }

    [Theory]
    [InlineData("$(", "")]
    [InlineData("( ", " )")]
    [InlineData("(", ")")]
    [InlineData("{ ", ";}")]
    [InlineData("`", "`")]
    [InlineData("\"$(echo ", ")\"")]
    [InlineData("${x:-", "}")]
    [InlineData("\"${x:-", "}\"")]
    [InlineData("if true; then ", " ; fi")]
    [InlineData("while false; do ", " ; done")]
    [InlineData("for i in x; do ", " ; done")]
    [InlineData("case x in x) ", " ;; esac")]
    [InlineData("f() { ", " ;}")]
    [InlineData("! ", "")]
    [InlineData("$((1+(", "))")]
    [InlineData("[ ! ", " ]")]
    [InlineData("[[ ( ", " ) ]]")]
    [InlineData("a && ", "")]
    [InlineData("a | ", "")]
    [InlineData("a; ", "")]
    [InlineData("a & ", "")]
    [InlineData("eval ", "")]
    [InlineData("{a,", "}")]
    [InlineData("x=(", ")")]
    [InlineData("<(", ")")]
    public void Depth_has_an_end(string open, string close)
    {
        var depths = new[] { 300, 100_000 };
        foreach (var depth in depths)
        {
            var script = string.Concat(Enumerable.Repeat(open, depth)) + "echo x" + string.Concat(Enumerable.Repeat(close, depth)) + "\n";
            foreach (var dialect in Dialects) InTime(() => Compile(script, dialect));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("$x")]
    [InlineData("\\")]
    [InlineData(">x ")]
    [InlineData("'")]
    [InlineData("a ")]
    [InlineData("\"a\"")]
    [InlineData("*")]
    [InlineData("a;")]
    [InlineData("#")]
    [InlineData("é")]
    [InlineData("$((1))")]
    [InlineData("1+")]
    public void A_line_of_a_megabyte_is_read_in_bounded_time(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        foreach (var dialect in Dialects)
        {
            InTime(() => Compile("echo " + line + "\n", dialect));
            InTime(() => Compile(line, dialect));
            InTime(() => Compile($"x=$(({line}1))\n", dialect));
        }
    }

    [Fact]
    public void Nothing_is_run_while_compiling()
    {
        var folder = Directory.CreateTempSubdirectory("unshell-hostile-").FullName;
        var trace = Path.Combine(folder, "trace");
        var script = $$"""
            touch {{trace}}1
            x=$(touch {{trace}}2)
            y=`touch {{trace}}3`
            : "${z:=$(touch {{trace}}4)}" $(($(touch {{trace}}5; echo 1) + 1))
            echo a > {{trace}}6
            . {{trace}}7
            cat <<END > {{trace}}8
            $(touch {{trace}}9)
            END
            trap 'touch {{trace}}10' EXIT
            """;
        foreach (var dialect in Dialects) _ = Compile(script, dialect);
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
        Directory.Delete(folder);
    }

    internal static LauncherResult Compile(string script, ShellDialect dialect, string path = Sandbox.ScriptName) =>
        LauncherCompiler.Compile(
            new LauncherSource { Text = new SourceText(path, script), Dialect = dialect, IsScript = true },
            new LauncherTarget { HasProgram = _ => true });

    // Not a measurement: what is not linear needs minutes here, and is not waited for.
    private static void InTime(Action compile) => Task.Run(compile).Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
}
