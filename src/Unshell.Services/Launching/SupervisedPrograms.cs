using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Unshell.Services.Commands;
using Unshell.Text;

namespace Unshell.Services.Launching;

/// <summary>A program that a supervisor starts, with the command as its file says it.</summary>
/// <param name="Name">Name of the program or of the line of a Procfile.</param>
/// <param name="Command">The command.</param>
/// <param name="Place">The command's text in the file.</param>
/// <param name="IsShellText">Whether the supervisor gives the text to a shell (honcho) rather than splitting it into words (supervisord).</param>
public sealed record SupervisedProgram(string Name, ProcessCommand Command, PlacedText Place, bool IsShellText);

/// <summary>The programs that a supervisor of the image starts: supervisord's sections, the lines of honcho's Procfile.</summary>
public static partial class SupervisedPrograms
{
    private static readonly ImmutableArray<string> Defaults = ["supervisord.conf", "etc/supervisord.conf", "/etc/supervisord.conf", "/etc/supervisor/supervisord.conf", "/etc/supervisor/conf.d/supervisord.conf"];

    /// <summary>The programs, in the order of their files; empty where the service starts no supervisor whose file is known, or where the image has a shell.</summary>
    public static ImmutableArray<SupervisedProgram> Of(ServiceModel service)
    {
        if (service.Process?.Server is not ("supervisord" or "honcho") || service.Offers[service.Build.Target] is not { IsKnown: true, Shell: null }) return [];
        var context = ImageContext.Of(service.Build);
        var words = service.Process.Lines.SelectMany(line => line.Words).Select(word => word.Value).ToImmutableArray();
        return service.Process.Server == "honcho"
            ? [.. Files(context, ValueOf(words, "-f", "--procfile"), ["Procfile"]).SelectMany(file => InProcfile(file, context))]
            : [.. Files(context, ValueOf(words, "-c", "--configuration"), Defaults).SelectMany(file => InConfiguration(file, context))];
    }

    private static string? ValueOf(ImmutableArray<string?> words, string shortName, string longName)
    {
        for (var at = 0; at + 1 < words.Length; at++)
            if (words[at] == shortName || words[at] == longName) return words[at + 1];
        return words.FirstOrDefault(word => word?.StartsWith(longName + "=", StringComparison.Ordinal) == true)?[(longName.Length + 1)..];
    }

    private static IEnumerable<SourceText> Files(CommandContext context, string? named, ImmutableArray<string> others) =>
        (named is null ? others : [named]).Select(path => context.Find(context.Absolute(path))).OfType<ImageFile>()
            .Where(file => file is { IsInRepository: true, Source: not null }).Select(file => file.Source!).Take(1);

    private static IEnumerable<SupervisedProgram> InProcfile(SourceText file, CommandContext context)
    {
        foreach (Match match in ProcfileLine().Matches(file.Content))
        {
            var text = PlacedText.Of(file, new TextSpan(match.Groups["value"].Index, match.Groups["value"].Length));
            yield return new SupervisedProgram(match.Groups["name"].Value, CommandReader.ReadShell(text, context), text, true);
        }
    }

    private static IEnumerable<SupervisedProgram> InConfiguration(SourceText file, CommandContext context)
    {
        foreach (Match match in ProgramSection().Matches(file.Content))
        {
            var text = PlacedText.Of(file, new TextSpan(match.Groups["value"].Index, match.Groups["value"].Length));
            yield return new SupervisedProgram(match.Groups["name"].Value, CommandReader.ReadArguments(CommandText.Split(text), context), text, false);
        }
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9_-]+)[ \t]*:[ \t]*(?<value>[^\r\n]*[^\s])[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ProcfileLine();

    // http://supervisord.org/configuration.html#program-x-section-settings: a command that goes on below is left alone.
    [GeneratedRegex(@"^\[program:(?<name>[^\]\r\n]+)\][^\[]*?^command[ \t]*=[ \t]*(?<value>[^\r\n;]*[^\s;])[ \t]*(?:;[^\r\n]*)?\r?$(?!\n[ \t]+\S)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ProgramSection();
}
