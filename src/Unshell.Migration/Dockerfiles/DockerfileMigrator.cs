using System.Collections.Immutable;
using System.Globalization;
using Unshell.Dockerfiles.Syntax;
using Unshell.Services;
using Unshell.Services.Simulation;
using Unshell.Text;

namespace Unshell.Migration.Dockerfiles;

/// <summary>The new Dockerfile with what was done to get there.</summary>
internal sealed record DockerfileOutcome(
    string Text, ImmutableArray<Placement> Placements, ImmutableArray<Artifact> Artifacts, ImmutableArray<string> Notes);

/// <summary>Rewrites one Dockerfile after a plan.</summary>
internal sealed class DockerfileMigrator
{
    private readonly ServiceModel service;
    private readonly StagePlan plan;
    private readonly MigrationOptions options;
    private readonly SourceEdits edits;
    private readonly PackageChoice packages;
    private readonly EnvironmentPlan environment;
    private readonly RunnerPlan runner;
    private readonly List<Placement> placements = [];
    private readonly List<string> notes;
    private readonly HashSet<InstructionSyntax> dropped = new(ReferenceEqualityComparer.Instance);
    private readonly string newLine;

    public DockerfileMigrator(ServiceModel service, StagePlan plan, MigrationOptions options)
    {
        this.service = service;
        this.plan = plan;
        this.options = options;
        edits = new SourceEdits(service.Dockerfile);
        newLine = service.Dockerfile.NewLine;
        packages = new PackageChoice(service, plan);
        environment = EnvironmentPlan.Of(service.Build, plan);
        runner = RunnerPlan.Of(service, plan);
        notes = [.. plan.Bases.Notes];
    }

    /// <summary>The new file.</summary>
    /// <param name="ports">Ports that move.</param>
    public DockerfileOutcome Migrate(PortMoves ports)
    {
        MovePorts(ports);
        KeepInterpreterOnPath();
        new ProcessRewriter(service, plan, runner, edits, ports, placements, notes, dropped).Rewrite();
        SwapBases();
        DropUsers();
        foreach (var stage in BuildStages()) AdaptBuildStage(stage);
        foreach (var (stage, offset) in environment.Insertions) edits.Insert(offset, environment.Lines(newLine));
        var interpreter = plan.Bases.Original.InterpreterDirectory is { } bin ? bin[..bin.LastIndexOf('/')] : null;
        foreach (var redirected in environment.Redirect(edits, service.Build, interpreter))
            placements.Add(new Placement(redirected, PlacementKind.Rewritten, "uv installs into the virtual environment"));
        var copies = new CopyRewriter(service, plan, edits, placements, notes, environment);
        copies.Rewrite();
        notes.AddRange(packages.Doubtful.Values);
        var artifacts = plan.Strategy == StageStrategy.Split ? Split(copies.Replaced) : new InPlaceStage(service, plan, edits, placements, notes, packages, environment, runner, WrittenPaths.Of(service, options)).Write();
        PlaceTheRest();
        return new DockerfileOutcome(
            edits.Apply(),
            [.. placements.OrderBy(placement => placement.Instruction.Span)],
            artifacts,
            [.. notes.Distinct()]);
    }

    private void MovePorts(PortMoves ports)
    {
        foreach (var mention in service.Ports.Where(mention => mention.Place.File == service.Dockerfile && mention.IsEditable))
        {
            if (!ports.Moves.TryGetValue(mention.Number, out var moved)) continue;
            edits.Replace(mention.Place.Span, moved.ToString(CultureInfo.InvariantCulture));
            if (service.Build.Syntax.Instructions.FirstOrDefault(instruction => instruction.Span.Contains(mention.Place.Span)) is { } instruction)
                placements.Add(new Placement(instruction, PlacementKind.Rewritten, string.Create(CultureInfo.InvariantCulture, $"port {mention.Number} moves to {moved}: the service runs without the right to bind those below 1024")));
        }
    }

    /// <summary>Stages that run commands in the new file: all that the target needs, and the target itself when it is split.</summary>
    private IEnumerable<StageModel> BuildStages() => service.Build.Reachable
        .Select(index => service.Build.Stages[index])
        .Where(stage => stage.Index != plan.Target.Index || plan.Strategy == StageStrategy.Split);

    private bool MovesToDev(StageModel stage)
    {
        while (stage.Base is BaseImage.Stage { Index: var below }) stage = service.Build.Stages[below];
        return stage.Index == plan.Chain[0].Index || BaseSwap.DevImageOf(stage) is not null;
    }

