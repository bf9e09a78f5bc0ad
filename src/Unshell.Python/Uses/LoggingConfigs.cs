using System.Collections.Immutable;
using Unshell.Python.Semantics;

namespace Unshell.Python.Uses;

/// <summary>Files named in the dictionaries of <c>logging.config.dictConfig</c> and Django's <c>LOGGING</c>.</summary>
internal static class LoggingConfigs
{
    /// <summary>The log files of a configuration.</summary>
    public static IEnumerable<SourceUse> Of(CallSite site, ImmutableArray<PythonValue> values) => Of(site.Place(), values);

    /// <summary>The log files of a configuration; a handler that no logger uses still opens its file.</summary>
    public static IEnumerable<SourceUse> Of(UsePlace place, ImmutableArray<PythonValue> values)
    {
        foreach (var handlers in values.OfType<PythonValue.Mapping>().Select(config => config["handlers"]).OfType<PythonValue.Mapping>())
            foreach (var handler in handlers.Entries.Select(entry => entry.Value).OfType<PythonValue.Mapping>())
                if (handler["filename"] is { } file)
                    foreach (var use in FileUses.Writes(place, [file], WriteKind.Log)) yield return use;
    }
}
