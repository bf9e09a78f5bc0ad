namespace Unshell.Python.Parsing;

/// <summary>What a token is. The order matters: names, keywords and operators are ranges.</summary>
internal enum TokenKind : byte
{
    /// <summary>What the lexer could not read; also what a parser that has failed sees everywhere.</summary>
    Error,
    EndMarker,
    Newline,
    Indent,
    Dedent,
    Number,
    String,
    FStringStart,
    TStringStart,
    FStringMiddle,
    FStringEnd,

    // Names: the soft keywords are names everywhere else.
    Name,
    SoftMatch,
    SoftCase,
    SoftType,

    // Keywords that begin or lie in expressions.
    False,
    None,
    True,
    Await,
    Lambda,
    Not,
    Yield,
    And,
    Or,
    If,
    Else,
    In,
    Is,
    For,
    Async,
    From,
    As,

    // Keywords that stand in no expression: where one begins a line, open brackets were never closed.
    Assert,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Except,
    Finally,
    Global,
    Import,
    Nonlocal,
    Pass,
    Raise,
    Return,
    Try,
    While,
    With,

    LeftParenthesis,
    LeftBracket,
    LeftBrace,
    RightParenthesis,
    RightBracket,
    RightBrace,
    Colon,
    Comma,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    ColonEqual,
    Equal,
    Exclamation,

    // Operators of expressions.
    Plus,
    Minus,
    Star,
    Slash,
    DoubleSlash,
    Percent,
    At,
    DoubleStar,
    LeftShift,
    RightShift,
    Ampersand,
    VerticalBar,
    Circumflex,
    Tilde,
    EqualEqual,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,

    // Augmented assignments, in the order of BinaryOperator.
    PlusEqual,
    MinusEqual,
    StarEqual,
    AtEqual,
    SlashEqual,
    PercentEqual,
    DoubleStarEqual,
    LeftShiftEqual,
    RightShiftEqual,
    VerticalBarEqual,
    CircumflexEqual,
    AmpersandEqual,
    DoubleSlashEqual,
}

/// <summary>A token; its text is the source's.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End);
