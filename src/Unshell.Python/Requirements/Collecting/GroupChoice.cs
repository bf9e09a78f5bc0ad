using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Collecting;

/// <summary>Which groups and extras of a project are meant.</summary>
internal static class GroupChoice
{
    /// <summary>The chosen groups with those that they bring in: <c>include-group</c>, and extras that name the project's own extras.</summary>
    public static ImmutableSortedSet<string> Expanded(RequirementDocument document, ImmutableSortedSet<string> groups)
    {
        var chosen = groups;
        for (var open = new Queue<string>(groups); open.TryDequeue(out var group);)
        {
            var brought = document.GroupIncludes.Where(include => include.Group == group).Select(include => include.Included)
                .Concat(document.Requirements.Where(stated => stated.Group == group && stated.Specifier.Name == document.Project).SelectMany(stated => stated.Specifier.Extras));
            foreach (var name in brought.Where(name => !chosen.Contains(name)).ToList())
            {
                chosen = chosen.Add(name);
                open.Enqueue(name);
            }
        }

        return chosen;
    }
}
