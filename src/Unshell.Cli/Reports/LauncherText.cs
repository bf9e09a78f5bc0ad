using Unshell.Launchers;
using Unshell.Text;

namespace Unshell.Cli.Reports;

/// <summary>The compiler's remarks as people read them: a line each, with the place first, as compilers write them.</summary>
internal static class LauncherText
{
    /// <summary>Writes refusals and notes to standard error, so that the launcher alone is on standard output.</summary>
    public static void Remarks(LauncherResult result, Caller caller)
    {
        foreach (var refusal in result.Refusals) Line(refusal.File, refusal.Span, "cannot compile this", $"{refusal.Reason}; {refusal.Advice}", caller);
        foreach (var note in result.Notes) Line(note.File, note.Span, NameOf(note.Kind), note.Message, caller);
    }

    /// <summary>A note's kind in a word.</summary>
    public static string NameOf(LauncherNoteKind kind) => kind switch
    {
        LauncherNoteKind.Replaced => "replaced",
        LauncherNoteKind.Dropped => "dropped",
        _ => "review",
    };

    private static void Line(SourceText file, TextSpan span, string kind, string message, Caller caller) =>
        caller.Error.WriteLine(Ink.Harmless($"{file.Path}:{file.PositionOf(span.Start)}: {kind}: {message}"));
}
