using Unshell.Dockerfiles.Syntax;
using Unshell.Services.Repositories;
using Unshell.Text;

namespace Unshell.Services.Simulation;

/// <summary>Runs a Dockerfile on paper, with the semantics of BuildKit's Dockerfile frontend.</summary>
public static class BuildSimulator
{
    /// <summary>Runs every stage, reachable or not; never throws on any tree.</summary>
    /// <param name="syntax">The Dockerfile; its path is relative to the repository.</param>
    /// <param name="repository">The repository's files.</param>
    /// <param name="contextPath">The build context relative to the repository, <c>.</c> for its root.</param>
    /// <param name="options">What the build is told.</param>
    public static BuildModel Run(DockerfileSyntax syntax, IRepository repository, string contextPath, SimulationOptions options)
    {
        var context = BuildContext.Of(repository, contextPath, syntax.Source.Path);
        var defects = new List<BuildDefect>();
        var arguments = GlobalArguments.Of(syntax, options);
        CheckPreamble(syntax, defects);
        var graph = StageGraph.Of(syntax, arguments, options, defects);
        var run = new BuildRun(syntax, context, options, arguments, graph, defects);
        foreach (var index in graph.Order) run.RunStage(index);
        return new BuildModel
        {
            Syntax = syntax,
            Stages = run.Models(),
            Target = graph.Target,
            Reachable = graph.Reachable,
            TargetChain = graph.TargetChain,
            Defects = [.. defects.Distinct().OrderBy(defect => defect.Span)],
            Context = context,
            Options = options,
        };
    }

    private static void CheckPreamble(DockerfileSyntax syntax, List<BuildDefect> defects)
    {
        var name = syntax.Source.Path;
        if (syntax.Instructions.IsEmpty)
            defects.Add(new BuildDefect(new TextSpan(0, 0), $"cannot build {name}: the file has no instruction"));
        else if (syntax.Stages.IsEmpty)
            defects.Add(new BuildDefect(syntax.Instructions[0].KeywordSpan, $"cannot build {name}: the file has no FROM"));
        foreach (var instruction in syntax.Preamble.Where(instruction => instruction is not ArgInstruction))
        {
            defects.Add(new BuildDefect(
                instruction.KeywordSpan, $"cannot build {name}: only ARG may stand before the first FROM, not {instruction.Keyword}"));
        }
    }
}
