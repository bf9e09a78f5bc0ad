namespace Unshell.Python.Tests.Syntax;

/// <summary>Pieces of the language, to make texts of.</summary>
internal static class PythonScraps
{
    public static readonly string[] All =
    [
        "if ", "elif ", "else", "while ", "for ", " in ", "try", "except", "except* ", "finally", "with ", " as ", "def f", "class C", "return ", "raise ",
        " from ", "import ", "from . import ", "global x", "nonlocal x", "del ", "assert ", "pass", "break", "continue", "async ", "await ", "lambda ",
        "yield ", "yield from ", "not ", " and ", " or ", " is ", " not in ", "None", "True", "False", "match x", "case ", "type X = ", "_", "print x", "exec ",
        "a", "b.c", "x = ", "x: ", "x += 1", "x := 1", "(", ")", "[", "]", "{", "}", ":", ":\n    ", ":\n\t", "\n", "\n    ", "\n        ", "\r\n", "\r",
        "\f", "\t", " ", ";", ",", ".", "...", "->", "@", "@a\n", "*", "**", "*a", "**k", "/", "//", "%", "+", "-", "~", "<", ">", "==", "!=", "<>", "!", "=",
        "|", "&", "^", "<<", ">>", ">>=", "`", "$", "?", "\\", "\\\n", "# comment", "# type: ignore\n", "# -*- coding: latin-1 -*-\n", "0", "1", "0777", "0x1F",
        "0b2", "1_0", "1__0", "1e5", "1.5j", "1L", "1if", ".5", "'", "\"", "'''", "\"\"\"", "'a'", "b'a'", "u'a'", "rb'\\'", "ur''", "f'", "f\"", "f'''", "t'",
        "rf'", "{x}", "{x!r}", "{x=}", "{x:", "{{", "}}", "!r", "\\N{DIGIT ONE}", "\\x4", "\\u00e9", "\\ud800", "\\0", "é", "ﬁ", "\u00A0", "\u2028", "😀", "\uD83D",
        "\0", "\uFEFF", "[T]", "[*Ts, **P]", "(a, b)", "f(x for x in y)", "[x for x in y if z]", "{1: 2, **a}", "a[1:2, ::3]", "__future__",
    ];
}
