using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Semantics;

/// <summary>Conditions that are decided before the service runs: which file is the process, which system it runs on.</summary>
internal sealed class StaticTests(NameResolver names, bool isMain)
{
    private static readonly ImmutableHashSet<string> otherSystems = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "win32", "win", "windows", "nt", "darwin", "cygwin", "java", "aix", "freebsd");
    private static readonly ImmutableHashSet<string> thisSystem = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "linux", "linux2", "posix");

    /// <summary>True or false where that is known, else null.</summary>
    public bool? Evaluate(Expression test, Scope scope) => test switch
    {
        BoolConstant constant => constant.Value,
        IntConstant integer => !integer.Value.IsZero,
        UnaryOp { Operator: UnaryOperator.Not } negated => !Evaluate(negated.Operand, scope),
        BoolOp { Operator: BoolOperator.And } all => All(all.Values.Select(value => Evaluate(value, scope))),
        BoolOp { Operator: BoolOperator.Or } any => !All(any.Values.Select(value => !Evaluate(value, scope))),
        Compare { Operators: [var comparison], Comparators: [var right] } compare => Compared(compare.Left, comparison, right, scope),
        Call { Function: AttributeRef { Attribute: "startswith" } method, Arguments: [StrConstant prefix] } when IsSystemName(method.Value, scope) => "linux".StartsWith(prefix.Value, StringComparison.Ordinal),
        Name or AttributeRef => names.Resolve(test, scope) is "typing.TYPE_CHECKING" ? false : null,
        _ => null,
    };

    private static bool? All(IEnumerable<bool?> values)
    {
        bool? result = true;
        foreach (var value in values)
        {
            if (value == false) return false;
            if (value is null) result = null;
        }

        return result;
    }

    private bool? Compared(Expression left, CompareOperator comparison, Expression right, Scope scope)
    {
        if (comparison is not (CompareOperator.Eq or CompareOperator.NotEq)) return null;
        if (left is not StrConstant && right is StrConstant word) return Compared(left, comparison, word.Value, scope);
        return left is StrConstant first ? Compared(right, comparison, first.Value, scope) : null;
    }

    private bool? Compared(Expression left, CompareOperator comparison, string word, Scope scope)
    {
        bool? equal = null;
        if (left is Name { Id: "__name__" } && word == "__main__") equal = isMain;
        else if (IsSystemName(left, scope) && (otherSystems.Contains(word) || thisSystem.Contains(word))) equal = thisSystem.Contains(word);
        return comparison == CompareOperator.Eq ? equal : !equal;
    }

    private bool IsSystemName(Expression expression, Scope scope) =>
        names.Resolve(expression, scope) is "sys.platform" or "os.name" or "platform.system()" or "builtins.str().lower()" or "platform.system().lower()";
}
