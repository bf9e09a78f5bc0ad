using System.Collections.Immutable;
using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>Statements of one line.</summary>
internal sealed partial class PythonParser
{
    private readonly Pile<Alias> aliases = new();

    private Statement ParseSimple()
    {
        var start = Start;
        switch (kind)
        {
            case TokenKind.Pass:
                Advance();
                return new Pass(From(start));
            case TokenKind.Break:
                Advance();
                return new Break(From(start));
            case TokenKind.Continue:
                Advance();
                return new Continue(From(start));
            case TokenKind.Return:
                Advance();
                var returned = StartsExpression(kind) ? ParseStarExpressions() : null;
                return new Return(From(start), returned);
            case TokenKind.Raise:
                return ParseRaise();
            case TokenKind.Import:
                return ParseImport();
            case TokenKind.From:
                return ParseImportFrom();
            case TokenKind.Global:
                Advance();
                var globals = ParseNames();
                return new Global(From(start), globals);
            case TokenKind.Nonlocal:
                Advance();
                var nonlocals = ParseNames();
                return new Nonlocal(From(start), nonlocals);
            case TokenKind.Del:
                return ParseDelete();
            case TokenKind.Assert:
                return ParseAssert();
            case TokenKind.SoftType when IsNameKind(Next) && PeekAt(2) is TokenKind.Equal or TokenKind.LeftBracket:
                return ParseTypeAlias();
            default:
                return ParseAssignmentOrExpression();
        }
    }

    private Raise ParseRaise()
    {
        var start = Start;
        Advance();
        if (!StartsExpression(kind)) return new Raise(From(start), null, null);
        var exception = ParseExpression();
        var cause = Accept(TokenKind.From) ? ParseExpression() : null;
        return new Raise(From(start), exception, cause);
    }

    private AssertStmt ParseAssert()
    {
        var start = Start;
        Advance();
        var test = ParseExpression();
        var message = Accept(TokenKind.Comma) ? ParseExpression() : null;
        return new AssertStmt(From(start), test, message);
    }

    private Delete ParseDelete()
    {
        var start = Start;
        Advance();
        var mark = expressions.Count;
        do
        {
            var target = ParsePrimary();
            Bind(target, ExpressionContext.Del);
            expressions.Push(target);
        }
        while (Accept(TokenKind.Comma) && StartsExpression(kind));
        return new Delete(From(start), expressions.Take(mark));
    }

    private ImmutableArray<string> ParseNames()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        do names.Add(ParseName());
        while (Accept(TokenKind.Comma));
        return names.DrainToImmutable();
    }

    private Import ParseImport()
    {
        var start = Start;
        Advance();
        var mark = aliases.Count;
        do
        {
            var nameStart = Start;
            var name = ParseDottedName();
            var asName = Accept(TokenKind.As) ? ParseName() : null;
            aliases.Push(new Alias(From(nameStart), name, asName));
        }
        while (Accept(TokenKind.Comma));
        return new Import(From(start), aliases.Take(mark));
    }

    private string ParseDottedName()
    {
        var name = ParseName("a module's name");
        if (kind != TokenKind.Dot) return name;
        var parts = new List<string> { name };
        while (Accept(TokenKind.Dot)) parts.Add(ParseName("a name after '.'"));
        return string.Join('.', parts);
    }

    private ImportFrom ParseImportFrom()
    {
        var start = Start;
        Advance();
        var level = 0;
        for (; kind is TokenKind.Dot or TokenKind.Ellipsis; Advance()) level += kind == TokenKind.Dot ? 1 : 3;
        var module = level > 0 && kind == TokenKind.Import ? null : ParseDottedName();
        Expect(TokenKind.Import, "'import'");
        var mark = aliases.Count;
        var starAt = Start;
        if (Accept(TokenKind.Star)) aliases.Push(new Alias(From(starAt), "*", null));
        else ParseImportedNames(Accept(TokenKind.LeftParenthesis));
        return new ImportFrom(From(start), module, aliases.Take(mark), level);
    }

    private void ParseImportedNames(bool inParentheses)
    {
        do
        {
            var start = Start;
            var name = ParseName();
            var asName = Accept(TokenKind.As) ? ParseName() : null;
            aliases.Push(new Alias(From(start), name, asName));
        }
        while (Accept(TokenKind.Comma) && !(inParentheses && kind == TokenKind.RightParenthesis));
        if (inParentheses) Expect(TokenKind.RightParenthesis, "',' or ')'");
    }

    private TypeAlias ParseTypeAlias()
    {
        var start = Start;
        Advance();
        var name = ParseNameExpression(ExpressionContext.Store);
        var typeParams = ParseTypeParams();
        Expect(TokenKind.Equal, "'='");
        var value = ParseExpression();
        Needs(12, "type statement", start, start + 4);
        return new TypeAlias(From(start), name, typeParams, value);
    }
}
