using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>The calls of the project's own functions, so that a parameter has the values that its callers give.</summary>
internal sealed class CallIndex
{
    /// <summary>A function that is called from more places is not followed.</summary>
    public const int MostCalls = 8;

    private readonly Dictionary<FunctionDef, List<(Call Call, Scope Scope)>> calls = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes a call of a function.</summary>
    public void Add(FunctionDef function, Call call, Scope scope)
    {
        if (!calls.TryGetValue(function, out var list)) calls[function] = list = [];
        list.Add((call, scope));
    }

    /// <summary>What callers give for a parameter, with the scope each value is read in; null where one leaves it out or unpacks its arguments.</summary>
    /// <returns>Empty where no caller is known or there are too many.</returns>
    public ImmutableArray<(Expression? Value, Scope Scope)> Given(FunctionDef function, Parameter parameter)
    {
        if (!calls.TryGetValue(function, out var found) || found.Count > MostCalls) return [];
        var position = IndexOf([.. function.Parameters.PositionalOnly, .. function.Parameters.Positional], parameter);
        return [.. found.Select(site => (Argument(site.Call, position, parameter.Name), site.Scope))];
    }

    private static int IndexOf(ImmutableArray<Parameter> parameters, Parameter parameter)
    {
        for (var i = 0; i < parameters.Length; i++)
            if (ReferenceEquals(parameters[i], parameter)) return i;
        return -1;
    }

    private static Expression? Argument(Call call, int position, string name)
    {
        if (call.KeywordValue(name) is { } named) return named;
        return position >= 0 && position < call.Arguments.Length && !call.Arguments.Take(position + 1).Any(argument => argument is Starred) ? call.Arguments[position] : null;
    }
}
