using System.Collections.Immutable;
using Unshell.Services.Simulation.Scripts;
using Unshell.Text;

namespace Unshell.Services.Simulation.RunCommands;

/// <summary>A program as a RUN starts it.</summary>
/// <param name="Script">The shell that starts it.</param>
/// <param name="Span">The command in the Dockerfile.</param>
/// <param name="Words">Program and arguments; never empty.</param>
/// <param name="Input">What it reads.</param>
internal sealed record Invocation(ScriptRun Script, TextSpan Span, ImmutableArray<Argument> Words, PipedText Input)
{
    /// <summary>The program as written.</summary>
    public string Program => Words[0].Text;

    public ImmutableArray<Argument> Arguments => Words.RemoveAt(0);

    public StageState State => Script.State;

    /// <summary>The program's name without directory, and without a version for Python's own programs.</summary>
    public string Name => ProgramNames.Plain(Program);

    public void Record(Effect effect) => Script.Record(effect);

    public void Opaque(string reason) => Record(new Effect.Opaque(Span, reason));

    /// <summary>Something is installed, and nobody can tell from the text what.</summary>
    public void UnknownInstallation(string reason) => Record(new Effect.Opaque(Span, reason) { IsInstallation = true });

    public string Absolute(string path) => Script.Absolute(path);

    public string? ValueOf(string variable) => Script.ValueOf(variable);

    /// <summary>Whether a variable holds what installers take for yes.</summary>
    public bool IsSet(string variable) => ValueOf(variable)?.ToLowerInvariant() is "1" or "true" or "yes" or "on";

    /// <summary>The same call of another program: what a wrapper starts.</summary>
    public Invocation Inner(ImmutableArray<Argument> words) => this with { Words = words };

    /// <summary>Records that the program is run, and what it does.</summary>
    public PipedText Start()
    {
        Record(new Effect.ProgramRun(Span, Program, [.. Words.Select(word => word.Value)], Script.IsTolerated || Script.IsConditional));
        if (Words[0].Value is null)
        {
            Opaque($"the program is in {Words[0].Raw}");
            return PipedText.Unknown;
        }

        if (!Script.Budget.Take()) return PipedText.Unknown;
        if (CommandTable.Find(Name) is { } command) return command(this);
        return ScriptFile.Run(this, Program, Arguments) ?? Unfamiliar();
    }

    private PipedText Unfamiliar()
    {
        if (Arguments is not [{ Value: "--version" or "-V" or "--help" or "version" }])
            Opaque($"what {Program} does is not known");
        return PipedText.Unknown;
    }
}

/// <summary>Names of programs without what varies.</summary>
internal static class ProgramNames
{
    /// <summary><c>/opt/venv/bin/pip3.11</c> is <c>pip</c>.</summary>
    public static string Plain(string program)
    {
        var name = UnixPath.NameOf(program);
        foreach (var stem in (ReadOnlySpan<string>)["python", "pip", "pypy", "easy_install"])
        {
            if (name.StartsWith(stem, StringComparison.Ordinal) && name.AsSpan(stem.Length).TrimStart("0123456789.-").IsEmpty) return stem;
        }

        return name;
    }
}
