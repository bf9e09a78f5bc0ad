using Unshell.Services.Manifests;
using Unshell.Services.Repositories;
using Unshell.Testing;

namespace Unshell.Services.Tests.Manifests;

public sealed class ManifestReading
{
    public static TheoryData<string> Cases => [.. Golden.Cases("manifests").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_repository_s_manifests_say_who_uses_its_image(string name)
    {
        var folder = Golden.Cases("manifests").Single(path => Path.GetFileName(path) == name);
        var input = Path.Combine(folder, "input");
        var repository = MemoryRepository.Of(Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(input, path).Replace('\\', '/'), File.ReadAllText(path))));
        var manifests = ManifestReader.Read(repository);
        var dockerfile = repository.Files.First(path => path.EndsWith("Dockerfile", StringComparison.Ordinal));
        var context = dockerfile.Contains('/', StringComparison.Ordinal) ? dockerfile[..dockerfile.LastIndexOf('/')] : ".";
        Golden.Match(folder, "uses.txt", UsesText.Print(manifests, ManifestUses.For(manifests, dockerfile, context)));
        Golden.NothingElse(folder, "input/");
    }
}
