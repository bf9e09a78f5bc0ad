using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Unshell.Python.Parsing;

/// <summary>Children that are read and wait for their parent: one room for all levels, so that each list is made once and of the right length.</summary>
internal sealed class Pile<T>
{
    private T[] items = new T[32];

    /// <summary>Number of children that wait.</summary>
    public int Count { get; private set; }

    public T this[int index] => items[index];

    public void Push(T item)
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        items[Count++] = item;
    }

    /// <summary>Takes off all that lie above a mark, which is a former <see cref="Count"/>.</summary>
    public ImmutableArray<T> Take(int mark)
    {
        if (Count == mark) return [];
        var taken = items.AsSpan(mark, Count - mark).ToArray();
        Array.Clear(items, mark, Count - mark);
        Count = mark;
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }

    /// <summary>Drops all that lie above a mark.</summary>
    public void Drop(int mark) => Count = mark;
}
