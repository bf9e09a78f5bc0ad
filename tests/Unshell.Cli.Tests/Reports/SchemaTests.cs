using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Unshell.Cli.Tests.Reports;

/// <summary>What the program prints is what <c>schemas/</c> promises, by a validator that is not ours where Python has it.</summary>
public sealed class SchemaTests
{
    private const string Dockerfile = """
        FROM python:3.11-slim
        RUN apt-get update && apt-get install -y libpq5 curl && useradd app
        COPY . /app
        USER app
        EXPOSE 80
        HEALTHCHECK CMD curl -f http://localhost/ || exit 1
        CMD gunicorn -b 0.0.0.0:80 app:app
        """;

    [Theory]
    [InlineData("check")]
    [InlineData("migrate")]
    public async Task Output_is_as_its_schema_says(string command)
    {
        using var folder = new TestFolder().With("Dockerfile", Dockerfile).With("web/Dockerfile.dev", Dockerfile)
            .With("old/Dockerfile", "FROM python:3.8\nCMD [\"python\"]\n").With("broken/compose.yaml", "services:\n  a: [\n");
        var run = CommandRun.In(folder.Path, command, "--format", "json");
        run.Error.ShouldBeEmpty();
        await Validate($"{command}.schema.json", run.Output, folder.Path);
    }

    [Theory]
    [InlineData("#!/bin/sh\nsleep 1\nexec \"$@\"\n")]
    [InlineData("#!/bin/sh\neval \"$A\"\n")]
    public async Task What_compile_says_is_as_its_schema_says(string script)
    {
        using var folder = new TestFolder().With("start.sh", script);
        var run = CommandRun.In(folder.Path, "compile", "start.sh", "--format", "json");
        run.Error.ShouldBeEmpty();
        await Validate("compile.schema.json", run.Output, folder.Path);
    }

    [Fact]
    public async Task Settings_that_are_read_are_settings_that_the_schema_knows()
    {
        using var folder = new TestFolder();
        const string settings = """
            { "dockerfiles": ["Dockerfile"], "distro": "debian12", "registry": "r/", "fips": true, "pin": true, "python": "3.11",
              "writable": ["/data"], "targets": { "Dockerfile": "a" }, "ports": { "80": 8080 }, "rules": { "US3001": false } }
            """;
        await Validate("config.schema.json", settings, folder.Path);
        using var parsed = JsonDocument.Parse(File.ReadAllText(Schema("config.schema.json")));
        using var given = JsonDocument.Parse(settings);
        parsed.RootElement.GetProperty("properties").EnumerateObject().Select(one => one.Name)
            .ShouldBe(given.RootElement.EnumerateObject().Select(one => one.Name), ignoreOrder: true);
    }

    private static async Task Validate(string schema, string document, string folder)
    {
        var file = Path.Combine(folder, "document.json");
        await File.WriteAllTextAsync(file, document);
        const string program = "import json, sys\nimport jsonschema\njsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))\n";
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", program, Schema(schema), file]) { RedirectStandardError = true })!;
        var error = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        Assert.SkipWhen(error.Contains("No module named 'jsonschema'", StringComparison.Ordinal), "python3 has no jsonschema");
        error.ShouldBeEmpty();
    }

    private static string Schema(string name, [CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "../../../schemas", name));
}
