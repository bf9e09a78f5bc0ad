namespace Unshell.Services.Discovery;

/// <summary>Tells Dockerfiles from other files by their names.</summary>
internal static class DockerfileNames
{
    private static readonly string[] Vendored =
        ["vendor", "third_party", "third-party", "node_modules", ".git", ".venv", "venv", "site-packages", "bower_components", ".tox", ".terraform"];

    private static readonly string[] DevelopmentWords =
        ["dev", "devel", "development", "local", "test", "tests", "testing", "ci", "debug", "devcontainer", ".devcontainer", "lint", "docs", "e2e"];

    /// <summary>Whether a path is named as Dockerfiles are and does not belong to somebody else's code.</summary>
    public static bool IsDockerfile(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        // `Dockerfile.dockerignore` and editors' copies are no Dockerfiles.
        return IsName(name)
            && !name.EndsWith(".dockerignore", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("~")
            && !name.EndsWith(".swp", StringComparison.Ordinal) && !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            && !path.Split('/')[..^1].Any(part => Vendored.Contains(part, StringComparer.Ordinal));
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)) return name.Length == "Dockerfile".Length || name["Dockerfile".Length] is '.' or '-' or '_';
        return name is "Containerfile" || name.StartsWith("Containerfile.", StringComparison.Ordinal)
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a name is one of a text from which Dockerfiles are made.</summary>
    public static bool IsTemplate(string path) =>
        path.EndsWith(".j2", StringComparison.Ordinal) || path.EndsWith(".jinja", StringComparison.Ordinal) || path.EndsWith(".jinja2", StringComparison.Ordinal)
        || path.EndsWith(".tmpl", StringComparison.Ordinal) || path.EndsWith(".template", StringComparison.Ordinal)
        || path.Contains("{{", StringComparison.Ordinal);

    /// <summary>The word of a path that says development or tests, or null.</summary>
    public static string? DevelopmentWord(string path) =>
        WordsOf(path).FirstOrDefault(word => DevelopmentWords.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The word of a path that says production, or null.</summary>
    public static string? ProductionWord(string path) =>
        WordsOf(path).FirstOrDefault(word => word.Equals("prod", StringComparison.OrdinalIgnoreCase) || word.Equals("production", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> WordsOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return path[(slash + 1)..].Split('.', '-', '_').Concat(slash < 0 ? [] : path[..slash].Split('/'));
    }

    /// <summary>The folder of a path, <c>.</c> for the root.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "." : path[..slash];
}
