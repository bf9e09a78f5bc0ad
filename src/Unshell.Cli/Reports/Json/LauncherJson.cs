using Unshell.Cli.Inspecting;
using Unshell.Launchers;

namespace Unshell.Cli.Reports.Json;

/// <summary>A compilation as <c>schemas/compile.schema.json</c> describes it.</summary>
internal static class LauncherJson
{
    public static void Write(LauncherSource source, LauncherResult result, Caller caller) => JsonReport.Write(caller, json =>
    {
        json.WriteStartObject();
        JsonReport.Heading(json, "unshell-compile-1");
        json.WriteString("script", source.Text.Path);
        json.WriteString("python", result.Python is { } python ? ScriptFile.HeaderOf(source, result).On(python) : null);
        json.WriteBoolean("plain", result.IsPlain);
        json.WriteStartArray("programs");
        foreach (var program in result.Programs) json.WriteStringValue(program);
        json.WriteEndArray();
        json.WriteStartArray("sourced");
        foreach (var file in result.Sourced) json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteStartArray("refusals");
        foreach (var refusal in result.Refusals)
        {
            json.WriteStartObject();
            JsonReport.Place(json, refusal.File, refusal.Span);
            json.WriteString("reason", refusal.Reason);
            json.WriteString("advice", refusal.Advice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in result.Notes)
        {
            json.WriteStartObject();
            JsonReport.Place(json, note.File, note.Span);
            json.WriteString("kind", LauncherText.NameOf(note.Kind));
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
