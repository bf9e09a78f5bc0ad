using System.Collections.Immutable;
using Unshell.Services.Commands;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Services;

/// <summary>The finished target image as commands see it.</summary>
internal static class ImageContext
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>The context in which the target's commands start.</summary>
    public static CommandContext Of(BuildModel build)
    {
        if (build.TargetStage is not { } target) return new CommandContext();
        var path = target.Final.Environment.GetValueOrDefault("PATH") ?? target.Final.BaseOffers?.Environment.GetValueOrDefault("PATH") ?? DefaultPath;
        return new CommandContext
        {
            Shell = target.Final.Shell,
            WorkingDirectory = target.Final.WorkingDirectory,
            SearchPath = [.. path.Split(':', StringSplitOptions.RemoveEmptyEntries)],
            Find = file => Find(build, target, file),
        };
    }

    private static ImageFile? Find(BuildModel build, StageModel target, string path) => ImageFiles.Trace(build, target.Index, path) switch
    {
        TracedFile.Repository file when build.Context.FindInRepository(file.Path) is { } found =>
            new ImageFile(path, found.IsText ? found.Source : null, found.IsText, found.IsExecutable || IsMadeExecutable(target.Final, path)),
        TracedFile.Generated { Content: { } content } => new ImageFile(path, new SourceText(path, content), false, true),
        TracedFile.Generated or TracedFile.Download or TracedFile.OtherStage or TracedFile.Image => new ImageFile(path, null, false, true),
        _ => null,
    };

    private static bool IsMadeExecutable(StageState state, string path) => state.Paths.Any(fact =>
        fact.Value.Mode is { } mode && (fact.Key == path || (fact.Value.HoldsBelow && ImagePaths.IsWithin(path, fact.Key))) && AllowsExecution(mode));

    private static bool AllowsExecution(string mode) =>
        mode.Contains('x', StringComparison.Ordinal) || (mode.All(char.IsAsciiDigit) && mode.Any(digit => (digit - '0') % 2 == 1));
}
