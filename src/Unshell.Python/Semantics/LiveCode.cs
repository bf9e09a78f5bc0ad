using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>The circumstances in which a piece of code runs.</summary>
/// <param name="Scope">The scope it stands in.</param>
internal sealed record CodeContext(Scope Scope)
{
    /// <summary>Whether it runs when the module is imported, not when a function is called.</summary>
    public bool IsAtImport { get; init; } = true;

    /// <summary>Whether an exception that a missing file or program raises is caught around it.</summary>
    public bool IsCaught { get; init; }

    /// <summary>Conditions around it that ask whether a program or file is there.</summary>
    public ImmutableArray<Expression> Guards { get; init; } = [];

    /// <summary>The functions and classes around it, from the outermost.</summary>
    public ImmutableArray<string> Definitions { get; init; } = [];
}

/// <summary>Goes through the code of a module that can run on Linux in this service; branches for other systems and for other starts are left out.</summary>
internal sealed class LiveCode(PythonModule module, NameResolver names, StaticTests tests)
{
    // A failing write or start raises one of these, or one above it.
    private static readonly ImmutableHashSet<string> broad = ImmutableHashSet.Create(
        StringComparer.Ordinal, "OSError", "IOError", "EnvironmentError", "FileNotFoundError", "PermissionError", "Exception", "BaseException", "SubprocessError", "CalledProcessError", "error");

    private readonly List<(PythonNode Node, CodeContext Context)> found = [];
    private Func<PythonNode, bool> wanted = _ => true;

    /// <summary>The statements and expressions that are wanted, with their circumstances, in the order of the source.</summary>
    /// <param name="isWanted">Which nodes are given; others are passed through.</param>
    public ImmutableArray<(PythonNode Node, CodeContext Context)> All(Func<PythonNode, bool> isWanted)
    {
        found.Clear();
        wanted = isWanted;
        VisitAll(module.Syntax.Module.Body, new CodeContext(module.TopScope));
        return [.. found];
    }

    private void VisitAll<T>(ImmutableArray<T> nodes, CodeContext context)
        where T : PythonNode
    {
        foreach (var node in nodes)
        {
            Visit(node, context);
            // What follows an early return or raise that is always taken cannot run.
            if (node is If { OrElse.IsEmpty: true } leave && leave.Body is [.., Return or Raise] && tests.Evaluate(leave.Test, context.Scope) == true) return;
        }
    }

    private void Visit(PythonNode node, CodeContext context)
    {
        if (wanted(node)) found.Add((node, context));
        switch (node)
        {
            case If test:
                VisitIf(test, context);
                break;
            case IfExp choice:
                VisitChoice(choice, context);
                break;
            case Try attempt:
                VisitTry(attempt, context);
                break;
            case FunctionDef function:
                VisitFunction(function, context);
                break;
            case Lambda lambda:
                VisitAll(PythonWalk.Children(lambda), context with { Scope = module.ScopeOf(lambda, context.Scope), IsAtImport = false });
                break;
            case ClassDef definition:
                VisitClass(definition, context);
                break;
            case ListComp or SetComp or DictComp or GeneratorExp:
                VisitAll(PythonWalk.Children(node), context with { Scope = module.ScopeOf(node, context.Scope) });
                break;
            case With with when with.Items.Any(item => Suppresses(item, context)):
                VisitAll(PythonWalk.Children(with), context with { IsCaught = true });
                break;
            case Name or Constant:
                break;
            default:
                VisitAll(PythonWalk.Children(node), context);
                break;
        }
    }

    private void VisitIf(If test, CodeContext context)
    {
        var value = tests.Evaluate(test.Test, context.Scope);
        var guarded = IsGuard(test.Test, context.Scope) ? context with { Guards = context.Guards.Add(test.Test) } : context;
        Visit(test.Test, context);
        if (value != false) VisitAll(test.Body, guarded);
        if (value != true) VisitAll(test.OrElse, guarded);
    }

    private void VisitChoice(IfExp choice, CodeContext context)
    {
        var value = tests.Evaluate(choice.Test, context.Scope);
        if (value != false) Visit(choice.Body, context);
        Visit(choice.Test, context);
        if (value != true) Visit(choice.OrElse, context);
    }

    private void VisitTry(Try attempt, CodeContext context)
    {
        var isCaught = attempt.Handlers.Any(handler => Catches(handler.Type) && !RaisesAgain(handler));
        VisitAll(attempt.Body, isCaught ? context with { IsCaught = true } : context);
        VisitAll(attempt.Handlers, context);
        VisitAll(attempt.OrElse, context);
        VisitAll(attempt.Finally, context);
    }

    private void VisitFunction(FunctionDef function, CodeContext context)
    {
        VisitAll(function.Decorators, context);
        Visit(function.Parameters, context);
        VisitAll(function.Body, context with
        {
            Scope = module.ScopeOf(function, context.Scope),
            IsAtImport = false,
            Definitions = context.Definitions.Add(function.Name),
        });
    }

    private void VisitClass(ClassDef definition, CodeContext context)
    {
        VisitAll(definition.Decorators, context);
        VisitAll(definition.Bases, context);
        VisitAll(definition.Keywords, context);
        VisitAll(definition.Body, context with { Scope = module.ScopeOf(definition, context.Scope), Definitions = context.Definitions.Add(definition.Name) });
    }

    private bool Suppresses(WithItem item, CodeContext context) =>
        item.ContextExpression is Call call && names.Resolve(call.Function, context.Scope) == "contextlib.suppress" && call.Arguments.Any(argument => Catches(argument));

    private bool IsGuard(Expression test, Scope scope) => PythonWalk.All(test).OfType<Call>().Any(call =>
        names.Resolve(call.Function, scope) is "shutil.which" or "distutils.spawn.find_executable" or "os.access" or "os.path.exists" or "os.path.isfile" or "pathlib.Path().exists" or "importlib.util.find_spec");

    private static bool Catches(Expression? type) => type switch
    {
        null => true,
        TupleExpr tuple => tuple.Elements.Any(element => Catches(element)),
        Name name => broad.Contains(name.Id),
        AttributeRef attribute => broad.Contains(attribute.Attribute),
        _ => false,
    };

    private static bool RaisesAgain(ExceptHandler handler) =>
        handler.Body.Any(statement => statement is Raise) || handler.Body.OfType<Expr>().Any(statement => statement.Value is Call { Function: AttributeRef { Value: Name { Id: "sys" }, Attribute: "exit" } });
}
