namespace Unshell.Launchers.Code.Layouts;

/// <summary>What an expression wants where it does not fit and nothing stands around it.</summary>
internal enum ParenthesesNeed
{
    /// <summary>Nothing: its own brackets are split.</summary>
    Never,
    /// <summary>Parentheses only if it fits then; it cannot be split itself, or only at its end.</summary>
    Fitting,
    /// <summary>Parentheses, so that it can be split at operators.</summary>
    Splitting,
}

/// <summary>Which expressions get parentheses when they do not fit.</summary>
internal sealed class OptionalParentheses
{
    private Rank highest = Rank.None;
    private int count;
    private bool hasBrackets;
    private PythonExpression? first;
    private PythonExpression? last;

    private enum Rank
    {
        None,
        Attribute,
        Power,
        Inversion,
        Product,
        Sum,
        Shift,
        BitwiseAnd,
        BitwiseXor,
        BitwiseOr,
        Comparison,
        Boolean,
        Conditional,
    }

    /// <summary>What an expression wants.</summary>
    public static ParenthesesNeed Need(PythonExpression expression) => expression switch
    {
        PythonExpression.Attribute or PythonExpression.Call or PythonExpression.Subscript when IsFluent(expression) => ParenthesesNeed.Splitting,
        PythonExpression.Attribute { Target: var target } => Need(target),
        PythonExpression.Call { Function: var function } => Need(function),
        PythonExpression.Subscript { Target: var target } => Need(target),
        PythonExpression.Unary unary => Need(unary.Operand),
        PythonExpression.Name or PythonExpression.Number or PythonExpression.Constant or PythonExpression.Text or PythonExpression.Formatted =>
            ParenthesesNeed.Fitting,
        PythonExpression.Parenthesized or PythonExpression.List or PythonExpression.Tuple or PythonExpression.Dictionary
            or PythonExpression.Comprehension => ParenthesesNeed.Never,
        _ => ParenthesesNeed.Splitting,
    };

    /// <summary>Whether members of a chain of calls go on lines of their own: at least two stand behind a bracket.</summary>
    public static bool IsFluent(PythonExpression? expression)
    {
        var members = 0;
        while (expression is not null)
        {
            var target = expression switch
            {
                PythonExpression.Attribute attribute => attribute.Target,
                PythonExpression.Call call => call.Function,
                PythonExpression.Subscript subscript => subscript.Target,
                _ => null,
            };
            if (expression is PythonExpression.Attribute && target is PythonExpression.Call or PythonExpression.Subscript or PythonExpression.Parenthesized)
                members++;
            expression = target;
        }

        return members >= 2;
    }

    /// <summary>Whether an expression's own first or last bracket may be split in place of parentheses around all of it.</summary>
    public static bool CanBeLeftOut(PythonExpression expression)
    {
        var found = new OptionalParentheses();
        found.Look(expression);
        if (found.highest == Rank.None) return true;
        if (found.count > 1) return false;
        if (found.highest == Rank.Attribute) return true;
        return found.hasBrackets && (CanBeSplit(found.last) || CanBeSplit(found.first));
    }

    private static bool CanBeSplit(PythonExpression? expression) => expression is not PythonExpression.Subscript && HasBrackets(expression);

    /// <summary>Whether an expression is bracketed and there is something in the brackets.</summary>
    public static bool HasBrackets(PythonExpression? expression) => expression switch
    {
        PythonExpression.List list => !list.Items.IsEmpty,
        PythonExpression.Tuple tuple => !tuple.Items.IsEmpty,
        PythonExpression.Dictionary dictionary => !dictionary.Items.IsEmpty,
        PythonExpression.Call call => !call.Arguments.IsEmpty,
        PythonExpression.Comprehension or PythonExpression.Subscript or PythonExpression.Parenthesized => true,
        _ => false,
    };

    private void Visit(PythonExpression expression)
    {
        last = expression;
        if (expression is PythonExpression.Parenthesized) hasBrackets = true;
        else Look(expression);
        first ??= expression;
    }

    private void Look(PythonExpression expression)
    {
        switch (expression)
        {
            case PythonExpression.List or PythonExpression.Tuple or PythonExpression.Dictionary or PythonExpression.Comprehension:
                hasBrackets = true;
                break;
            case PythonExpression.Logical logical:
                Meet(Rank.Boolean, logical.Operands.Length - 1);
                foreach (var operand in logical.Operands) Visit(operand);
                break;
            case PythonExpression.Binary binary:
                LookAt(binary);
                break;
            case PythonExpression.Conditional conditional:
                Meet(Rank.Conditional, 2);
                Visit(conditional.Then);
                Visit(conditional.Test);
                Visit(conditional.Otherwise);
                break;
            case PythonExpression.Call call:
                hasBrackets = true;
                Visit(call.Function);
                last = call;
                break;
            case PythonExpression.Subscript subscript:
                hasBrackets = true;
                Visit(subscript.Target);
                last = subscript;
                break;
            case PythonExpression.Attribute attribute:
                Visit(attribute.Target);
                if (attribute.Target is PythonExpression.Call or PythonExpression.Subscript or PythonExpression.List or PythonExpression.Dictionary
                    or PythonExpression.Tuple or PythonExpression.Comprehension or PythonExpression.Parenthesized) Meet(Rank.Attribute, 1);
                last = attribute;
                break;
            case PythonExpression.Unary unary:
                if (unary.Operator == "~") Meet(Rank.Inversion, 1);
                first ??= unary;
                Visit(unary.Operand);
                break;
            case PythonExpression.Starred or PythonExpression.Lambda:
                first ??= expression;
                break;
        }
    }

    private void LookAt(PythonExpression.Binary binary)
    {
        // A comparison is split off by itself; the other operators count one by one.
        Meet(RankOf(binary.Operator), 1);
        Visit(binary.Left);
        Visit(binary.Right);
    }

    private static Rank RankOf(string operation) => Precedences.Of(operation) switch
    {
        Precedence.BitwiseOr => Rank.BitwiseOr,
        Precedence.BitwiseXor => Rank.BitwiseXor,
        Precedence.BitwiseAnd => Rank.BitwiseAnd,
        Precedence.Shift => Rank.Shift,
        Precedence.Additive => Rank.Sum,
        Precedence.Multiplicative => Rank.Product,
        Precedence.Power => Rank.Power,
        _ => Rank.Comparison,
    };

    private void Meet(Rank rank, int times)
    {
        if (highest < rank) (highest, count) = (rank, times);
        else if (highest == rank) count += times;
    }
}
