using CsCheck;
using Unshell.Services.Repositories;
using Unshell.Services.Simulation;

namespace Unshell.Services.Tests.Simulation;

public sealed class TraceTests
{
    private static readonly (string, string)[] Files =
        [("entrypoint.sh", "#!/bin/sh\n"), ("src/app.py", ""), ("src/sub/run.sh", "#!/bin/sh\n"), ("docker/start", "x")];

    [Theory]
    [InlineData("COPY . /app", "/app/src/app.py", "src/app.py")]
    [InlineData("COPY src /app", "/app/app.py", "src/app.py")]
    [InlineData("COPY src/ /app/src/", "/app/src/sub/run.sh", "src/sub/run.sh")]
    [InlineData("COPY entrypoint.sh /usr/bin/", "/usr/bin/entrypoint.sh", "entrypoint.sh")]
    [InlineData("COPY entrypoint.sh /start", "/start", "entrypoint.sh")]
    [InlineData("WORKDIR /app\nCOPY entrypoint.sh /app", "/app/entrypoint.sh", "entrypoint.sh")]
    [InlineData("WORKDIR /app\nCOPY *.sh ./", "/app/entrypoint.sh", "entrypoint.sh")]
    [InlineData("COPY --parents src/sub/run.sh /x/", "/x/src/sub/run.sh", "src/sub/run.sh")]
    [InlineData("ADD docker/start entrypoint.sh /bin/", "/bin/start", "docker/start")]
    [InlineData("COPY . /app\nRUN mv /app/entrypoint.sh /e.sh", "/e.sh", "entrypoint.sh")]
    [InlineData("COPY . /app\nRUN cp /app/docker/* /usr/local/bin/", "/usr/local/bin/start", "docker/start")]
    [InlineData("COPY . /app\nRUN ln -s /app/entrypoint.sh /e", "/e", "entrypoint.sh")]
    [InlineData("COPY . /app\nRUN sed -i 's/\\r$//g' /app/entrypoint.sh", "/app/entrypoint.sh", "entrypoint.sh")]
    [InlineData("COPY . /app\nRUN install -m 755 /app/docker/start /usr/bin/s", "/usr/bin/s", "docker/start")]
    public void A_file_leads_back_to_the_repository(string lines, string imagePath, string path)
    {
        var model = Simulate.File(Simulate.Base + lines + "\n", Files);
        var file = ImageFiles.Trace(model, 0, imagePath).ShouldBeOfType<TracedFile.Repository>();
        file.Path.ShouldBe(path);
        file.IsEdited.ShouldBeFalse();
    }

    [Theory]
    [InlineData("COPY . /app", "/app/none")]
    [InlineData("COPY --exclude=*.sh . /app", "/app/entrypoint.sh")]
    [InlineData("COPY . /app\nRUN rm -rf /app/src", "/app/src/app.py")]
    [InlineData("COPY src /app", "/app")]
    public void A_file_that_is_not_there_leads_nowhere(string lines, string imagePath) =>
        ImageFiles.Trace(Simulate.File(Simulate.Base + lines + "\n", Files), 0, imagePath).ShouldBeNull();

    [Fact]
    public void A_file_is_followed_through_stages()
    {
        var model = Simulate.File(
            Simulate.Base.Replace("\n", " AS one\n") + "COPY . /src\nFROM one AS two\nFROM python:3.11\nCOPY --from=two /src/docker /opt/docker\n", Files);
        ImageFiles.Trace(model, 2, "/opt/docker/start").ShouldBeOfType<TracedFile.Repository>().Path.ShouldBe("docker/start");
    }

    [Fact]
    public void What_sed_changes_is_marked()
    {
        var model = Simulate.File(Simulate.Base + "COPY entrypoint.sh /\nRUN sed -i 's/a/b/' /entrypoint.sh\n", Files);
        ImageFiles.Trace(model, 0, "/entrypoint.sh")!.IsEdited.ShouldBeTrue();
    }

