using System.Globalization;
using System.Text;
using Unshell.Dockerfiles.Printing;
using Unshell.Dockerfiles.Syntax;
using Unshell.Testing;
using Unshell.Text;

namespace Unshell.Dockerfiles.Tests.Syntax;

/// <summary>Each case's tree.txt shows the file token by token, then what each instruction means.</summary>
public sealed class TreeTests
{
    public static TheoryData<string> Cases => [.. Golden.Cases("../../cases/trees")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_tree_is_as_expected(string folder)
    {
        var text = File.ReadAllText(Path.Combine(folder, "Dockerfile"), new UTF8Encoding(false));
        var bytes = File.ReadAllBytes(Path.Combine(folder, "Dockerfile"));
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) text = "\uFEFF" + text;
        var tree = DockerfileSyntax.Parse(new SourceText("Dockerfile", text));
        DockerfileLaws.Broken(text).ShouldBeNull();
        Golden.Match(folder, "tree.txt", Project(tree));
        Golden.NothingElse(folder, "Dockerfile");
    }

    [Fact]
    public void There_are_cases() => Cases.ShouldNotBeEmpty();

    private static string Project(DockerfileSyntax tree)
    {
        var result = new StringBuilder();
        foreach (var token in tree.Tokens)
            result.Append(CultureInfo.InvariantCulture, $"{tree.Source.PositionOf(token.Span.Start),-6} {token.Kind,-14} {Shown(tree.Source.TextOf(token.Span))}\n");
        result.Append('\n').Append(BuildKitPrinter.Print(tree)).Append('\n');
        foreach (var instruction in tree.Instructions) Meaning(result, instruction, tree.Source);
        foreach (var stage in tree.Stages)
            result.Append(CultureInfo.InvariantCulture, $"stage {stage.Index} {stage.Name ?? "-"} of {stage.From.Image?.Raw}: {stage.Instructions.Length} instructions\n");
        foreach (var diagnostic in tree.Diagnostics)
            result.Append(CultureInfo.InvariantCulture, $"{tree.Source.PositionOf(diagnostic.Span.Start)} {diagnostic.Severity}: {diagnostic.Message}\n");
        return result.ToString();
    }

    private static void Meaning(StringBuilder result, InstructionSyntax instruction, SourceText source)
    {
        var place = source.PositionOf(instruction.Span.Start);
        var command = instruction switch
        {
            RunInstruction run => run.Command,
            CmdInstruction cmd => cmd.Command,
            EntrypointInstruction entrypoint => entrypoint.Command,
            HealthcheckInstruction healthcheck => healthcheck.Command,
            _ => null,
        };
        if (command is CommandForm.Exec exec)
            result.Append(CultureInfo.InvariantCulture, $"{place} {instruction.Keyword} exec {string.Join(' ', exec.Arguments.Select(argument => Shown(source.TextOf(argument.Span))))}\n");
        if (command is CommandForm.Shell shell)
            result.Append(CultureInfo.InvariantCulture, $"{place} {instruction.Keyword} shell{(shell.MalformedExec ? " (malformed exec form)" : "")}{(instruction is RunInstruction { IsHeredocScript: true } ? " (heredoc script)" : "")}\n");
        foreach (var flag in instruction.Flags)
            result.Append(CultureInfo.InvariantCulture, $"{place} {instruction.Keyword} flag {flag.Name} is {flag.Value ?? "-"}, written {Shown(source.TextOf(flag.ValueSpan))}\n");
        foreach (var heredoc in instruction.Heredocs)
            result.Append(CultureInfo.InvariantCulture, $"{place} {instruction.Keyword} heredoc {source.TextOf(heredoc.MarkSpan)} fd {heredoc.FileDescriptor}{(heredoc.Expands ? " expands" : "")}{(heredoc.StripsTabs ? " strips tabs" : "")} {Shown(heredoc.Content)}\n");
        if (instruction is OnbuildInstruction { Inner: { } inner }) Meaning(result, inner, source);
    }

    private static string Shown(string text) => $"|{text.Replace("\\", "\\\\").Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t").Replace("\uFEFF", "\\uFEFF")}|";
}
