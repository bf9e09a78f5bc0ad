using System.Diagnostics;
using Unshell.Launchers.Tests.Code;
using Unshell.Shell.Syntax;
using Unshell.Text;

namespace Unshell.Launchers.Tests.Programs;

/// <summary>Scripts made of programs that the image lacks: the launcher runs where PATH is empty, the script where it is not.</summary>
public sealed class WholeLauncherTests
{
    [Theory]
    [InlineData("printf 'a b\\nc\\n' | xargs -n 1 echo x | sort -r")]
    [InlineData("mkdir -p d/e; touch d/1.pyc d/e/2.pyc d/3.py; find d -name '*.pyc' -exec rm {} +; find d | sort")]
    [InlineData("echo k=v > f; env A=1 nice sed -i 's/v/w/' f; cat f")]
    [InlineData("timeout 5 sleep 0.1; echo $?; timeout 0.2 sleep 5; echo $?")]
    [InlineData("A=$(printf 'x: 1\\ny: 2\\n' | awk -F': ' '{s += $2} END {print s}'); echo \"$A\" | tr 0-9 a-j")]
    [InlineData("URL=postgres://u:p@db:5432/n; echo \"$URL\" | sed -E 's|.*@([^:/]+):([0-9]+)/.*|\\1 \\2|' | cut -d ' ' -f 2")]
    [InlineData("printf 'b\\na\\nb\\n' | sort | uniq -c | head -n 1 | grep -q ' 1 a' && echo yes || echo no")]
    [InlineData("echo 'port ${PORT}' > t; PORT=80 envsubst < t | tee out | wc -c; basename \"$(readlink -f out)\"")]
    [InlineData("echo abc | sha256sum | awk '{print $1}'; date -u -d @0 +%F; seq -s , 3; expr 2 \\* 3")]
    [InlineData("echo one > a; cp -r . ../copy-$$; ls ../copy-$$; rm -rf ../copy-$$; head -c 3 a | base64")]
    public void A_launcher_without_any_program_does_what_the_script_does(string script)
    {
        RealPython.SkipWithout();
        var launcher = LauncherCompiler.Compile(
            new LauncherSource { Text = new SourceText("run.sh", script + "\n"), Dialect = ShellDialect.Posix, IsScript = true },
            new LauncherTarget { HasProgram = _ => false });
        launcher.Python.ShouldNotBeNull(string.Join('\n', launcher.Refusals.Select(refusal => refusal.Reason)));
        // The interpreter itself: what is first on PATH may be a script that looks for it.
        var python = RealPython.Ask<string>("answer = sys.executable", "");
        Run(python, launcher.Python, hasPrograms: false).ShouldBe(Run("/bin/sh", script, hasPrograms: true));
    }

    [Theory]
    [InlineData("ls | xargs -I {} sh -c 'echo {}'", "starts a shell")]
    [InlineData("find . -exec sed -n l {} \\;", "the command l")]
    [InlineData("nohup grep -P x f", "option -P")]
    public void What_an_inner_command_cannot_do_is_refused(string script, string reason)
    {
        var launcher = LauncherCompiler.Compile(
            new LauncherSource { Text = new SourceText("run.sh", script + "\n"), Dialect = ShellDialect.Posix, IsScript = true },
            new LauncherTarget { HasProgram = _ => false });
        launcher.Python.ShouldBeNull();
        launcher.Refusals.ShouldContain(refusal => refusal.Reason.Contains(reason));
    }

    private static string Run(string program, string text, bool hasPrograms)
    {
        var folder = Directory.CreateTempSubdirectory("unshell-launcher-");
        try
        {
            var start = new ProcessStartInfo(program, ["-c", text]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
            if (!hasPrograms) start.Environment["PATH"] = folder.FullName;
            start.Environment["LC_ALL"] = "C.UTF-8";
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return $"{output}{process.ExitCode}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
