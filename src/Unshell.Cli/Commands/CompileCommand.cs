using System.CommandLine;
using Unshell.Catalog;
using Unshell.Cli.Catalogs;
using Unshell.Cli.Help;
using Unshell.Cli.Inspecting;
using Unshell.Cli.Reports;
using Unshell.Cli.Reports.Json;
using Unshell.Cli.Writing;
using Unshell.Launchers;
using Unshell.Services.Launching;

namespace Unshell.Cli.Commands;

/// <summary><c>unshell compile</c>: a shell script as a Python launcher with the same behaviour, or the places that stop it.</summary>
internal static class CompileCommand
{
    private const string DefaultImage = "python:3";

    public static Command Create(Caller caller)
    {
        var script = new Argument<string>("SCRIPT") { Description = "A shell script, or - for standard input" };
        var output = new Option<string?>("--output", "-o") { Description = "Write the launcher there, executable, instead of printing it", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace FILE where it exists" };
        var shell = new Option<string?>("--shell") { Description = "sh or bash; else the first line tells", HelpName = "NAME" };
        shell.AcceptOnlyFromAmong("sh", "bash");
        var image = new Option<string>("--image") { Description = "Image in which the launcher runs: what it has is run, the rest is said in Python", HelpName = "REF", DefaultValueFactory = _ => DefaultImage };
        var format = new Option<string>("--format") { Description = "text or json", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new TaughtCommand(
            "compile", "Compile a shell script to a Python launcher that does the same",
            new("unshell compile entrypoint.sh", "the launcher on standard output, remarks on standard error"),
            new("unshell compile entrypoint.sh -o entrypoint.py", "into a file, executable; --force replaces one that exists"),
            new("unshell compile start --shell bash --image python:3.11-slim", "for the hardened image that takes this one's place"),
            new("unshell compile - < wait-for-it.sh", "from standard input")) { script, output, force, shell, image, format };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(script);
            var source = ScriptFile.Read(path, parsed.GetValue(shell), caller);
            var result = LauncherCompiler.Compile(source, TargetOf(parsed.GetRequiredValue(image), caller));
            if (parsed.GetRequiredValue(format) == "json") LauncherJson.Write(source, result, caller);
            else LauncherText.Remarks(result, caller);
            if (result.Python is null) return (int)ExitCode.Findings;
            var python = ScriptFile.HeaderOf(source, result).On(result.Python);
            if (parsed.GetValue(output) is { } file) LauncherFile.Write(file, python, parsed.GetValue(force), caller);
            else if (parsed.GetRequiredValue(format) == "text") caller.Output.Write(python);
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static LauncherTarget TargetOf(string reference, Caller caller)
    {
        var offers = InstalledCatalog.Load(caller).Resolve(reference, new ResolutionOptions()) switch
        {
            Resolution.Counterpart { RuntimeOffers: { } runtime } => runtime,
            Resolution.AlreadyHardened hardened => hardened.Offers,
            Resolution.NoCounterpart none => throw new CommandException(none.Message),
            _ => throw new CommandException($"cannot compile for {reference}: it is not known what that image has"),
        };
        return new LauncherTarget
        {
            HasProgram = program => ImagePrograms.Has(offers, program),
            UserId = offers.UserId,
            UserName = offers.Users.FirstOrDefault(user => user.Value == offers.UserId).Key,
            Environment = offers.Environment,
        };
    }
}
