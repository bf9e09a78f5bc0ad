using Unshell.Cli.Inspecting;
using Unshell.Rules;
using Unshell.Services;
using Unshell.Services.Needs;
using Unshell.Text;

namespace Unshell.Cli.Reports;

/// <summary>
/// A check as people read it: findings by phase, then what the naive swap would have cost, then one line of sum; on one screen, or
/// with every error and fix.
/// </summary>
internal sealed class CheckText(Ink ink, string prefix)
{
    public static void Write(CheckReport report, bool isVerbose, Caller caller)
    {
        var ink = new Ink(caller);
        var text = new CheckText(ink, report.Prefix);
        var overview = new CheckOverview(ink, report.Prefix);
        text.Problems(report.Problems);
        foreach (var service in report.Services)
        {
            if (isVerbose) text.Service(service);
            else overview.Write(service);
        }

        foreach (var service in report.PassedOver) text.PassedOver(service);
        text.Sum(report);
        if (!isVerbose && report.Findings.Any()) ink.Line(0, "unshell explain RULE tells why; check --verbose, each error and its fix; migrate, the changes", ink.Faint);
    }

    /// <summary>Writes what could not be read.</summary>
    public void Problems(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var isError = problem.Severity == DiagnosticSeverity.Error;
            ink.Line(0, $"{prefix}{problem.Where}: {(isError ? "error" : "warning")}: {problem.Message}", isError ? ink.Red : ink.Yellow);
        }
    }

    /// <summary>Writes why a Dockerfile is not looked at.</summary>
    public void PassedOver(ServiceModel service) =>
        ink.Line(0, $"{prefix}{service.Dockerfile.Path}: passed over, {Why(service)}: {service.Nature.Reason}");

    /// <summary>Writes findings with their places, errors and fixes.</summary>
    public void Findings(IEnumerable<Finding> findings)
    {
        foreach (var phase in findings.GroupBy(finding => finding.Phase))
        {
            ink.Line();
            ink.Line(0, Words.Heading(phase.Key), ink.Bold);
            foreach (var alike in phase.GroupBy(finding => (finding.Rule.Id, finding.Fix))) Finding([.. alike]);
        }
    }

    private static string Why(ServiceModel service) => service.Nature.Kind switch
    {
        ServiceKind.Development => "it is for development",
        ServiceKind.NotPython => "it builds no Python service",
        _ => "it is a template",
    };

    private void Service(CheckedService service)
    {
        var model = service.Model;
        var target = model.Build.Target < 0 ? "" : $" on {model.Offers[model.Build.Target].Image}";
        ink.Line(0, $"{prefix}{model.Dockerfile.Path}{target}", ink.Bold);
        if (service.Findings.IsEmpty) ink.Line(2, "nothing stands against it", ink.Green);
        Findings(service.Findings);
        if (!service.Cycles.IsEmpty) Cycles(service);
        ink.Line();
    }

    private void Finding(List<Finding> alike)
    {
        foreach (var finding in alike)
            ink.Line(2, $"{prefix}{finding.Place.Position}  {finding.Message}  [{finding.Rule.Name}]");
        // The first line is what is met; what follows repeats the command. JSON has all of it.
        foreach (var error in alike.Select(finding => finding.Error?.Split('\n')[0]).OfType<string>().Distinct(StringComparer.Ordinal))
            ink.Line(6, error, ink.Red);
        var first = alike[0];
        ink.Line(6, $"fix ({Words.Of(first.Fix.Applicability)}): {first.Fix.Text}", ink.Cyan);
    }

    private void Cycles(CheckedService service)
    {
        ink.Line();
        ink.Line(0, $"What the naive swap would have cost: {Words.Count(service.Cycles.Length, "rebuild")}", ink.Bold);
        foreach (var cycle in service.Cycles)
        {
            var error = cycle.Error.Split('\n')[0];
            ink.Line(2, $"{cycle.Number,2}  {Words.Of(cycle.Phase),-6}  {PlaceOf(cycle.First.Place)}  {error}");
        }
    }

    private string PlaceOf(Evidence place) => $"{prefix}{place.File.Path}:{place.File.PositionOf(place.Span.Start).Line}";

    private void Sum(CheckReport report)
    {
        var findings = report.Findings.Count();
        var errors = report.Problems.Count(problem => problem.Severity == DiagnosticSeverity.Error);
        var services = Words.Count(report.Services.Length, "service");
        var unread = errors > 0 ? $"; {Words.Count(errors, "error")} in the input" : "";
        ink.Line(0, findings == 0
            ? $"no findings in {services}{unread}"
            : $"{Words.Count(findings, "finding")} in {services}: {report.Count(Applicability.Safe)} safe, "
                + $"{report.Count(Applicability.Review)} to review, {report.Count(Applicability.Manual)} to decide{unread}");
    }
}
