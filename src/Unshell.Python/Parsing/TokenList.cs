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

    /// <summary>What is wrong with an error token.</summary>
    public Diagnostic? ErrorAt(int index) => errors.GetValueOrDefault(index);

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
