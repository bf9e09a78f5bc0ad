using System.Collections.Immutable;
using Unshell.Python.Requirements.Collecting;
using Unshell.Python.Requirements.Markers;
using Unshell.Text;

namespace Unshell.Python.Tests.Requirements;

/// <summary>What several files bring together.</summary>
public sealed class Collections
{
    [Fact]
    public void Files_that_a_requirements_file_names_are_read_relative_to_it()
    {
        var found = Collect(
            ["/app/requirements/prod.txt"], [],
            ("/app/requirements/prod.txt", "-r base.txt\n-c ../constraints.txt\ngunicorn\npywin32; sys_platform == 'win32'\n-r prod.txt\n"),
            ("/app/requirements/base.txt", "flask>=2\n"),
            ("/app/constraints.txt", "flask==3.0.1\nunused==1\n"));
        Names(found).ShouldBe("flask 3.0.1, gunicorn -");
        found[0].Source.Path.ShouldBe("/app/requirements/base.txt");
    }

    [Fact]
    public void A_lock_decides_the_version_and_brings_what_is_brought_in()
    {
        var found = Collect(
            ["/app/pyproject.toml", "/app/uv.lock"], [],
            ("/app/pyproject.toml", "[project]\nname = \"a\"\ndependencies = [\"uvicorn[standard]>=0.2\"]\n[project.optional-dependencies]\npdf = [\"weasyprint\"]\n[dependency-groups]\ndev = [\"pytest\"]\n"),
            ("/app/uv.lock", """
                [[package]]
                name = "a"
                source = { virtual = "." }
                dependencies = [{ name = "uvicorn", extra = ["standard"] }, { name = "colorama", marker = "sys_platform == 'win32'" }]
                [package.optional-dependencies]
                pdf = [{ name = "weasyprint" }]
                [package.dev-dependencies]
                dev = [{ name = "pytest" }]
                [[package]]
                name = "uvicorn"
                version = "0.30.1"
                dependencies = [{ name = "click" }]
                [package.optional-dependencies]
                standard = [{ name = "uvloop" }]
                [[package]]
                name = "click"
                version = "8.1"
                [[package]]
                name = "uvloop"
                version = "0.19"
                [[package]]
                name = "weasyprint"
                version = "60"
                [[package]]
                name = "pytest"
                version = "8"
                [[package]]
                name = "colorama"
                version = "0.4"
                """));
        Names(found).ShouldBe("click 8.1, uvicorn 0.30.1, uvloop 0.19");
        found[1].Source.Path.ShouldBe("/app/pyproject.toml");
        found[2].Source.Path.ShouldBe("/app/uv.lock");
    }

    [Fact]
    public void Groups_and_extras_come_when_they_are_asked_for() =>
        Names(Collect(
            ["/app/pyproject.toml"], ["all"],
            ("/app/pyproject.toml", "[project]\nname = \"a\"\n[project.optional-dependencies]\nall = [\"a[pdf,web]\"]\npdf = [\"weasyprint\"]\nweb = [\"flask\"]\nother = [\"x\"]\n")))
            .ShouldBe("a -, flask -, weasyprint -");

    [Fact]
    public void A_lock_of_poetry_that_names_no_groups_is_walked_from_the_project() =>
        Names(Collect(
            ["/app/pyproject.toml", "/app/poetry.lock"], [],
            ("/app/pyproject.toml", "[tool.poetry]\nname=\"a\"\n[tool.poetry.dependencies]\npython=\"^3.9\"\nredis = {version=\"^5\", extras=[\"hiredis\"]}\n[tool.poetry.group.dev.dependencies]\npytest=\"*\"\n"),
            ("/app/poetry.lock", "[[package]]\nname=\"redis\"\nversion=\"5.0.1\"\n[package.dependencies]\nhiredis={version=\"*\",optional=true}\n[package.extras]\nhiredis=[\"hiredis (>=1)\"]\n[[package]]\nname=\"hiredis\"\nversion=\"2.3\"\n[[package]]\nname=\"pytest\"\nversion=\"8\"\n")))
            .ShouldBe("hiredis 2.3, redis 5.0.1");

    [Fact]
    public void A_project_folder_among_the_requirements_brings_its_dependencies() =>
        Names(Collect(
            ["/app/requirements.txt"], [], ("/app/requirements.txt", "-e ./lib[fast]\n"),
            ("/app/lib/pyproject.toml", "[project]\nname=\"lib\"\ndependencies=[\"attrs\"]\n[project.optional-dependencies]\nfast=[\"orjson\"]\nslow=[\"x\"]\n")))
            .ShouldBe("attrs -, orjson -");

    [Theory]
    [InlineData("lxml-5.1.0-cp311-cp311-manylinux_2_28_x86_64.whl", "3.11", LibC.Glibc, true)]
    [InlineData("lxml-5.1.0-cp311-cp311-manylinux_2_28_x86_64.whl", "3.12", LibC.Glibc, false)]
    [InlineData("lxml-5.1.0-cp311-cp311-manylinux_2_28_x86_64.whl", "3.11", LibC.Musl, false)]
    [InlineData("cryptography-42-cp39-abi3-musllinux_1_2_x86_64.whl", "3.12", LibC.Musl, true)]
    [InlineData("a-1-py3-none-any.whl", "3.12", LibC.Musl, true)]
    [InlineData("a-1-py2.py3-none-any.whl", "3.12", LibC.Glibc, true)]
    [InlineData("psycopg2-2.9.9-cp311-cp311-win_amd64.whl", "3.11", LibC.Glibc, false)]
    [InlineData("psycopg2-2.9.9.tar.gz", "3.11", LibC.Glibc, false)]
    public void A_wheel_fits_the_platforms_that_its_name_says(string file, string python, LibC libc, bool fits) =>
        WheelFile.FitsAny([file], python, libc).ShouldBe(fits);

    private static ImmutableArray<WantedDistribution> Collect(string[] files, string[] groups, params (string Path, string Text)[] texts) => DependencyCollector.Collect(
        new InstallRequest { Files = [.. files], Directory = "/app", Environment = MarkerEnvironment.Linux("3.11"), Groups = [.. groups] },
        path => texts.Where(text => text.Path == path).Select(text => new SourceText(path, text.Text)).FirstOrDefault());

    private static string Names(IEnumerable<WantedDistribution> found) => string.Join(", ", found.Select(distribution => $"{distribution.Name} {distribution.Version?.ToString() ?? "-"}"));
}
