using System.Collections.Immutable;
using Unshell.Launchers.Code;
using Unshell.Launchers.Programs;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Programs: run as they were, said in Python where the image lacks them, or refused.</summary>
internal sealed partial class Emitter
{
    private static readonly string[] UserManagement = ["useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "adduser", "addgroup", "deluser", "chpasswd", "passwd"];

    private static readonly string[] PackageManagers = ["apt-get", "apt", "apk", "dpkg", "yum", "dnf", "microdnf"];

    private CommandCode Program(SimpleCommand command, ReadOnlySpan<Word> words, ImmutableArray<Redirection> redirections)
    {
        words = WithoutWrappers(command, words);
        if (words[0].Literal is not { } path) return Run(command, AllFields(words), redirections);
        if (CalledScript(words) is { } call)
        {
            Calls.Add(call);
            var skipped = ShellDialects.FromProgram(path) is null ? 1 : 2;
            return Run(command, [Py.Name("sys.executable"), Py.Text(LauncherPath(call.Path)), .. AllFields(words[skipped..])], redirections);
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        if (RefusalOf(name, words) is { } refusal)
        {
            Refuse(command, refusal.Reason, refusal.Advice);
            return new CommandCode.Done();
        }

        if (target.HasProgram(path) == false && (OwnersKept(command, name, words) ?? Replaced(command, name, words)) is { } replaced) return replaced;
        if (target.HasProgram(path) == false && SystemTools.Has(name) && !IsLookedUp(name))
            Refuse(command, $"`{name}` is a tool of the operating system, which the image does not have", "say it in Python, leave it out, or copy the program into the image");
        else if (target.HasProgram(path) == false)
            Note(LauncherNoteKind.Review, command, $"the image has no `{name}`: it must come into the image, or this line go");
        Programs.Add(path);
        return Run(command, AllFields(words), redirections);
    }

    /// <summary>The script of the build context that words call, by its path or through a shell; or null.</summary>
    private LauncherCall? CalledScript(ReadOnlySpan<Word> words)
    {
        var shell = ShellDialects.FromProgram(words[0].Literal!);
        if (shell is not null && words.Length < 2) return null;
        if ((shell is null ? words[0] : words[1]).Literal is not { Length: > 0 } path || path[0] == '-') return null;
        if (shell is null && !path.Contains('/', StringComparison.Ordinal)) return null;
        var plain = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        if ((source.Files.GetValueOrDefault(path) ?? source.Files.GetValueOrDefault(plain)) is not { } text) return null;
        var first = text.Content[..Math.Max(0, text.Content.IndexOf('\n'))];
        return (shell ?? ShellDialects.FromShebang(first)) is { } dialect ? new LauncherCall(path, dialect) : null;
    }

    private static string LauncherPath(string script)
    {
        var dot = script.LastIndexOf('.');
        return dot > script.LastIndexOf('/') + 1 ? script[..dot] + ".py" : script + ".py";
    }

    /// <summary>A program's work in Python, or null where it has no counterpart for these arguments.</summary>
    private CommandCode? Replaced(SimpleCommand command, string name, ReadOnlySpan<Word> words)
    {
        if (name == "which" && words.Length == 2)
            return Redirected(command.Redirections, () => new CommandCode.Status(Py.Call("which", Value(command.Words[^1]))));
        if (ProgramTable.Find(words[0].Literal!) is not { } program) return null;
        var arguments = ImmutableArray.CreateBuilder<string?>();
        foreach (var word in words[1..]) arguments.Add(word.Literal);
        var verdict = program.Check(arguments.ToImmutable());
        if (verdict is ProgramVerdict.Refused refused)
        {
            Refuse(command, refused.Reason, "install the program in the image, or say it in Python");
            return new CommandCode.Done();
        }

        Note(LauncherNoteKind.Replaced, command, $"the image has no `{name}`: its work is done in Python");
        if (verdict is ProgramVerdict.Review review) Note(LauncherNoteKind.Review, command, review.Remark);
        var fields = Py.List(AllFields(words[1..]));
        var inner = new SortedDictionary<string, LauncherProgram>(StringComparer.Ordinal);
        foreach (var line in program.InnerCommands(arguments.ToImmutable())) TakeInner(command, name, line, inner);
        return Redirected(command.Redirections, () =>
        {
            PythonExpression environment = command.Assignments.IsEmpty
                ? Py.Environment
                : new PythonExpression.Dictionary([(null, Py.Environment), .. Assigned(command).Items]);
            var functions = inner.Select(pair => ((PythonExpression?)new PythonExpression.Text(pair.Key), (PythonExpression)new PythonExpression.Name(pair.Value.Function)));
            return new CommandCode.Status(Deferring(inner.Count == 0
                ? Py.Call(program.Function, fields, environment)
                : Py.Call("with_programs", new PythonExpression.Name(program.Function), new PythonExpression.Dictionary([.. functions]), fields, environment)));
        });
    }

    /// <summary>A trap waits for the end of a foreground program, also of one that is done in Python; in processes of their own no traps are set.</summary>
    private PythonExpression Deferring(PythonExpression expression) => expression is PythonExpression.Call call && facts.HasTraps && part.Kind != PartKind.Fork
        ? Py.Call("deferring", [call.Function, .. call.Arguments.Select(argument => argument.Value)])
        : expression;

    /// <summary>Looks at a command that another one runs, as <c>xargs</c> does; what is done in Python is added to <paramref name="inner"/>.</summary>
    private void TakeInner(SimpleCommand command, string outer, ImmutableArray<string?> line, SortedDictionary<string, LauncherProgram> inner)
    {
        if (line.IsEmpty) return;
        if (line[0] is not { } path)
        {
            Note(LauncherNoteKind.Review, command, $"which program `{outer}` runs is only known at run time: the image must have it");
            return;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name is "chown" or "chgrp" && target.UserId != 0)
            Note(LauncherNoteKind.Review, command, $"`{name}` changes owners, which user {target.UserId} may not: it fails here for what belongs to others");
        if (target.HasProgram(path) != false)
        {
            Programs.Add(path);
        }
        else if (ProgramTable.Find(path) is not { } program)
        {
            if (name is "sh" or "bash" or "dash" or "ash" or "zsh")
                Refuse(command, $"`{outer}` starts a shell, which the image does not have", "write its commands into this script");
            else Note(LauncherNoteKind.Review, command, $"the image has no `{name}`: it must come into the image, or this line go");
            Programs.Add(path);
        }
        else if (program.Check(line[1..]) is ProgramVerdict.Refused refused)
        {
            Refuse(command, refused.Reason, "install the program in the image, or say it in Python");
        }
        else
        {
            inner[path] = program;
            foreach (var next in program.InnerCommands(line[1..])) TakeInner(command, name, next, inner);
        }
    }

    private static (string Reason, string Advice)? RefusalOf(string name, ReadOnlySpan<Word> words)
    {
        if (Array.IndexOf(UserManagement, name) >= 0)
            return ($"`{name}` changes users, which only root can do", "create users when the image is built, or run the container as the user it needs");
        if (Array.IndexOf(PackageManagers, name) >= 0)
            return ($"`{name}` installs packages when the container starts, and the image has no package manager", "install them when the image is built");
        if (name is "pip" or "pip3" && words.Length > 1 && words[1].Literal == "install")
            return ("`pip install` installs packages when the container starts", "install them when the image is built");
        return name switch
        {
            "sudo" or "doas" or "su" or "runuser" => ($"`{name}` changes the user, which only root can do", "run the container as the user it needs"),
            "with-contenv" or "s6-svscan" or "s6-setuidgid" or "execlineb" => ("s6 supervises processes with scripts of its own", "run one process a container"),
            "sh" or "bash" or "dash" or "ash" or "zsh" => ShellRefusal(name, words),
            _ => null,
        };
    }

    private static (string, string)? ShellRefusal(string name, ReadOnlySpan<Word> words) => words.Length == 1
        ? ($"`{name}` starts a shell, which the image does not have", "run the program itself; to look into a container use `docker debug`")
        : ($"`{name}` starts another shell, which the image does not have", "write its commands into this script");

    /// <summary>The words without programs before the real one that have nothing to do in the image.</summary>
    private ReadOnlySpan<Word> WithoutWrappers(SimpleCommand command, ReadOnlySpan<Word> words)
    {
        while (words.Length > 1 && words[0].Literal is { } path && target.HasProgram(path) != true)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (name is "gosu" or "su-exec" && words.Length > 2)
            {
                Note(LauncherNoteKind.Dropped, command, $"`{name}` is left out: the container already runs as user {target.UserId} and cannot change it");
                words = words[2..];
            }
            else if (name is "tini" or "dumb-init" && words[1].Literal is "--")
            {
                Note(LauncherNoteKind.Dropped, command, $"`{name}` is left out: the image does not have it");
                words = words[2..];
            }
            else if (name is "uv" or "poetry" or "pipenv" && words.Length > 2 && words[1].Literal == "run" && words[2].Literal?.StartsWith('-') != true)
            {
                Note(LauncherNoteKind.Dropped, command, $"`{name} run` is left out: the environment it would enter is on PATH already");
                words = words[2..];
            }
            else
            {
                break;
            }
        }

        return words;
    }
}
