using System.Collections.Immutable;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Simulation;

namespace Unshell.Migration.Dockerfiles;

/// <summary>Programs that a build stage runs, that the old base had, and that the dev image lacks.</summary>
internal static class ToolInstall
{
    /// <summary>Debian packages by program; the names are the same in Debian 12 and 13.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Packages = new Dictionary<string, string>
    {
        ["bzip2"] = "bzip2",
        ["cc"] = "gcc",
        ["curl"] = "curl",
        ["file"] = "file",
        ["g++"] = "g++",
        ["gcc"] = "gcc",
        ["git"] = "git",
        ["gpg"] = "gnupg",
        ["gunzip"] = "gzip",
        ["gzip"] = "gzip",
        ["hostname"] = "hostname",
        ["make"] = "make",
        ["patch"] = "patch",
        ["pkg-config"] = "pkg-config",
        ["ps"] = "procps",
        ["ssh"] = "openssh-client",
        ["ssh-keyscan"] = "openssh-client",
        ["unzip"] = "unzip",
        ["wget"] = "wget",
        ["which"] = "debianutils",
        ["xz"] = "xz-utils",
        ["zcat"] = "gzip",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Programs of packages that every Debian image has unless somebody took them out.</summary>
    private static readonly ImmutableHashSet<string> Essential = ImmutableHashSet.Create(StringComparer.Ordinal, "gunzip", "gzip", "hostname", "which", "zcat");

    /// <summary>Packages to install before the stage's first RUN, sorted.</summary>
    /// <param name="stage">A stage that moves to the dev image.</param>
    /// <param name="build">The build; what the stages below install is there already.</param>
    /// <param name="bases">The images.</param>
    public static ImmutableArray<string> For(StageModel stage, BuildModel build, HardenedBases bases)
    {
        var own = Missing(stage, bases);
        for (var below = stage.Base as BaseImage.Stage; below is not null; below = build.Stages[below.Index].Base as BaseImage.Stage)
            own = own.Except(InstalledBy(build.Stages[below.Index])).Except(Missing(build.Stages[below.Index], bases));
        return [.. own];
    }

    private static ImmutableSortedSet<string> Missing(StageModel stage, HardenedBases bases)
    {
        var wanted = new SortedSet<string>(StringComparer.Ordinal);
        var original = bases.Original.Programs;
        var installed = InstalledBy(stage).ToHashSet(StringComparer.Ordinal);
        foreach (var program in stage.Steps.SelectMany(step => step.Effects).OfType<Effect.ProgramRun>().SelectMany(Programs))
        {
            if (bases.DevOffers.Programs.Contains(program) || !(original.Contains(program) || Essential.Contains(program))) continue;
            if (Packages.TryGetValue(program, out var package) && !installed.Contains(package)) wanted.Add(package);
        }

        var builds = stage.Steps.SelectMany(step => step.Effects).OfType<Effect.PythonInstalled>().Any(effect => !effect.Install.IsInstallerOnly);
        if (builds && original.Contains("gcc") && !installed.Overlaps(["gcc", "build-essential"])) wanted.UnionWith(["g++", "gcc", "libc6-dev", "make"]);
        return wanted.ToImmutableSortedSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> InstalledBy(StageModel stage) => stage.Steps.SelectMany(step => step.Effects).OfType<Effect.PackagesInstalled>()
        .SelectMany(effect => effect.Packages).Select(package => package.Name);

    /// <summary>The program, and the unpacker that tar starts for it.</summary>
    private static IEnumerable<string> Programs(Effect.ProgramRun run)
    {
        var name = run.Name[(run.Name.LastIndexOf('/') + 1)..];
        yield return name;
        if (name != "tar") yield break;
        foreach (var word in run.Words.Skip(1).OfType<string>())
        {
            var isFlags = word.StartsWith('-') && !word.StartsWith("--", StringComparison.Ordinal);
            if ((isFlags && word.Contains('z', StringComparison.Ordinal)) || (!isFlags && word.EndsWith("gz", StringComparison.Ordinal))) yield return "gzip";
            if ((isFlags && word.Contains('J', StringComparison.Ordinal)) || (!isFlags && word.EndsWith("xz", StringComparison.Ordinal))) yield return "xz";
            if ((isFlags && word.Contains('j', StringComparison.Ordinal)) || (!isFlags && word.EndsWith("bz2", StringComparison.Ordinal))) yield return "bzip2";
        }
    }

    /// <summary>The lines that install them.</summary>
    public static string Lines(ImmutableArray<string> packages, string newLine) =>
        $"# The old base had these; the dev image does not{newLine}"
        + $"RUN apt-get update && apt-get install -y --no-install-recommends {string.Join(' ', packages)} && rm -rf /var/lib/apt/lists/*{newLine}";

    /// <summary>Where they go: behind the FROM and the ARG lines that belong to it.</summary>
    public static int Offset(StageModel stage)
    {
        var at = 1;
        while (at < stage.Steps.Length && stage.Steps[at].Instruction is ArgInstruction) at++;
        return at < stage.Steps.Length ? stage.Steps[at].Instruction.FullSpan.Start : stage.Steps[^1].Instruction.FullSpan.End;
    }
}
