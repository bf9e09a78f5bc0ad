using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;

namespace Unshell.Services.Needs;

/// <summary>Needs minus offers.</summary>
public static class NeedMatcher
{
    /// <summary>
    /// The needs of a service that the offers of their stages, together with what the stage itself brings (installed
    /// distributions, copied files, made accounts), leave open; in the order of <see cref="ServiceModel.Needs"/>.
    /// Of an image that is not known nothing is missing.
    /// </summary>
    public static ImmutableArray<Need> Missing(ServiceModel service) => [.. service.Needs.Where(need => IsMissing(service, need))];

    private static bool IsMissing(ServiceModel service, Need need)
    {
        var offers = service.Offers[need.Stage];
        return offers.IsKnown && need.Requirement switch
        {
            Requirement.Shell shell => !HasShell(service, need, offers, shell.Name),
            Requirement.Program program => !ProgramMatch.IsMet(service, need, offers, program.Name),
            Requirement.PackageManager manager => offers.PackageManager != manager.Name,
            Requirement.PythonInstaller installer => !HasInstaller(service, need, offers, installer.Tool),
            Requirement.Root root => !IsRoot(service, need, offers, root),
            Requirement.Account account => !HasAccount(service, need, offers, account),
            Requirement.Library library => !(offers.Interpreter is not null && IsOfInterpreter(library.Package))
                && !offers.Packages.Contains(library.Package)
                && !service.Build.Stages[need.Stage].Final.Carried.Contains(library.Package)
                && (library.Soname is null || !offers.Libraries.Contains(library.Soname)),
            Requirement.WritablePath path => !IsWritable(service, need, offers, path),
            Requirement.Port port => port.Number < 1024 && EffectiveUserId(service, need, offers) != 0,
            Requirement.Interpreter interpreter => !HasLocation(service, need, offers, interpreter.Location),
            Requirement.Variable variable => !offers.Environment.ContainsKey(variable.Name),
            Requirement.Locale locale => !HasLocale(service, need, offers, locale.Name),
            // A runner writes at each start: the environment, its cache. Even where it was copied in, a runtime image is no place for it.
            Requirement.Runner runner => (offers.Shell is null && offers.UserId != 0) || !ProgramMatch.IsMet(service, need, offers, runner.Tool.Split(' ')[0]),
            Requirement.Init init => !ProgramMatch.IsMet(service, need, offers, init.Name),
            Requirement.File file => ImageFiles.Trace(service.Build, need.Stage, file.Value) is null,
            Requirement.LibrarySearch => !offers.Programs.Contains("ldconfig") && !offers.Programs.Contains("gcc"),
            // FIPS variants say so in their tag: https://docs.docker.com/dhi/core-concepts/fips/
            Requirement.Digest or Requirement.OwnCryptography => IsFips(service, need.Stage),
            Requirement.Cache cache => !CachePlaces.IsMet(service, offers, need.Stage, cache)
                && (CachePlaces.IsReadOnly(service, cache) || !IsWritable(service, need, offers, new Requirement.WritablePath(cache.Place, false))),
            Requirement.PythonRange range => offers.PythonVersion is { } python && !PythonVersions.Fits(range.Range, python),
            _ => false,
        };
    }

    /// <summary>Each image brings the C library and the library of its own interpreter, under whichever name.</summary>
    private static bool IsOfInterpreter(string package) => package is "libc6" or "musl" || package.StartsWith("libpython", StringComparison.Ordinal);

