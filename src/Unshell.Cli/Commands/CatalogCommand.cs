using System.CommandLine;
using System.Globalization;
using Unshell.Catalog;
using Unshell.Catalog.Snapshots;
using Unshell.Cli.Catalogs;
using Unshell.Cli.Help;
using Unshell.Cli.Reports;
using Unshell.Cli.Reports.Json;
using Unshell.Cli.Repositories;

namespace Unshell.Cli.Commands;

/// <summary><c>unshell catalog</c>: what hardened images there are, and what other images become.</summary>
internal static class CatalogCommand
{
    public static Command Create(Caller caller) => new("catalog", "Look into the catalog of hardened images, or bring it up to date")
    {
        CatalogResolveCommand.Create(caller),
        Show(caller),
        List(caller),
        Update(caller),
    };

    internal static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    private static TaughtCommand Show(Caller caller)
    {
        var reference = new Argument<string>("REF") { Description = "A hardened image: python:3.11-debian12, dhi.io/node:22-debian12-dev" };
        var format = Format();
        var command = new TaughtCommand(
            "show", "Show a definition of the catalog: packages, user, environment, support",
            new("unshell catalog show python:3.11-debian12", "what a runtime image holds"),
            new("unshell catalog show python:3.11-debian12-dev --format json", "the same of the dev image, for a program")) { reference, format };
        command.SetAction(parsed =>
        {
            var image = Find(InstalledCatalog.Load(caller), parsed.GetRequiredValue(reference));
            if (parsed.GetRequiredValue(format) == "json") CatalogJson.Show(image, caller);
            else CatalogText.Show(image, caller);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static HardenedImage Find(HardenedCatalog catalog, string reference)
    {
        var name = reference[(reference.LastIndexOf('/') + 1)..].Split('@')[0];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var repository = colon < 0 ? name : name[..colon];
        if (colon >= 0 && catalog.Find(repository, name[(colon + 1)..]) is { } image) return image;
        var tags = catalog.ImagesOf(repository);
        throw new CommandException(tags.IsEmpty
            ? $"cannot show {reference}: the catalog of {catalog.Date} has no repository {repository}"
            : $"cannot show {reference}: there is no such tag; there are {string.Join(", ", tags.Select(one => one.CanonicalTag).Order(StringComparer.Ordinal))}");
    }

    private static TaughtCommand List(Caller caller)
    {
        var name = new Argument<string?>("NAME") { Description = "A repository; without it all repositories are listed", Arity = ArgumentArity.ZeroOrOne };
        var format = Format();
        var command = new TaughtCommand(
            "list", "List repositories, or the tags of one",
            new("unshell catalog list", "all repositories"),
            new("unshell catalog list python", "every definition of python with its support")) { name, format };
        command.SetAction(parsed =>
        {
            var catalog = InstalledCatalog.Load(caller);
            var isJson = parsed.GetRequiredValue(format) == "json";
            if (parsed.GetValue(name) is not { } repository)
            {
                if (isJson) CatalogJson.Repositories(catalog, caller);
                else foreach (var one in catalog.Repositories) caller.Output.WriteLine(one);
                return (int)ExitCode.Clean;
            }

            var images = catalog.ImagesOf(repository);
            if (images.IsEmpty) throw new CommandException($"cannot list {repository}: the catalog of {catalog.Date} has no such repository");
            if (isJson) CatalogJson.Images(images, caller);
            else CatalogText.Images(images, caller);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static TaughtCommand Update(Caller caller)
    {
        var folder = new Argument<string>("DIR") { Description = "A checkout of the catalog's definitions, with the folder image/" };
        var date = new Option<string?>("--date") { Description = "Day of the definitions as yyyy-MM-dd; else today", HelpName = "DAY" };
        var command = new TaughtCommand(
            "update", "Take a newer checkout of the definitions; later runs use it",
            new("unshell catalog update ~/src/catalog", "after git pull"),
            new("unshell catalog update catalog --date 2026-01-31", "definitions of a certain day")) { folder, date };
        command.SetAction(parsed =>
        {
            Update(
                Path.GetFullPath(parsed.GetRequiredValue(folder), caller.Folder),
                parsed.GetValue(date) ?? DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                caller);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static void Update(string folder, string date, Caller caller)
    {
        try
        {
            var images = Path.Combine(folder, "image");
            if (!Directory.Exists(images)) throw new CommandException($"cannot read {folder}: it has no folder image/ with definitions");
            var files = Directory.EnumerateFiles(images, "*.yaml", SearchOption.AllDirectories)
                .Select(path => new DefinitionFile(Path.GetRelativePath(folder, path), File.ReadAllText(path)));
            var build = CatalogBuild.From(date, files);
            var target = InstalledCatalog.PathFor(caller);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Beside it first: a reader never sees half a snapshot.
            File.WriteAllBytes(target + ".new", build.Snapshot.ToArray());
            File.Move(target + ".new", target, overwrite: true);
            caller.Output.WriteLine(
                $"{target}: {Words.Count(build.Definitions, "definition")} of {date} in {build.Repositories} {(build.Repositories == 1 ? "repository" : "repositories")}");
            if (string.CompareOrdinal(date, HardenedCatalog.Embedded.Date) <= 0)
                caller.Output.WriteLine($"the program's own catalog of {HardenedCatalog.Embedded.Date} is not older: it stays in use");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"cannot update the catalog from {folder}: {FileErrors.CauseOf(exception)}", inner: exception);
        }
    }
}
