using Unshell.Catalog;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;

namespace Unshell.Services.Needs;

/// <summary>Where caches lie, and whether they can be written there.</summary>
public static class CachePlaces
{
    /// <summary>The directory to which a cache is moved.</summary>
    public static string MovedTo(Requirement.Cache cache) => "/tmp/" + cache.Distribution;

    /// <summary>HOME of the process after the move: Docker takes it from the user's line in /etc/passwd, and <c>/</c> where there is none.</summary>
    internal static string HomeOf(ServiceModel service, int stage)
    {
        var state = service.Build.Stages[stage].Final;
        if (state.Environment.TryGetValue("HOME", out var home) && home.StartsWith('/')) return home.TrimEnd('/');
        var user = EffectiveUser.Of(state).Id;
        return state.User is not { Length: > 0 } || user == service.Offers[stage].UserId ? "/home/nonroot" : user == 0 ? "/root" : "";
    }

    /// <summary>Whether the variable is set, or one that stands above it.</summary>
    internal static bool IsMet(ServiceModel service, ImageOffers offers, int stage, Requirement.Cache cache)
    {
        var environment = service.Build.Stages[stage].Final.Environment;
        return environment.ContainsKey(cache.Setting) || offers.Environment.ContainsKey(cache.Setting)
            || (cache.Place.Contains("/.cache/", StringComparison.Ordinal) && environment.ContainsKey("XDG_CACHE_HOME"))
            || (cache.Place.Contains("/.config/", StringComparison.Ordinal) && environment.ContainsKey("XDG_CONFIG_HOME"));
    }

    /// <summary>Whether a container of the service has a read-only root and no volume at that place.</summary>
    internal static bool IsReadOnly(ServiceModel service, Requirement.Cache cache) => service.Uses.Any(use =>
        use.IsReadOnly && !use.IsAuxiliary
        && !use.Environment.Any(variable => variable.Name == cache.Setting)
        && !use.Mounts.Any(mount => !mount.IsReadOnly && ImagePaths.IsWithin(cache.Place, mount.Target)));
}
