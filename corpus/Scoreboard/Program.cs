using System.Collections.Immutable;
using Scoreboard;

if (args is not [var checkouts, var expectations, var output, .. { Length: <= 1 } rest])
{
    Console.Error.WriteLine("usage: Scoreboard CHECKOUTS EXPECTATIONS.jsonl OUTPUT.txt [DETAILS]");
    return 2;
}

var trials = ImmutableArray.CreateBuilder<Trial>();
var failed = false;
foreach (var expected in Expectation.ReadAll(expectations))
{
    try
    {
        var trial = Trial.Run(expected, checkouts);
        trials.Add(trial);
        if (rest is [var details]) Details.Write(trial, details);
    }
    catch (Exception exception)
    {
        // The other services are worth their line; a defect in one is told and makes the run fail.
        Console.Error.WriteLine($"{expected.Id}: {exception}");
        failed = true;
    }
}

await File.WriteAllTextAsync(output, Report.Write(trials.ToImmutable()));
await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, "source-uses.txt"), SourceUses.Write(trials.ToImmutable()));
return failed ? 4 : 0;