    private static bool IsFips(ServiceModel service, int stage)
    {
        for (var hops = 0; hops <= service.Build.Stages.Length; hops++)
        {
            switch (service.Build.Stages[stage].Base)
            {
                case BaseImage.Stage below:
                    stage = below.Index;
                    break;
                case BaseImage.External { Resolution: Resolution.Counterpart { Runtime: { } runtime } }:
                    return runtime.Contains("-fips", StringComparison.Ordinal);
                case BaseImage.External external:
                    return external.Reference.Contains("-fips", StringComparison.Ordinal);
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool HasShell(ServiceModel service, Need need, ImageOffers offers, string name)
    {
        if (offers.Shells.Contains(ImagePaths.NameOf(name)) || offers.Shell == name) return true;
        // SHELL may name another program, such as an interpreter.
        return StartScripts.DialectOf(name) is null
            ? ProgramMatch.IsMet(service, need, offers, name)
            : ImageFiles.FindProgram(service.Build, need.Stage, name) is { File: TracedFile.Repository or TracedFile.OtherStage or TracedFile.Image or TracedFile.Download };
    }

    private static bool HasInstaller(ServiceModel service, Need need, ImageOffers offers, string tool) => tool switch
    {
        // The runtime images of Debian carry pip as a module, yet they are no place to install into.
        _ when service.Build.TargetChain.Contains(need.Stage) && offers.UserId != 0 && offers.PackageManager is null => false,
        "pip" or "setup.py" => offers.HasPip,
        _ => ProgramMatch.IsMet(service, need, offers, tool),
    };

    private static bool IsRoot(ServiceModel service, Need need, ImageOffers offers, Requirement.Root root) =>
        need.Phase == NeedPhase.Build && EffectiveUserId(service, need, offers) == 0
        || (need.Phase != NeedPhase.Build && root.Action != "run as root" && offers.UserId == 0);

    /// <summary>The user after a swap of the base: USER where the Dockerfile says one, else the new image's own.</summary>
    private static int? EffectiveUserId(ServiceModel service, Need need, ImageOffers offers)
    {
        var place = need.Evidence[0];
        var stage = service.Build.Stages[need.Stage];
        var state = need.Phase == NeedPhase.Build && place.File.Path == service.Dockerfile.Path
            ? stage.Steps.FirstOrDefault(step => step.Instruction.Span.Contains(place.Span))?.Before ?? stage.Final
            : stage.Final;
        return state.User is { Length: > 0 } ? EffectiveUser.Of(state).Id : offers.UserId;
    }

    private static bool HasAccount(ServiceModel service, Need need, ImageOffers offers, Requirement.Account account)
    {
        if ((account.IsGroup ? offers.Groups : offers.Users).ContainsKey(account.Name)) return true;
        var stage = service.Build.Stages[need.Stage];
        // An /etc/passwd from elsewhere may hold the name.
        if (stage.Final.Paths.TryGetValue(account.IsGroup ? "/etc/group" : "/etc/passwd", out var file) && (file.FromStage is not null || file.ContextPath is not null)) return true;
        var isMade = stage.Final.Accounts.ContainsKey((account.IsGroup ? "group:" : "user:") + account.Name);
        return isMade && offers.Shell is not null && offers.UserId == 0;
    }

    private static bool IsWritable(ServiceModel service, Need need, ImageOffers offers, Requirement.WritablePath path)
    {
        if (EffectiveUserId(service, need, offers) == 0) return true;
        if (offers.WritableDirectories.Any(directory => ImagePaths.IsWithin(path.Value, directory))) return true;
        var stage = service.Build.Stages[need.Stage];
        var owner = ImageFiles.OwnerOf(stage.Final, path.Value);
        if (owner is null || !stage.Final.Paths.TryGetValue(path.Value, out var fact)) return false;
        // What a RUN of the target chain hands over is not there after a swap: the RUN cannot run.
        if (offers.Shell is null && IsMadeByRun(service, fact)) return false;
        var id = EffectiveUser.Resolve(stage.Final, owner).Id;
        return id is not null && id == EffectiveUserId(service, need, offers);
    }

    private static bool IsMadeByRun(ServiceModel service, PathFact fact) =>
        service.Build.TargetChain.SelectMany(index => service.Build.Stages[index].Steps)
            .Any(step => step.Instruction.Keyword == "RUN" && step.Instruction.Span.Contains(fact.Instruction));

    private static bool HasLocation(ServiceModel service, Need need, ImageOffers offers, string location)
    {
        if (offers.SitePackages is { } modules && ImagePaths.IsWithin(location, modules)) return true;
        if (offers.SitePackages is { } below && ImagePaths.IsWithin(below, location)) return true;
        if (service.Build.Stages[need.Stage].Final.VirtualEnvironments.Keys.Any(environment => ImagePaths.IsWithin(location, environment))) return true;
        var name = ImagePaths.NameOf(location);
        if (offers.InterpreterDirectory is { } directory && Servers.IsPython(name) && location == ImagePaths.Join(directory, name))
            return offers.Programs.Contains(name);
        return ImageFiles.Trace(service.Build, need.Stage, location) is TracedFile.Image or TracedFile.OtherStage && Servers.IsPython(name);
    }

    /// <summary>Whether the image has a locale, or its files (glibc keeps C.UTF-8 in a directory <c>C.utf8</c>) were copied in.</summary>
    private static bool HasLocale(ServiceModel service, Need need, ImageOffers offers, string name)
    {
        if (offers.Locales.Contains(name) || offers.Locales.Contains(Normalized(name))) return true;
        var directory = name.Replace("UTF-8", "utf8", StringComparison.OrdinalIgnoreCase);
        var paths = service.Build.Stages[need.Stage].Final.Paths;
        return ((string[])["/usr/lib/locale", "/usr/lib/locale/locale-archive", "/usr/lib/locale/" + directory])
            .Any(path => paths.TryGetValue(path, out var fact)
                && (fact.FromStage is not null || fact.ContextPath is not null || ImageFiles.Trace(service.Build, need.Stage, path) is TracedFile.Image));
    }

    private static string Normalized(string locale) => locale.Replace("utf8", "UTF-8", StringComparison.OrdinalIgnoreCase);
}
