using System.Diagnostics;
using Unshell.Migration.Launchers;

namespace Unshell.Migration.Tests.Launchers;

public sealed class OneLinerTests
{
    [Theory]
    [InlineData("import os\n\nos.execvp(\"x\", [])\n", "import os; os.execvp(\"x\", [])")]
    [InlineData("\"\"\"What it does.\n\n# More.\n\"\"\"\n\nimport os\nimport sys\n\n\ndef main() -> None:\n    # line 1\n    os.execvp(\n        \"gunicorn\",\n        [\"gunicorn\", \"-b\", f\":{os.environ.get('PORT', '')}\"],\n    )\n\n\nif __name__ == \"__main__\":\n    main()\n",
        "import os; os.execvp(\"gunicorn\", [\"gunicorn\", \"-b\", f\":{os.environ.get('PORT', '')}\"])")]
    [InlineData("x = (\n    \"a\",\n)\ny = len(\n    [\n        \"(\",\n    ],\n)\n", "x = (\"a\",); y = len([\"(\"])")]
    [InlineData("import subprocess\nimport sys\n\n\ndef main():\n    subprocess.run([\"a\"])\n    return subprocess.call([\"b\"])\n\n\nif __name__ == \"__main__\":\n    sys.exit(main())\n",
        "import subprocess, sys; subprocess.run([\"a\"]); sys.exit(subprocess.call([\"b\"]))")]
    public void A_few_simple_statements_become_one_line(string python, string expected) =>
        OneLiner.Of(python).ShouldBe(expected);

    [Theory]
    [InlineData("import os\n\nif os.environ.get(\"A\"):\n    os.execvp(\"x\", [])\n")]
    [InlineData("def main():\n    try:\n        pass\n    finally:\n        pass\n\n\nif __name__ == \"__main__\":\n    main()\n")]
    [InlineData("def helper():\n    pass\n\n\ndef main():\n    helper()\n\n\nif __name__ == \"__main__\":\n    main()\n")]
    [InlineData("print(\"\"\"two\nlines\"\"\")\n")]
    [InlineData("def main():\n    return 1\n    print()\n\n\nif __name__ == \"__main__\":\n    main()\n")]
    public void What_has_blocks_keeps_its_file(string python) => OneLiner.Of(python).ShouldBeNull();

    [Fact]
    public void What_is_longer_than_a_person_reads_at_once_keeps_its_file()
    {
        OneLiner.Of($"print(\"{new string('x', 120)}\")\n").ShouldBeNull();
        OneLiner.Of($"print(\"{new string('x', 90)}\")\n").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_line_does_what_the_file_does()
    {
        const string file = "import os\nimport sys\n\n\ndef main():\n    sys.stdout.write(\n        \"a ; b, )\" + os.sep\n    )\n    return 3\n\n\nif __name__ == \"__main__\":\n    sys.exit(main())\n";

        var (fileCode, fileText) = await PythonAsync(file);
        var (lineCode, lineText) = await PythonAsync(OneLiner.Of(file).ShouldNotBeNull());

        (lineCode, lineText).ShouldBe((fileCode, fileText));
        lineText.ShouldBe("a ; b, )/");
    }

    private static async Task<(int Code, string Text)> PythonAsync(string program)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardOutput = true })!;
        var text = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return (python.ExitCode, text);
    }
}
