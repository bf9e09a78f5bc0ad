using Unshell.Launchers.Code;

namespace Unshell.Launchers.Compilation;

/// <summary>What a command has become: how its exit status is had.</summary>
internal abstract record CommandCode
{
    private CommandCode()
    {
    }

    /// <summary>An expression that does it and is its exit status.</summary>
    public sealed record Status(PythonExpression Expression) : CommandCode;

    /// <summary>An expression that is true where the exit status is 0, and false where it is 1.</summary>
    /// <param name="Expression">The expression.</param>
    /// <param name="IsPure">Whether it does nothing else, so that it may be left out.</param>
    public sealed record Truth(PythonExpression Expression, bool IsPure = true) : CommandCode;

    /// <summary>Its statements are written already, and its exit status is known.</summary>
    public sealed record Done(int ExitStatus = 0) : CommandCode;

    /// <summary>Its statements are written already, and nothing behind them is reached.</summary>
    public sealed record Never : CommandCode;
}

/// <summary>What becomes of a command's exit status.</summary>
internal enum StatusUse
{
    /// <summary>Nothing.</summary>
    Discard,
    /// <summary>The script stops where it is not 0: <c>set -e</c>.</summary>
    Check,
    /// <summary>It is kept for <c>$?</c>.</summary>
    Keep,
    /// <summary>It is kept for <c>$?</c>, and the script stops where it is not 0.</summary>
    KeepAndCheck,
    /// <summary>It is what the function, part or script returns.</summary>
    Return,
}
