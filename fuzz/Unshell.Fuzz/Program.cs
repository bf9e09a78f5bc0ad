using System.Globalization;
using Unshell.Fuzz;
using Unshell.Fuzz.Targets;

// unshell-fuzz TARGET SECONDS [SEED]: exit 0 if no input broke a law, 1 if one did, 2 for wrong use.
var root = RepositoryRoot(AppContext.BaseDirectory);
Func<string, FuzzTarget>? create = args.FirstOrDefault() switch
{
    "dockerfile" => DockerfileTarget.Create,
    "shell" => ShellTarget.Create,
    "python" => PythonTarget.Create,
    _ => null,
};
if (create is null || root is null || args.Length is < 2 or > 3
    || !double.TryParse(args[1], CultureInfo.InvariantCulture, out var seconds))
{
    Console.Error.WriteLine("usage: Unshell.Fuzz dockerfile|shell|python SECONDS [SEED]");
    return 2;
}

var seed = args.Length == 3 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var failures = Path.Combine(root, "artifacts", "fuzz");
var fuzzer = new Fuzzer(create(root), seed, failures);
fuzzer.Run(TimeSpan.FromSeconds(seconds));
Console.WriteLine($"{args[0]}: {fuzzer.Executions} executions, {fuzzer.Failures} failures, seed {seed}");
return fuzzer.Failures == 0 ? 0 : 1;

static string? RepositoryRoot(string from)
{
    var folder = new DirectoryInfo(from);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Unshell.slnx"))) folder = folder.Parent;
    return folder?.FullName;
}
