using Unshell.Python.Unicode;

namespace Unshell.Python.Parsing;

/// <summary>One string for each name of a file, in Unicode's normal form KC (PEP 3131).</summary>
internal sealed class IdentifierTable
{
    private string[] names = new string[256];
    private int count;

    public string Get(ReadOnlySpan<char> name)
    {
        var mask = names.Length - 1;
        var slot = (int)Hash(name) & mask;
        while (names[slot] is { } known)
        {
            if (name.SequenceEqual(known)) return known;
            slot = (slot + 1) & mask;
        }

        if (!System.Text.Ascii.IsValid(name)) return NormalForm.Compatible(name.ToString());
        var added = name.ToString();
        names[slot] = added;
        if (++count > names.Length / 2) Grow();
        return added;
    }

    private static uint Hash(ReadOnlySpan<char> name)
    {
        var hash = 2166136261u;
        foreach (var c in name) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }

    private void Grow()
    {
        var old = names;
        names = new string[old.Length * 2];
        var mask = names.Length - 1;
        foreach (var name in old)
        {
            if (name is null) continue;
            var slot = (int)Hash(name) & mask;
            while (names[slot] is not null) slot = (slot + 1) & mask;
            names[slot] = name;
        }
    }
}