    /// <summary>A PATH that is written out whole names the old interpreter's directory; the new one's must be in it.</summary>
    private void KeepInterpreterOnPath()
    {
        if (plan.Bases.DevOffers.InterpreterDirectory is not { } directory) return;
        foreach (var env in service.Build.Syntax.Instructions.OfType<EnvInstruction>())
            foreach (var pair in env.Pairs.Where(pair => pair.Name.Raw == "PATH" && pair.Value is not null))
            {
                var raw = pair.Value!.Raw;
                if (raw.Contains("$PATH", StringComparison.Ordinal) || raw.Contains("${PATH", StringComparison.Ordinal) || raw.Trim('"', '\'').Split(':').Contains(directory)) continue;
                edits.Insert(pair.Value.Span.Start + (raw[0] is '"' or '\'' ? 1 : 0), directory + ":");
                placements.Add(new Placement(env, PlacementKind.Rewritten, $"the interpreter is in {directory} now"));
            }
    }

    private void SwapBases()
    {
        var arguments = BaseSwap.GlobalArguments(service.Build.Syntax, options);
        foreach (var stage in BuildStages())
        {
            if (stage.Base is BaseImage.External external && stage.Syntax.From.Image is { } word)
            {
                var reference = stage.Index == plan.Chain[0].Index ? plan.Bases.Dev : BaseSwap.DevImageOf(stage);
                if (reference is not null && reference != external.Reference)
                {
                    edits.Replace(word.Span, BaseSwap.ImageWord(stage.Syntax.From, external.Reference, reference, arguments, out var note));
                    if (note is not null) notes.Add(note);
                    placements.Add(new Placement(stage.Syntax.From, PlacementKind.Rewritten, $"{external.Reference} becomes {reference}: a stage that runs commands needs the dev image"));
                }
            }

            if (stage.Index == plan.Target.Index && plan.Strategy == StageStrategy.Split) NameBuildStage(stage);
        }
    }

    /// <summary>The old target gives its name to the runtime stage; whoever builds on it goes on building on the build stage.</summary>
    private void NameBuildStage(StageModel stage)
    {
        var from = stage.Syntax.From;
        if (from.Alias is { } alias) edits.Replace(alias.Span, plan.BuildName!);
        else edits.Insert(from.Span.End, $" AS {plan.BuildName}");
        if (placements.All(placement => placement.Instruction != from))
            placements.Add(new Placement(from, PlacementKind.Rewritten, $"the stage is called {plan.BuildName} now; the runtime stage has its name"));
        foreach (var other in service.Build.Stages.Where(other => other.Index > stage.Index))
        {
            if (other.Base is BaseImage.Stage { Index: var below } && below == stage.Index)
            {
                edits.Replace(other.Syntax.From.Image!.Span, plan.BuildName!);
                placements.Add(new Placement(other.Syntax.From, PlacementKind.Rewritten, $"it builds on {plan.BuildName}, which has shell and tools"));
            }

            foreach (var step in other.Steps.Where(step => step.Effects.OfType<Effect.FilesCopied>().Any(copy => copy.Origin is CopyOrigin.Stage origin && origin.Index == stage.Index)))
                if (step.Instruction.Flag("from") is { } flag) Redirect(step.Instruction, flag.ValueSpan);
        }

        void Redirect(InstructionSyntax instruction, TextSpan name)
        {
            edits.Replace(name, plan.BuildName!);
            placements.Add(new Placement(instruction, PlacementKind.Rewritten, $"what it takes is in {plan.BuildName} now"));
        }
    }

    /// <summary>The build stage builds as root: a user switched to in its middle would not exist there.</summary>
    private void DropUsers()
    {
        foreach (var step in plan.Steps.Where(step => step.Instruction.Keyword == "USER"))
        {
            dropped.Add(step.Instruction);
            if (plan.Strategy == StageStrategy.InPlace && plan.IsInTarget(step.Instruction)) continue;
            edits.RemoveLines(step.Instruction);
            placements.Add(new Placement(step.Instruction, PlacementKind.Rewritten, $"the runtime stage has USER {ArtifactPlanner.RuntimeOwner}; the build runs as root"));
        }
    }

    private void AdaptBuildStage(StageModel stage)
    {
        if (!MovesToDev(stage)) return;
        var rewriter = new RunRewriter(edits, packages, plan.Bases.DevOffers, environment.Path is not null, plan.Chain.Contains(stage), environment.CopiedPrefixes);
        foreach (var step in stage.Steps.Where(step => step.Instruction is RunInstruction))
        {
            var outcome = rewriter.Rewrite(step);
            notes.AddRange(outcome.Unresolved.Select(text => $"{service.Dockerfile.Path}:{service.Dockerfile.PositionOf(step.Instruction.Span.Start).Line}: {text}"));
            if (outcome.IsDropped)
            {
                edits.RemoveLines(step.Instruction);
                dropped.Add(step.Instruction);
                placements.Add(new Placement(step.Instruction, PlacementKind.Dropped, string.Join("; ", outcome.Reasons)));
            }
            else
            {
                placements.Add(new Placement(
                    step.Instruction,
                    outcome.Reasons.IsEmpty ? PlacementKind.Build : PlacementKind.Rewritten,
                    outcome.Reasons.IsEmpty ? "it runs a command" : string.Join("; ", outcome.Reasons)));
            }
        }

        if (stage.Base is BaseImage.External && UsesUv(stage))
            edits.Insert(ToolInstall.Offset(stage), $"# uv takes the image's Python; one that it fetched would not be in the runtime image{newLine}ENV UV_PYTHON_DOWNLOADS=never{newLine}");
        if (ToolInstall.For(stage, service.Build, plan.Bases) is { IsEmpty: false } tools)
            edits.Insert(ToolInstall.Offset(stage), ToolInstall.Lines(tools, newLine));
    }

