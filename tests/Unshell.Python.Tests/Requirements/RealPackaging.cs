using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unshell.Python.Tests.Requirements;

/// <summary>The <c>packaging</c> library that pip carries, of the Python on PATH: what installers themselves ask.</summary>
internal static class RealPackaging
{
    private const string Script = """
        import json, sys
        try:
            from packaging.version import Version
            from packaging import specifiers, markers, requirements, utils
        except ImportError:
            from pip._vendor.packaging.version import Version
            from pip._vendor.packaging import specifiers, markers, requirements, utils

        def strict(text):
            return [specifiers.Specifier(part) for part in text.split(',') if part.strip()]

        def answer(kind, *args):
            if kind == 'version':
                return str(Version(args[0]))
            if kind == 'compare':
                a, b = Version(args[0]), Version(args[1])
                return (a > b) - (a < b)
            if kind == 'contains':
                version = Version(args[1])
                return all(clause.contains(version, prereleases=True) for clause in strict(args[0]))
            if kind == 'final':
                version = Version(args[1])
                return all(clause.contains(version, prereleases=False) for clause in strict(args[0]))
            if kind == 'marker':
                return markers.Marker(args[0]).evaluate(args[1])
            if kind == 'name':
                return utils.canonicalize_name(args[0])
            read = requirements.Requirement(args[0])
            strict(str(read.specifier))
            return [utils.canonicalize_name(read.name), sorted(utils.canonicalize_name(extra) for extra in read.extras),
                    sorted(str(clause).replace(' ', '') for clause in read.specifier), read.url, read.marker is not None]

        out = []
        for question in json.load(sys.stdin):
            try:
                out.append(answer(*question))
            except Exception:
                out.append(None)
        json.dump(out, sys.stdout)
        """;

    private static readonly string? _interpreter = ((string[])["python3.14", "python3.13", "python3.12", "python3"]).FirstOrDefault(CanRun);

    public static void SkipWithout() => Assert.SkipWhen(_interpreter is null, "there is no Python with pip on PATH: agreement with its packaging library was not tested");

    /// <summary>Asks all questions in one process; null where the library rejects the text.</summary>
    public static JsonArray Ask(IEnumerable<object[]> questions) =>
        JsonNode.Parse(Run(_interpreter!, Script, JsonSerializer.Serialize(questions)))!.AsArray();

    private static bool CanRun(string interpreter)
    {
        try
        {
            return Run(interpreter, Script, "[]") == "[]";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Run(string interpreter, string script, string input)
    {
        var start = new ProcessStartInfo(interpreter) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A shim that knows no such version ends before it reads.
        }

        process.WaitForExit();
        errors.Wait();
        return output.Result;
    }
}