    [Fact]
    public void Heredocs_downloads_and_scripts_of_distributions_are_told_apart()
    {
        var model = Simulate.File(
            Simulate.Base + "COPY <<EOF /e.sh\n#!/bin/sh\nEOF\nADD https://example.com/tini /tini\nRUN pip install gunicorn\nCOPY --from=ghcr.io/astral-sh/uv:0.4 /uv /bin/\n");
        ImageFiles.Trace(model, 0, "/e.sh").ShouldBeOfType<TracedFile.Generated>().Content.ShouldBe("#!/bin/sh\n");
        ImageFiles.Trace(model, 0, "/tini").ShouldBeOfType<TracedFile.Download>().Url.ShouldBe("https://example.com/tini");
        ImageFiles.Trace(model, 0, "/bin/uv").ShouldBeOfType<TracedFile.Image>().Path.ShouldBe("/uv");
        ImageFiles.FindProgram(model, 0, "gunicorn")!.Value.File.ShouldBeOfType<TracedFile.PythonScript>();
    }

    [Fact]
    public void A_mounted_file_is_there_in_its_step_only()
    {
        var model = Simulate.File(
            Simulate.Base + "WORKDIR /app\nRUN --mount=type=bind,source=entrypoint.sh,target=e.sh sh e.sh\n", Files);
        ImageFiles.Trace(model, 0, 2, "/app/e.sh").ShouldBeOfType<TracedFile.Repository>().Path.ShouldBe("entrypoint.sh");
        ImageFiles.Trace(model, 0, "/app/e.sh").ShouldBeNull();
    }

    [Theory]
    [InlineData("*.sh", "entrypoint.sh", false)]
    [InlineData("*.sh", "src/sub/run.sh", true)]
    [InlineData("**/*.sh", "src/sub/run.sh", false)]
    [InlineData("**.sh", "src/sub/run.sh", false)]
    [InlineData("src", "src/app.py", false)]
    [InlineData("src/\n!src/app.py", "src/app.py", true)]
    [InlineData("*\n!src/sub", "src/sub/run.sh", true)]
    [InlineData("/docker", "docker/start", false)]
    [InlineData("# src\n\n  docker  ", "src/app.py", true)]
    [InlineData("s?c/[a-b]pp.py", "src/app.py", false)]
    public void Ignored_files_are_not_in_the_context(string ignore, string path, bool isThere) =>
        BuildContext.Of(MemoryRepository.Of([.. Files, (".dockerignore", ignore)]), ".", "Dockerfile").HasFile(path).ShouldBe(isThere);

    [Fact]
    public void A_context_holds_what_the_last_matching_rule_of_each_file_leaves_in()
    {
        string[] names = ["a", "b", "a.b", "a-b"];
        var path = Gen.OneOf(names).Array[1, 4].Select(parts => string.Join('/', parts));
        var rule = Gen.Select(Gen.Bool, Gen.OneOf([.. names, "*", "**", "a*", "?", "[a-b]"]).Array[1, 3])
            .Select((negated, parts) => (negated ? "!" : "") + string.Join('/', parts));
        Gen.Select(path.HashSet[1, 12], rule.Array[0, 5]).Sample((paths, rules) =>
        {
            var files = paths.Where(one => !paths.Any(other => other.StartsWith(one + "/", StringComparison.Ordinal))).Select(one => ("x/" + one, ""));
            var context = BuildContext.Of(MemoryRepository.Of([.. files, ("x/.dockerignore", string.Join('\n', rules))]), "x", "x/Dockerfile");
            foreach (var (file, _) in files) context.HasFile(file[2..]).ShouldBe(!IsIgnored(rules, file[2..]), file);
        });
    }

    /// <summary>As moby's patternmatcher goes about it: rule by rule, each over the path and all directories above.</summary>
    private static bool IsIgnored(IEnumerable<string> rules, string path)
    {
        var ignored = false;
        var parts = path.Split('/');
        foreach (var rule in rules)
        {
            var above = Enumerable.Range(1, parts.Length).Select(depth => string.Join('/', parts[..depth]));
            if (above.Any(part => PathPattern.MatchesDeep(rule.TrimStart('!'), part))) ignored = rule[0] != '!';
        }

        return ignored;
    }

    [Fact]
    public void A_Dockerfile_s_own_ignore_file_goes_first()
    {
        var repository = MemoryRepository.Of([.. Files, (".dockerignore", "*"), ("docker/web.Dockerfile.dockerignore", "src")]);
        var context = BuildContext.Of(repository, ".", "docker/web.Dockerfile");
        context.IgnoreFile.ShouldBe("docker/web.Dockerfile.dockerignore");
        context.HasFile("entrypoint.sh").ShouldBeTrue();
        context.HasDirectory("src").ShouldBeFalse();
    }
}
