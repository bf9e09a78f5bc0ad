using System.Runtime.CompilerServices;
using Unshell.Launchers.Tests.Code;
using Unshell.Shell.Syntax;
using Unshell.Testing;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Idioms;

/// <summary>Scripts with their launchers, as a reader of a migration sees them.</summary>
public sealed class IdiomCaseTests
{
    public static TheoryData<string> Folders => [.. Golden.Cases()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_launcher_is_as_plain_as_its_case_says(string folder)
    {
        var launcher = Compiled(folder);
        Golden.Match(folder, "launcher.py", launcher.Python!);
        Golden.Match(folder, "notes.txt", string.Concat(launcher.Notes.Select(note =>
            $"{note.File.PositionOf(note.Span.Start).Line} {note.Kind}: {note.Message}\n")));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Ruff_leaves_every_case_as_it_is(string folder)
    {
        Ruff.SkipWithout();
        var python = Compiled(folder).Python!;
        Ruff.Format([python])[0].ShouldBe(python);
    }

    [Fact]
    public void The_launcher_of_the_claims_example_is_shorter_than_60_lines()
    {
        var script = File.ReadAllText(Path.Combine(Root(), "examples", "claims-service", "entrypoint.sh"));
        Compile(script).Python!.Count(c => c == '\n').ShouldBeLessThan(60);
        script.ShouldBe(File.ReadAllText(Path.Combine(Folder(), "cases", "claims", "entrypoint.sh")));
    }

    private static LauncherResult Compiled(string folder) => Compile(File.ReadAllText(Path.Combine(folder, "entrypoint.sh")));

    private static LauncherResult Compile(string script) => LauncherCompiler.Compile(
        new LauncherSource
        {
            Text = new SourceText("entrypoint.sh", script),
            Dialect = ShellDialects.FromShebang(script.Split('\n')[0])!.Value,
            IsScript = true,
        },
        new LauncherTarget { HasProgram = program => program is "sleep" or "pg_isready" or "nc" or "id" or "tr" ? false : null });

    private static string Folder([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;

    private static string Root() => Path.GetFullPath(Path.Combine(Folder(), "../../.."));
}
