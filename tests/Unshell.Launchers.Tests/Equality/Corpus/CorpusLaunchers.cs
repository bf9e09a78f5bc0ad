using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Unshell.Testing;

namespace Unshell.Launchers.Tests.Equality.Corpus;

/// <summary>
/// The scripts and shell commands of the public services, where they are checked out: which compile, and whether those that do are equal to their
/// scripts in at least three environments. <c>UNSHELL_LAUNCHER_CORPUS</c> names the checkouts, <c>UNSHELL_LAUNCHER_CORPUS_REPORT</c> a
/// file for all differences. Run it as a user who may break nothing: the scripts are other people's.
/// </summary>
public sealed class CorpusLaunchers
{
    [Fact]
    public void A_launcher_does_what_the_script_of_a_public_service_does()
    {
        Machine.SkipWithoutShells();
        var checkouts = Environment.GetEnvironmentVariable("UNSHELL_LAUNCHER_CORPUS");
        Assert.SkipWhen(checkouts is null, "UNSHELL_LAUNCHER_CORPUS names no folder with the checkouts that corpus/README.md tells of");
        var entries = CorpusEntry.Read(Path.Combine(Repository.Folder("corpus"), "launchers.tsv"));
        var results = new ConcurrentBag<CorpusResult>();
        Parallel.ForEach(entries, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new Sandbox(), (entry, state, sandbox) =>
        {
            results.Add(CorpusResult.Of(sandbox, entry, checkouts!));
            return sandbox;
        }, sandbox => sandbox.Dispose());
        var ordered = results.OrderBy(result => result.Entry.Id, StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("UNSHELL_LAUNCHER_CORPUS_REPORT") is { } path)
            File.WriteAllText(path, string.Concat(ordered.Select(result => result.Details)));
        Golden.Match(Repository.Folder("corpus"), "launchers.txt", Print(ordered));
    }

    private static string Print(List<CorpusResult> results)
    {
        var text = new StringBuilder("# Written by the tests of Unshell.Launchers; corpus/README.md tells what each word means.\n\n");
        foreach (var (name, some) in new[] { ("all", results), ("scripts", results.Where(result => result.Entry.IsScript).ToList()), ("commands", results.Where(result => !result.Entry.IsScript).ToList()) })
        {
            var compiled = some.Count(result => result.State != "refused");
            text.Append(CultureInfo.InvariantCulture, $"{name,-9} {some.Count,3}: compiled {compiled} ({100.0 * compiled / some.Count:0.0} %), plain {some.Count(result => result.State == "plain")}, with run time {some.Count(result => result.State == "run time")}, refused {some.Count - compiled}\n");
        }

        text.Append(CultureInfo.InvariantCulture,
            $"runs      {results.Sum(result => result.Runs)}: equal {results.Sum(result => result.Equal)}, different {results.Sum(result => result.Different)}, unsteady {results.Sum(result => result.Runs - result.Equal - result.Different)}\n\n");
        foreach (var result in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{result.State,-8} {(result.Runs == 0 ? "" : $"{result.Equal}/{result.Runs}"),-6} {result.Entry.Id}\n");
            foreach (var reason in result.Reasons) text.Append(CultureInfo.InvariantCulture, $"                {reason}\n");
        }

        return text.ToString();
    }
}