    private static bool UsesUv(StageModel stage) =>
        stage.Final.PythonInstalls.Any(install => install is { Tool: "uv", FromStage: null })
        && !stage.Final.Environment.Keys.Concat(stage.Final.UnknownEnvironment).Any(name => name is "UV_PYTHON_DOWNLOADS" or "UV_NO_MANAGED_PYTHON" or "UV_PYTHON_PREFERENCE");

    private ImmutableArray<Artifact> Split(IReadOnlySet<InstructionSyntax> replaced)
    {
        var artifacts = new ArtifactPlanner(plan, plan.BuildName!, environment.Path, replaced, WrittenPaths.Of(service, options)).Plan();
        var stage = new RuntimeStage(plan, edits, placements);
        var locale = RuntimeEnvironment.LocaleStage(plan, plan.BuildName);
        var end = plan.Target.Steps[^1].Instruction.FullSpan.End;
        var text = stage.Write(artifacts, !packages.Carried.IsEmpty, RuntimeEnvironment.Line(service, plan, environment, runner), locale, dropped);
        var sync = runner.Sync is { } command ? $"RUN {command}{newLine}" : "";
        var made = MakeWritable(artifacts);
        var native = packages.Carried.IsEmpty ? "" : newLine + NativeStage.Text(plan.NativeName, plan.Bases, packages.Carried.Keys, service.Build.Syntax.Escape, newLine);
        var lead = service.Dockerfile.Content.EndsWith('\n') || end < service.Dockerfile.Length ? "" : newLine;
        var gap = made.Length + sync.Length == 0 && EndsInBlankLine(end) ? "" : newLine;
        if (native.Length > 0) native = native[newLine.Length..] + newLine;
        edits.Insert(end, lead + sync + made + gap + native + text + (end < service.Dockerfile.Length ? newLine : ""));
        foreach (var opaque in plan.Steps.SelectMany(step => step.Effects).OfType<Effect.Opaque>())
            notes.Add($"{service.Dockerfile.Path}:{service.Dockerfile.PositionOf(opaque.Span.Start).Line}: {opaque.Reason}; what it leaves outside of the copied paths does not travel");
        if (artifacts.Trees.FirstOrDefault(tree => tree.Path == plan.Target.Final.WorkingDirectory) is { } code
            && !notes.Any(note => note.StartsWith(code.Path + " belonged to", StringComparison.Ordinal)))
            notes.Add($"{code.Path} belongs to root and is read-only for the service, which runs as 65532 now: name what it writes there with --writable");
        return [.. artifacts.Trees, .. artifacts.Writable];
    }

    /// <summary>
    /// Makes the directories that no instruction makes, and gives away those inside a tree that travels whole: COPY leaves the owner of
    /// a directory that exists already as it is.
    /// </summary>
    private string MakeWritable(ArtifactPlan artifacts)
    {
        var nested = artifacts.Writable.Select(artifact => artifact.Path)
            .Where(path => artifacts.Trees.Any(tree => path.StartsWith(tree.Path + "/", StringComparison.Ordinal))).ToList();
        var commands = new List<string>();
        if (!artifacts.Missing.IsEmpty) commands.Add($"mkdir -p {string.Join(' ', artifacts.Missing)}");
        if (nested.Count > 0) commands.Add($"chown -R {ArtifactPlanner.RuntimeOwner} {string.Join(' ', nested)}");
        return commands.Count == 0 ? "" : $"RUN {string.Join(" && ", commands)}{newLine}";
    }

    private bool EndsInBlankLine(int end)
    {
        var before = service.Dockerfile.Content.AsSpan(0, end);
        var line = before.TrimEnd(" \t\r").LastIndexOf('\n');
        return line >= 0 && line == before.TrimEnd(" \t\r").Length - 1 && before[..line].TrimEnd(" \t\r").EndsWith("\n");
    }

    private void PlaceTheRest()
    {
        var placed = placements.Select(placement => placement.Instruction).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var instruction in service.Build.Syntax.Instructions.Where(instruction => !placed.Contains(instruction)))
        {
            var inChain = plan.Chain.Any(stage => stage.Syntax.Instructions.Contains(instruction, ReferenceEqualityComparer.Instance));
            placements.Add(inChain && plan.Strategy == StageStrategy.Split
                ? new Placement(instruction, PlacementKind.Build, "only the build needs it")
                : new Placement(instruction, PlacementKind.Unchanged, "it works on the hardened image as it is"));
        }
    }
}
