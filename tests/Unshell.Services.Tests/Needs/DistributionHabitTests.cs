using System.Collections.Immutable;
using Unshell.Catalog;
using Unshell.Services.Needs;
using Unshell.Services.Repositories;

namespace Unshell.Services.Tests.Needs;

/// <summary>Caches, Pythons and programs of distributions, through whichever file names them.</summary>
public sealed class DistributionHabitTests
{
    private const string Pod = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: claims}
        spec:
          selector: {matchLabels: {app: claims}}
          template:
            metadata: {labels: {app: claims}}
            spec:
              containers:
              - name: claims
                image: claims:latest
                securityContext: {readOnlyRootFilesystem: true}
        """;

    [Theory]
    [InlineData("", false)]
    [InlineData("USER 1000", true)]
    [InlineData("ENV HOME=/srv/home", true)]
    [InlineData("ENV HOME=/srv/home MPLCONFIGDIR=/tmp/matplotlib", false)]
    public void A_cache_is_missed_where_HOME_cannot_be_written(string line, bool isMissed) =>
        Missed($"FROM python:3.11-slim-bookworm\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n{line}\nCMD [\"python\", \"app.py\"]\n", ("requirements.txt", "matplotlib==3.8.2\n"))
            .OfType<Requirement.Cache>().Any().ShouldBe(isMissed);

    [Fact]
    public void A_cache_is_missed_where_the_root_is_read_only() =>
        Missed(
                "FROM python:3.11-slim-bookworm\nWORKDIR /app\nCOPY . .\nRUN pip install matplotlib\nCMD [\"python\", \"app.py\"]\n",
                ("k8s/deployment.yaml", Pod), ("docker-compose.yml", "services:\n  claims:\n    build: .\n    image: claims:latest\n"))
            .OfType<Requirement.Cache>().ShouldHaveSingleItem().Setting.ShouldBe("MPLCONFIGDIR");

    [Theory]
    [InlineData("requirements.txt", "numpy==1.19.5\n", "RUN pip install -r requirements.txt", true)]
    [InlineData("requirements.txt", "numpy==1.26.4\n", "RUN pip install -r requirements.txt", false)]
    [InlineData("requirements.txt", "numpy\n", "RUN pip install -r requirements.txt", false)]
    [InlineData("pyproject.toml", "[project]\nname = \"a\"\nrequires-python = \"<3.11\"\n", "RUN pip install .", true)]
    [InlineData("pyproject.toml", "[project]\nname = \"a\"\nrequires-python = \">=3.11.4\"\n", "RUN pip install .", false)]
    [InlineData("pyproject.toml", "[tool.poetry]\nname = \"a\"\n[tool.poetry.dependencies]\npython = \"~3.9 || ~3.11\"\n", "RUN pip install .", false)]
    public void A_dependency_that_shuts_the_new_Python_out_is_missed(string path, string content, string run, bool isMissed) =>
        Missed($"FROM python:3.11-slim-bookworm\nCOPY . .\n{run}\nCMD [\"python\", \"app.py\"]\n", (path, content))
            .OfType<Requirement.PythonRange>().Any().ShouldBe(isMissed);

    [Theory]
    [InlineData("python:3.11-bookworm", "gitpython", "git", true)]
    [InlineData("python:3.11-slim-bookworm", "gitpython", "git", false)]
    [InlineData("python:3.11-bookworm", "flask", "git", false)]
    public void A_program_is_needed_where_the_image_has_it_today(string image, string distribution, string program, bool isMissed) =>
        Missed($"FROM {image}\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCMD [\"python\", \"app.py\"]\n", ("requirements.txt", distribution + "\n"))
            .Contains(new Requirement.Program(program)).ShouldBe(isMissed);

    [Theory]
    [InlineData("requirements.txt", "-r base.txt\n", "RUN pip install -r requirements.txt")]
    [InlineData("pyproject.toml", "[project]\nname = \"a\"\ndependencies = [\"psycopg2\"]\n", "RUN pip install .")]
    [InlineData("pyproject.toml", "[tool.poetry]\nname = \"a\"\n[tool.poetry.dependencies]\npython = \"^3.11\"\npsycopg2 = \"^2.9\"\n", "RUN pip install poetry && poetry config virtualenvs.create false && poetry install --only main")]
    [InlineData("Pipfile", "[packages]\npsycopg2 = \"*\"\n", "RUN pip install pipenv && pipenv install --system")]
    public void A_library_is_found_through_every_kind_of_file(string path, string content, string run) =>
        Missed($"FROM python:3.11-bookworm\nWORKDIR /app\nCOPY . .\n{run}\nCMD [\"python\", \"app.py\"]\n", (path, content), ("base.txt", "psycopg2==2.9.9\n"))
            .OfType<Requirement.Library>().Select(library => library.Package).ShouldContain("libpq5");

    private static ImmutableArray<Requirement> Missed(string dockerfile, params (string Path, string Content)[] files)
    {
        var repository = MemoryRepository.Of([("Dockerfile", dockerfile), ("app.py", "print()\n"), .. files]);
        var service = ServiceAnalysis.Analyze(repository, new AnalysisOptions { Catalog = HardenedCatalog.Embedded }).Single();
        return [.. NeedMatcher.Missing(service).Select(need => need.Requirement)];
    }
}
