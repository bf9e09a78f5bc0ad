using System.Collections.Frozen;
using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Uses;

/// <summary>Programs and shells that code starts.</summary>
internal static class ProgramUses
{
    private static readonly FrozenSet<string> listCalls = FrozenSet.Create(
        StringComparer.Ordinal,
        "subprocess.run", "subprocess.Popen", "subprocess.call", "subprocess.check_call", "subprocess.check_output", "psutil.Popen", "trio.run_process", "anyio.run_process",
        "gevent.subprocess.run", "gevent.subprocess.Popen", "gevent.subprocess.call", "gevent.subprocess.check_output", "gevent.subprocess.check_call", "pty.spawn");

    private static readonly FrozenSet<string> spreadCalls = FrozenSet.Create(
        StringComparer.Ordinal, "asyncio.create_subprocess_exec", "asyncio.subprocess.create_subprocess_exec", "os.execl", "os.execlp", "os.execle", "os.execlpe");

    private static readonly FrozenSet<string> pathAndListCalls = FrozenSet.Create(
        StringComparer.Ordinal, "os.execv", "os.execvp", "os.execve", "os.execvpe", "os.posix_spawn", "os.posix_spawnp");

    private static readonly FrozenSet<string> modeAndPathCalls = FrozenSet.Create(
        StringComparer.Ordinal, "os.spawnv", "os.spawnvp", "os.spawnve", "os.spawnvpe", "os.spawnl", "os.spawnlp", "os.spawnle", "os.spawnlpe");

    private static readonly FrozenSet<string> shellCalls = FrozenSet.Create(
        StringComparer.Ordinal,
        "os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput", "asyncio.create_subprocess_shell", "asyncio.subprocess.create_subprocess_shell", "invoke.run",
        "invoke.Context().run", "invoke.context.Context().run", "fabric.Connection().local", "gevent.os.system");

    /// <summary>The uses of a call.</summary>
    public static IEnumerable<SourceUse> Of(CallSite site)
    {
        if (shellCalls.Contains(site.Name)) return OfShell(site, site.Argument(0, "cmd") ?? site.Argument(0, "command"));
        if (listCalls.Contains(site.Name)) return site.IsTrue("shell") ? OfShell(site, site.Argument(0, "args")) : OfList(site, site.Argument(0, "args"));
        if (spreadCalls.Contains(site.Name)) return OfSpread(site);
        if (pathAndListCalls.Contains(site.Name)) return OfPathAndList(site, 0);
        if (modeAndPathCalls.Contains(site.Name)) return OfPathAndList(site, 1);
        if (site.Name == "pexpect.spawn") return OfSpawnedText(site);
        if (site.Name.StartsWith("sh.", StringComparison.Ordinal) && site.Name.LastIndexOf('.') == 2 && !site.Name.EndsWith(')') && char.IsLower(site.Name[3]))
            return [new SourceUse.Program(site.Place(), [site.Name[3..].Replace('_', '-')])];
        if (site.Name.StartsWith("plumbum.cmd.", StringComparison.Ordinal) && site.Name.Count(letter => letter == '.') == 2)
            return [new SourceUse.Program(site.Place(), [site.Name["plumbum.cmd.".Length..]])];
        return [];
    }

    private static IEnumerable<SourceUse> OfShell(CallSite site, Expression? command)
    {
        foreach (var value in command is null ? [new PythonValue.Unknown()] : site.Values(command))
            yield return new SourceUse.ShellText(site.Place(value), value is PythonValue.Text text ? Script(text) : FirstOfList(value), site.Name is "os.system" or "pty.spawn");
    }

    /// <summary>The text with <c>$_</c> for what is not known; null where nothing is known.</summary>
    private static string? Script(PythonValue.Text text) => text.Pieces is [null] ? null : string.Concat(text.Pieces.Select(piece => piece ?? "$_"));

    /// <summary>With <c>shell=True</c>, a list's first word is the text and the rest are the shell's own arguments.</summary>
    private static string? FirstOfList(PythonValue value) => value is PythonValue.Items { Values: [PythonValue.Text { Known: { } text }] } ? text : null;

    private static IEnumerable<SourceUse> OfList(CallSite site, Expression? command)
    {
        if (command is null) yield break;
        if (IsInterpreter(command, site))
        {
            if (InterpreterUse(site, command) is { } own) yield return own;
            yield break;
        }

        if (command is List { Elements: [not Starred, ..] } list)
        {
            var rest = list.Elements.Skip(1).Select(element => Single(site, element)).ToArray();
            foreach (var program in site.Values(list.Elements[0])) yield return new SourceUse.Program(site.Place(program), [Known(program), .. rest]);
            yield break;
        }

        foreach (var value in site.Values(command))
        {
            ImmutableArray<string?> words = value switch
            {
                PythonValue.Items { Values: { IsEmpty: false } items } => [.. items.Select(Known)],
                PythonValue.Text { Known: { } text } => [text],
                PythonValue.Text text when text.Beginning.Length > 0 => [null],
                _ => [null],
            };
            yield return new SourceUse.Program(site.Place(value), words);
        }
    }

    /// <summary>A list or text that begins with <c>sys.executable</c>: Python itself, which is there.</summary>
    private static bool IsInterpreter(Expression command, CallSite site)
    {
        var first = command switch { List { Elements: [var head, ..] } => head, TupleExpr { Elements: [var head, ..] } => head, BinOp { Left: List { Elements: [var head, ..] } } => head, _ => null };
        return first is not null && site.Reader.Names.Resolve(first, site.Context.Scope) == "sys.executable";
    }

    private static SourceUse.Installer? InterpreterUse(CallSite site, Expression command) =>
        command is List { Elements: [_, StrConstant { Value: "-m" }, StrConstant { Value: "pip" or "ensurepip" or "venv" } module, ..] }
            ? new SourceUse.Installer(site.Place(), module.Value) : null;

    private static IEnumerable<SourceUse> OfSpread(CallSite site)
    {
        if (site.Call.Arguments is not [var first, ..] || site.Reader.Names.Resolve(first, site.Context.Scope) == "sys.executable") yield break;
        // execl's second argument is the name that the program is told, not its first argument.
        var rest = site.Name.StartsWith("os.", StringComparison.Ordinal) ? site.Call.Arguments.Skip(2) : site.Call.Arguments.Skip(1);
        yield return new SourceUse.Program(site.Place(), [Single(site, first), .. rest.Select(argument => Single(site, argument))]);
    }

    private static IEnumerable<SourceUse> OfPathAndList(CallSite site, int position)
    {
        if (site.Argument(position, "file") is not { } program || site.Reader.Names.Resolve(program, site.Context.Scope) == "sys.executable") yield break;
        var list = site.Argument(position + 1, "args") is { } arguments && site.Values(arguments) is [PythonValue.Items items] ? items.Values.Skip(1).Select(Known) : [];
        yield return new SourceUse.Program(site.Place(), [Single(site, program), .. list]);
    }

    private static IEnumerable<SourceUse> OfSpawnedText(CallSite site)
    {
        var command = site.Text(0, "command");
        yield return new SourceUse.Program(site.Place(), command is null ? [null] : [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static string? Single(CallSite site, Expression expression) => site.Values(expression) is [var only] ? Known(only) : null;

    private static string? Known(PythonValue value) => value is PythonValue.Text { Known: { } text } ? text : null;
}
