using System.Buffers;
using System.Collections.Immutable;
using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;
using Unshell.Shell.Words;

namespace Unshell.Launchers.Compilation;

/// <summary>Words: as one text, and as the fields that splitting and pathname expansion make of them.</summary>
internal sealed partial class Emitter
{
    private const int MostBraceWords = 4096;

    // What splits a word or is part of a pattern.
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(" \t\n\\*?[]()!^");

    private static PythonExpression Arguments => Py.Name("arguments");

    /// <summary>A word where nothing is split: the value of an assignment, the subject of <c>case</c>.</summary>
    private PythonExpression Value(Word? word) => word is null ? Py.Text("") : Py.Join(word.Parts.SelectMany(Pieces));

    /// <summary>The texts of which a part's value is made.</summary>
    private IEnumerable<PythonExpression> Pieces(WordPart wordPart) => wordPart switch
    {
        LiteralPart literal => [Py.Text(literal.Value)],
        SingleQuotedPart quoted => [Py.Text(quoted.Value)],
        AnsiQuotedPart quoted => [Py.Text(quoted.Value)],
        DoubleQuotedPart quoted => quoted.Parts.SelectMany(Pieces),
        ParameterPart parameter => [IsList(parameter) ? Joined(parameter) : Parameter(parameter)],
        CommandSubstitution substitution => [Captured(substitution)],
        ArithmeticSubstitution arithmetic => [Decimal(arithmetic.Expression)],
        TildePart tilde => [Home(tilde)],
        ProcessSubstitution substitution => [Process(substitution)],
        _ => [Py.Text(file.Source.TextOf(wordPart.Span))],
    };

    private static PythonExpression Home(TildePart tilde) => Py.Call("os.path.expanduser", Py.Text("~" + tilde.User));

    private PythonExpression Process(ProcessSubstitution substitution) =>
        Py.Call("process_substitution", Forked(substitution.Body, "process"), substitution.IsOutput ? Py.True : Py.False);

    /// <summary>The fields that a word becomes, as items of a list or arguments of a call.</summary>
    private IEnumerable<PythonExpression> Fields(Word word)
    {
        foreach (var parts in BraceWords.Of(word.Parts, MostBraceWords))
        {
            if (parts is null) yield return Refuse(word, "the braces make too many words", "write a loop");
            else yield return FieldsOf(parts);
        }
    }

    private PythonExpression FieldsOf(List<WordPart> parts)
    {
        if (parts is [var only])
        {
            if (only is DoubleQuotedPart { Parts: [ParameterPart quoted] } && IsList(quoted) && !IsStar(quoted)) return Py.Starred(Items(quoted));
            if (only is ParameterPart list && IsList(list)) return Py.Starred(Py.Call(Splitter("split_all"), [Items(list)]));
            if (only is ParameterPart { Operator: ":-" or "-" or ":+" or "+", Argument: { } argument } choice && HasQuotes(argument)) return Py.Starred(Choice(choice));
            if (only is ParameterPart or CommandSubstitution && !IsNeverSplit(only)) return Py.Starred(Split(Pieces(only).Single()));
        }

        var hasGlob = !Has(ShellOptions.NoGlob) && parts.Any(IsGlob);
        var isSplit = parts.Any(part => part is ParameterPart or CommandSubstitution && !IsNeverSplit(part));
        if (!isSplit && !parts.Any(HoldsList))
        {
            if (!hasGlob) return Py.Join(parts.SelectMany(Pieces));
            return Py.Starred(WithGlobOptions(Py.Call("glob_paths", Pattern([.. parts]))));
        }

        // What cannot be split, nor be taken for a pattern, may as well be part of the value.
        if (!facts.ChangesFieldSeparators && !parts.Any(HoldsList) && parts.All(part => IsUnquoted(part) || Py.Join(Pieces(part)) is PythonExpression.Text text && IsPlainText(text.Value)))
            return Py.Starred(Split(Py.Join(parts.SelectMany(Pieces))));
        var pieces = parts.SelectMany(ExpandPieces).ToList();
        return Py.Starred(WithGlobOptions(Py.Call(Splitter("expand"), pieces)));
    }

    private bool IsUnquoted(WordPart wordPart) => !IsNeverSplit(wordPart) && wordPart switch
    {
        ParameterPart { Operator: ":-" or "-" or ":+" or "+", Argument: { } argument } => !HasQuotes(argument),
        ParameterPart or CommandSubstitution => true,
        _ => false,
    };

    private static bool IsPlainText(string text) => text.Length > 0 && !text.AsSpan().ContainsAny(NotPlain);

    private PythonExpression Split(PythonExpression text) => Has(ShellOptions.NoGlob)
        ? Py.Call(Splitter("split_only"), [text])
        : WithGlobOptions(Py.Call(Splitter("split"), [text]));

    /// <summary>The function of a family that splits: the short one where IFS never changes.</summary>
    private string Splitter(string name) => facts.ChangesFieldSeparators ? name + "_by_ifs" : name;

    private PythonExpression WithGlobOptions(PythonExpression call)
    {
        if (Has(ShellOptions.NoGlob)) return Py.With(call, "globs", Py.False);
        if (Has(ShellOptions.NullGlob)) call = Py.With(call, "null", Py.True);
        if (Has(ShellOptions.DotGlob)) call = Py.With(call, "dots", Py.True);
        if (Has(ShellOptions.GlobStar)) call = Py.With(call, "deep", Py.True);
        return call;
    }

