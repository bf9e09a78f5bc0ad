using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary><c>case</c>.</summary>
internal sealed partial class Emitter
{
    private bool EmitCase(CaseCommand choice, StatusUse use)
    {
        var subject = Value(choice.Subject);
        if (subject is not PythonExpression.Name && choice.Items.Length > 0 && choice.Items.Sum(item => item.Patterns.Length) > 1)
        {
            var name = Py.Name(Fresh("choice"));
            Emit(Py.Assign(name, subject));
            subject = name;
        }

        if (choice.Items.Any(item => item.End != CaseEnd.Break)) return EmitFallingCase(choice, subject, use);
        return EmitItems(choice, 0, subject, use);
    }

    private bool EmitItems(CaseCommand choice, int index, PythonExpression subject, StatusUse use)
    {
        if (index == choice.Items.Length) return Finish(new CommandCode.Done(), use);
        var item = choice.Items[index];
        var condition = MatchesAny(subject, item);
        if (condition.Equals(Py.True)) return EmitList(item.Body, use);
        var body = Branch(() => EmitList(item.Body, use));
        var otherwise = Branch(() => EmitItems(choice, index + 1, subject, use));
        if (otherwise.Statements.IsEmpty) Emit(Py.When(condition, body));
        else if (otherwise.Statements is [PythonStatement.If { Comments.IsEmpty: true } inner])
            Emit(new PythonStatement.If([(condition, body), .. inner.Clauses], inner.Otherwise));
        else Emit(Py.When(condition, body, otherwise));
        return otherwise.Statements.IsEmpty || !(Ends(body) && Ends(otherwise));
    }

    /// <summary>With <c>;&amp;</c> and <c>;;&amp;</c> each item is asked in turn: a word says what the item before left to do.</summary>
    private bool EmitFallingCase(CaseCommand choice, PythonExpression subject, StatusUse use)
    {
        var inner = use == StatusUse.Return ? StatusUse.Keep : use;
        var next = Py.Name(Fresh("next_item"));
        if (inner is StatusUse.Keep or StatusUse.KeepAndCheck) Finish(new CommandCode.Done(), StatusUse.Keep);
        Emit(Py.Assign(next, Py.Text("test")));
        foreach (var item in choice.Items)
        {
            var enters = Py.Binary(next, "==", Py.Text("enter"));
            var tests = Py.And(Py.Binary(next, "==", Py.Text("test")), MatchesAny(subject, item));
            var body = Branch(() =>
            {
                Emit(Py.Assign(next, Py.Text(item.End switch { CaseEnd.FallThrough => "enter", CaseEnd.TestNext => "test", _ => "done" })));
                EmitList(item.Body, inner);
            });
            Emit(Py.When(Py.Or(enters, tests), body));
        }

        return use != StatusUse.Return || Finish(new CommandCode.Status(StatusValue), use);
    }

    private PythonExpression MatchesAny(PythonExpression subject, CaseItem item)
    {
        var texts = item.Patterns.Select(LiteralPattern).ToList();
        if (!Has(ShellOptions.NoCaseMatch) && texts.Count > 1 && texts.All(text => text is not null))
            return Py.Binary(subject, "in", Py.Tuple([.. texts.Select(text => Py.Text(text!))]));
        var tests = item.Patterns.Select(pattern => Matches(subject, pattern)).ToList();
        return tests.Any(test => test.Equals(Py.True)) ? Py.True : tests.Aggregate(Py.Or);
    }
}
