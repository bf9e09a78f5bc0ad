using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;
using Unshell.Services.Simulation;

namespace Unshell.Rules.Base;

/// <summary>Something is installed into the shipped image, and no text says what.</summary>
internal sealed class UnknownInstallation : Rule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US1017",
        Name = "unknown-installation",
        Title = "It is not known what a step installs",
        StaysOpen = true,
        Page = """
            ## What it does
            Names the steps of the shipped stages that install what no text names: a script that is downloaded and run,
            the OS packages that `playwright install --with-deps` chooses, packages from a source that the build adds.

            ## Why
            Only what is known travels to the runtime stage: the virtual environment, copied files, packages of the
            distribution under their names. A browser without its libraries, or the distribution's `nodejs` in place of
            the added source's, shows itself when the code that uses it runs.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            RUN pip install playwright && playwright install --with-deps chromium
            COPY app.py ./
            CMD ["python", "app.py"]
            ```
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            RUN apt-get update && apt-get install -y curl && curl -fsSL https://get.example.com/tool.sh | sh
            COPY app.py ./
            CMD ["python", "app.py"]
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            COPY --from=build /opt/tool /opt/tool
            COPY app.py ./
            CMD ["python", "app.py"]
            ```

            ## Error
            ```text
            (nothing is printed until the code that uses it runs)
            ```

            ## Fix
            Manual. Look at what the step installs, and copy what the service uses at run time, with its libraries. For
            browsers: run them in a container of their own and connect to it.

            ## See also
            [opaque-step](opaque-step.md), [runtime-program-missing](runtime-program-missing.md)
            """,
    };

    internal override IEnumerable<Finding> Check(RuleContext context)
    {
        ImmutableArray<(StageModel Stage, BuildStep Step)> steps =
            [.. context.Steps().Where(at => context.IsInTargetChain(at.Stage) && context.OffersOf(at.Stage).Shell is null)];
        foreach (var opaque in steps.SelectMany(at => at.Step.Effects).OfType<Effect.Opaque>().Where(opaque => opaque.IsInstallation))
        {
            yield return Report(
                context.At(opaque.Span), NeedPhase.Later, $"it is not known what this installs: {opaque.Reason}", null,
                new Fix(Applicability.Manual, "look at what it installs, and copy what the service uses at run time"));
        }

        if (OfAddedSource(steps, context) is { } finding) yield return finding;
    }

    private Finding? OfAddedSource(ImmutableArray<(StageModel Stage, BuildStep Step)> steps, RuleContext context)
    {
        if (context.Target?.Distro is not { } to) return null;
        var from = context.Original?.Distro is { Version.Length: > 0 } known ? known : to;
        var behind = steps.SelectMany(at => at.Step.Effects).SkipWhile(effect => !PackageSources.IsAddedBy(effect)).ToImmutableArray();
        var removed = behind.OfType<Effect.PackagesRemoved>().SelectMany(effect => effect.Names).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<PackageSpec> packages =
        [
            .. behind.OfType<Effect.PackagesInstalled>().SelectMany(effect => effect.Packages)
                .Where(package => !removed.Contains(package.Name) && IsForRunning(PackageKnowledge.Of(package.Name, from, to)))
                .DistinctBy(package => package.Name),
        ];
        return packages.IsEmpty ? null : Report(
            context.At(packages[0].Span), NeedPhase.Later,
            $"a package source is added, and it is not known whether {Grouping.List(packages.Select(package => package.Name))} {(packages.Length == 1 ? "comes" : "come")} from it",
            null,
            new Fix(Applicability.Manual, "say what the service uses of it: the runtime image can only get the distribution's own packages of these names"));
    }

    private static bool IsForRunning(PackageFacts facts) => facts.Role is PackageRole.Program or PackageRole.Library or PackageRole.Data
        || (facts.Role == PackageRole.Unknown && !facts.Name.EndsWith("-dev", StringComparison.Ordinal));
}
