using System.Diagnostics;
using System.Globalization;
using Unshell.Python.Syntax;

namespace Unshell.Python.Printing;

/// <summary>Expressions.</summary>
internal sealed partial class AstWriter
{
    private void WriteExpression(Expression expression)
    {
        switch (expression)
        {
            case Name name:
                Open("Name");
                Field("id", name.Id);
                Context(name.Context);
                Close(name.Span);
                break;
            case Constant constant:
                WriteConstant(constant);
                break;
            case AttributeRef attribute:
                Open("Attribute");
                Field("value", attribute.Value);
                Field("attr", attribute.Attribute);
                Context(attribute.Context);
                Close(attribute.Span);
                break;
            case Call call:
                Open("Call");
                Field("func", call.Function);
                Field("args", call.Arguments);
                Field("keywords", call.Keywords);
                Close(call.Span);
                break;
            case Subscript subscript:
                Open("Subscript");
                Field("value", subscript.Value);
                WriteIndex(subscript.Index);
                Context(subscript.Context);
                Close(subscript.Span);
                break;
            case Slice slice:
                Open("Slice");
                Field("lower", slice.Lower);
                Field("upper", slice.Upper);
                Field("step", slice.Step);
                Close(slice.Span, since: 9);
                break;
            case Starred starred:
                Open("Starred");
                Field("value", starred.Value);
                Context(starred.Context);
                Close(SpanOf(starred));
                break;
            case JoinedStr or FormattedValue or TemplateStr or Interpolation:
                WriteFormatted(expression);
                break;
            case List or TupleExpr or Set or Dict or ListComp or SetComp or DictComp or GeneratorExp:
                WriteCollection(expression);
                break;
            default:
                WriteOperation(expression);
                break;
        }
    }

    private void WriteOperation(Expression expression)
    {
        switch (expression)
        {
            case BinOp binary:
                Open("BinOp");
                Field("left", binary.Left);
                Constant("op", binary.Operator.ToText());
                Field("right", binary.Right);
                break;
            case UnaryOp unary:
                Open("UnaryOp");
                Constant("op", unary.Operator.ToText());
                Field("operand", unary.Operand);
                break;
            case BoolOp boolean:
                Open("BoolOp");
                Constant("op", boolean.Operator == BoolOperator.And ? "And" : "Or");
                Field("values", boolean.Values);
                break;
            case Compare compare:
                Open("Compare");
                Field("left", compare.Left);
                Label("ops");
                output.Append('[').AppendJoin(", ", compare.Operators.Select(comparison => comparison.ToText() + "()")).Append(']');
                Field("comparators", compare.Comparators);
                break;
            case NamedExpr named:
                Open("NamedExpr");
                Field("target", named.Target);
                Field("value", named.Value);
                break;
            case IfExp conditional:
                Open("IfExp");
                Field("test", conditional.Test);
                Field("body", conditional.Body);
                Field("orelse", conditional.OrElse);
                break;
            case Lambda lambda:
                Open("Lambda");
                Field("args", lambda.Parameters);
                Field("body", lambda.Body);
                break;
            case Await await:
                Open("Await");
                Field("value", await.Value);
                break;
            case Yield yielded:
                Open("Yield");
                Field("value", yielded.Value);
                break;
            case YieldFrom yieldFrom:
                Open("YieldFrom");
                Field("value", yieldFrom.Value);
                break;
            default:
                throw new UnreachableException($"internal error: no form for {expression.GetType().Name}");
        }

        Close(expression.Span);
    }

    private void WriteConstant(Constant constant)
    {
        Open("Constant");
        Label("value");
        switch (constant)
        {
            case StrConstant text:
                repr.AppendStr(output, text);
                break;
            case BytesConstant bytes:
                repr.AppendBytes(output, bytes.Value.AsSpan());
                break;
            case IntConstant integer:
                output.Append(integer.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatConstant real:
                PythonRepr.AppendFloat(output, real.Value);
                break;
            case ComplexConstant complex:
                PythonRepr.AppendImaginary(output, complex.Imaginary);
                break;
            default:
                output.Append(constant switch
                {
                    NoneConstant => "None",
                    EllipsisConstant => "Ellipsis",
                    BoolConstant { Value: true } => "True",
                    _ => "False",
                });
                break;
        }

        Field("kind", IsUnicode(constant) ? "u" : null);
        Close(WholeString(constant));
    }

    private void WriteCollection(Expression expression)
    {
        switch (expression)
        {
            case List list:
                Open("List");
                Field("elts", list.Elements);
                Context(list.Context);
                break;
            case TupleExpr tuple:
                Open("Tuple");
                Field("elts", tuple.Elements);
                Context(tuple.Context);
                break;
            case Set set:
                Open("Set");
                Field("elts", set.Elements);
                break;
            case Dict dict:
                Open("Dict");
                Field("keys", dict.Keys);
                Field("values", dict.Values);
                break;
            case ListComp list:
                Open("ListComp");
                Field("elt", list.Element);
                Field("generators", list.Generators);
                break;
            case SetComp set:
                Open("SetComp");
                Field("elt", set.Element);
                Field("generators", set.Generators);
                break;
            case DictComp dict:
                Open("DictComp");
                Field("key", dict.Key);
                Field("value", dict.Value);
                Field("generators", dict.Generators);
                break;
            case GeneratorExp generator:
                Open("GeneratorExp");
                Field("elt", generator.Element);
                Field("generators", generator.Generators);
                break;
        }

        Close(expression.Span);
    }
}
