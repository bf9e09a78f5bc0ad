using System.Collections.Immutable;
using Unshell.Python.Syntax;
using Unshell.Text;

namespace Unshell.Python.Parsing;

/// <summary>
/// Recursive descent over the tokens, following https://docs.python.org/3/reference/grammar.html. On an error the parser is <em>lost</em>: every
/// token looks like <see cref="TokenKind.Error"/>, so that all rules return at once, until the statement is given up and the next line begins.
/// </summary>
internal sealed partial class PythonParser
{
    /// <summary>How deep rules may call themselves. Brackets end earlier, at CPython's 200.</summary>
    private const int DeepestRules = 800;

    private readonly SourceText source;
    private readonly string text;
    private readonly TokenList list;
    private readonly Token[] tokens;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<VersionedFeature> features = [];
    private readonly IdentifierTable identifiers = new();
    private readonly Pile<Expression> expressions = new();
    private readonly Pile<Expression?> keys = new();
    private readonly Pile<Statement> statements = new();
    private int index;
    private TokenKind kind;
    private int lastEnd;
    private int depth;
    private bool isLost;
    private int lostAt;
    private int speculations;

    private PythonParser(SourceText source, TokenList list)
    {
        this.source = source;
        text = source.Content;
        this.list = list;
        tokens = list.Items;
        kind = tokens[0].Kind;
    }

    /// <summary>Reads any text.</summary>
    public static PythonSyntax ParseFile(SourceText source)
    {
        using var list = Lexer.Tokenize(source.Content);
        var parser = new PythonParser(source, list);
        var body = parser.ParseFileBody();
        return new PythonSyntax
        {
            Source = source,
            Module = new Module(source.FullSpan, body),
            Comments = [.. list.Comments],
            Diagnostics = [.. list.Diagnostics.Concat(parser.diagnostics).OrderBy(diagnostic => diagnostic.Span.Start)],
            // What 3.14 means by `except A, e` is not what Python 2 means.
            Features = parser.isPython2 ? [] : [.. parser.features.OrderBy(feature => feature.Span)],
            IsPython2 = parser.isPython2,
        };
    }

    private int Start => tokens[index].Start;

    private TokenKind Next => isLost ? TokenKind.Error : PeekAt(1);

    private bool IsName => kind is >= TokenKind.Name and <= TokenKind.SoftType;

    private static bool IsNameKind(TokenKind kind) => kind is >= TokenKind.Name and <= TokenKind.SoftType;

    private TokenKind PeekAt(int ahead) => index + ahead < list.Count ? tokens[index + ahead].Kind : TokenKind.EndMarker;

    private TextSpan From(int start) => TextSpan.FromBounds(start, lastEnd);

    private void Advance()
    {
        if (isLost) return;
        lastEnd = tokens[index].End;
        kind = tokens[++index].Kind;
    }

    /// <summary>Passes a newline or a change of indentation, which belong to no node.</summary>
    private void AdvanceLayout()
    {
        if (!isLost) kind = tokens[++index].Kind;
    }

    private bool Accept(TokenKind expected)
    {
        if (kind != expected) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind expected, string what)
    {
        if (!Accept(expected)) Lose($"expected {what}");
    }

    private string ParseName(string what = "a name")
    {
        if (!IsName)
        {
            Lose($"expected {what}");
            return "";
        }

        var token = tokens[index];
        Advance();
        return identifiers.Get(text.AsSpan(token.Start, token.End - token.Start));
    }

    /// <summary>Gives the statement up at the present token.</summary>
    private void Lose(string message) => Lose(new TextSpan(Start, tokens[index].End - Start), message);

    private void Lose(TextSpan span, string message)
    {
        if (isLost) return;
        if (speculations == 0) Tell(span, message);
        isLost = true;
        lostAt = index;
        kind = TokenKind.Error;
    }

    private void Tell(TextSpan span, string message)
    {
        if (Python2Reason() is { } old)
        {
            // One is enough for a file.
            if (!isPython2) diagnostics.Add(old);
            isPython2 = true;
            return;
        }

        // An error of the lexer is what led here, where there is one.
        diagnostics.Add(list.ErrorAt(index) ?? new Diagnostic(DiagnosticSeverity.Error, span, message));
    }

    private bool Enter()
    {
        if (depth >= DeepestRules)
        {
            Lose("too deeply nested");
            return false;
        }

        depth++;
        return true;
    }

    private void Needs(int minor, string name, int start, int end)
    {
        if (!isLost) features.Add(new VersionedFeature(TextSpan.FromBounds(start, end), minor, name));
    }

    /// <summary>Tries a rule; where it does not fit, all is as before.</summary>
    private T? Try<T>(Func<T?> rule)
        where T : class
    {
        var (index, lastEnd, depth, features) = (this.index, this.lastEnd, this.depth, this.features.Count);
        if (isLost) return null;
        speculations++;
        var result = rule();
        speculations--;
        if (!isLost && result is not null) return result;
        isLost = false;
        (this.index, this.lastEnd, this.depth, kind) = (index, lastEnd, depth, tokens[index].Kind);
        this.features.RemoveRange(features, this.features.Count - features);
        return null;
    }

    private static ImmutableArray<T> Single<T>(T item) => [item];
}
