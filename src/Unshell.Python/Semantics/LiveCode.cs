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

    /// <summary>Every statement and expression with its circumstances, in the order of the source.</summary>
    public IEnumerable<(PythonNode Node, CodeContext Context)> All() => Visit(module.Syntax.Module.Body, new CodeContext(module.TopScope));

    private IEnumerable<(PythonNode Node, CodeContext Context)> Visit<T>(ImmutableArray<T> nodes, CodeContext context)
        where T : PythonNode
    {
        foreach (var node in nodes)
        {
            foreach (var found in Visit(node, context)) yield return found;
            // What follows an early return or raise that is always taken cannot run.
            if (node is If { OrElse.IsEmpty: true } leave && tests.Evaluate(leave.Test, context.Scope) == true && leave.Body is [.., Return or Raise]) yield break;
        }
    }

    private IEnumerable<(PythonNode Node, CodeContext Context)> Visit(PythonNode node, CodeContext context)
    {
        yield return (node, context);
        var parts = node switch
        {
            If test => OfIf(test, context),
            IfExp choice => OfChoice(choice, context),
            Try attempt => OfTry(attempt, context),
            FunctionDef function => OfFunction(function, context),
            Lambda lambda => Visit(PythonWalk.Children(lambda), context with { Scope = module.ScopeOf(lambda, context.Scope), IsAtImport = false }),
            ClassDef definition => OfClass(definition, context),
            ListComp or SetComp or DictComp or GeneratorExp => Visit(PythonWalk.Children(node), context with { Scope = module.ScopeOf(node, context.Scope) }),
            With with when with.Items.Any(item => Suppresses(item, context)) => Visit(PythonWalk.Children(with), context with { IsCaught = true }),
            _ => Visit(PythonWalk.Children(node), context),
        };
        foreach (var found in parts) yield return found;
    }

    private IEnumerable<(PythonNode Node, CodeContext Context)> OfIf(If test, CodeContext context)
    {
        var value = tests.Evaluate(test.Test, context.Scope);
        var guarded = IsGuard(test.Test, context.Scope) ? context with { Guards = context.Guards.Add(test.Test) } : context;
        var found = Visit(test.Test, context);
        if (value != false) found = found.Concat(Visit(test.Body, guarded));
        if (value != true) found = found.Concat(Visit(test.OrElse, guarded));
        return found;
    }

    private IEnumerable<(PythonNode Node, CodeContext Context)> OfChoice(IfExp choice, CodeContext context)
    {
        var value = tests.Evaluate(choice.Test, context.Scope);
        var found = Visit(choice.Test, context);
        if (value != false) found = Visit(choice.Body, context).Concat(found);
        return value == true ? found : found.Concat(Visit(choice.OrElse, context));
    }

    private IEnumerable<(PythonNode Node, CodeContext Context)> OfTry(Try attempt, CodeContext context)
    {
        var isCaught = attempt.Handlers.Any(handler => Catches(handler.Type) && !RaisesAgain(handler));
        return Visit(attempt.Body, isCaught ? context with { IsCaught = true } : context)
            .Concat(Visit(attempt.Handlers, context)).Concat(Visit(attempt.OrElse, context)).Concat(Visit(attempt.Finally, context));
    }

    private IEnumerable<(PythonNode Node, CodeContext Context)> OfFunction(FunctionDef function, CodeContext context) =>
        Visit(function.Decorators, context)
            .Concat(Visit(function.Parameters, context))
            .Concat(Visit(function.Body, context with
            {
                Scope = module.ScopeOf(function, context.Scope),
                IsAtImport = false,
                Definitions = context.Definitions.Add(function.Name),
            }));

    private IEnumerable<(PythonNode Node, CodeContext Context)> OfClass(ClassDef definition, CodeContext context) =>
        Visit(definition.Decorators, context).Concat(Visit(definition.Bases, context)).Concat(Visit(definition.Keywords, context))
            .Concat(Visit(definition.Body, context with { Scope = module.ScopeOf(definition, context.Scope), Definitions = context.Definitions.Add(definition.Name) }));

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
