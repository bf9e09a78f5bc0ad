using System.Buffers;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>The tokens of a text with what the lexer has to say about them. Rents its room: dispose it.</summary>
internal sealed class TokenList(int textLength) : IDisposable
{
    private readonly Dictionary<int, Diagnostic> errors = [];
    private Token[] items = ArrayPool<Token>.Shared.Rent(Math.Max(64, textLength / 3));

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The room of the tokens, longer than <see cref="Count"/>; valid until the next <see cref="Add"/>.</summary>
    public Token[] Items => items;

    /// <summary>Comments with their mark.</summary>
    public List<TextSpan> Comments { get; } = [];

    /// <summary>What is wrong without a token of its own, such as mixed tabs and spaces.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The last token's kind.</summary>
    public TokenKind Last => Count == 0 ? TokenKind.Newline : items[Count - 1].Kind;

    public void Add(TokenKind kind, int start, int end)
    {
        if (Count == items.Length) Grow();
        items[Count++] = new Token(kind, start, end);
    }

    /// <summary>Adds a token that no statement may hold.</summary>
    public void AddError(int start, int end, TextSpan span, string message)
    {
        errors.Add(Count, new Diagnostic(DiagnosticSeverity.Error, span, message));
        Add(TokenKind.Error, start, end);
    }

    /// <summary>The last token that begins at an offset, or the one before it.</summary>
    public int IndexOf(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (items[middle].Start <= offset) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>Forgets all tokens from an index on, and the comments behind.</summary>
    public void Truncate(int index)
    {
        var offset = items[index].Start;
        for (var i = index; i < Count; i++)
        {
            if (items[i].Kind == TokenKind.Error) errors.Remove(i);
        }

        Comments.RemoveAll(comment => comment.Start >= offset);
        Count = index;
    }

    /// <summary>What is wrong with an error token.</summary>
    public Diagnostic? ErrorAt(int index) => errors.GetValueOrDefault(index);

    /// <summary>The comments from an offset on, the last one first.</summary>
    public IEnumerable<TextSpan> CommentsFrom(int offset)
    {
        var first = Comments.BinarySearch(new TextSpan(offset, 0));
        for (var i = Comments.Count - 1; i >= (first < 0 ? ~first : first); i--) yield return Comments[i];
    }

    public void Dispose()
    {
        if (items.Length > 0) ArrayPool<Token>.Shared.Return(items);
        items = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(items.Length * 2);
        items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Token>.Shared.Return(items);
        items = larger;
    }
}
