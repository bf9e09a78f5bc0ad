using System.CommandLine;
using Unshell.Cli.Help;
using Unshell.Cli.Inspecting;
using Unshell.Cli.Reports;
using Unshell.Cli.Reports.Json;
using Unshell.Cli.Reports.Sarif;
using Unshell.Rules;
using Unshell.Services;
using Unshell.Text;

namespace Unshell.Cli.Commands;

/// <summary><c>unshell check</c>: everything that would break on a hardened image, and when.</summary>
internal static class CheckCommand
{
    public static Command Create(Caller caller)
    {
        var options = new ServiceOptions();
        var format = new Option<string>("--format") { Description = "text, json, sarif, github or markdown", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github", "markdown");
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Say every error and fix in full, where the text format has one line" };
        var command = new TaughtCommand(
            "check", "Say what would break on hardened images, when, and how it is mended; changes nothing",
            new("unshell check", "every service of this folder"),
            new("unshell check --verbose", "with each error in full, and its fix"),
            new("unshell check services/api/Dockerfile --target runtime", "one Dockerfile, one stage"),
            new("unshell check --format sarif > unshell.sarif", "for a code scanning service"),
            new("unshell check - --distro debian12 < Dockerfile", "a Dockerfile without its repository"));
        options.AddTo(command);
        command.Add(format);
        command.Add(verbose);
        command.SetAction(parsed => (int)Run(options.Read(parsed, caller), parsed.GetRequiredValue(format), parsed.GetValue(verbose), caller));
        return command;
    }

    private static ExitCode Run(Request request, string format, bool isVerbose, Caller caller)
    {
        var report = Check(request, caller);
        Write(report, format, isVerbose, caller);
        if (report.Services.Any(service => service.Model.Build.Defects.Any(defect => defect.Severity == DiagnosticSeverity.Error))) return ExitCode.WrongUse;
        return report.Findings.Any() ? ExitCode.Findings : ExitCode.Clean;
    }

    private static CheckReport Check(Request request, Caller caller)
    {
        var inspection = Inspection.Of(request, caller);
        var isAlone = inspection.Services.Length == 1;
        var (services, others) = (inspection.Services.Where(IsChecked), inspection.Services.Where(service => !IsChecked(service)));
        return new CheckReport(
            (request.Input as Input.Repository)?.Prefix ?? "",
            [.. services.Select(service => Check(service, request))],
            [.. others],
            inspection.Problems);

        // A single Dockerfile is what the user means, whatever it is called.
        bool IsChecked(ServiceModel service) =>
            service.Nature.Kind == ServiceKind.Service || (isAlone && service.Nature.Kind == ServiceKind.Development);
    }

    private static CheckedService Check(ServiceModel service, Request request)
    {
        var findings = RuleCatalog.Check(service, request.DisabledRules);
        return new CheckedService(service, findings, RebuildCycles.Of(findings, service));
    }

    private static void Write(CheckReport report, string format, bool isVerbose, Caller caller)
    {
        switch (format)
        {
            case "json":
                CheckJson.Write(report, caller);
                break;
            case "sarif":
                SarifReport.Write(report, caller);
                break;
            case "github":
                GitHubCommands.Write(report, caller);
                break;
            case "markdown":
                CheckMarkdown.Write(report, caller);
                break;
            default:
                CheckText.Write(report, isVerbose, caller);
                break;
        }
    }
}
