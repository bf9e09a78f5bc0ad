using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;

namespace Unshell.Rules;

/// <summary>Identity and page of a rule.</summary>
public sealed record RuleInfo
{
    /// <summary><c>US</c> and four digits, thousands by theme; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>Kebab-case, names what is wrong: <c>shell-form-command</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line, no full stop.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The page in Markdown: <c>## What it does</c>, <c>## Why</c>, <c>## Example</c> with fenced blocks that run as tests,
    /// <c>## Error</c>, <c>## Fix</c>, <c>## See also</c>.
    /// </summary>
    public required string Page { get; init; }

    /// <summary>
    /// Whether a finding stays a person's to decide when its step has moved to the build stage: there nothing is missing any more,
    /// but nobody knows what had to travel.
    /// </summary>
    public bool StaysOpen { get; init; }
}

/// <summary>One rule: looks at a service's needs and offers and says what does not fit.</summary>
public abstract class Rule
{
    /// <summary>Identity and page.</summary>
    public abstract RuleInfo Info { get; }

    /// <summary>The findings for a service, in any order.</summary>
    internal abstract IEnumerable<Finding> Check(RuleContext context);

    private protected Finding Report(Evidence place, NeedPhase phase, string message, string? error, Fix fix, Need? need = null) => new()
    {
        Rule = Info,
        Place = place,
        Phase = phase,
        Message = message,
        Error = error,
        Fix = fix,
        Need = need,
        Related = need is null ? [] : [.. need.Evidence.Where(evidence => evidence != place)],
    };
}

/// <summary>A rule about needs that stay open. Each open need belongs to the first rule, by id, that claims it.</summary>
internal abstract class GapRule : Rule
{
    /// <summary>Whether an open need is of this rule's kind.</summary>
    internal abstract bool Claims(Gap gap);

    /// <summary>The findings for the open needs that are this rule's own.</summary>
    internal abstract IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context);

    internal sealed override IEnumerable<Finding> Check(RuleContext context) => Describe(context.GapsOf(this), context);

    private protected Finding Report(Gap gap, string message, string? error, Fix fix) =>
        Report(gap.Place, gap.Need.Phase, message, error, fix, gap.Need);
}

/// <summary>A rule about suppression comments, checked after all others.</summary>
internal abstract class SuppressionRule : Rule
{
    /// <summary>The findings about one comment.</summary>
    internal abstract IEnumerable<Finding> Check(Suppressions.SuppressionUse use);

    internal sealed override IEnumerable<Finding> Check(RuleContext context) => [];
}
