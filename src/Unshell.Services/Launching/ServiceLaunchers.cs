using System.Collections.Immutable;
using Unshell.Launchers;
using Unshell.Services.Commands;
using Unshell.Services.Needs;
using Unshell.Text;

namespace Unshell.Services.Launching;

/// <summary>Compiles the scripts and shell texts with which a service starts. Each is compiled once; nothing is run or written.</summary>
public sealed class ServiceLaunchers
{
    private readonly ServiceModel service;
    private readonly ImmutableSortedDictionary<int, int> ports;
    private readonly CommandContext context;
    private readonly LauncherTarget target;
    private readonly Dictionary<(string Text, ImmutableArray<string> Options), Compilation> scripts = new(new ScriptComparer());
    private readonly Stack<string> open = new();

    private ServiceLaunchers(ServiceModel service, ImmutableSortedDictionary<int, int> ports)
    {
        this.service = service;
        this.ports = ports;
        context = ImageContext.Of(service.Build);
        target = new LauncherTarget
        {
            HasProgram = program => ImagePrograms.Has(service, context, program),
            UserName = service.Offers[service.Build.Target].Users.FirstOrDefault(user => user.Value == 65532).Key,
            Environment = service.Build.Stages[service.Build.Target].Final.Environment,
        };
    }

    /// <summary>The launchers of a service that has a target.</summary>
    /// <param name="service">The service.</param>
    /// <param name="ports">New port by old one, for those that the texts bind; null for none.</param>
    public static ServiceLaunchers Of(ServiceModel service, ImmutableSortedDictionary<int, int>? ports = null) =>
        new(service, ports ?? ImmutableSortedDictionary<int, int>.Empty);

    /// <summary>What a command compiles to; null where it takes no shell, or where it is not known what it starts.</summary>
    public CompiledStart? Of(ProcessCommand command) => new ShellStartReader(service.Build, context).Read(command) is { } start ? Of(start) : null;

    private CompiledStart Of(ShellStart start)
    {
        if (start.Obstacle is { } obstacle) return Refused(start, [new StartRefusal(PlaceOf(start), obstacle, "write it in Python")]);
        if (start.Command.Arguments[..start.First].Concat(start.Command.Arguments[start.End..]).Any(word => word is null))
            return Refused(start, [new StartRefusal(PlaceOf(start), "a word beside it is not known", "write it in Python")]);
        var compilation = start.Script is { } script
            ? OfScript(start.Source, script.ImagePath)
            : Compile(start.Source, start.Text ?? PlacedText.Of(start.Source.Text, start.Source.Text.FullSpan), null);
        if (compilation.Own is null) return Refused(start, compilation.Refusals);
        return new CompiledStart
        {
            Start = start,
            Launcher = compilation.Own,
            Called = compilation.Called,
            Refusals = [],
            Notes = compilation.Notes,
            Programs = [.. compilation.Called.Append(compilation.Own).SelectMany(one => one.Result.Programs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            IsPlain = compilation.Called.Append(compilation.Own).All(one => one.Result.IsPlain) && compilation.Notes.All(note => note.Kind != LauncherNoteKind.Review),
        };
    }

    private static CompiledStart Refused(ShellStart start, ImmutableArray<StartRefusal> refusals) => new() { Start = start, Launcher = null, Refusals = refusals };

    private static Evidence PlaceOf(ShellStart start) => start.Text?.Place
        ?? (start.First < start.Command.ArgumentPlaces.Length ? start.Command.ArgumentPlaces[start.First]?.Place : null) ?? start.Command.Places[0];

    private Compilation OfScript(LauncherSource source, string imagePath)
    {
        var key = (source.Text.Path + "\0" + imagePath, source.Options);
        if (scripts.TryGetValue(key, out var known)) return known;
        open.Push(source.Text.Path);
        var compilation = Compile(source, PlacedText.Of(source.Text, source.Text.FullSpan), imagePath);
        open.Pop();
        scripts.Add(key, compilation);
        return compilation;
    }

    private Compilation Compile(LauncherSource source, PlacedText origin, string? imagePath)
    {
        var syntax = Shell.Syntax.ShellSyntax.Parse(source.Text, source.Dialect);
        var calls = new ScriptCalls(service.Build, context, imagePath).In(syntax);
        var called = ImmutableArray.CreateBuilder<CompiledScript>();
        var refusals = ImmutableArray.CreateBuilder<StartRefusal>();
        var notes = ImmutableArray.CreateBuilder<StartNote>();
        foreach (var call in calls)
        {
            var inner = open.Contains(call.Source.Text.Path)
                ? new Compilation(null, [], [new StartRefusal(origin.PlaceOf(call.Span), $"{call.Source.Text.Path} starts itself again", "write it in Python")], [])
                : OfScript(call.Source, call.ImagePath);
            if (inner.Own is null) refusals.AddRange(inner.Refusals);
            else called.AddRange(inner.Called.Add(inner.Own));
            notes.AddRange(inner.Notes);
        }

        if (refusals.Count > 0) return new Compilation(null, [], refusals.ToImmutable(), []);
        var edited = EditedText.Of(source.Text, [.. calls.Select(call => call.Edit), .. PortEdits(origin)]);
        var result = LauncherCompiler.Compile(
            source with { Text = edited.Text, Files = new SourcedFiles(service.Build, context).For(syntax, imagePath) }, target);
        notes.AddRange(result.Notes.Select(note => new StartNote(note.Kind, Placed(note.File, note.Span), note.Message)));
        if (result.Python is null)
            return new Compilation(null, [], [.. result.Refusals.Select(refusal => new StartRefusal(Placed(refusal.File, refusal.Span), refusal.Reason, refusal.Advice))], []);
        var own = new CompiledScript(origin.File.Path, imagePath, LauncherHeader.DigestOf(edited.Text.Content), result);
        return new Compilation(own, [.. called.DistinctBy(script => script.Source)], [], notes.ToImmutable());

        Evidence Placed(SourceText file, TextSpan span) =>
            ReferenceEquals(file, edited.Text) || file.Path == source.Text.Path ? origin.PlaceOf(edited.Original(span)) : new Evidence(file, span);
    }

    /// <summary>Ports that the text binds, where they move.</summary>
    private IEnumerable<TextEdit> PortEdits(PlacedText origin)
    {
        foreach (var mention in service.Ports.Concat(service.Uses.SelectMany(use => use.Ports)).Where(mention => mention.Place.File.Path == origin.File.Path).DistinctBy(mention => mention.Place.Span))
        {
            if (!ports.TryGetValue(mention.Number, out var moved) || mention.Place.Text != PortText(mention.Number)) continue;
            for (var at = 0; at + mention.Place.Span.Length <= origin.Value.Length; at++)
            {
                var span = new TextSpan(at, mention.Place.Span.Length);
                if (origin.Text.ToSource(span) != mention.Place.Span) continue;
                yield return new TextEdit(span, PortText(moved));
                break;
            }
        }
    }

    private static string PortText(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Compilation(
        CompiledScript? Own, ImmutableArray<CompiledScript> Called, ImmutableArray<StartRefusal> Refusals, ImmutableArray<StartNote> Notes);

    private sealed class ScriptComparer : IEqualityComparer<(string Text, ImmutableArray<string> Options)>
    {
        public bool Equals((string Text, ImmutableArray<string> Options) x, (string Text, ImmutableArray<string> Options) y) =>
            x.Text == y.Text && x.Options.SequenceEqual(y.Options, StringComparer.Ordinal);

        public int GetHashCode((string Text, ImmutableArray<string> Options) key) => StringComparer.Ordinal.GetHashCode(key.Text);
    }
}
