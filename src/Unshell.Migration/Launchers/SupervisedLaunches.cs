using Unshell.Services;
using Unshell.Services.Launching;
using Unshell.Text;

namespace Unshell.Migration.Launchers;

/// <summary>
/// The programs of a supervisor. What supervisord starts through a shell or a script is started by a launcher; honcho itself takes a
/// shell for every line, so its lines are only told.
/// </summary>
internal static class SupervisedLaunches
{
    /// <summary>The draft with the supervisor's file changed, and what to tell.</summary>
    /// <param name="draft">The files so far.</param>
    /// <param name="service">The service.</param>
    /// <param name="launchers">Its launchers.</param>
    /// <param name="files">Where launchers are put.</param>
    /// <param name="notes">What is told.</param>
    public static DockerfileDraft Launch(DockerfileDraft draft, ServiceModel service, ServiceLaunchers launchers, LauncherFiles files, List<string> notes)
    {
        var edits = new Dictionary<string, List<TextEdit>>(StringComparer.Ordinal);
        foreach (var program in SupervisedPrograms.Of(service))
        {
            var position = program.Place.Place.Position;
            if (program.IsShellText)
            {
                notes.Add($"{position}: honcho starts {program.Name} through a shell, which the hardened image does not have; give it a container of its own");
                continue;
            }

            if (launchers.Of(program.Command) is not { } compiled) continue;
            if (compiled.Launcher is null)
            {
                notes.AddRange(compiled.Refusals.Select(refusal => $"{refusal.Place.Position}: {refusal.Reason}; {refusal.Advice}"));
                continue;
            }

            var name = string.Concat(program.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
            if (files.Place(draft, compiled, "start_" + name) is not var (placed, words) || compiled.Start.With(words) is not { } all || !all.All(IsPlain)) continue;
            draft = placed;
            var file = program.Place.File;
            if (!edits.TryGetValue(file.Path, out var list)) edits.Add(file.Path, list = []);
            list.Add(new TextEdit(program.Place.Place.Span, string.Join(' ', all)));
            draft = draft.With(file.Path, TextEdit.Apply(file.Content, list));
            notes.Add($"{position}: supervisord starts {program.Name} by its launcher now");
        }

        return draft;
    }

    /// <summary>A word that supervisord's shlex leaves as it is, and whose percent signs it does not take for its own.</summary>
    private static bool IsPlain(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or '=' or ':' or ',' or '@' or '+');
}
