namespace Unshell.Cli.Tests;

/// <summary>A checkout of definitions becomes the catalog that later commands use, or changes nothing.</summary>
public sealed class CatalogUpdateTests
{
    private const string Data = ".data/unshell/catalog.bin";

    [Fact]
    public void Later_commands_answer_from_the_definitions()
    {
        using var folder = Checkout("3.11.77");

        var update = CommandRun.In(folder.Path, "catalog", "update", "definitions", "--date", "2099-01-31");

        update.ShouldBe(new CommandRun(ExitCode.Clean, $"{folder.Path}/{Data}: 2 definitions of 2099-01-31 in 1 repository\n", ""));
        var resolve = CommandRun.In(folder.Path, "catalog", "resolve", "python:3.11-slim-bookworm");
        resolve.ExitCode.ShouldBe(ExitCode.Clean);
        resolve.Output.ShouldContain("dhi.io/python:3.11-debian12\n");
        resolve.Output.ShouldContain("dhi.io/python:3.11-debian12-dev\n");
        CommandRun.In(folder.Path, "catalog", "show", "python:3.11-debian12").Output.ShouldContain("3.11.77-debian12");
        CommandRun.In(folder.Path, "catalog", "list").Output.ShouldBe("python\n");
        folder.With("service/Dockerfile", "FROM python:3.11-slim-bookworm\nCOPY app.py .\nCMD [\"python\", \"app.py\"]\n");
        CommandRun.In(folder.Path, "migrate", "service").Output.ShouldContain("+FROM dhi.io/python:3.11-debian12");
    }

    [Fact]
    public void A_second_update_takes_the_place_of_the_first()
    {
        using var folder = Checkout("3.11.77");
        CommandRun.In(folder.Path, "catalog", "update", "definitions", "--date", "2099-01-31").ExitCode.ShouldBe(ExitCode.Clean);
        Write(folder, "3.11.78");

        CommandRun.In(folder.Path, "catalog", "update", "definitions", "--date", "2099-02-01").ExitCode.ShouldBe(ExitCode.Clean);

        CommandRun.In(folder.Path, "catalog", "show", "python:3.11-debian12").Output.ShouldContain("3.11.78-debian12");
        Directory.EnumerateFiles(Path.Combine(folder.Path, ".data", "unshell")).Select(Path.GetFileName).ShouldBe(["catalog.bin"]);
    }

    [Fact]
    public void Definitions_older_than_the_program_s_own_do_not_count()
    {
        using var folder = Checkout("3.11.77");

        var update = CommandRun.In(folder.Path, "catalog", "update", "definitions", "--date", "2020-01-31");

        update.Output.ShouldEndWith("is not older: it stays in use\n");
        CommandRun.In(folder.Path, "catalog", "list").Output.ShouldContain("\npython\n");
        CommandRun.In(folder.Path, "catalog", "show", "python:3.11-debian12").Output.ShouldNotContain("3.11.77");
    }

    [Theory]
    [InlineData("image/python/debian-12/3.11.yaml", "# x\nimage: dhi.io/python\ntags: [\n", "cannot read image/python/debian-12/3.11.yaml:")]
    [InlineData("image/python/debian-12/3.11.yaml", "# x\nimage: dhi.io/python\ntags: [a]\nvariant: runtime\n", "cannot read image/python/debian-12/3.11.yaml: it has no")]
    [InlineData("image/python/debian-12/3.11.yaml", "# x\nimage: dhi.io/python\ntags: [a]\nvariant: odd\n", "cannot read image/python/debian-12/3.11.yaml: variant odd is not known")]
    [InlineData("image/python/debian-12/again.yaml", null, "both have the tag 3.11-debian12")]
    public void A_definition_that_cannot_be_read_leaves_the_old_catalog(string path, string? content, string cause)
    {
        using var folder = Checkout("3.11.77");
        CommandRun.In(folder.Path, "catalog", "update", "definitions", "--date", "2099-01-31").ExitCode.ShouldBe(ExitCode.Clean);
        folder.With("definitions/" + path, content ?? Definition("runtime", "", "3.11.77"));

        Refused(folder, cause, "definitions", "--date", "2099-02-01");
    }

    [Theory]
    [InlineData("cannot read ", "nowhere", "--date", "2099-02-01")]
    [InlineData("it has no folder image/ with definitions", "definitions/image", "--date", "2099-02-01")]
    [InlineData("tomorrow is not a day in the form yyyy-MM-dd", "definitions", "--date", "tomorrow")]
    public void What_is_no_checkout_leaves_the_old_catalog(string cause, params string[] arguments)
    {
        using var folder = Checkout("3.11.77");
        CommandRun.In(folder.Path, "catalog", "update", "definitions", "--date", "2099-01-31").ExitCode.ShouldBe(ExitCode.Clean);

        Refused(folder, cause, arguments);
    }

    [Fact]
    public void Without_a_data_folder_there_is_no_place_for_it()
    {
        using var folder = Checkout("3.11.77").With(".data", "a file\n");

        var run = CommandRun.In(folder.Path, "catalog", "update", "definitions");

        run.ExitCode.ShouldBe(ExitCode.WrongUse);
        run.Error.ShouldStartWith("unshell: cannot update the catalog from ");
        folder.Read(".data").ShouldBe("a file\n");
    }

    private static void Refused(TestFolder folder, string cause, params string[] arguments)
    {
        var before = File.ReadAllBytes(Path.Combine(folder.Path, Data));

        var run = CommandRun.In(folder.Path, ["catalog", "update", .. arguments]);

        run.ExitCode.ShouldBe(ExitCode.WrongUse);
        run.Error.ShouldStartWith("unshell: cannot ");
        run.Error.ShouldContain(cause);
        run.Output.ShouldBeEmpty();
        File.ReadAllBytes(Path.Combine(folder.Path, Data)).ShouldBe(before);
        CommandRun.In(folder.Path, "catalog", "show", "python:3.11-debian12").Output.ShouldContain("3.11.77-debian12");
    }

    private static TestFolder Checkout(string release)
    {
        var folder = new TestFolder();
        Write(folder, release);
        return folder.With("definitions/README.md", "Definitions of two images.\n").With("definitions/image/python/settings.yaml", "port: 80\n");
    }

    private static void Write(TestFolder folder, string release) => folder
        .With("definitions/image/python/debian-12/3.11.yaml", Definition("runtime", "", release))
        .With("definitions/image/python/debian-12/3.11-dev.yaml", Definition("dev", "-dev", release));

    private static string Definition(string variant, string suffix, string release) => $"""
        # syntax=dhi.io/build:2-debian12

        name: Python 3.11.x
        image: dhi.io/python
        variant: {variant}
        tags:
          - 3.11-debian12{suffix}
          - {release}-debian12{suffix}
        platforms:
          - linux/amd64
        contents:
          packages: [base-files, libc6]
          artifacts:
            - name: dhi.io/pkg-python:{release}-debian12
        accounts:
          run-as: nonroot
          users:
            - name: nonroot
              uid: 65532
              gid: 65532
        os-release:
          id: debian
          version-id: "12"
        environment:
          PATH: /opt/python/bin:/usr/bin:/bin
        cmd:
          - python3

        """;
}
