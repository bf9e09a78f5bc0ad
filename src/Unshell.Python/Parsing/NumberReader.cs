using System.Globalization;
using System.Numerics;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>The value of a number that the lexer has found well formed.</summary>
internal static class NumberReader
{
    /// <summary>CPython's limit on the digits of a decimal integer in source code, since 3.8.14 (CVE-2020-10735).</summary>
    private const int MostDigits = 4300;

    /// <summary>The constant, or null where CPython refuses its length.</summary>
    public static Constant? Read(ReadOnlySpan<char> literal, TextSpan span)
    {
        if (literal.Length == 1) return new IntConstant(span, literal[0] - '0');
        Span<char> room = literal.Length <= 128 ? stackalloc char[literal.Length] : new char[literal.Length];
        var digits = WithoutUnderscores(literal, room);
        if (digits[0] == '0' && digits.Length > 2 && digits[1] is 'x' or 'X') return new IntConstant(span, Based(digits[2..], 4));
        if (digits[0] == '0' && digits.Length > 2 && digits[1] is 'o' or 'O') return new IntConstant(span, Based(digits[2..], 3));
        if (digits[0] == '0' && digits.Length > 2 && digits[1] is 'b' or 'B') return new IntConstant(span, Based(digits[2..], 1));
        if (digits[^1] is 'j' or 'J') return new ComplexConstant(span, Float(digits[..^1]));
        if (digits.IndexOfAnyExceptInRange('0', '9') >= 0) return new FloatConstant(span, Float(digits));
        if (digits.Length <= 18) return new IntConstant(span, long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        if (digits.Length > MostDigits) return null;
        return new IntConstant(span, BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static ReadOnlySpan<char> WithoutUnderscores(ReadOnlySpan<char> literal, Span<char> room)
    {
        if (!literal.Contains('_')) return literal.TryCopyTo(room) ? room : default;
        var count = 0;
        foreach (var c in literal)
        {
            if (c != '_') room[count++] = c;
        }

        return room[..count];
    }

    private static double Float(ReadOnlySpan<char> digits) => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    // From the last digit on, bit after bit, so that any length takes linear time.
    private static BigInteger Based(ReadOnlySpan<char> digits, int bitsPerDigit)
    {
        if (digits.Length * bitsPerDigit <= 60)
        {
            var small = 0L;
            foreach (var digit in digits) small = (small << bitsPerDigit) | (long)ValueOf(digit);
            return small;
        }

        var bytes = new byte[(digits.Length * bitsPerDigit / 8) + 2];
        var bit = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var value = ValueOf(digits[i]);
            for (var j = 0; j < bitsPerDigit; j++, bit++)
            {
                if ((value >> j & 1) != 0) bytes[bit / 8] |= (byte)(1 << (bit % 8));
            }
        }

        return new BigInteger(bytes, isUnsigned: true);
    }

    private static int ValueOf(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
