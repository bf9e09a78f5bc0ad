using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Markers;

/// <summary>When a requirement holds: the condition behind <c>;</c>. Source: the dependency specifiers specification (PEP 508).</summary>
public abstract record Marker
{
    private Marker()
    {
    }

    /// <summary>All of several conditions.</summary>
    /// <param name="Parts">At least two.</param>
    public sealed record All(ImmutableArray<Marker> Parts) : Marker;

    /// <summary>One of several conditions.</summary>
    /// <param name="Parts">At least two.</param>
    public sealed record Any(ImmutableArray<Marker> Parts) : Marker;

    /// <summary>Two values compared.</summary>
    /// <param name="Left">Left value.</param>
    /// <param name="Operator"><c>==</c>, <c>&lt;</c>, <c>in</c>, <c>not in</c> …</param>
    /// <param name="Right">Right value.</param>
    public sealed record Comparison(MarkerValue Left, string Operator, MarkerValue Right) : Marker;

    /// <summary>A condition that no program reads, or one in words that are not PEP 508's.</summary>
    /// <param name="Text">As written.</param>
    public sealed record Unknown(string Text) : Marker;

    /// <summary>Whether the condition holds, or null where the environment does not say.</summary>
    public bool? Holds(MarkerEnvironment environment) => MarkerEvaluation.Holds(this, environment);

    /// <summary>Both conditions; where one is null, the other.</summary>
    public static Marker? Both(Marker? left, Marker? right) => left is null ? right : right is null ? left : new All([left, right]);
}

/// <summary>A value in a marker.</summary>
/// <param name="Text">The variable's name as PEP 508 has it now, or the text between the quotes.</param>
/// <param name="IsVariable">Whether it is a variable.</param>
public readonly record struct MarkerValue(string Text, bool IsVariable);
