using Unshell.Python.Requirements;
using Unshell.Testing;
using Unshell.Text;

namespace Unshell.Python.Tests.Requirements;

/// <summary>Files of every format and what is read of them; one folder a case.</summary>
public sealed class FormatCases
{
    public static TheoryData<string> Cases => [.. Golden.Cases().Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_file_reads_as_expected(string name)
    {
        var folder = Golden.Cases().Single(path => Path.GetFileName(path) == name);
        var path = Directory.EnumerateFiles(folder).Single(file => Path.GetFileName(file) != "expected.txt");
        var document = RequirementReader.Read(new SourceText(Path.GetFileName(path), File.ReadAllText(path)));
        RequirementText.CheckLaws(document);
        Golden.Match(folder, "expected.txt", RequirementText.Of(document));
    }
}
