using System.Collections.Immutable;

namespace Unshell.Python.Requirements.Collecting;

/// <summary>What of a lock file is installed: a lock holds every group and every platform.</summary>
internal static class LockGraph
{
    /// <summary>The distributions with the extras that are asked of them, and whether no marker is left open.</summary>
    /// <param name="document">The lock.</param>
    /// <param name="asked">What the project asks for itself.</param>
    /// <param name="request">Groups and environment.</param>
    public static IEnumerable<(LockedDistribution Locked, ImmutableSortedSet<string> Extras, bool IsCertain)> Reached(
        RequirementDocument document, IEnumerable<WantedDistribution> asked, InstallRequest request)
    {
        if (document.Locked.Any(locked => !locked.Groups.IsEmpty))
        {
            return
                from locked in document.Locked
                where locked.Groups.IsEmpty || locked.Groups.Any(name => name.Length == 0 || request.Groups.Contains(name))
                let holds = locked.Marker is null ? true : locked.Marker.Holds(request.Environment)
                where holds != false
                select (locked, ImmutableSortedSet<string>.Empty, holds == true);
        }

        var roots = document.Locked.Where(locked => locked.IsProject).ToList();
        var start = roots.Count > 0
            ? roots.Select(root => (root.Name, Extras: request.Groups))
            : asked.Select(distribution => (distribution.Name, distribution.Extras));
        return Walked(document, [.. start], request);
    }

    private static IEnumerable<(LockedDistribution, ImmutableSortedSet<string>, bool)> Walked(
        RequirementDocument document, ImmutableArray<(string Name, ImmutableSortedSet<string> Extras)> roots, InstallRequest request)
    {
        var byName = document.Locked.ToLookup(locked => locked.Name, StringComparer.Ordinal);
        var reached = new SortedDictionary<string, (ImmutableSortedSet<string> Extras, bool IsCertain)>(StringComparer.Ordinal);
        var open = new Queue<(string Name, ImmutableSortedSet<string> Extras, bool IsCertain)>(roots.Select(root => (root.Name, root.Extras, true)));
        while (open.TryDequeue(out var step))
        {
            var isNew = !reached.TryGetValue(step.Name, out var before);
            var extras = isNew ? step.Extras : before.Extras.Union(step.Extras);
            if (!isNew && extras.Count == before.Extras.Count && (before.IsCertain || !step.IsCertain)) continue;
            reached[step.Name] = (extras, (!isNew && before.IsCertain) || step.IsCertain);
            foreach (var edge in byName[step.Name].SelectMany(locked => locked.Dependencies))
            {
                if ((edge.Extra is { } extra && !extras.Contains(extra)) || (edge.Group is { } group && !request.Groups.Contains(group))) continue;
                var holds = edge.Marker is null ? true : edge.Marker.Holds(request.Environment);
                if (holds != false) open.Enqueue((edge.Name, edge.Extras, step.IsCertain && holds == true));
            }
        }

        return
            from pair in reached
            from locked in byName[pair.Key]
            let holds = locked.Marker is null ? true : locked.Marker.Holds(request.Environment)
            where !locked.IsProject && holds != false
            select (locked, pair.Value.Extras, pair.Value.IsCertain && holds == true);
    }
}
