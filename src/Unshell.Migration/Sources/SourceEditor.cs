using System.Collections.Immutable;
using Unshell.Python.Syntax;
using Unshell.Python.Uses;
using Unshell.Services;
using Unshell.Text;

namespace Unshell.Migration.Sources;

/// <summary>
/// Edits of the service's own code that are certain: a shell that only starts one program with constant words, and, for images in FIPS
/// mode, a digest whose own name says that it protects nothing. Ports are edited with all other places that say them.
/// </summary>
internal static class SourceEditor
{
    /// <summary>The files with the edits made.</summary>
    /// <param name="service">The service.</param>
    /// <param name="files">Files that are changed already, by path; edits are made on top of them.</param>
    /// <param name="isFips">Whether the image will run in FIPS mode.</param>
    public static ImmutableSortedDictionary<string, string> Edit(ServiceModel service, ImmutableSortedDictionary<string, string> files, bool isFips)
    {
        foreach (var module in service.Source.Modules.OrderBy(module => module.Source.Path, StringComparer.Ordinal))
        {
            var before = files.GetValueOrDefault(module.Source.Path) ?? module.Source.Content;
            var after = TextEdit.Apply(before, Edits(service, module, before, isFips));
            if (after != before) files = files.SetItem(module.Source.Path, after);
        }

        return files;
    }

    private static IEnumerable<TextEdit> Edits(ServiceModel service, ReachedModule module, string text, bool isFips)
    {
        var uses = service.Source.Uses.Where(use => use.Place.File == module.Source && (use is SourceUse.ShellText { IsSilent: false } || (isFips && use is SourceUse.Digest { IsDeclaredHarmless: false }))).ToArray();
        if (uses.Length == 0) yield break;
        // Digits that were edited before move places, but leave as many calls as there were.
        var read = PythonSyntax.Parse(module.Source);
        var original = Calls(read);
        var syntax = text == module.Source.Content ? read : PythonSyntax.Parse(new SourceText(module.Source.Path, text));
        var calls = Calls(syntax);
        if (calls.Length != original.Length) yield break;
        for (var i = 0; i < calls.Length; i++)
        {
            var matching = uses.Where(use => use.Place.Span == original[i].Span).ToArray();
            if (matching is not [var use]) continue;
            foreach (var edit in use is SourceUse.ShellText ? ShellCalls.Edits(calls[i], text) : DigestCalls.Edits(calls[i], syntax, use.Place.Through)) yield return edit;
        }
    }

    private static ImmutableArray<Call> Calls(PythonSyntax syntax) => [.. PythonWalk.All(syntax.Module).OfType<Call>()];
}
