using System.Diagnostics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Printing;

/// <summary>The names that <c>ast</c> has for operators and contexts; said one by one, since the native build keeps no names.</summary>
internal static class AstNames
{
    extension(TypeParam parameter)
    {
        public string GetTypeName() => parameter switch
        {
            TypeVar => "TypeVar",
            ParamSpec => "ParamSpec",
            _ => "TypeVarTuple",
        };
    }

    extension(ExpressionContext context)
    {
        public string ToText() => context switch
        {
            ExpressionContext.Load => "Load",
            ExpressionContext.Store => "Store",
            _ => "Del",
        };
    }

    extension(BinaryOperator binary)
    {
        public string ToText() => binary switch
        {
            BinaryOperator.Add => "Add",
            BinaryOperator.Sub => "Sub",
            BinaryOperator.Mult => "Mult",
            BinaryOperator.MatMult => "MatMult",
            BinaryOperator.Div => "Div",
            BinaryOperator.Mod => "Mod",
            BinaryOperator.Pow => "Pow",
            BinaryOperator.LShift => "LShift",
            BinaryOperator.RShift => "RShift",
            BinaryOperator.BitOr => "BitOr",
            BinaryOperator.BitXor => "BitXor",
            BinaryOperator.BitAnd => "BitAnd",
            BinaryOperator.FloorDiv => "FloorDiv",
            _ => throw new UnreachableException(),
        };
    }

    extension(UnaryOperator unary)
    {
        public string ToText() => unary switch
        {
            UnaryOperator.Invert => "Invert",
            UnaryOperator.Not => "Not",
            UnaryOperator.UAdd => "UAdd",
            _ => "USub",
        };
    }

    extension(CompareOperator comparison)
    {
        public string ToText() => comparison switch
        {
            CompareOperator.Eq => "Eq",
            CompareOperator.NotEq => "NotEq",
            CompareOperator.Lt => "Lt",
            CompareOperator.LtE => "LtE",
            CompareOperator.Gt => "Gt",
            CompareOperator.GtE => "GtE",
            CompareOperator.Is => "Is",
            CompareOperator.IsNot => "IsNot",
            CompareOperator.In => "In",
            CompareOperator.NotIn => "NotIn",
            _ => throw new UnreachableException(),
        };
    }
}
