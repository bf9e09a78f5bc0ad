using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Unshell.Shell.Syntax;
using Unshell.Shell.Walking;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Equality.Corpus;

/// <summary>The worlds of one script: each of its programs is there as a fake, and the variables that it reads are set, empty, or not set.</summary>
internal static partial class CorpusWorld
{
    /// <summary>Programs that the script finds as they are on this machine, and a hardened image has not.</summary>
    private static readonly ImmutableArray<string> Tools =
    [
        "awk", "base64", "basename", "cat", "chmod", "cp", "cut", "date", "dirname", "env", "find", "grep", "head", "hostname", "id", "ln", "ls", "mkdir", "mktemp", "mv",
        "nproc", "printenv", "readlink", "realpath", "rm", "rmdir", "sed", "seq", "sha256sum", "sort", "stat", "tail", "tee", "touch", "tr", "uname", "uniq", "wc", "which",
        "xargs", "true", "false", "df", "free", "ps", "mkfifo", "test", "egrep", "md5sum", "hostid", "expr", "getent", "whoami", "install",
    ];

    /// <summary>Programs whose work a launcher does itself, here as fakes that the script alone finds.</summary>
    private static readonly ImmutableArray<FakeProgram> Replaced =
    [
        new("sleep"), new("nc") { IsConnection = true, FailsFirst = 2 }, new("chown") { IsSilent = true }, new("gosu") { RunsRest = 1 }, new("su-exec") { RunsRest = 1 },
    ];

    private static readonly ImmutableHashSet<string> Known =
    [
        "alias", "bg", "break", "builtin", "cd", "command", "continue", "declare", "echo", "eval", "exec", "exit", "export", "getopts", "hash", "kill", "let", "local", "mapfile",
        "printf", "pwd", "read", "readarray", "readonly", "return", "set", "shift", "shopt", "source", "test", "trap", "type", "typeset", "ulimit", "umask", "unset", "wait", ".", ":", "[",
        .. Tools, .. Replaced.Select(program => program.Name),
    ];

    public static IEnumerable<Trial> Trials(CorpusEntry entry, string script, ShellDialect dialect)
    {
        var programs = Programs(script, dialect);
        var names = Variables(script);
        foreach (var arguments in entry.ArgumentSets)
        {
            for (var kind = 0; kind < 3; kind++)
            {
                yield return new()
                {
                    Script = script,
                    Dialect = dialect,
                    IsScript = entry.IsScript,
                    Arguments = entry.IsScript ? arguments : [],
                    Environment = kind == 0 ? Trial.NoVariables : names.ToImmutableSortedDictionary(name => name, name => (string?)(kind == 1 ? Value(name) : ""), StringComparer.Ordinal),
                    Programs = programs,
                    ScriptPrograms = Replaced,
                    Tools = [.. Tools.Where(tool => File.Exists("/usr/bin/" + tool))],
                    Limit = TimeSpan.FromSeconds(10),
                };
            }
        }
    }

    private static ImmutableArray<FakeProgram> Programs(string script, ShellDialect dialect)
    {
        var source = new SourceText("entrypoint", script);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var occurrence in ShellWalk.Commands(ShellSyntax.Parse(source, dialect)))
        {
            var words = occurrence.Command.Words.Select(word => source.TextOf(word.Span)).ToList();
            while (words.Count > 0 && words[0] is "exec" or "command") words.RemoveAt(0);
            if (words.Count > 2 && words[0] is "gosu" or "su-exec") words.RemoveRange(0, 2);
            if (words.Count > 0 && Plain().IsMatch(words[0]) && !Known.Contains(words[0])) names.Add(words[0]);
        }

        names.UnionWith(["python", "gunicorn", "celery"]);
        foreach (Match function in Function().Matches(script)) names.Remove(function.Groups[1].Value);
        return [.. names.Select(name => new FakeProgram(name) { Output = name is "python" ? "printed by python\n" : "" })];
    }

    private static ImmutableArray<string> Variables(string script) =>
    [
        .. Variable().Matches(script).Select(match => match.Groups[1].Value).Where(name => name is not ("PATH" or "HOME" or "PWD" or "IFS" or "BASH_SOURCE" or "OLDPWD" or "LANG"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static string Value(string name) => name switch
    {
        _ when name.EndsWith("PORT", StringComparison.Ordinal) => "5432",
        _ when name.EndsWith("HOST", StringComparison.Ordinal) => "db",
        _ when name.EndsWith("URL", StringComparison.Ordinal) || name.EndsWith("CONN", StringComparison.Ordinal) => "postgres://user:pa ss@db:5432/name",
        _ when name.EndsWith("WORKERS", StringComparison.Ordinal) || name.EndsWith("CONCURRENCY", StringComparison.Ordinal) => "3",
        _ when name.EndsWith("OPTS", StringComparison.Ordinal) || name.EndsWith("ARGS", StringComparison.Ordinal) => "--one  'two words' *",
        _ => "true",
    };

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.+-]*$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?m)^\s*(?:function\s+)?([A-Za-z0-9_-]+)\s*\(\)")]
    private static partial Regex Function();

    [GeneratedRegex(@"\$\{?!?([A-Z][A-Z0-9_]+)")]
    private static partial Regex Variable();
}
