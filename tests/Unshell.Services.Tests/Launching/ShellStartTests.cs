using Unshell.Catalog;
using Unshell.Services.Launching;
using Unshell.Services.Repositories;
using Unshell.Shell.Syntax;

namespace Unshell.Services.Tests.Launching;

public sealed class ShellStartTests
{
    private const string Script = "#!/bin/bash -e\nexec \"$@\"\n";

    [Theory]
    [InlineData("[\"./run.sh\", \"web\"]", "L web")]
    [InlineData("[\"/app/run.sh\"]", "L")]
    [InlineData("[\"sh\", \"run.sh\", \"a b\"]", "L|a b")]
    [InlineData("[\"bash\", \"-eu\", \"-o\", \"pipefail\", \"/app/run.sh\"]", "L")]
    [InlineData("[\"tini\", \"--\", \"./run.sh\"]", "tini -- L")]
    [InlineData("[\"ddtrace-run\", \"./run.sh\", \"x\"]", "ddtrace-run L x")]
    [InlineData("[\"sh\", \"-c\", \"./run.sh\"]", "L")]
    [InlineData("[\"sh\", \"-c\", \"exec ./run.sh web now\"]", "L web now")]
    [InlineData("./run.sh web", "L web")]
    [InlineData("exec bash run.sh web", "L web")]
    [InlineData("bash -c 'sh run.sh web'", "L web")]
    [InlineData("['./run.sh', 'web']", "L web")]
    public void A_script_is_found_behind_whatever_starts_it_and_the_other_words_stay(string command, string expected)
    {
        var compiled = Compiled(command);

        compiled.ShouldNotBeNull().Start.Script.ShouldNotBeNull().ImagePath.ShouldBe("/app/run.sh");
        compiled.Start.With(["L"]).ShouldNotBeNull().ShouldBe(expected.Split(expected.Contains('|', StringComparison.Ordinal) ? '|' : ' '));
    }

    [Theory]
    [InlineData("gunicorn -b 0.0.0.0:$PORT app:app", "gunicorn -b 0.0.0.0:$PORT app:app", "L")]
    [InlineData("[\"sh\", \"-c\", \"a && b\"]", "a && b", "L")]
    [InlineData("[\"bash\", \"-c\", \"a \\\"$1\\\"\", \"name\", \"x\", \"y\"]", "a \"$1\"", "L x y")]
    [InlineData("[\"dumb-init\", \"sh\", \"-c\", \"a; b\"]", "a; b", "dumb-init L")]
    public void A_text_that_takes_a_shell_is_found_with_the_parameters_it_gets(string command, string text, string expected)
    {
        var compiled = Compiled(command).ShouldNotBeNull();

        compiled.Start.Script.ShouldBeNull();
        compiled.Start.Source.Text.Content.ShouldBe(text);
        compiled.Start.Source.IsScript.ShouldBeFalse();
        compiled.Start.With(["L"]).ShouldNotBeNull().ShouldBe(expected.Split(' '));
    }

    [Theory]
    [InlineData("[\"gunicorn\", \"app:app\"]")]
    [InlineData("gunicorn app:app")]
    [InlineData("[\"sh\", \"-c\", \"exec gunicorn app:app\"]")]
    [InlineData("[\"python\", \"run.py\"]")]
    [InlineData("[\"sh\"]")]
    [InlineData("[\"sh\", \"-s\"]")]
    public void What_needs_no_shell_or_gives_it_nothing_has_no_launcher(string command) => Compiled(command).ShouldBeNull();

    [Theory]
    [InlineData("[\"bash\", \"-lc\", \"a && b\"]", "a login shell reads start-up files such as /etc/profile")]
    [InlineData("[\"sh\", \"-c\", \"echo $0 && b\", \"name\"]", "it is given a name, which it uses ($0)")]
    [InlineData("[\"/made.sh\"]", "the build writes it; make it a file of the repository")]
    [InlineData("[\"/edited.sh\"]", "the build changes it, so that the file of the repository is not what runs")]
    public void What_no_launcher_can_stand_for_is_refused_with_the_reason(string command, string reason)
    {
        var compiled = Compiled(command).ShouldNotBeNull();

        compiled.Launcher.ShouldBeNull();
        compiled.Refusals.Single().Reason.ShouldBe(reason);
    }

    [Fact]
    public void Options_of_the_shell_count_and_those_of_the_first_line_only_where_the_kernel_reads_it()
    {
        Compiled("[\"./run.sh\"]")!.Start.Source.Options.ShouldBe(["-e"]);
        Compiled("[\"bash\", \"run.sh\"]")!.Start.Source.Options.ShouldBeEmpty();
        Compiled("[\"bash\", \"-euo\", \"pipefail\", \"-xc\", \"a && b\"]")!.Start.Source.Options.ShouldBe(["-euo", "pipefail", "-x"]);
        Compiled("[\"sh\", \"run.sh\"]")!.Start.Source.Dialect.ShouldBe(ShellDialect.Posix);
        Compiled("[\"./run.sh\"]")!.Start.Source.Dialect.ShouldBe(ShellDialect.Bash);
    }

    [Fact]
    public void A_script_that_starts_itself_again_is_refused()
    {
        var compiled = Compiled("[\"./loop.sh\"]").ShouldNotBeNull();

        compiled.Launcher.ShouldBeNull();
        compiled.Refusals.Single().Reason.ShouldBe("/loop.sh starts itself again".TrimStart('/'));
        compiled.Refusals.Single().Place.Position.ShouldBe("other.sh:2:1");
    }

    private static CompiledStart? Compiled(string command)
    {
        var dockerfile = $"""
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY run.sh loop.sh other.sh ./
            COPY run.sh /edited.sh
            RUN echo 'a && b' > /made.sh && sed -i 's/exec/echo/' /edited.sh
            CMD {command}
            """;
        var repository = MemoryRepository.Of(
            ("Dockerfile", dockerfile), ("run.sh", Script), ("loop.sh", "#!/bin/sh\n./other.sh\n"), ("other.sh", "#!/bin/sh\n./loop.sh\n"));
        var service = ServiceAnalysis.AnalyzeDockerfile(repository, "Dockerfile", new AnalysisOptions { Catalog = HardenedCatalog.Embedded }).Single();
        return ServiceLaunchers.Of(service).Of(service.Command!);
    }
}
