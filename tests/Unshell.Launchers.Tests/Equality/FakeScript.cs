using System.Globalization;
using System.Text;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>
/// Fake programs as dash scripts: nothing else starts in a millisecond on every machine. Each call writes one record behind the log,
/// in one write, so that records never mix.
/// </summary>
internal static class FakeScript
{
    /// <summary>Ends a record.</summary>
    public const char RecordEnd = '\x1e';

    private static readonly (string Name, int Number)[] Signals = [("HUP", 1), ("INT", 2), ("QUIT", 3), ("USR1", 10), ("TERM", 15)];

    /// <summary>The text of the program.</summary>
    /// <param name="program">What it is to do.</param>
    /// <param name="state">Folder for the log and counters, outside of what the script sees.</param>
    /// <param name="dash">Path of dash.</param>
    public static string Write(FakeProgram program, string state, string dash)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"#!{dash}\n");
        text.Append(program switch
        {
            { Name: "sleep" } => $"printf 'sleep %s\\n\\036' \"$*\" >> {state}/log\n",
            { IsConnection: true } => Connect(state),
            { IsSilent: true } => "",
            { RunsRest: > 0 } => $"shift {program.RunsRest}\nexec \"$@\"\n",
            _ => Record(program, state),
        });
        if (program.FailsFirst > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                calls=
                [ ! -e {state}/{program.Name}.calls ] || read -r calls < {state}/{program.Name}.calls
                echo "x$calls" > {state}/{program.Name}.calls
                [ "${"{#calls}"}" -ge {program.FailsFirst} ] || exit 1

                """);
        }

        if (program.Output.Length > 0) text.Append(CultureInfo.InvariantCulture, $"printf %s {Quote(program.Output)}\n");
        if (program.Errors.Length > 0) text.Append(CultureInfo.InvariantCulture, $"printf %s {Quote(program.Errors)} >&2\n");
        if (program.Waits) text.Append(Wait(state));
        text.Append(CultureInfo.InvariantCulture, $"exit {program.ExitCode}\n");
        return text.ToString();
    }

    // The environment is read as the kernel has it: the shell's own variables would show PWD as dash mends it.
    private static string Record(FakeProgram program, string state) => $$"""
        {
        printf 'program %s\n' {{Quote(program.Name)}}
        for argument; do printf 'argument %s: %s\n' "${#argument}" "$argument"; done
        printf 'directory '
        pwd -P
        printf 'umask '
        umask
        while read -r key value; do
        case $key in SigBlk:) printf 'blocked %s\n' "$value" ;; SigIgn:) printf 'ignored %s\n' "$value"; break ;; esac
        done < /proc/$$/status
        printf 'descriptors'
        for fd in /proc/$$/fd/*; do printf ' %s' "${fd##*/}"; done
        printf '\nenvironment\n\0'
        /bin/cat /proc/$$/environ
        printf '\n'
        {{(program.ReadsInput ? "printf 'input '\n/bin/cat\nprintf '\\n'" : ":")}}
        printf '\036'
        } > {{state}}/$$.record
        /bin/cat {{state}}/$$.record >> {{state}}/log

        """;

    private static string Connect(string state) => $$"""
        for word; do case $word in -*) ;; *) host=$port port=$word ;; esac; done
        printf 'connect %s %s\n\036' "$host" "$port" >> {{state}}/log

        """;

    private static string Wait(string state)
    {
        var traps = Signals.Select(signal =>
            $"trap 'printf \"signal {signal.Name}\\n\\036\" >> {state}/log; kill $sleeper; exit {128 + signal.Number}' {signal.Name}\n");
        return $"{string.Concat(traps)}/bin/sleep 20 &\nsleeper=$!\n: > {state}/ready\nwait $sleeper\n";
    }

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
