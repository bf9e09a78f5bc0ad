using System.Collections.Immutable;
using System.Globalization;
using Unshell.Services;
using Unshell.Services.Manifests;
using Unshell.Services.Manifests.Yaml;
using Unshell.Text;

namespace Unshell.Migration.Manifests;

/// <summary>Changes a compose service. Format: the compose specification, services element.</summary>
internal static class ComposeEditor
{
    internal static void Edit(YamlEditing editing, ServiceModel service, ManifestUse use, ManifestChange change)
    {
        if (Find(editing.File, use) is not { } mapping)
        {
            editing.Refuse(new TextSpan(use.Span.Start, 0), $"cannot edit {use.Name}: it is an alias of another service; what is changed there counts here too");
            return;
        }

        var isDevelopment = use.IsDevelopment || HidesSource(use);
        if (isDevelopment)
        {
            editing.Note(new TextSpan(use.Span.Start, use.Name.Length),
                $"{use.Name} serves development; the runtime image has no shell and no tools for that",
                $"build:\n  context: {service.Context}\n  target: {change.BuildStage}");
        }

        EditHealthCheck(editing, use, mapping, change);
        EditCommand(editing, use, mapping, PortMoving.Of(service, use, change), change);
        EditUser(editing, use, mapping, change);
        if (change.HardensCompose && !isDevelopment) Harden(editing, use, mapping, change);
        NoteVolumes(editing, use, change);
    }

    private static YamlMapping? Find(YamlFile file, ManifestUse use) => file.Documents.OfType<YamlMapping>()
        .SelectMany(document => (document.Map("services") ?? document).Entries)
        .Where(entry => entry.Span == use.Span).Select(entry => entry.Value as YamlMapping).FirstOrDefault();

    // The whole source folder mounted over the application is how developers see their changes at once.
    private static bool HidesSource(ManifestUse use) => use.Mounts.Any(mount => mount.Kind is MountKind.Bind && !mount.IsReadOnly
        && mount.Source is "." or "./" or ".." or "../" or "./src" or "./app" or "${PWD}" or "$PWD");

    private static void EditHealthCheck(YamlEditing editing, ManifestUse use, YamlMapping mapping, ManifestChange change)
    {
        if (change.Probe is null || use.Probes.IsEmpty || mapping.Find("healthcheck") is not { } check) return;
        if (check.Value.Resolved is not YamlMapping details || details.Find("test") is not { } test) return;
        var answer = change.Probe(use.Probes[0]);
        if (answer.Arguments is not { } words)
        {
            editing.Refuse(test.Value.Span, $"the health check of {use.Name} cannot be said without shell and tools: {answer.Obstacle}",
                "test: [\"CMD\", \"python\", \"-c\", \"...\"]");
            return;
        }

        if (CommandEdits.IsSame(use.Probes[0], words)) return;
        if (Interpolates(editing.File.Source.TextOf(test.Value.Span)))
        {
            editing.Refuse(test.Value.Span, $"compose puts variables into the health check of {use.Name}", Flow(words).Flow());
            return;
        }

        var list = YamlText.Words(["CMD", .. words.Select(Escape)], CommandEdits.QuoteOf(editing.File, test.Value), test.Value is not YamlSequence { IsFlow: false });
        editing.ReplaceValue(test, list, "check health without shell and tools");
    }

    private static YamlText Flow(ImmutableArray<string> words) => YamlText.Words(["CMD", .. words.Select(Escape)]);

    private static void EditCommand(YamlEditing editing, ManifestUse use, YamlMapping mapping, PortMoving ports, ManifestChange change)
    {
        if (use.Command is not { } command) return;
        var entries = new[] { mapping.Find("entrypoint"), mapping.Find("command") }.OfType<YamlEntry>().ToImmutableArray();
        if (entries.IsEmpty) return;
        var text = string.Concat(entries.Select(entry => editing.File.Source.TextOf(entry.Value.Span)));
        if (!Interpolates(text) && change.Launch(command) is { } words && Launch(editing, mapping, entries, words)) return;
        if (command.Shell is null) return;
        if (entries.Length == 1 && !Interpolates(text) && CommandEdits.Rewrite(editing, entries[0], command, ports, Escape)) return;
        if (!editing.Unresolved.Any(note => note.Place.Span == entries[^1].Value.Span))
            CommandEdits.RefuseShell(editing, entries[^1].Value, command, $"the command of {use.Name}");
    }

    /// <summary>Entrypoint and command together become one list, under the key that comes first for the container.</summary>
    private static bool Launch(YamlEditing editing, YamlMapping mapping, ImmutableArray<YamlEntry> entries, ImmutableArray<string> words)
    {
        if (entries is [_, var second] && !editing.StandsAlone(mapping, second)) return false;
        if (!CommandEdits.Launch(editing, entries[0], words, Escape)) return false;
        if (entries.Length == 2) editing.Remove(entries[1], $"the words stand in {entries[0].Name}");
        return true;
    }

