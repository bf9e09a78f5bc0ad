using System.Diagnostics;
using System.Globalization;
using Unshell.Python.Syntax;

// PythonParsing FOLDER ROUNDS: CPU time of one thread that parses every .py file below a folder, least and median of the rounds.
var files = Directory.EnumerateFiles(args[0], "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
var times = new List<double>();
var statements = 0L;
using var process = Process.GetCurrentProcess();
for (var round = 0; round < rounds; round++)
{
    process.Refresh();
    var before = process.TotalProcessorTime;
    foreach (var bytes in files)
    {
        var source = PythonSource.Decode("file.py", bytes);
        if (source.Error is null) statements += PythonSyntax.Parse(source.Text).Module.Body.Length;
    }

    process.Refresh();
    times.Add((process.TotalProcessorTime - before).TotalSeconds);
}

times.Sort();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"unshell: {files.Length} files, {files.Sum(bytes => (long)bytes.Length)} bytes, least {times[0]:F3} s, median {times[rounds / 2]:F3} s, peak {process.PeakWorkingSet64 >> 20} MiB, {statements / rounds} statements"));
