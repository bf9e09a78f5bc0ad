using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>How tightly binary operators bind.</summary>
internal static class Precedence
{
    public const int BitOr = 1;

    /// <summary>The precedence of a token as a binary operator, 0 where it is none.</summary>
    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.VerticalBar => BitOr,
        TokenKind.Circumflex => 2,
        TokenKind.Ampersand => 3,
        TokenKind.LeftShift or TokenKind.RightShift => 4,
        TokenKind.Plus or TokenKind.Minus => 5,
        TokenKind.Star or TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent or TokenKind.At => 6,
        _ => 0,
    };
}

/// <summary>Comparisons, binary and unary operators, powers.</summary>
internal sealed partial class PythonParser
{
    private Expression ParseComparison()
    {
        var start = Start;
        var left = ParseBinary(Precedence.BitOr);
        if (ParseCompareOperator() is not { } first) return left;
        var mark = expressions.Count;
        var second = ParseBinary(Precedence.BitOr);
        if (ParseCompareOperator() is not { } next) return new Compare(From(start), left, [first], [second]);
        expressions.Push(second);
        var operators = ImmutableArray.CreateBuilder<CompareOperator>();
        operators.Add(first);
        for (CompareOperator? more = next; more is { } one; more = ParseCompareOperator())
        {
            operators.Add(one);
            expressions.Push(ParseBinary(Precedence.BitOr));
        }

        return new Compare(From(start), left, operators.DrainToImmutable(), expressions.Take(mark));
    }

    private CompareOperator? ParseCompareOperator()
    {
        if (kind is not ((>= TokenKind.EqualEqual and <= TokenKind.GreaterEqual) or TokenKind.In or TokenKind.Is or TokenKind.Not)) return null;
        CompareOperator? found = kind switch
        {
            TokenKind.EqualEqual => CompareOperator.Eq,
            TokenKind.NotEqual => CompareOperator.NotEq,
            TokenKind.Less => CompareOperator.Lt,
            TokenKind.LessEqual => CompareOperator.LtE,
            TokenKind.Greater => CompareOperator.Gt,
            TokenKind.GreaterEqual => CompareOperator.GtE,
            TokenKind.In => CompareOperator.In,
            TokenKind.Is => CompareOperator.Is,
            _ => Next == TokenKind.In ? CompareOperator.NotIn : null,
        };
        if (found is null) return null;
        var isNotIn = found == CompareOperator.NotIn;
        Advance();
        if (isNotIn) Advance();
        return found == CompareOperator.Is && Accept(TokenKind.Not) ? CompareOperator.IsNot : found;
    }

    /// <summary>Operators that bind at least as tightly as a precedence; those of one level from left to right.</summary>
    private Expression ParseBinary(int least)
    {
        var start = Start;
        var left = ParseUnary();
        for (var precedence = Precedence.Of(kind); precedence >= least && precedence > 0; precedence = Precedence.Of(kind))
        {
            var binary = BinaryOperatorOf(kind);
            Advance();
            var right = ParseBinary(precedence + 1);
            left = new BinOp(From(start), left, binary, right);
            wraps++;
        }

        return left;
    }

    private static BinaryOperator BinaryOperatorOf(TokenKind kind) => kind switch
    {
        TokenKind.VerticalBar or TokenKind.VerticalBarEqual => BinaryOperator.BitOr,
        TokenKind.Circumflex or TokenKind.CircumflexEqual => BinaryOperator.BitXor,
        TokenKind.Ampersand or TokenKind.AmpersandEqual => BinaryOperator.BitAnd,
        TokenKind.LeftShift or TokenKind.LeftShiftEqual => BinaryOperator.LShift,
        TokenKind.RightShift or TokenKind.RightShiftEqual => BinaryOperator.RShift,
        TokenKind.Plus or TokenKind.PlusEqual => BinaryOperator.Add,
        TokenKind.Minus or TokenKind.MinusEqual => BinaryOperator.Sub,
        TokenKind.Star or TokenKind.StarEqual => BinaryOperator.Mult,
        TokenKind.Slash or TokenKind.SlashEqual => BinaryOperator.Div,
        TokenKind.DoubleSlash or TokenKind.DoubleSlashEqual => BinaryOperator.FloorDiv,
        TokenKind.Percent or TokenKind.PercentEqual => BinaryOperator.Mod,
        TokenKind.At or TokenKind.AtEqual => BinaryOperator.MatMult,
        _ => BinaryOperator.Pow,
    };

    private Expression ParseUnary()
    {
        if (kind is not (TokenKind.Plus or TokenKind.Minus or TokenKind.Tilde)) return ParsePower();
        var start = Start;
        var unary = kind switch
        {
            TokenKind.Plus => UnaryOperator.UAdd,
            TokenKind.Minus => UnaryOperator.USub,
            _ => UnaryOperator.Invert,
        };
        if (!Enter()) return Nothing(start);
        Advance();
        var operand = ParseUnary();
        depth--;
        return new UnaryOp(From(start), unary, operand);
    }

    private Expression ParsePower()
    {
        var start = Start;
        var left = kind == TokenKind.Await ? ParseAwait() : ParsePrimary();
        if (kind != TokenKind.DoubleStar || !Enter()) return left;
        Advance();
        var right = ParseUnary();
        depth--;
        return new BinOp(From(start), left, BinaryOperator.Pow, right);
    }

    private Await ParseAwait()
    {
        var start = Start;
        Advance();
        var value = ParsePrimary();
        return new Await(From(start), value);
    }
}
