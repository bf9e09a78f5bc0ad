using System.Text.RegularExpressions;
using Unshell.Services.Simulation;

namespace Unshell.Services.Sources;

/// <summary>Programs that the project's own package installs: <c>claims = "claims.cli:main"</c> in <c>pyproject.toml</c> or <c>setup.cfg</c>.</summary>
internal static partial class ConsoleScripts
{
    private const int LongestFile = 200_000;

    /// <summary>The module behind a program, or null.</summary>
    public static string? Find(BuildContext context, string program)
    {
        if (program.AsSpan().ContainsAny("/ .=:")) return null;
        foreach (var file in (string[])["pyproject.toml", "setup.cfg", "setup.py"])
        {
            if (context.FindInRepository(context.RepositoryPath(file)) is not { IsText: true, Source.Content: { Length: < LongestFile } content }) continue;
            foreach (Match match in Entry().Matches(content))
                if (match.Groups["name"].Value == program) return match.Groups["module"].Value;
        }

        return null;
    }

    [GeneratedRegex("""(?m)^[\s"'\[]*(?<name>[A-Za-z][A-Za-z0-9_-]*)["']?\s*=\s*["']?(?<module>[A-Za-z_][A-Za-z0-9_.]*):[A-Za-z_]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();
}
