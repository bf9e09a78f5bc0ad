using Unshell.Python.Tests.Syntax;

namespace Unshell.Fuzz.Targets;

/// <summary>The Python parser, its walk and its printer in the form of every version.</summary>
internal static class PythonTarget
{
    /// <summary>The longest piece of a real file that is a seed.</summary>
    private const int LongestSeed = 3000;

    private static readonly string[] Texts =
    [
        "def f[T: int = str, *Ts, **P](a, /, b: int = 1, *c, d=2, **e) -> x:\n    \"\"\"doc\"\"\"\n    return a if b else [*c]\n",
        "async def g():\n    async with a as b, c: pass\n    async for x, *y in z:\n        await w(x, *y, k=1, **y)\n    else:\n        yield\n",
        "match x:\n    case [1, *_] | {'a': None, **r} | C(1, k=-1+2j) as w if (y := w): pass\n    case _:\n        pass\n",
        "try:\n    pass\nexcept* A:\n    raise B from c\nelse:\n    del a, b[1:2, ::3]\nfinally:\n    assert a, b\n",
        "with (open(a) as b, c): x: int = y = 1\n@d.e(f)\nclass C(B, metaclass=M):\n\tglobal z; z += 1\n",
        "f'a{x!r:>{w}}{{{y=}' rb'\\x00'\nt'{a:{b}}' u'\\N{DIGIT ONE}'\nlambda *a, k=1, **b: (yield)\n{1: 2, **a, 'b': {x for y in z if w}}\n",
        "print 'a'\nexec 'b'\ntry: pass\nexcept A, e: raise E, 'm'\nx = `1` <> 0777L\n",
        "type X[T] = T\nfrom ..a.b import (c as d, e,)\nimport f.g as h\nif a:\n  b\nelif c: d\nelse:\n  while x: break\n",
    ];

    public static FuzzTarget Create(string root)
    {
        string[] seeds =
        [
            .. Texts,
            .. Directory.EnumerateFiles(Path.Combine(root, "eng"), "*.py")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => File.ReadAllText(file).Chunk(LongestSeed))
                .Select(characters => new string(characters)),
        ];
        return new FuzzTarget("python", seeds, PythonScraps.All, PythonLaws.Broken);
    }
}
