using System.Collections.Immutable;

namespace Unshell.Launchers.Tests.Equality.Generated;

/// <summary>What the parts of a fragment are to each other, and so what may be taken away.</summary>
internal enum FragmentKind
{
    /// <summary>Text as it is.</summary>
    Text,
    /// <summary>Parts behind each other; none can go.</summary>
    Sequence,
    /// <summary>Words of a command: all but the first can go.</summary>
    Words,
    /// <summary>Commands, one a line: any can go, and a command can be replaced by those in it.</summary>
    Statements,
}

/// <summary>A piece of a generated script that knows how it can become smaller.</summary>
internal sealed record Fragment(FragmentKind Kind, string Content, ImmutableArray<Fragment> Parts)
{
    public static Fragment Text(string content) => new(FragmentKind.Text, content, []);

    public static Fragment Sequence(params ReadOnlySpan<Fragment> parts) => new(FragmentKind.Sequence, "", [.. parts]);

    public static Fragment Words(IEnumerable<Fragment> parts) => new(FragmentKind.Words, "", [.. parts]);

    public static Fragment Statements(IEnumerable<Fragment> parts) => new(FragmentKind.Statements, "", [.. parts]);

    public static implicit operator Fragment(string text) => Text(text);

    public override string ToString() => Kind switch
    {
        FragmentKind.Text => Content,
        FragmentKind.Words => string.Join(' ', Parts),
        // A command that had all its parts taken away is still a command.
        FragmentKind.Statements => Parts.IsEmpty ? ":\n" : string.Concat(Parts.Select(part => part + "\n")),
        _ => string.Concat(Parts),
    };

    /// <summary>The same with one thing less, largest first.</summary>
    public IEnumerable<Fragment> Smaller()
    {
        if (Kind == FragmentKind.Statements && Parts.Length > 3)
        {
            yield return this with { Parts = Parts[..(Parts.Length / 2)] };
            yield return this with { Parts = Parts[(Parts.Length / 2)..] };
        }

        var removable = Kind switch { FragmentKind.Statements => 0, FragmentKind.Words => 1, _ => Parts.Length };
        for (var i = removable; i < Parts.Length; i++) yield return this with { Parts = Parts.RemoveAt(i) };
        for (var i = 0; i < Parts.Length && Kind == FragmentKind.Statements; i++)
        {
            foreach (var inner in Parts[i].Lists()) yield return this with { Parts = Parts.RemoveAt(i).InsertRange(i, inner.Parts) };
        }

        for (var i = 0; i < Parts.Length; i++)
        {
            foreach (var smaller in Parts[i].Smaller()) yield return this with { Parts = Parts.SetItem(i, smaller) };
        }
    }

    private IEnumerable<Fragment> Lists() =>
        Kind == FragmentKind.Statements ? [this] : Parts.SelectMany(part => part.Lists());
}
