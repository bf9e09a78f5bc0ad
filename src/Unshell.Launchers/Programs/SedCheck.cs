namespace Unshell.Launchers.Programs;

/// <summary>The script of <c>sed</c>.</summary>
internal static class SedCheck
{
    /// <summary>Reads the script, if it is known.</summary>
    public static ProgramVerdict Of(ProgramWords words)
    {
        var isNamed = words.Has("scripts") || words.Has("script_files");
        if (words.Has("scripts") && words.Has("script_files")) return new ProgramVerdict.Refused("sed: -e together with -f needs the real program");
        var texts = isNamed ? [.. words.Options.Where(option => option.Key == "scripts").Select(option => option.Value)] : words.Operands.Take(1).ToArray();
        if (texts.Length == 0) return ProgramVerdict.Fine.Instance;
        if (texts.Contains(null)) return new ProgramVerdict.Review("the sed script is only known at run time; what cannot be done there ends it with status 125");
        var script = new SedScriptReader(string.Join('\n', texts), words.Has("extended"));
        return script.Problem is { } problem
            ? new ProgramVerdict.Refused($"sed: {problem} needs the real program")
            : ProgramVerdict.Fine.Instance;
    }
}
