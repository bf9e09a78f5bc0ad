using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services;
using Unshell.Services.Commands;
using Unshell.Services.Needs;

namespace Unshell.Rules.Starting;

/// <summary>A shell script that starts the service.</summary>
internal sealed class EntrypointScript : GapRule
{
    public override RuleInfo Info { get; } = new()
    {
        Id = "US3005",
        Name = "entrypoint-script",
        Title = "The service is started by a shell script",
        Page = """
            ## What it does
            Finds a script with a shell's first line in `ENTRYPOINT` or `CMD`, where the image lacks that shell or programs
            that the script runs. It names all of them in one finding.

            ## Why
            The kernel starts the interpreter that the first line names. It is not there, so the container ends at once,
            and the message names the script, which *is* there. Such scripts mostly wait for a database (`nc`, `pg_isready`
            in a loop), run migrations, write configuration, drop root, and then start the server; each of these steps
            has a way without a shell.

            ## Example
            ```dockerfile bad
            FROM python:3.11-slim-bookworm
            WORKDIR /app
            COPY entrypoint.sh app.py ./
            ENTRYPOINT ["./entrypoint.sh"]
            CMD ["python", "app.py"]
            ```
            ```sh file=entrypoint.sh
            #!/bin/sh
            until nc -z db 5432; do sleep 1; done
            exec "$@"
            ```
            ```dockerfile good
            FROM dhi.io/python:3.11-debian12
            WORKDIR /app
            COPY entrypoint.py app.py ./
            ENTRYPOINT ["python", "entrypoint.py"]
            CMD ["python", "app.py"]
            ```
            ```python file=entrypoint.py
            import os, socket, sys, time
            while True:
                try:
                    socket.create_connection(("db", 5432), timeout=1).close()
                    break
                except OSError:
                    time.sleep(1)
            os.execvp(sys.argv[1], sys.argv[1:])
            ```

            ## Error
            ```text
            exec ./entrypoint.sh: no such file or directory
            ```

            ## Fix
            Safe or review: the script is compiled to a Python launcher beside it that does the same steps and ends with
            `os.execvp` where the script ended with `exec`, so that the server becomes process 1 and receives the stop signal.
            The script stays where it is. Review where the launcher holds more than plain Python, or where the compiler has a
            remark. Manual where a line stops it (`eval` of a text that is only known at run time, a file that is taken in and
            not there): the finding says which, and why.

            ## See also
            [shell-form-command](shell-form-command.md), [privilege-drop](privilege-drop.md),
            [runtime-program-missing](runtime-program-missing.md)
            """,
    };

    internal override bool Claims(Gap gap) => gap.Phase != NeedPhase.Health && gap.Requirement switch
    {
        Requirement.Shell { Use: ShellUse.Script } => gap.Source is GapSource.Dockerfile or GapSource.StartScript,
        Requirement.Program or Requirement.Shell when gap.Source == GapSource.StartScript => true,
        Requirement.Program => gap.Source == GapSource.Dockerfile && Layout.EnvShebang.StartsShellScript(gap),
        _ => false,
    };

    internal override IEnumerable<Finding> Describe(ImmutableArray<Gap> gaps, RuleContext context) => gaps
        .GroupBy(gap => ScriptOf(gap, context.Service)?.ImagePath ?? gap.Place.File.Path, StringComparer.Ordinal)
        .SelectMany(group => DescribeScript([.. group], context));

    private IEnumerable<Finding> DescribeScript(ImmutableArray<Gap> all, RuleContext context)
    {
        var service = context.Service;
        var compiled = all.Select(gap => LaunchFix.Of(context, gap)).FirstOrDefault(found => found is not null);
        // What the launcher still runs is another matter than the shell that it does without.
        var stays = all.Where(gap => gap.Program() is { } program && compiled?.Programs.Contains(program) == true).ToImmutableArray();
        var group = stays.Length == all.Length ? all : all.RemoveRange(stays);
        var gap = group.FirstOrDefault(each => each.Requirement is Requirement.Shell { Use: ShellUse.Script }) ?? group[0];
        var script = ScriptOf(gap, service);
        var name = script?.File?.Path ?? script?.ImagePath ?? gap.Place.File.Path;
        var lacking = Grouping.List(group.Select(each => each.Requirement switch
        {
            Requirement.Shell shell => shell.Name,
            Requirement.Program program => program.Name,
            _ => "",
        }).Order(StringComparer.Ordinal));
        var error = gap.Requirement is not Requirement.Shell ? null : ErrorText.InterpreterGone(WrittenPath(script, service));
        yield return Report(
            gap,
            $"{name} needs {lacking}, which {gap.Image} does not have",
            error,
            LaunchFix.For(context, gap) ?? new Fix(Applicability.Manual, $"write {name} in Python, without {lacking}")).With(group);
        if (stays.IsEmpty || stays.Length == all.Length) yield break;
        var kept = Grouping.List(stays.Select(each => each.Program()!).Order(StringComparer.Ordinal));
        yield return Report(
            stays[0],
            $"{name} runs {kept}, which its launcher runs too and {gap.Image} does not have",
            null,
            new Fix(Applicability.Manual, $"bring {kept} over as files, or do that work in Python")).With(stays);
    }

    private static StartScript? ScriptOf(Gap gap, ServiceModel service) => Commands(service)
        .FirstOrDefault(command => command.Script is not null
            && (command.Script.File?.Path == gap.Place.File.Path || gap.IsIn([command])))?.Script;

    private static string WrittenPath(StartScript? script, ServiceModel service)
    {
        if (script is null) return "";
        var name = Grouping.BareName(script.ImagePath);
        return Commands(service).SelectMany(command => command.Arguments).OfType<string>()
            .FirstOrDefault(argument => Grouping.BareName(argument) == name) ?? script.ImagePath;
    }

    private static IEnumerable<ProcessCommand> Commands(ServiceModel service) =>
        new[] { service.Process }.Concat(service.Uses.Select(use => use.Command)).OfType<ProcessCommand>();
}
