using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Compilation;

/// <summary>Options of <c>set</c> and <c>shopt</c> that change what commands mean.</summary>
[Flags]
internal enum ShellOptions
{
    /// <summary>None of them.</summary>
    None = 0,
    /// <summary><c>-e</c>.</summary>
    ErrorExit = 1,
    /// <summary><c>-u</c>.</summary>
    NoUnset = 2,
    /// <summary><c>-f</c>.</summary>
    NoGlob = 4,
    /// <summary><c>-x</c>.</summary>
    Trace = 8,
    /// <summary><c>-a</c>.</summary>
    AllExport = 16,
    /// <summary><c>-o pipefail</c>.</summary>
    PipeFail = 32,
    /// <summary><c>-C</c>.</summary>
    NoClobber = 64,
    /// <summary><c>shopt -s inherit_errexit</c>.</summary>
    InheritErrorExit = 128,
    /// <summary><c>shopt -s nullglob</c>.</summary>
    NullGlob = 256,
    /// <summary><c>shopt -s dotglob</c>.</summary>
    DotGlob = 512,
    /// <summary><c>shopt -s globstar</c>.</summary>
    GlobStar = 1024,
    /// <summary><c>shopt -s failglob</c>.</summary>
    FailGlob = 2048,
    /// <summary><c>shopt -s nocasematch</c>.</summary>
    NoCaseMatch = 4096,
    /// <summary><c>shopt -s lastpipe</c>.</summary>
    LastPipe = 8192,
}

/// <summary>What a <c>set</c> or <c>shopt</c> command does.</summary>
/// <param name="On">Options it turns on.</param>
/// <param name="Off">Options it turns off.</param>
/// <param name="Unknown">An option that the compiler does not know the effect of, or null.</param>
/// <param name="FirstArgument">Index of the first word that becomes <c>$1</c>, or null where the positional parameters stay.</param>
internal sealed record OptionChange(ShellOptions On, ShellOptions Off, string? Unknown, int? FirstArgument)
{
    /// <summary>The options after the command.</summary>
    public ShellOptions Apply(ShellOptions before) => (before | On) & ~Off;

    /// <summary>Reads the words of <c>set</c>, whose name is the first.</summary>
    public static OptionChange OfSet(ReadOnlySpan<Word> words) => OfSet([.. Literals(words)]);

    /// <summary>Reads the words of <c>set</c>; null stands for a word whose value is not known.</summary>
    public static OptionChange OfSet(IReadOnlyList<string?> words)
    {
        var (on, off) = (ShellOptions.None, ShellOptions.None);
        string? unknown = null;
        var at = 1;
        for (; at < words.Count; at++)
        {
            if (words[at] is "--") return new OptionChange(on, off, unknown, at + 1);
            if (words[at] is "-") return new OptionChange(on, off | ShellOptions.Trace, unknown, at + 1 < words.Count ? at + 1 : null);
            if (words[at] is not (['-' or '+', _, ..] and { } flags)) break;
            foreach (var letter in flags[1..])
            {
                var option = letter == 'o' ? ByName(at + 1 < words.Count ? words[++at] : null) : ByLetter(letter);
                if (option is null) unknown ??= letter == 'o' ? at < words.Count ? $"-o {words[at]}" : "-o" : $"-{letter}";
                else if (flags[0] == '-') (on, off) = (on | option.Value, off & ~option.Value);
                else (on, off) = (on & ~option.Value, off | option.Value);
            }
        }

        return new OptionChange(on, off, unknown, at < words.Count ? at : null);
    }

    /// <summary>Reads the words of <c>shopt</c>; null where it only asks.</summary>
    public static OptionChange? OfShopt(ReadOnlySpan<Word> words)
    {
        if (words.Length < 2 || words[1].Literal is not (['-', ..] and { } flags)) return null;
        if (flags.Contains('o', StringComparison.Ordinal)) return new OptionChange(default, default, "shopt -o", null);
        var isOn = flags.Contains('s', StringComparison.Ordinal);
        if (!isOn && !flags.Contains('u', StringComparison.Ordinal)) return null;
        var changed = ShellOptions.None;
        string? unknown = null;
        foreach (var word in words[2..])
        {
            if (OfShoptName(word.Literal) is { } option) changed |= option;
            else unknown ??= word.Literal ?? "shopt with a computed name";
        }

        return isOn ? new OptionChange(changed, default, unknown, null) : new OptionChange(default, changed, unknown, null);
    }

    private static List<string?> Literals(ReadOnlySpan<Word> words)
    {
        var literals = new List<string?>();
        foreach (var word in words) literals.Add(word.Literal);
        return literals;
    }

    private static ShellOptions? ByLetter(char letter) => letter switch
    {
        'e' => ShellOptions.ErrorExit,
        'u' => ShellOptions.NoUnset,
        'f' => ShellOptions.NoGlob,
        'x' => ShellOptions.Trace,
        'a' => ShellOptions.AllExport,
        'C' => ShellOptions.NoClobber,
        // -E hands ERR traps on, which are refused themselves; -m, -h, -B and -b change nothing a script without a terminal can see.
        'E' or 'T' or 'm' or 'h' or 'B' or 'b' => ShellOptions.None,
        _ => null,
    };

    private static ShellOptions? ByName(string? name) => name switch
    {
        "errexit" => ShellOptions.ErrorExit,
        "nounset" => ShellOptions.NoUnset,
        "noglob" => ShellOptions.NoGlob,
        "xtrace" => ShellOptions.Trace,
        "allexport" => ShellOptions.AllExport,
        "noclobber" => ShellOptions.NoClobber,
        "pipefail" => ShellOptions.PipeFail,
        "errtrace" or "functrace" or "monitor" or "hashall" or "braceexpand" or "notify" or "history" => ShellOptions.None,
        _ => null,
    };

    private static ShellOptions? OfShoptName(string? name) => name switch
    {
        "inherit_errexit" => ShellOptions.InheritErrorExit,
        "nullglob" => ShellOptions.NullGlob,
        "dotglob" => ShellOptions.DotGlob,
        "globstar" => ShellOptions.GlobStar,
        "failglob" => ShellOptions.FailGlob,
        "nocasematch" => ShellOptions.NoCaseMatch,
        "lastpipe" => ShellOptions.LastPipe,
        // The parser reads patterns as the option says; the others change nothing in a script that no person types.
        "extglob" or "expand_aliases" or "huponexit" or "checkwinsize" or "sourcepath" or "cmdhist" or "progcomp" or "interactive_comments" => ShellOptions.None,
        _ => null,
    };
}
