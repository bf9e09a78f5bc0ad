namespace Unshell.Launchers.Programs;

/// <summary>Whether a command line can be done in Python.</summary>
internal abstract record ProgramVerdict
{
    private ProgramVerdict()
    {
    }

    /// <summary>It can, as far as its words are known; what the words that are not known may bring is refused at run time with status 125.</summary>
    public sealed record Fine : ProgramVerdict
    {
        /// <summary>The only one there need be.</summary>
        public static Fine Instance { get; } = new();
    }

    /// <summary>It can, but a person should know something.</summary>
    /// <param name="Remark">What, lower case, no full stop.</param>
    public sealed record Review(string Remark) : ProgramVerdict;

    /// <summary>It cannot: the real program is needed.</summary>
    /// <param name="Reason">What it is that cannot be done, lower case, no full stop.</param>
    public sealed record Refused(string Reason) : ProgramVerdict;
}
