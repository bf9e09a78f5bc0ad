using Unshell.Python.Uses;
using Unshell.Services.Needs;

namespace Unshell.Services.Ports;

/// <summary>Ports that the service's own code binds.</summary>
internal static class SourcePorts
{
    /// <summary>The mentions, in the order of the uses; code is edited only where a person asks for it.</summary>
    public static IEnumerable<PortMention> Of(SourceReading reading) =>
        from use in reading.Uses.OfType<SourceUse.Port>()
        let number = use.Number ?? 0
        where number > 0
        select new PortMention(number, new Evidence(use.Place.File, use.Literal ?? use.Place.Span), PortRole.Bind, false);
}
