using Unshell.Dockerfiles.Syntax;
using Unshell.Services;
using Unshell.Services.Needs;

namespace Unshell.Migration.Dockerfiles;

/// <summary>Environment that the old image had and the runtime image would not have by itself.</summary>
internal static class RuntimeEnvironment
{
    private const string Locale = "C.UTF-8";

    /// <summary>The words of the ENV to add, or null for none.</summary>
    /// <param name="service">The service, for the caches that its distributions keep.</param>
    /// <param name="plan">The stages.</param>
    /// <param name="environment">The inserted environment, if any.</param>
    /// <param name="runner">What became of a runner that knew where the environment is.</param>
    public static string? Line(ServiceModel service, StagePlan plan, EnvironmentPlan environment, RunnerPlan runner)
    {
        var words = new List<string>();
        if ((environment.Path ?? runner.Environment) is { } path) words.Add($"PATH=\"{path}/bin:$PATH\"");
        if (LosesLocale(plan)) words.Add($"LANG={Locale}");
        words.AddRange(Caches(service, plan));
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    /// <summary>
    /// Caches below HOME, where HOME cannot be written: in pods, whose root becomes read-only, and where the Dockerfile puts HOME
    /// elsewhere. The home of 65532 itself is writable.
    /// </summary>
    private static IEnumerable<string> Caches(ServiceModel service, StagePlan plan)
    {
        var isReadOnly = service.Uses.Any(use => !use.IsAuxiliary && (use.IsReadOnly || use.ObjectKind is not null));
        var needs = isReadOnly ? service.Needs : plan.Target.Final.Environment.ContainsKey("HOME") ? NeedMatcher.Missing(service) : [];
        return needs.Select(need => need.Requirement).OfType<Requirement.Cache>()
            .Where(cache => !plan.Target.Final.Environment.ContainsKey(cache.Setting))
            .DistinctBy(cache => cache.Setting, StringComparer.Ordinal).OrderBy(cache => cache.Setting, StringComparer.Ordinal)
            .Select(cache => $"{cache.Setting}={CachePlaces.MovedTo(cache)}");
    }

    /// <summary>
    /// The stage to copy the locale's files from, the dev image where there is none, or null. Setting LANG to a locale without files would make
    /// <c>locale.setlocale(LC_ALL, "")</c> fail where it worked before.
    /// </summary>
    public static string? LocaleStage(StagePlan plan, string? buildStage) =>
        (LosesLocale(plan) || NamesLocale(plan)) && !plan.Target.Final.Paths.ContainsKey(RuntimeStage.LocaleFiles) && plan.Bases.RuntimeOffers.Distro?.Id == "debian" && !plan.Bases.RuntimeOffers.Locales.Contains(Locale) ? buildStage ?? plan.Bases.Dev : null;

    /// <summary>Whether the Dockerfile itself says the locale that the old image had files for.</summary>
    private static bool NamesLocale(StagePlan plan) => plan.Target.Final.Environment
        .Any(entry => entry.Key is "LANG" or "LC_ALL" or "LC_CTYPE" && entry.Value.Replace("utf8", "UTF-8", StringComparison.OrdinalIgnoreCase) == Locale);

    private static bool LosesLocale(StagePlan plan) =>
        plan.Bases.Original.Environment.TryGetValue("LANG", out var old) && old == Locale
        && !plan.Bases.RuntimeOffers.Environment.ContainsKey("LANG")
        && !plan.Steps.Any(step => step.Instruction is EnvInstruction env && env.Pairs.Any(pair => pair.Name.Raw is "LANG" or "LC_ALL"));
}