    /// <summary>The parts of a word as <c>expand</c> takes them: what is quoted as text, the rest marked.</summary>
    private IEnumerable<PythonExpression> ExpandPieces(WordPart wordPart)
    {
        switch (wordPart)
        {
            case DoubleQuotedPart quoted when HoldsList(quoted):
                foreach (var inner in quoted.Parts)
                {
                    if (inner is ParameterPart list && IsList(list) && !IsStar(list)) yield return Items(list);
                    else foreach (var piece in Pieces(inner)) yield return piece;
                }

                break;
            case ParameterPart list when IsList(list):
                yield return Py.Call("Unquoted", Items(list));
                break;
            case ParameterPart { Operator: ":-" or "-" or ":+" or "+", Argument: { } argument } choice when HasQuotes(argument):
                yield return Refuse(choice, "a default with quotes of its own stands in the middle of a word", "put the value in a variable first");
                break;
            case ParameterPart or CommandSubstitution when !IsNeverSplit(wordPart):
                yield return Py.Call("Unquoted", Pieces(wordPart).Single());
                break;
            case var glob when IsGlob(glob):
                yield return Py.Call("Pattern", Pattern([glob]));
                break;
            default:
                yield return Py.Join(Pieces(wordPart));
                break;
        }
    }

    /// <summary>Fields of <c>${name:-word}</c> and its like, where the word has quotes of its own.</summary>
    private PythonExpression Choice(ParameterPart choice)
    {
        var words = choice.Argument is { Parts.IsEmpty: false } argument ? Operand(choice, argument) : Py.List([]);
        var test = TestOf(choice);
        var bare = choice with { Operator = "", Argument = null };
        var own = IsList(choice) ? Py.Call(Splitter("split_all"), [Items(bare)]) : Split(Place(choice).Value);
        return choice.Operator is ":+" or "+" ? Py.If(test, words, Py.List([])) : Py.If(test, own, words);
    }

    /// <summary>The fields of an operand such as <c>a "b c"</c>, which is split outside of its quotes.</summary>
    private PythonExpression Operand(ParameterPart choice, Word argument)
    {
        if (!facts.ChangesFieldSeparators && !argument.Parts.Any(part => part is LiteralPart { IsEscaped: false } text && text.Value.AsSpan().IndexOfAny(' ', '\t', '\n') >= 0))
            return Py.List(Fields(argument));
        if (argument.Parts.Any(part => part is BraceExpansion)) return Refuse(choice, "the default has braces", "put the value in a variable first");
        var pieces = argument.Parts.SelectMany(part => part is LiteralPart { IsEscaped: false } text
            ? [Py.Call("Unquoted", Py.Text(text.Value))]
            : ExpandPieces(part));
        return WithGlobOptions(Py.Call(Splitter("expand"), pieces));
    }

    private bool HoldsList(WordPart wordPart) => wordPart switch
    {
        ParameterPart parameter => IsList(parameter),
        DoubleQuotedPart quoted => quoted.Parts.Any(inner => inner is ParameterPart list && IsList(list) && !IsStar(list)),
        _ => false,
    };

    private static bool HasQuotes(Word word) => ShellNodes.WithDescendants(word).Any(node =>
        node is SingleQuotedPart or DoubleQuotedPart or AnsiQuotedPart or LiteralPart { IsEscaped: true });

    private static bool IsGlob(WordPart wordPart) => wordPart is LiteralPart { HasGlob: true, IsEscaped: false } or ExtendedGlob;

    /// <summary>Whether a part's value is always one field: a number.</summary>
    private bool IsNeverSplit(WordPart wordPart) => !facts.ChangesFieldSeparators && wordPart is ParameterPart parameter
        && ((parameter.Name is "#" or "?" or "$" && parameter.Operator.Length == 0) || parameter.IsLength
            || (parameter is { Operator: "", IsIndirect: false, Index: null } && part.Known.Contains(parameter.Name) && facts.IsOneWord(parameter.Name)));

    private PythonExpression Captured(CommandSubstitution substitution)
    {
        if (substitution.Body.Statements is [{ IsBackground: false, Command: SimpleCommand { Words.IsEmpty: true, Assignments.IsEmpty: true, Redirections: [{ Operator: "<", FileDescriptor: null } input] } }])
            return Py.Call("read_file", Value(input.Target));
        if (substitution.Body.Statements.IsEmpty) return Py.Text("");
        var clears = IsBash && !Has(ShellOptions.InheritErrorExit);
        return Py.Call("capture", Forked(new CommandSubstitutionBody(substitution.Body, clears), "substitution"));
    }

    /// <summary>Words as the items of one list.</summary>
    private ImmutableArray<PythonExpression> AllFields(ReadOnlySpan<Word> words)
    {
        var fields = ImmutableArray.CreateBuilder<PythonExpression>();
        foreach (var word in words) fields.AddRange(Fields(word));
        return fields.ToImmutable();
    }

    /// <summary>Whether a word is exactly one field, whatever its variables hold.</summary>
    private bool IsOneField(Word word) => word.Parts.All(part => part switch
    {
        BraceExpansion or ExtendedGlob => false,
        LiteralPart { HasGlob: true } => Has(ShellOptions.NoGlob),
        ParameterPart or CommandSubstitution => IsNeverSplit(part),
        DoubleQuotedPart quoted => !HoldsList(quoted),
        _ => true,
    });
}
