using System.Collections.Immutable;
using System.Globalization;
using Unshell.Services;

namespace Unshell.Migration.Dockerfiles;

/// <summary>Which ports move, and which would have to but cannot.</summary>
/// <param name="Moves">New port by old port.</param>
/// <param name="Unmoved">Why a low port stays, by port.</param>
internal sealed record PortMoves(ImmutableSortedDictionary<int, int> Moves, ImmutableSortedDictionary<int, string> Unmoved)
{
    private const int FirstUnprivileged = 1025;

    /// <summary>
    /// A port moves where the process certainly binds it and every place that binds it can be edited; a port that is only
    /// declared stays, since moving the declaration alone would make it wrong.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="options">Ports that the user wishes.</param>
    /// <param name="launched">Paths of scripts that are compiled: in their launchers a port moves, whatever the script says.</param>
    public static PortMoves Of(ServiceModel service, MigrationOptions options, ImmutableHashSet<string> launched)
    {
        var moves = ImmutableSortedDictionary.CreateBuilder<int, int>();
        var unmoved = ImmutableSortedDictionary.CreateBuilder<int, string>();
        var taken = service.Ports.Select(port => port.Number).ToHashSet();
        foreach (var port in service.Ports.Where(port => port.Number is > 0 and < FirstUnprivileged).GroupBy(port => port.Number).OrderBy(group => group.Key))
        {
            var binds = port.Where(mention => mention.Role == PortRole.Bind).ToList();
            if (binds.Count == 0) unmoved[port.Key] = $"port {port.Key} is declared, but nothing that can be read binds it";
            else if (binds.FirstOrDefault(mention => !mention.IsEditable && !IsCompiled(mention, launched)) is { } fixedPlace) unmoved[port.Key] = $"port {port.Key} is bound at {fixedPlace.Place.Position}, which cannot be edited surely";
            else moves[port.Key] = options.Ports.TryGetValue(port.Key, out var wished) ? wished : Free(port.Key, taken);
        }

        return new PortMoves(moves.ToImmutable(), unmoved.ToImmutable());
    }

    /// <summary>A launcher is compiled from the script with the port moved, where the digits stand in it as they are.</summary>
    private static bool IsCompiled(PortMention mention, ImmutableHashSet<string> launched) =>
        launched.Contains(mention.Place.File.Path) && mention.Place.Text == mention.Number.ToString(CultureInfo.InvariantCulture);

    private static int Free(int port, HashSet<int> taken)
    {
        var candidate = port switch { 80 => 8080, 443 => 8443, _ => port + 8000 };
        while (!taken.Add(candidate)) candidate++;
        return candidate;
    }
}
