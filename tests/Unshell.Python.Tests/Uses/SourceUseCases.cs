using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Unshell.Python.Semantics;
using Unshell.Python.Uses;
using Unshell.Testing;
using Unshell.Text;

namespace Unshell.Python.Tests.Uses;

/// <summary>Folders of small services: <c>run.txt</c> says how each is started, <c>uses.txt</c> what its code uses.</summary>
public sealed class SourceUseCases
{
    public static TheoryData<string> Names() => [.. Golden.Cases().Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_code_of_a_service_tells_what_it_uses(string name)
    {
        var folder = Golden.Cases().Single(path => Path.GetFileName(path) == name);
        Golden.Match(folder, "uses.txt", Described(SourceCase.Read(folder).Reading()));
    }

    private static string Described(SourceReading reading)
    {
        var text = new StringBuilder();
        foreach (var module in reading.Modules) text.Append(CultureInfo.InvariantCulture, $"reaches {module.Source.Path} as {module.Name}\n");
        foreach (var use in reading.Uses)
        {
            text.Append(CultureInfo.InvariantCulture, $"{use.Place.File.Path}:{use.Place.File.PositionOf(use.Place.Span.Start)} {Described(use)} by {use.Place.Through}");
            if (use.Place.IsAtImport) text.Append(", at import");
            if (use.Place.IsGuarded) text.Append(", guarded");
            foreach (var assumption in use.Place.Assumptions) text.Append(", as ").Append(assumption);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Described(SourceUse use) => use switch
    {
        SourceUse.Program program => $"program {string.Join(' ', program.Arguments.Select(word => word ?? "?"))}",
        SourceUse.ShellText shell => $"{(shell.IsSilent ? "silent shell" : "shell")} {shell.Text ?? "?"}",
        SourceUse.Write write => $"write {write.Kind} {string.Concat(write.Path.Pieces.Select(piece => piece ?? "?"))}",
        SourceUse.Port port => $"port {port.Number?.ToString(CultureInfo.InvariantCulture) ?? "?"}{(port.Literal is null ? "" : " as written")}",
        SourceUse.Library library => $"{(library.IsSearch ? "search of" : "library")} {library.Name ?? "?"}",
        SourceUse.Account account => $"{(account.IsGroup ? "group" : "user")} {account.Name ?? "that runs"}",
        SourceUse.Privilege privilege => $"right to {privilege.Action}",
        SourceUse.Locale locale => $"locale {locale.Name}",
        SourceUse.TimeZone zone => $"time zone {zone.Name ?? "?"}",
        SourceUse.Digest digest => $"digest {digest.Algorithm}{(digest.IsDeclaredHarmless ? " not for security" : "")}",
        SourceUse.Installer installer => $"installer {installer.Module}",
        SourceUse.SignalHandler handler => $"handler of {handler.Name}",
        _ => throw new InvalidOperationException($"no words for {use}"),
    };
}

/// <summary>A service of a case as it lies in its image: the files of <c>app</c> in <c>/app</c>.</summary>
internal sealed record SourceCase(ImmutableArray<PythonFile> Files, EntryPoints Entries, RunContext Run, ImmutableArray<string> SearchPath)
{
    public static SourceCase Read(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "run.txt")).Where(line => line.Length > 0).Select(line => line.Split(' ', 2)).ToLookup(words => words[0], words => words[1], StringComparer.Ordinal);
        var app = Path.Combine(folder, "app");
        var files = Directory.EnumerateFiles(app, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(app, path))
            .Select(path => new PythonFile("/app/" + path, new SourceText(path, File.ReadAllText(Path.Combine(app, path)))));
        return new SourceCase(
            [.. files],
            new EntryPoints([.. lines["module"]], [.. lines["file"]]),
            new RunContext
            {
                WorkingDirectory = lines["workdir"].FirstOrDefault("/app"),
                Home = "/home/nonroot",
                Variables = lines["env"].Select(line => line.Split('=', 2)).ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
            },
            [.. lines["path"].DefaultIfEmpty("/app")]);
    }

    public SourceReading Reading() => SourceAnalysis.Read(new PythonProject(Files, SearchPath), Entries, Run);
}
