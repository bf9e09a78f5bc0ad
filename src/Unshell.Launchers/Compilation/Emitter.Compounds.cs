using Unshell.Launchers.Code;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary><c>if</c>, loops, <c>case</c> and braces.</summary>
internal sealed partial class Emitter
{
    private bool EmitCompound(CompoundCommand compound, StatusUse use)
    {
        if (!compound.Redirections.IsEmpty)
            return EmitRedirected(compound.Redirections, use, inner => EmitCompound(compound with { Redirections = [] }, inner));
        switch (compound)
        {
            case BraceGroup group:
                return EmitList(group.Body, use);
            case IfCommand choice:
                return EmitClauses(choice, 0, use);
            case WhileCommand loop:
                return EmitWhile(loop, use);
            case ForCommand { IsSelect: true } menu:
                Refuse(menu, "`select` asks a person at a terminal", "read the choice from an argument or the environment");
                return true;
            case ForCommand loop:
                return EmitLoop(use, StatusReads.AtEntry(loop.Body), inner => EmitFor(loop, inner));
            case ArithmeticFor loop:
                return EmitLoop(use, StatusReads.AtEntry(loop.Body), inner => EmitArithmeticFor(loop, inner));
            case CaseCommand choice:
                return EmitCase(choice, use);
            default:
                return Finish(Code(compound), use);
        }
    }

    /// <summary>Statements of a list in the block at hand; false where nothing behind them is reached.</summary>
    private bool EmitList(StatementList list, StatusUse use)
    {
        var before = block.Count;
        EmitStatements(list, use);
        return block.Count == before || !EndsHere(block[^1]);
    }

    private static bool EndsHere(PythonStatement last) => last switch
    {
        PythonStatement.Return or PythonStatement.Raise => true,
        PythonStatement.Keyword { Word: "break" or "continue" } => true,
        PythonStatement.Evaluate { Expression: PythonExpression.Call { Function: PythonExpression.Name { Identifier: "sys.exit" } } } => true,
        PythonStatement.Evaluate { Expression: PythonExpression.Call { Function: PythonExpression.Name { Identifier: "execute" }, Arguments: [{ Value: not PythonExpression.Starred }, ..] } } => true,
        PythonStatement.If { Otherwise: { } otherwise } choice => choice.Clauses.All(clause => Ends(clause.Body)) && Ends(otherwise),
        PythonStatement.With with => Ends(with.Body),
        _ => false,
    };

    private static bool Ends(PythonBlock block) => block.Statements is [.., var last] && EndsHere(last);

    private bool EmitClauses(IfCommand choice, int index, StatusUse use)
    {
        if (index == choice.Clauses.Length)
            return choice.Else is { } list ? EmitList(list, use) : Finish(new CommandCode.Done(), use);
        var clause = choice.Clauses[index];
        var isRead = StatusReads.AtEntry(clause.Body)
            || (index + 1 < choice.Clauses.Length ? StatusReads.AtEntry(choice.Clauses[index + 1].Condition) : StatusReads.AtEntry(choice.Else));
        var condition = Condition(clause.Condition, isRead);
        var body = Branch(() => EmitList(clause.Body, use));
        var otherwise = Branch(() => EmitClauses(choice, index + 1, use));
        if (otherwise.Statements.IsEmpty)
        {
            Emit(Py.When(condition, body));
            return true;
        }

        // `return` behind the `if` reads better than in an `else` of its own.
        if (Ends(body) && choice.Else is null && index == choice.Clauses.Length - 1)
        {
            Emit(Py.When(condition, body));
            block.AddRange(otherwise.Statements);
        }
        else if (otherwise.Statements is [PythonStatement.If { Comments.IsEmpty: true } inner])
        {
            Emit(new PythonStatement.If([(condition, body), .. inner.Clauses], inner.Otherwise));
        }
        else
        {
            Emit(Py.When(condition, body, otherwise));
        }

        return !(Ends(body) && Ends(otherwise));
    }
}
