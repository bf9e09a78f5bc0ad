using System.CommandLine;
using Unshell.Cli.Help;
using Unshell.Cli.Inspecting;
using Unshell.Cli.Reports;
using Unshell.Cli.Reports.Json;
using Unshell.Cli.Writing;
using Unshell.Migration;
using Unshell.Text;

namespace Unshell.Cli.Commands;

/// <summary><c>unshell migrate</c>: shows what changes and why; writes it where asked to.</summary>
internal static class MigrateCommand
{
    public static Command Create(Caller caller)
    {
        var options = new ServiceOptions();
        var format = new Option<string>("--format") { Description = "text, json or markdown", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var write = new Option<bool>("--write") { Description = "Write the files: all of them or none" };
        var explain = new Option<bool>("--explain") { Description = "Say where each instruction went, what travels, and why" };
        var command = new TaughtCommand(
            "migrate", "Show the changes that move services to hardened images; write them with --write",
            new("unshell migrate", "the difference of every file, nothing written"),
            new("unshell migrate --explain", "also where each instruction went, and why"),
            new("unshell migrate --write", "write all files, or none"),
            new("unshell migrate --port 80=8000 --writable /data", "decide what is open"),
            new("unshell migrate --harden-compose", "compose services as strict as pods: read-only root, no capabilities"),
            new("unshell migrate | git apply", "take the difference elsewhere"));
        options.AddTo(command);
        options.AddChangesTo(command);
        command.Add(write);
        command.Add(explain);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var request = options.Read(parsed, caller);
            var detail = parsed.GetValue(explain) ? Detail.Explained : Detail.Changes;
            return (int)(parsed.GetValue(write) ? Write(request, parsed.GetRequiredValue(format), detail, caller)
                : Show(Migrate(request, caller), parsed.GetRequiredValue(format), detail, caller));
        });
        return command;
    }

    private static MigrationReport Migrate(Request request, Caller caller)
    {
        var inspection = Inspection.Of(request, caller);
        var isAlone = inspection.Services.Length == 1;
        // A single Dockerfile is what the user means: its refusal says more than passing it over.
        var services = inspection.Services.Where(service => isAlone || service.Nature.Kind == Services.ServiceKind.Service).ToList();
        var (results, changes) = RepositoryMigration.Run(inspection, services, request, caller);
        return new MigrationReport
        {
            Prefix = (request.Input as Input.Repository)?.Prefix ?? "",
            Results = results,
            Changes = changes,
            PassedOver = [.. inspection.Services.Except(services)],
            Problems = inspection.Problems,
        };
    }

    private static ExitCode Write(Request request, string format, Detail detail, Caller caller)
    {
        if (request.Input is not Input.Repository { Disk: var disk })
            throw new CommandException("cannot write standard input: it is no file; leave --write out");
        FileSet.Recover(disk.Root);
        var report = Migrate(request, caller);
        if (report.Problems.FirstOrDefault(problem => problem.Severity == DiagnosticSeverity.Error) is { } problem)
            throw new CommandException($"cannot write anything: {report.Prefix}{problem.Where}: {problem.Message}");
        caller.Interrupted.ThrowIfCancellationRequested();
        FileSet.Write(disk.Root, report.Changes);
        return Show(report with { IsWritten = true }, format, detail, caller);
    }

    private static ExitCode Show(MigrationReport report, string format, Detail detail, Caller caller)
    {
        switch (format)
        {
            case "json":
                MigrationJson.Write(report, caller);
                break;
            case "markdown":
                MigrationMarkdown.Write(report, detail, caller);
                break;
            default:
                MigrationText.Write(report, detail, caller);
                break;
        }

        var isOpen = report.Results.Any(result => result.Verdict is MigrationVerdict.NeedsDecision or MigrationVerdict.Refused);
        return report.Problems.Any(problem => problem.Severity == DiagnosticSeverity.Error) && report.Changes.IsEmpty ? ExitCode.WrongUse
            : isOpen ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
