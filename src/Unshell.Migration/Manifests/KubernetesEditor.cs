using System.Collections.Immutable;
using System.Globalization;
using Unshell.Services;
using Unshell.Services.Commands;
using Unshell.Services.Manifests;
using Unshell.Services.Manifests.Kubernetes;
using Unshell.Services.Manifests.Yaml;

namespace Unshell.Migration.Manifests;

/// <summary>Changes a container of a Kubernetes object. Format: the core/v1 Container and PodSpec of Kubernetes 1.30 and later.</summary>
internal static class KubernetesEditor
{
    private static readonly string[] ProbeNames = ["startupProbe", "livenessProbe", "readinessProbe"];
    private static readonly string[] HookNames = ["postStart", "preStop"];
    private static readonly string[] ContainerKeys = ["containers", "initContainers", "ephemeralContainers"];

    internal static void Edit(YamlEditing editing, ServiceModel service, ManifestUse use, ManifestChange change)
    {
        if (Find(editing.File, use) is not { } found) return;
        var (workload, container) = found;
        foreach (var name in ProbeNames) EditProbe(editing, service, use, container.Map(name), name, change);
        foreach (var name in HookNames) EditHook(editing, use, container.Map("lifecycle")?.Map(name), name, change);
        EditCommand(editing, use, container, PortMoving.Of(service, use, change), change);
        if (!change.Hardens) return;
        PodSecurity.Edit(editing, service, use, workload, container, change);
        PodVolumes.Edit(editing, service, use, workload.PodSpec!, container, change);
    }

    private static (KubernetesObject Workload, YamlMapping Container)? Find(YamlFile file, ManifestUse use)
    {
        foreach (var workload in KubernetesObject.In(file).Where(one => one.PodSpec is not null))
        {
            foreach (var key in ContainerKeys)
            {
                if (workload.PodSpec!.List(key).OfType<YamlMapping>().FirstOrDefault(one => one.Span == use.Span) is { } container)
                    return (workload, container);
            }
        }

        return null;
    }

    private static void EditProbe(YamlEditing editing, ServiceModel service, ManifestUse use, YamlMapping? probe, string name, ManifestChange change)
    {
        if (change.Probe is null || Handler(use.Probes, editing, probe) is not var (owner, entry, command)) return;
        var answer = change.Probe(command);
        if (answer.Arguments is { } same && CommandEdits.IsSame(command, same) && KubernetesProbes.Native(answer.Shape, service) is null) return;
        if (KubernetesProbes.Native(answer.Shape, service) is { } native)
        {
            editing.ReplaceEntry(owner, entry, native.Kind, native.Value, $"let the kubelet ask instead of a program in the container ({name})");
        }
        else if (answer.Arguments is { } words)
        {
            var inner = ((YamlMapping)entry.Value.Resolved).Find("command")!;
            var list = YamlText.Words(words.Select(Escape), CommandEdits.QuoteOf(editing.File, inner.Value), inner.Value is not YamlSequence { IsFlow: false });
            editing.ReplaceValue(inner, list, $"check without shell and tools ({name})");
        }
        else
        {
            editing.Refuse(entry.Span, $"the {name} of {use.Name} cannot be said without shell and tools: {answer.Obstacle}", "httpGet, tcpSocket or grpc");
        }
    }

    private static void EditHook(YamlEditing editing, ManifestUse use, YamlMapping? hook, string name, ManifestChange change)
    {
        if (Handler(use.Hooks, editing, hook) is not var (owner, entry, command)) return;
        if (Sleep(command) is { } seconds)
        {
            var value = YamlText.Mapping(("seconds", YamlText.Number(seconds)));
            if (editing.ReplaceEntry(owner, entry, "sleep", value, "let the kubelet wait, since the image has no sleep"))
                editing.Note(entry.Span, $"the sleep action of {name} needs Kubernetes 1.30 or later");
        }
        else if (change.Launch(command) is { } words && CommandEdits.Launch(editing, ((YamlMapping)entry.Value.Resolved).Find("command")!, words, Escape))
        {
            return;
        }
        else if (command.Shell is not null)
        {
            CommandEdits.RefuseShell(editing, entry.Value, command, $"the {name} hook of {use.Name}");
        }
        else if (command.Arguments.FirstOrDefault() is { } program && ImageTools.IsMissing(program))
        {
            editing.Refuse(entry.Span, $"the {name} hook of {use.Name} runs {program}, which the hardened image does not have", "command: [\"python\", \"-c\", \"...\"]");
        }
    }

    private static (YamlMapping Owner, YamlEntry Entry, ProcessCommand Command)? Handler(
        ImmutableArray<ProcessCommand> commands, YamlEditing editing, YamlMapping? handler)
    {
        if (handler?.Find("exec") is not { } entry || (entry.Value.Resolved as YamlMapping)?.Value("command") is not { } list) return null;
        var command = commands.FirstOrDefault(one => one.Places.Any(place => place.Span == list.Span && place.File.Path == editing.File.Source.Path));
        return command is null ? null : (handler, entry, command);
    }

    // The kubelet puts variables in for $(NAME); two dollar signs are one.
    private static string Escape(string word) => word.Replace("$(", "$$(", StringComparison.Ordinal);

    private static int? Sleep(ProcessCommand command)
    {
        var words = command.Shell is null ? [.. command.Arguments.Select(word => word ?? "")] : command.PlainWords ?? [];
        return words is ["sleep" or "/bin/sleep" or "/usr/bin/sleep", var text] && text.TrimEnd('s') is { Length: > 0 } digits
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;
    }

    private static void EditCommand(YamlEditing editing, ManifestUse use, YamlMapping container, PortMoving ports, ManifestChange change)
    {
        if (use.Command is not { } command) return;
        var program = container.Find("command");
        var arguments = container.Find("args");
        var only = program is null || arguments is null ? program ?? arguments : null;
        if (change.Launch(command) is { } words && (only is not null || editing.StandsAlone(container, arguments!)) && CommandEdits.Launch(editing, (only ?? program)!, words, Escape))
        {
            if (only is null) editing.Remove(arguments!, "the words stand in command");
            return;
        }

        if (command.Shell is null) return;
        if (only is not null && CommandEdits.Rewrite(editing, only, command, ports)) return;
        if (only is null && editing.StandsAlone(container, arguments!) && CommandEdits.Rewrite(editing, program!, command, ports))
        {
            editing.Remove(arguments!, "the words stand in command");
            return;
        }

        var node = (only ?? arguments ?? program)!.Value;
        if (!editing.Unresolved.Any(note => note.Place.Span == node.Span))
            CommandEdits.RefuseShell(editing, node, command, $"the command of {use.Name}");
    }
}
