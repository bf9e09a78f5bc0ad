using System.Collections.Immutable;

namespace Unshell.Launchers.Programs;

/// <summary>The expression of <c>find</c>: every word of it is an operand here.</summary>
internal static class FindCheck
{
    private const string WithArgument =
        " -name -iname -path -wholename -ipath -type -newer -mtime -mmin -size -perm -user -group -printf -maxdepth -mindepth ";

    private const string WithoutArgument =
        " -print -print0 -delete -prune -quit -empty -true -false -depth -xdev -mount -not -o -or -a -and -P -H -L ! ( ) ";

    /// <summary>Looks at each word that begins with <c>-</c>.</summary>
    public static ProgramVerdict Of(ProgramWords words)
    {
        for (var at = 0; at < words.Operands.Length; at++)
        {
            if (words.Operands[at] is not { } word) continue;
            if (word == ",") return new ProgramVerdict.Refused("find: the operator , needs the real program");
            if (!word.StartsWith('-')) continue;
            if (word == "-exec")
            {
                at = EndOf(words.Operands, at);
            }
            else if (WithArgument.Contains($" {word} ", StringComparison.Ordinal))
            {
                at++;
                if (word == "-printf" && at < words.Operands.Length && words.Operands[at] is { } format
                    && Directives.Unknown(format, "", "pfhPsmugUGdy%") is { } unknown)
                {
                    return new ProgramVerdict.Refused($"find: -printf {unknown} needs the real program");
                }
            }
            else if (!WithoutArgument.Contains($" {word} ", StringComparison.Ordinal))
            {
                return new ProgramVerdict.Refused($"find: {word} needs the real program");
            }
        }

        return ProgramVerdict.Fine.Instance;
    }

    /// <summary>The commands of <c>-exec</c>.</summary>
    public static ImmutableArray<ImmutableArray<string?>> Commands(ProgramWords words)
    {
        var found = ImmutableArray.CreateBuilder<ImmutableArray<string?>>();
        for (var at = 0; at < words.Operands.Length; at++)
        {
            if (words.Operands[at] != "-exec") continue;
            var end = EndOf(words.Operands, at);
            found.Add([.. words.Operands.AsSpan()[(at + 1)..Math.Min(end, words.Operands.Length)]]);
            at = end;
        }

        return found.ToImmutable();
    }

    /// <summary>The place of the <c>;</c> or the <c>+</c> behind <c>{}</c> that ends a command.</summary>
    private static int EndOf(ImmutableArray<string?> words, int exec)
    {
        var end = exec + 1;
        while (end < words.Length && words[end] != ";" && !(words[end] == "+" && words[end - 1] == "{}")) end++;
        return end;
    }
}
