using System.Collections.Immutable;
using Unshell.Services.Commands;

namespace Unshell.Services.Launching;

/// <summary>Settings with which a shell is started, in the spelling of <c>set</c>.</summary>
public static class ScriptOptions
{
    /// <summary>The options of a first line such as <c>#!/bin/bash -e</c>, which count where the kernel starts the script.</summary>
    public static ImmutableArray<string> OfFirstLine(string content)
    {
        var text = content.TrimStart('\uFEFF');
        if (!text.StartsWith("#!", StringComparison.Ordinal)) return [];
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var words = (end < 0 ? text[2..] : text[2..end]).Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var shell = Array.FindIndex(words, word => StartScripts.DialectOf(word) is not null);
        return shell < 0 ? [] : Of(words.AsSpan(shell + 1));
    }

    /// <summary>Options as <c>set</c> takes them: what only says how text or script is given is left out.</summary>
    /// <param name="words">The words between the shell and its text or script; null for an unknown one.</param>
    internal static ImmutableArray<string> Of(ReadOnlySpan<string?> words)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] is not ['-' or '+', _, ..] option || option.StartsWith("--", StringComparison.Ordinal)) continue;
            var letters = string.Concat(option[1..].Where(letter => letter is not ('c' or 'l' or 'i' or 's')));
            if (letters.Length > 0) found.Add(option[0] + letters);
            if (option[^1] is not ('o' or 'O') || at + 1 >= words.Length || words[at + 1] is not { } name) continue;
            found.Add(name);
            at++;
        }

        return found.ToImmutable();
    }
}
