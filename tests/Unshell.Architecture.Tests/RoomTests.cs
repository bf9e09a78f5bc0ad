using System.Xml.Linq;

namespace Unshell.Architecture.Tests;

public sealed class RoomTests
{
    // From the ground up. A room knows only those before it.
    private static readonly string[] order =
    [
        "Unshell.Text", "Unshell.Dockerfiles", "Unshell.Shell", "Unshell.Launchers", "Unshell.Python", "Unshell.Images", "Unshell.Catalog", "Unshell.Services",
        "Unshell.Rules", "Unshell.Migration", "Unshell.Evidence", "Unshell.Registry", "Unshell.Forge", "Unshell.Proof", "Unshell.Cli",
    ];

    private static readonly string[] edge = ["Unshell.Registry", "Unshell.Forge", "Unshell.Proof", "Unshell.Cli"];

    [Fact]
    public void Every_room_has_its_place_in_the_order()
    {
        Repository.Rooms.ShouldNotBeEmpty();
        Repository.Rooms.Except(order).ShouldBeEmpty();
    }

    [Fact]
    public void A_room_knows_only_rooms_before_it()
    {
        foreach (var room in Repository.Rooms)
        {
            foreach (var known in References(room).ToList())
                Array.IndexOf(order, known).ShouldBeInRange(0, Array.IndexOf(order, room) - 1, $"{room} references {known}");
        }
    }

    [Fact]
    public void No_reference_is_written_twice()
    {
        foreach (var project in Repository.Projects)
            Values(Repository.Xml(project), "ProjectReference", "Include").ToList().ShouldBeUnique(project);
    }

    [Fact]
    public void Every_project_is_in_the_solution() =>
        Values(Repository.Xml("Unshell.slnx"), "Project", "Path").Order(StringComparer.Ordinal).ShouldBe(Repository.Projects);

    [Fact]
    public void Only_edge_rooms_are_spared_the_banned_symbols()
    {
        var targets = Repository.Xml("src/Directory.Build.targets");
        var spared = targets.Descendants("EdgeRoom").Single().Attribute("Condition")!.Value
            .Split('\'').Where(word => word.StartsWith("Unshell.", StringComparison.Ordinal));
        var banned = targets.Descendants("AdditionalFiles").Single();

        spared.Order(StringComparer.Ordinal).ShouldBe(edge.Order(StringComparer.Ordinal));
        banned.Parent!.Attribute("Condition")!.Value.ShouldBe("'$(EdgeRoom)' != 'true'");
        banned.Attribute("Include")!.Value.ShouldEndWith("eng/BannedSymbols.txt");
    }

    [Fact]
    public void No_project_of_a_room_turns_an_analyzer_off()
    {
        string[] words = ["EdgeRoom", "AdditionalFiles", "NoWarn", "RunAnalyzers", "TreatWarningsAsErrors", "IsAotCompatible", "BannedApiAnalyzers"];
        foreach (var room in Repository.Rooms)
        {
            var text = Repository.Text($"src/{room}/{room}.csproj");
            words.Where(word => text.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty(room);
        }
    }

    [Theory]
    [InlineData("T:System.IO.File;")]
    [InlineData("T:System.IO.Directory;")]
    [InlineData("T:System.Net.Http.HttpClient;")]
    [InlineData("T:System.Net.Sockets.Socket;")]
    [InlineData("T:System.Diagnostics.Process;")]
    [InlineData("T:System.Console;")]
    [InlineData("T:System.Random;")]
    [InlineData("P:System.DateTime.UtcNow;")]
    [InlineData("P:System.DateTimeOffset.UtcNow;")]
    public void Disk_network_clock_console_and_processes_are_banned(string symbol) =>
        Repository.Text("eng/BannedSymbols.txt").Split('\n').ShouldContain(line => line.StartsWith(symbol, StringComparison.Ordinal));

    private static IEnumerable<string> References(string room) =>
        Values(Repository.Xml($"src/{room}/{room}.csproj"), "ProjectReference", "Include").Select(path => Path.GetFileNameWithoutExtension(path));

    private static IEnumerable<string> Values(XDocument document, string element, string attribute) =>
        document.Descendants(element).Select(node => node.Attribute(attribute)!.Value);
}
