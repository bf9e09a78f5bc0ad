using System.Globalization;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>
/// Variables that only count: the script sets each to a small number first, changes it by small steps outside of functions and
/// subshells, and never hands it to programs. They can be integers of Python. Names with capitals are left alone, since the
/// environment may hold them.
/// </summary>
internal static class Counters
{
    /// <summary>The names.</summary>
    public static IEnumerable<string> Of(ShellSyntax script, ScriptFacts facts)
    {
        var apart = ShellNodes.WithDescendants(script.Root).Where(IsApart).ToList();
        foreach (var statement in script.Root.Statements)
        {
            if (statement.Command is not SimpleCommand { Words.IsEmpty: true, Redirections.IsEmpty: true, Assignments: [{ Value.Literal: { } first } assignment] }) continue;
            var name = assignment.Name;
            if (!name.All(c => char.IsAsciiLetterLower(c) || c == '_') || !IsSmall(first)) continue;
            if (facts.IsUnset(name) || facts.IsArray(name) || !facts.IsNumber(name) || facts.UsesIndirection) continue;
            var uses = ShellNodes.WithDescendants(script.Root).Where(node => NamesIt(node, name)).ToList();
            if (uses.Any(node => node.Span.Start < statement.Span.Start)) continue;
            if (uses.Any(node => node is Assignment or ArithmeticExpression or SimpleCommand ? apart.Any(part => part.Span.Contains(node.Span)) : IsInFunction(node, apart))) continue;
            if (uses.All(node => IsCounting(node, name))) yield return name;
        }
    }

    private static bool IsApart(ShellNode node) =>
        node is FunctionDefinition or Subshell or CommandSubstitution or ProcessSubstitution or Pipeline { Commands.Length: > 1 } or Statement { IsBackground: true };

    private static bool IsInFunction(ShellNode node, List<ShellNode> apart) => apart.Any(part => part is FunctionDefinition && part.Span.Contains(node.Span));

    private static bool NamesIt(ShellNode node, string name) => node switch
    {
        Assignment assignment => assignment.Name == name,
        ParameterPart parameter => parameter.Name == name,
        ForCommand loop => loop.Variable == name,
        Redirection redirection => redirection.Variable == name,
        ArithmeticExpression.Binary { Operator: [.., '='] and not ("==" or "!=" or "<=" or ">="), Left: ArithmeticExpression.Operand { Word.Literal: var left } } => left == name,
        ArithmeticExpression.Prefix { Operator: "++" or "--", Inner: ArithmeticExpression.Operand { Word.Literal: var inner } } => inner == name,
        ArithmeticExpression.Suffix { Inner: ArithmeticExpression.Operand { Word.Literal: var inner } } => inner == name,
        ArithmeticExpression.Operand operand => operand.Word.Literal == name,
        // Any other command that names it may export, read or unset it.
        SimpleCommand command => command.Words.Any(word => word.Literal == name || word.Literal?.StartsWith(name + "=", StringComparison.Ordinal) == true),
        _ => false,
    };

    private static bool IsCounting(ShellNode node, string name) => node switch
    {
        ParameterPart parameter => parameter is { Operator: "", Index: null, IsIndirect: false, IsLength: false },
        ArithmeticExpression.Operand => true,
        Assignment { IsAppend: false, Index: null, Value.Literal: { } literal } => IsSmall(literal),
        Assignment { IsAppend: false, Index: null, Value.Parts: [ArithmeticSubstitution { Expression: ArithmeticExpression.Binary { Operator: "+" or "-" } step }] } =>
            IsOperand(step.Left, name) && step.Right is ArithmeticExpression.Operand { Word.Literal: { } literal } && IsSmall(literal),
        _ => false,
    };

    private static bool IsOperand(ArithmeticExpression expression, string name) => expression is ArithmeticExpression.Operand operand
        && (operand.Word.Literal == name || operand.Word.Parts is [ParameterPart { Operator: "", IsLength: false, IsIndirect: false } parameter] && parameter.Name == name);

    private static bool IsSmall(string text) =>
        text.Length is > 0 and < 8 && (text == "0" || text[0] != '0') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
