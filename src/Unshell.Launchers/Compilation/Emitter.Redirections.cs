using System.Collections.Immutable;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Redirections, around commands that run in the launcher itself.</summary>
internal sealed partial class Emitter
{
    /// <summary>A redirection as the run time takes it: descriptor, operator, target.</summary>
    private PythonExpression RedirectionTuple(Redirection redirection)
    {
        if (redirection.Variable is { } variable)
        {
            Refuse(redirection, $"the descriptor of `{{{variable}}}` is chosen by the shell", "write a number");
            return Py.Tuple();
        }

        var isInput = redirection.Operator[0] == '<';
        var descriptor = Py.Number(redirection.FileDescriptor ?? (isInput ? 0 : 1));
        if (Has(ShellOptions.NoClobber) && redirection.Operator == ">")
            Refuse(redirection, "with `set -C` it fails where the file exists", "test for the file");
        switch (redirection.Operator)
        {
            case "<<" or "<<-":
                return Py.Tuple(descriptor, Py.Text("<<"), Value(redirection.Document!.Body));
            case "<<<":
                return Py.Tuple(descriptor, Py.Text("<<"), Py.Join([Value(redirection.Target), Py.Text("\n")]));
            case ">|":
                return Py.Tuple(descriptor, Py.Text(">"), FileName(redirection.Target));
            case "&>" or "&>>":
                return Py.Tuple(Py.Number(1), Py.Text(redirection.Operator), FileName(redirection.Target));
            case ">&" when redirection.FileDescriptor is null && redirection.Target.Literal is { } file && file != "-" && !file.All(char.IsAsciiDigit):
                return Py.Tuple(Py.Number(1), Py.Text("&>"), FileName(redirection.Target));
            case ">&" or "<&":
                return Py.Tuple(descriptor, Py.Text(redirection.Operator), Descriptor(redirection));
            default:
                return Py.Tuple(descriptor, Py.Text(redirection.Operator), FileName(redirection.Target));
        }
    }

    private PythonExpression Descriptor(Redirection redirection)
    {
        if (redirection.Target.Literal is "-") return Py.Text("-");
        if (redirection.Target.Literal is { Length: > 0 and < 9 } digits && digits.All(char.IsAsciiDigit))
            return Py.Number(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture));
        if (redirection.Target.Literal is not null) return Refuse(redirection, "the descriptor is no number", "write a number");
        return Py.Call("int", Value(redirection.Target));
    }

    /// <summary>The name of a redirection's file. bash expands it as an argument that must be one field, dash only as a text.</summary>
    private PythonExpression FileName(Word word)
    {
        // The programs under the redirection have the pipe as their input or output, not once more.
        if (word.Parts is [ProcessSubstitution] && Value(word) is PythonExpression.Call { Function: PythonExpression.Name { Identifier: "process_substitution" } } pipe)
            return Py.With(pipe, "is_inherited", Py.False);
        if (!IsBash || IsOneField(word)) return Value(word);
        if (word.Parts.Any(part => part is BraceExpansion or ExtendedGlob) || word.Parts.Any(IsGlob))
            return Refuse(word, "the file's name is a pattern", "write the name");
        Note(LauncherNoteKind.Review, word, "the file's name is not split at blanks, for which bash would refuse it");
        return Value(word);
    }

    /// <summary>Whether a redirection succeeds whatever happens.</summary>
    private static bool IsSure(Redirection redirection) => redirection.Operator switch
    {
        "<<" or "<<-" or "<<<" => true,
        ">&" or "<&" => redirection.Target.Literal is "-" or "0" or "1" or "2",
        _ => redirection.Target.Literal is "/dev/null" or "/dev/stdout" or "/dev/stderr",
    };

    /// <summary>An expression under redirections: its status, or that of the redirection that failed.</summary>
    private CommandCode Redirected(ImmutableArray<Redirection> redirections, Func<CommandCode> code)
    {
        if (redirections.IsEmpty) return code();
        var inner = code();
        if (inner is CommandCode.Never) return inner;
        if (inner is CommandCode.Truth { IsPure: true } && redirections.All(IsSure)) return inner;
        var tuples = redirections.Select(RedirectionTuple).ToList();
        return new CommandCode.Status(Py.Call("with_redirections", [Py.Lambda(AsStatus(inner)), .. tuples]));
    }

    /// <summary>Statements under redirections.</summary>
    private bool EmitRedirected(ImmutableArray<Redirection> redirections, StatusUse use, Func<StatusUse, bool> write, bool isFatal = false)
    {
        var context = Py.Call("redirected", redirections.Select(RedirectionTuple));
        var isReached = true;
        var body = Branch(() => isReached = write(use));
        if (body.Statements.IsEmpty) body = Py.Block(new PythonStatement.Keyword("pass"));
        var with = new PythonStatement.With(context, null, body);
        if (isFatal || redirections.All(IsSure) || (IsChecked && use is StatusUse.Check && !part.IsMixed && !IsDynamic(ShellOptions.ErrorExit)))
        {
            Emit(with);
            return isReached;
        }

        var failed = Branch(() => Finish(new CommandCode.Status(Py.Name("FATAL")), use));
        Emit(new PythonStatement.Try(Py.Block(with), [new PythonHandler(Py.Name("RedirectionError"), null, failed)], null, null));
        return true;
    }
}
