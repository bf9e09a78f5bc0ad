using System.Diagnostics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Printing;

/// <summary>Statements.</summary>
internal sealed partial class AstWriter
{
    private void WriteStatement(Statement statement)
    {
        switch (statement)
        {
            case Expr expression:
                Open("Expr");
                Field("value", expression.Value);
                break;
            case Assign assign:
                Open("Assign");
                Field("targets", assign.Targets);
                Field("value", assign.Value);
                Missing("type_comment");
                break;
            case AugAssign augmented:
                Open("AugAssign");
                Field("target", augmented.Target);
                Constant("op", augmented.Operator.ToText());
                Field("value", augmented.Value);
                break;
            case AnnAssign annotated:
                Open("AnnAssign");
                Field("target", annotated.Target);
                Field("annotation", annotated.Annotation);
                Field("value", annotated.Value);
                Number("simple", annotated.IsSimple ? 1 : 0);
                break;
            case Return returned:
                Open("Return");
                Field("value", returned.Value);
                break;
            case Import import:
                Open("Import");
                Field("names", import.Names);
                break;
            case ImportFrom import:
                Open("ImportFrom");
                Field("module", import.Module);
                Field("names", import.Names);
                Number("level", import.Level);
                break;
            case FunctionDef or ClassDef or TypeAlias:
                WriteDefinition(statement);
                break;
            case If or While or For or With or Try or Match or ErrorStatement:
                WriteCompound(statement);
                break;
            default:
                WriteSmall(statement);
                break;
        }

        Close(BlockSpan(statement));
    }

    private void WriteSmall(Statement statement)
    {
        switch (statement)
        {
            case Delete delete:
                Open("Delete");
                Field("targets", delete.Targets);
                break;
            case Raise raise:
                Open("Raise");
                Field("exc", raise.Exception);
                Field("cause", raise.Cause);
                break;
            case AssertStmt assert:
                Open("Assert");
                Field("test", assert.Test);
                Field("msg", assert.Message);
                break;
            case Global global:
                Open("Global");
                Identifiers("names", global.Names);
                break;
            case Nonlocal nonlocal:
                Open("Nonlocal");
                Identifiers("names", nonlocal.Names);
                break;
            case Pass:
                Open("Pass");
                break;
            case Break:
                Open("Break");
                break;
            case Continue:
                Open("Continue");
                break;
            default:
                throw new UnreachableException($"internal error: no form for {statement.GetType().Name}");
        }
    }

    private void WriteDefinition(Statement statement)
    {
        switch (statement)
        {
            case FunctionDef function:
                Open(function.IsAsync ? "AsyncFunctionDef" : "FunctionDef");
                Field("name", function.Name);
                Field("args", function.Parameters);
                Field("body", function.Body);
                Field("decorator_list", function.Decorators);
                Field("returns", function.Returns);
                Missing("type_comment");
                if (form.Minor >= 12) Field("type_params", function.TypeParams);
                break;
            case ClassDef type:
                Open("ClassDef");
                Field("name", type.Name);
                Field("bases", type.Bases);
                Field("keywords", type.Keywords);
                Field("body", type.Body);
                Field("decorator_list", type.Decorators);
                if (form.Minor >= 12) Field("type_params", type.TypeParams);
                break;
            case TypeAlias alias:
                Open("TypeAlias");
                Field("name", alias.Name);
                Field("type_params", alias.TypeParams);
                Field("value", alias.Value);
                break;
        }
    }

    private void WriteCompound(Statement statement)
    {
        switch (statement)
        {
            case If condition:
                Open("If");
                Field("test", condition.Test);
                Field("body", condition.Body);
                Field("orelse", condition.OrElse);
                break;
            case While loop:
                Open("While");
                Field("test", loop.Test);
                Field("body", loop.Body);
                Field("orelse", loop.OrElse);
                break;
            case For loop:
                Open(loop.IsAsync ? "AsyncFor" : "For");
                Field("target", loop.Target);
                Field("iter", loop.Iterable);
                Field("body", loop.Body);
                Field("orelse", loop.OrElse);
                Missing("type_comment");
                break;
            case With with:
                Open(with.IsAsync ? "AsyncWith" : "With");
                Field("items", with.Items);
                Field("body", with.Body);
                Missing("type_comment");
                break;
            case Try attempt:
                Open(attempt.IsStar ? "TryStar" : "Try");
                Field("body", attempt.Body);
                Field("handlers", attempt.Handlers);
                Field("orelse", attempt.OrElse);
                Field("finalbody", attempt.Finally);
                break;
            case Match match:
                Open("Match");
                Field("subject", match.Subject);
                Field("cases", match.Cases);
                break;
            case ErrorStatement error:
                Open("Error");
                Field("body", error.Body);
                break;
        }
    }
}
