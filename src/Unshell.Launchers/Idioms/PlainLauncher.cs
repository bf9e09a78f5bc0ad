using System.Collections.Immutable;
using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Idioms;

/// <summary>
/// Says in plain Python what the exact layer said in terms of the shell, where that means the same: a launcher that then needs none of
/// the shell's processes and redirections gets by with a few lines of the run time.
/// </summary>
internal static class PlainLauncher
{
    // What only the whole run time does: as long as one of them is needed, nothing is gained.
    private static readonly string[] Heavy = ["fork", "finished", "wait_status", "redirect", "trap"];

    private static readonly string[] Light =
    [
        "as_integer", "become", "can_connect", "can_connect_to", "change_directory", "check", "escape_value", "fields_of", "file_text", "here_document",
        "item_regex", "last_capture", "make_directories", "member_regex", "names_of", "output_of", "paths_of", "prepare", "remove_files", "run_last", "run_program",
        "write", "write_escaped",
    ];

    /// <summary>The plainest document that means the same.</summary>
    /// <param name="document">What the emitter gave.</param>
    /// <param name="dialect">The script's shell.</param>
    /// <param name="hasProgram">Whether a program is in the image; null where that is not known.</param>
    /// <param name="hasExtendedGlobs">Whether patterns such as <c>@(a|b)</c> may be turned on.</param>
    /// <returns>The document, and the variables that became integers of Python.</returns>
    public static (LauncherDocument Document, ImmutableArray<string> Counters) Simplify(LauncherDocument document, ShellDialect dialect, Func<string, bool?> hasProgram, bool hasExtendedGlobs = false)
    {
        var rested = Shortened(With(With(With(document, new Sleeping()), new OpenPorts()), new UserIds()), hasExtendedGlobs);
        var (main, counters) = Counters.Rewrite(rested.Main, rested.Functions);
        var simple = With(rested with { Main = main }, new Messages(part => IsNumber(part, counters)));
        simple = With(simple, new RequiredVariables(dialect == ShellDialect.Bash ? 1 : 2));
        simple = With(With(simple, new ErrorOutput()), new Captures());
        simple = simple with { Main = LastProgram.WithoutArguments(simple.Main) };
        simple = With(simple, new Programs(RunsOnly(simple, IsThere) && !Uses(simple, "status")));
        simple = With(simple, new LastProgram(IsThere, Count(simple, "execute") == 1));
        simple = With(simple, new Starts());
        var code = new LongCode();
        simple = With(simple, code);
        simple = simple with { Constants = [.. simple.Constants, .. code.Constants] };
        return IsPlain(simple) ? (simple, counters) : (With(rested, new ErrorOutput()), []);

        // The launcher itself is run by python.
        bool IsThere(string program) => hasProgram(program) == true || (program == "python" && hasProgram(program) != false);
    }

    /// <summary>Whether a launcher carries nothing of the shell but the few lines that plain launchers share.</summary>
    public static bool HasPlainParts(LauncherText text) => text.Parts.All(part => Array.IndexOf(Light, part) >= 0);

    /// <summary>With shorter parts of the run time wherever they mean the same, be the rest plain or not.</summary>
    private static LauncherDocument Shortened(LauncherDocument document, bool hasExtendedGlobs)
    {
        var shorter = With(With(document, new Files()), new EscapedLines());
        return WithPlainDirectories(hasExtendedGlobs ? shorter : WithPlainFields(shorter));
    }

    /// <summary>With fields in few lines, unless other expansions need all of them anyway.</summary>
    private static LauncherDocument WithPlainFields(LauncherDocument document)
    {
        var plain = With(document, new PlainFields());
        return LauncherAssembler.Assemble(plain).Parts.Contains("glob_paths", StringComparer.Ordinal) ? document : plain;
    }

    /// <summary>With <c>cd</c> as a few lines, if all directories are written, and PWD is no variable that the script itself reads.</summary>
    private static LauncherDocument WithPlainDirectories(LauncherDocument document)
    {
        var plain = With(document, new Directories());
        var names = LauncherAssembler.Assemble(plain).Parts;
        var isRead = new Texts();
        With(plain, isRead);
        return names.Contains("cd", StringComparer.Ordinal) || names.Contains("value_of", StringComparer.Ordinal) || isRead.HasDirectory ? document : plain;
    }

    private static LauncherDocument With(LauncherDocument document, PythonRewriter rewriter) => document with
    {
        Functions = [.. document.Functions.Select(function => function with { Body = rewriter.Rewrite(function.Body) })],
        Main = rewriter.Rewrite(document.Main),
    };

    private static bool IsNumber(PythonExpression part, ImmutableArray<string> counters) =>
        part is PythonExpression.Name name && counters.Contains(name.Identifier, StringComparer.Ordinal);

    private static bool IsPlain(LauncherDocument document) =>
        !LauncherAssembler.Assemble(document).Parts.Intersect(Heavy, StringComparer.Ordinal).Any();

    private static int Count(LauncherDocument document, string function)
    {
        var calls = new Calls(function);
        With(document, calls);
        return calls.Found.Count;
    }

    private static bool RunsOnly(LauncherDocument document, Func<string, bool> isThere)
    {
        var calls = new Calls("run");
        With(document, calls);
        return calls.Found.All(call => call.Arguments is [{ Keyword: null, Value: PythonExpression.Text program }, ..] && isThere(program.Value));
    }

    private static bool Uses(LauncherDocument document, string name) =>
        PythonNames.In(PythonPrinter.Print([.. document.Functions, .. document.Main.Statements])).Contains(name, StringComparer.Ordinal);

    private sealed class Texts : PythonRewriter
    {
        public bool HasDirectory { get; private set; }

        protected override PythonExpression Change(PythonExpression expression)
        {
            HasDirectory |= expression is PythonExpression.Text { Value: "PWD" or "OLDPWD" };
            return expression;
        }
    }

    private sealed class Calls(string function) : PythonRewriter
    {
        public List<PythonExpression.Call> Found { get; } = [];

        protected override PythonExpression Change(PythonExpression expression)
        {
            if (expression is PythonExpression.Call { Function: PythonExpression.Name name } call && name.Identifier == function) Found.Add(call);
            return expression;
        }
    }

    private sealed class Starts : PythonRewriter
    {
        protected override PythonExpression Change(PythonExpression expression) =>
            expression is PythonExpression.Call { Function: PythonExpression.Name { Identifier: "begin" }, Arguments.IsEmpty: true } ? Shapes.Call("prepare") : expression;
    }
}
