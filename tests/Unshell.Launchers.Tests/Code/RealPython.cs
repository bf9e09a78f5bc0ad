using System.Diagnostics;
using System.Text.Json;

namespace Unshell.Launchers.Tests.Code;

/// <summary>The Python of this machine.</summary>
internal static class RealPython
{
    private static readonly Lazy<bool> IsThere = new(() => Run("print('here')", "") == "here\n");

    public static void SkipWithout() => Assert.SkipUnless(IsThere.Value, "python3 is not installed: agreement with it was not tested");

    /// <summary>The answer of a program that reads JSON and writes JSON.</summary>
    public static T Ask<T>(string program, object question)
    {
        var answer = Run("import json, sys\nquestion = json.load(sys.stdin)\n" + program + "\njson.dump(answer, sys.stdout)", JsonSerializer.Serialize(question));
        return JsonSerializer.Deserialize<T>(answer)!;
    }

    private static string Run(string program, string input)
    {
        var start = new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["PYTHONUTF8"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return output.Result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
