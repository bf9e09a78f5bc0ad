using System.Collections.Immutable;

namespace Unshell.Services.Commands;

/// <summary>A server or framework that was recognised in an argument list.</summary>
/// <param name="Name"><c>gunicorn</c>, <c>django</c>, <c>celery</c>, <c>python</c> …</param>
/// <param name="Arguments">Position of the first word after the server's name (and subcommand).</param>
internal sealed record Server(string Name, int Arguments);

/// <summary>Recognises servers and frameworks by the words that start them.</summary>
internal static class Servers
{
    /// <summary>The server that words start, or null.</summary>
    /// <param name="words">Program and arguments, wrappers taken off.</param>
    /// <param name="start">Position of the program.</param>
    public static Server? Find(ImmutableArray<CommandWord> words, int start = 0)
    {
        if (start >= words.Length || words[start].Value is not { } program) return null;
        var name = ImagePaths.NameOf(program);
        if (IsPython(name)) return OfPython(words, start + 1);
        if (name.EndsWith(".py", StringComparison.Ordinal)) return OfFile(words, start, name);
        return OfProgram(name, words, start + 1);
    }

    /// <summary>Whether a program name is a Python interpreter: <c>python</c>, <c>python3</c>, <c>python3.11</c>, <c>pypy3</c>.</summary>
    public static bool IsPython(string name)
    {
        var version = name.StartsWith("python", StringComparison.Ordinal) ? name[6..]
            : name.StartsWith("pypy", StringComparison.Ordinal) ? name[4..] : null;
        return version is not null && version.All(character => char.IsAsciiDigit(character) || character == '.');
    }

    private static Server? OfProgram(string name, ImmutableArray<CommandWord> words, int at) => name switch
    {
        "gunicorn" or "uvicorn" or "hypercorn" or "granian" or "daphne" or "uwsgi" or "nginx" or "supervisord" or "circusd"
            or "honcho" or "waitress-serve" or "twistd" or "gevent" or "meinheld" or "rq" or "dramatiq" or "huey_consumer"
            or "jupyter" or "voila" or "panel" or "bokeh" or "mlflow" or "dagster" or "airflow" or "prefect" or "chainlit"
            or "sanic" or "litestar" or "robyn" or "celery" or "apache2ctl" or "cron" or "crond" or "caddy" or "mod_wsgi-express" =>
            new Server(Called(name), at),
        "flask" or "streamlit" or "fastapi" => new Server(name, at),
        "django-admin" => new Server("django", at),
        "node" or "npm" or "yarn" or "npx" or "pnpm" or "bun" or "deno" => new Server("node", at),
        "java" => new Server("java", at),
        _ => null,
    };

    private static string Called(string name) => name switch
    {
        "waitress-serve" => "waitress",
        "crond" => "cron",
        _ => name,
    };

    private static Server? OfPython(ImmutableArray<CommandWord> words, int at)
    {
        while (at < words.Length && words[at].Value is ['-', ..] option && option is not "-m" and not "-c" and not "-")
            at += option is "-W" or "-X" ? 2 : 1;
        if (at >= words.Length) return new Server("python", words.Length);
        if (words[at].Value == "-m")
            return at + 1 < words.Length && words[at + 1].Value is { } module
                ? OfModule(module, words, at + 2) ?? new Server("python", at + 2)
                : new Server("python", words.Length);
        if (words[at].Value is { } file && file.EndsWith(".py", StringComparison.Ordinal)) return OfFile(words, at, ImagePaths.NameOf(file));
        // `python /usr/local/bin/gunicorn app:app`
        return words[at].Value is { } script && OfProgram(ImagePaths.NameOf(script), words, at + 1) is { } server
            ? server
            : new Server("python", at + 1);
    }

    private static Server? OfModule(string module, ImmutableArray<CommandWord> words, int at) => module switch
    {
        "django" => new Server("django", at),
        "http.server" => new Server("http.server", at),
        "waitress" => new Server("waitress", at),
        "gunicorn.app.wsgiapp" => new Server("gunicorn", at),
        "streamlit.web.cli" => new Server("streamlit", at),
        _ => OfProgram(module, words, at),
    };

    private static Server OfFile(ImmutableArray<CommandWord> words, int at, string name) =>
        name == "manage.py" && words.Length > at + 1 ? new Server("django", at + 1)
        // `python entrypoint.py gunicorn app:app`: a start script in Python that becomes what it is given.
        : at + 1 < words.Length && words[at + 1].Value is { } next && OfProgram(ImagePaths.NameOf(next), words, at + 2) is { } handedOn ? handedOn
        : new Server("python", at + 1);
}
