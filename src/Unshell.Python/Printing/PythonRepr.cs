using System.Globalization;
using System.Text;
using Unshell.Python.Syntax;
using Unshell.Python.Unicode;

namespace Unshell.Python.Printing;

/// <summary>Values as Python's <c>repr</c> shows them.</summary>
/// <param name="minor">The version, 14 for 3.14: each knows a Unicode of its own.</param>
internal sealed class PythonRepr(int minor)
{
    private readonly Lazy<CodePointRanges> printable = new(() => Printable.In(minor));

    /// <summary>A float: the shortest digits that give it back, an exponent from 1e16 up and below 1e-4.</summary>
    public static void AppendFloat(StringBuilder output, double value) => AppendFloat(output, value, ".0");

    /// <summary>A complex number without real part.</summary>
    public static void AppendImaginary(StringBuilder output, double value)
    {
        AppendFloat(output, value, "");
        output.Append('j');
    }

    /// <summary>A string.</summary>
    public void AppendStr(StringBuilder output, StrConstant constant)
    {
        var value = constant.Value;
        var quote = value.Contains('\'') && !value.Contains('"') ? '"' : '\'';
        output.Append(quote);
        if (constant.CodePoints is { } points)
        {
            foreach (var point in points) AppendPoint(output, point, quote);
        }
        else
        {
            for (var i = 0; i < value.Length; i++)
            {
                var isPair = char.IsSurrogatePair(value, i);
                AppendPoint(output, isPair ? char.ConvertToUtf32(value[i], value[i + 1]) : value[i], quote);
                if (isPair) i++;
            }
        }

        output.Append(quote);
    }

    /// <summary>Bytes.</summary>
    public void AppendBytes(StringBuilder output, ReadOnlySpan<byte> value)
    {
        var quote = value.Contains((byte)'\'') && !value.Contains((byte)'"') ? '"' : '\'';
        output.Append('b').Append(quote);
        foreach (var one in value)
        {
            if (one < 128) AppendPoint(output, one, quote);
            else output.Append(CultureInfo.InvariantCulture, $"\\x{one:x2}");
        }

        output.Append(quote);
    }

    private void AppendPoint(StringBuilder output, int point, char quote)
    {
        switch (point)
        {
            case '\\':
                output.Append("\\\\");
                break;
            case '\n':
                output.Append("\\n");
                break;
            case '\r':
                output.Append("\\r");
                break;
            case '\t':
                output.Append("\\t");
                break;
            case >= ' ' and < 0x7F:
                if (point == quote) output.Append('\\');
                output.Append((char)point);
                break;
            default:
                if (printable.Value.Contains(point)) output.Append(char.ConvertFromUtf32(point));
                else if (point <= 0xFF) output.Append(CultureInfo.InvariantCulture, $"\\x{point:x2}");
                else if (point <= 0xFFFF) output.Append(CultureInfo.InvariantCulture, $"\\u{point:x4}");
                else output.Append(CultureInfo.InvariantCulture, $"\\U{point:x8}");
                break;
        }
    }

    private static void AppendFloat(StringBuilder output, double value, string whole)
    {
        if (double.IsInfinity(value))
        {
            output.Append("inf");
            return;
        }

        // The shortest digits that give the value back, as d.ddd × 10^exponent.
        var (digits, exponent) = Scientific(value.ToString("R", CultureInfo.InvariantCulture));
        if (exponent is < -4 or >= 16)
        {
            output.Append(digits[0]);
            if (digits.Length > 1) output.Append('.').Append(digits, 1, digits.Length - 1);
            output.Append(CultureInfo.InvariantCulture, $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }
        else if (exponent < 0)
        {
            output.Append("0.").Append('0', -exponent - 1).Append(digits);
        }
        else if (digits.Length <= exponent + 1)
        {
            output.Append(digits).Append('0', exponent + 1 - digits.Length).Append(whole);
        }
        else
        {
            output.Append(digits, 0, exponent + 1).Append('.').Append(digits, exponent + 1, digits.Length - exponent - 1);
        }
    }

    private static (string Digits, int Exponent) Scientific(string shortest)
    {
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        if (digits.Length == 0) return ("0", 0);
        exponent += (point < 0 ? all.Length : point) - 1 - (all.Length - digits.Length);
        return (digits.TrimEnd('0'), exponent);
    }
}
