using Unshell.Services.Simulation.Scripts;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary>Installation programs that are downloaded and run at once. Of most nobody can say what they leave behind.</summary>
internal static class Installers
{
    /// <summary>What running the text at an address does.</summary>
    public static PipedText Run(Invocation call, string url)
    {
        var home = call.ValueOf("HOME") ?? "/root";
        if (url.Contains("astral.sh/uv", StringComparison.Ordinal)) Uv(call, url, home);
        else if (url.Contains("install.python-poetry.org", StringComparison.Ordinal))
            Bring(call, url, call.ValueOf("POETRY_HOME") is { } place ? call.Absolute(place) + "/bin" : home + "/.local/bin", "poetry");
        else if (url.Contains("sh.rustup.rs", StringComparison.Ordinal))
            Bring(call, url, (call.ValueOf("CARGO_HOME") is { } place ? call.Absolute(place) : home + "/.cargo") + "/bin", "cargo", "rustc");
        else if (IsPackageSource(url))
            call.Record(new Effect.FileWritten(call.Span, "/etc/apt/sources.list.d/added.list", null, url));
        else
            call.UnknownInstallation($"a script from {url} is run");
        return PipedText.Unknown;
    }

    // https://docs.astral.sh/uv/reference/installer: up to 0.4 programs went to Cargo's folder.
    private static void Uv(Invocation call, string url, string home)
    {
        var isOld = url.Contains("/0.1.", StringComparison.Ordinal) || url.Contains("/0.2.", StringComparison.Ordinal)
            || url.Contains("/0.3.", StringComparison.Ordinal) || url.Contains("/0.4.", StringComparison.Ordinal);
        var place = call.ValueOf("UV_INSTALL_DIR") ?? call.ValueOf("XDG_BIN_HOME");
        Bring(call, url, place is not null ? call.Absolute(place) : home + (isOld ? "/.cargo/bin" : "/.local/bin"), "uv", "uvx");
    }

    /// <summary>Scripts of NodeSource, packagecloud and Cloudsmith, which set up a package source and install nothing.</summary>
    private static bool IsPackageSource(string url) =>
        url.Contains("deb.nodesource.com/setup", StringComparison.Ordinal) || url.EndsWith("/script.deb.sh", StringComparison.Ordinal)
        || url.EndsWith("/setup.deb.sh", StringComparison.Ordinal);

    private static void Bring(Invocation call, string url, string directory, params ReadOnlySpan<string> programs)
    {
        foreach (var program in programs)
            call.Record(new Effect.FileWritten(call.Span, UnixPath.Join(directory, program), null, url));
    }
}