    private static void EditUser(YamlEditing editing, ManifestUse use, YamlMapping mapping, ManifestChange change)
    {
        if (mapping.Find("user")?.Value.Resolved is not YamlScalar { IsNull: false } user) return;
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{change.User}:{change.User}");
        var name = user.Value.Split(':')[0];
        if (user.Value == wanted || name == change.User.ToString(CultureInfo.InvariantCulture)) return;
        if (Interpolates(user.Value))
            editing.Refuse(user.Span, $"compose puts variables into the user of {use.Name}; the image's files belong to {wanted}", $"user: \"{wanted}\"");
        else if (name is "root" or "0")
            editing.Refuse(user.Span, $"{use.Name} is told to run as root; the hardened image runs as {wanted}", $"user: \"{wanted}\"");
        else if (change.OldUsers.Contains(name) || !name.All(char.IsAsciiDigit))
            editing.Replace(user.Span, $"\"{wanted}\"", $"run as {wanted}, since the hardened image has no user {name}");
        else
            editing.Note(user.Span, $"{use.Name} runs as {user.Value}; the image's writable directories belong to {wanted}", $"user: \"{wanted}\"");
    }

    private static void Harden(YamlEditing editing, ManifestUse use, YamlMapping mapping, ManifestChange change)
    {
        if (mapping.Find("read_only") is not { } readOnly) editing.Append(mapping, "read_only", YamlText.True, "make the root file system read-only");
        else if (readOnly.Value.Resolved is YamlScalar { IsTrue: false }) editing.Note(readOnly.Value.Span, $"{use.Name} keeps a writable root by decision of its author", "read_only: true");
        if (mapping.Find("cap_drop") is null) editing.Append(mapping, "cap_drop", Items("ALL"), "drop all capabilities");
        AddItem(editing, mapping, "security_opt", "no-new-privileges:true", item => item.StartsWith("no-new-privileges", StringComparison.Ordinal));
        AddTemporary(editing, use, mapping, change);
    }

    private static void AddTemporary(YamlEditing editing, ManifestUse use, YamlMapping mapping, ManifestChange change)
    {
        var missing = WritablePaths.Missing(use, change);
        if (missing.IsEmpty) return;
        var items = missing.Select(path => path == "/tmp" ? path : $"{path}:uid={change.User},gid={change.User},mode=0755").ToImmutableArray();
        switch (mapping.Find("tmpfs")?.Value)
        {
            case null: editing.Append(mapping, "tmpfs", Items([.. items]), "keep what is written at run time in memory"); break;
            case YamlSequence list:
                foreach (var item in items) editing.Append(list, YamlText.Of(item), "keep what is written at run time in memory");
                break;
            case var other:
                editing.Refuse(other.Span, $"cannot add {string.Join(", ", missing)} to tmpfs of {use.Name}: it is no list", $"tmpfs: {Items([.. items]).Flow()}");
                break;
        }
    }

    private static void AddItem(YamlEditing editing, YamlMapping mapping, string key, string value, Func<string, bool> isThere)
    {
        switch (mapping.Find(key)?.Value)
        {
            case null: editing.Append(mapping, key, Items(value), "forbid new privileges"); break;
            case YamlSequence list when !list.Items.OfType<YamlScalar>().Any(item => isThere(item.Value)):
                editing.Append(list, YamlText.Of(value), "forbid new privileges");
                break;
        }
    }

    private static void NoteVolumes(YamlEditing editing, ManifestUse use, ManifestChange change)
    {
        foreach (var mount in use.Mounts.Where(mount => mount.Kind is MountKind.Volume && mount.Source is not null && !mount.IsReadOnly))
        {
            editing.Note(mount.Place.Span,
                $"volume {mount.Source} may hold files of the old user; a new one gets the owner of {mount.Target} in the image",
                $"docker run --rm -v PROJECT_{mount.Source}:/v busybox chown -R {change.User}:{change.User} /v");
        }

        foreach (var mount in use.Mounts.Where(mount => mount.Kind is MountKind.Bind && !mount.IsReadOnly && !use.IsDevelopment))
            editing.Note(mount.Place.Span, $"{mount.Source} of the host must be writable for {change.User} where the service writes {mount.Target}");
    }

    private static YamlText.List Items(params ImmutableArray<string> items) => new YamlText.List([.. items.Select(YamlText.Of)], IsFlow: false);

    private static string Escape(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    private static bool Interpolates(string text) => text.Replace("$$", "", StringComparison.Ordinal).Contains('$', StringComparison.Ordinal);
}
