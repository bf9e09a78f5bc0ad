using CsCheck;
using Unshell.Python.Requirements.Versions;

namespace Unshell.Python.Tests.Requirements;

/// <summary>Texts of the kinds that the packaging library reads, right ones and nearly right ones.</summary>
internal static class PackagingTexts
{
    private static readonly Gen<string> Number = Gen.OneOf(Gen.Int[0, 3].Select(n => $"{n}"), Gen.Int[0, 20].Select(n => $"{n}"), Word("00", "007", "2024", "20240131"));

    private static readonly Gen<string> Separator = Word("", "", ".", "-", "_");

    private static readonly Gen<string> Release = Number.Array[1, 4].Select(parts => string.Join('.', parts));

    private static readonly Gen<string> Pre = Gen.Select(
        Separator, Word("a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "A", "RC"), Separator, Gen.OneOf(Gen.Const(""), Number), (s, w, t, n) => s + w + t + n);

    private static readonly Gen<string> Post = Gen.OneOf(
        Number.Select(n => "-" + n), Gen.Select(Separator, Word("post", "rev", "r"), Separator, Gen.OneOf(Gen.Const(""), Number), (s, w, t, n) => s + w + t + n));

    private static readonly Gen<string> Dev = Gen.Select(Separator, Gen.OneOf(Gen.Const(""), Number), (s, n) => s + "dev" + n);

    private static readonly Gen<string> Local = Word("1", "ubuntu", "01", "cu118", "abc").Array[1, 3].Select(parts => "+" + string.Join('.', parts));

    /// <summary>One of several words.</summary>
    public static Gen<string> Word(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static Gen<string> Sometimes(Gen<string> part) => Gen.Frequency((2, Gen.Const("")), (1, part));

    /// <summary>A version of packages.</summary>
    public static readonly Gen<string> Version = Gen.Select(
        Sometimes(Word("1!", "v", "0!")), Release, Sometimes(Pre), Sometimes(Post), Sometimes(Dev), Sometimes(Local), (e, r, p, o, d, l) => e + r + p + o + d + l);

    /// <summary>A text that may be no version.</summary>
    public static readonly Gen<string> NearVersion = Gen.OneOf(Version, Gen.Select(Version, Gen.Char["0123456789abcdeprv.-_+! *"], Gen.Int[0, 12], (text, c, at) => text.Insert(Math.Min(at, text.Length), $"{c}")));

    // Behind one plain number only: older libraries let a wildcard stand elsewhere too, and compare its numbers as texts.
    private static readonly Gen<string> Wildcard = Gen.Select(Word("==", "!="), Gen.Int[0, 20], (o, n) => $"{o}{n}.*");

    // Older libraries split some spellings otherwise than as clauses alone where a requirement holds them.
    private static readonly Gen<string> PlainClauses = Gen.OneOf(
        Gen.Select(Word("==", "!=", "<", "<=", ">", ">=", "~="), Word("", " "), Version, (o, s, v) => o + s + PackageVersion.Parse(v)), Wildcard).Array[1, 3].Select(parts => string.Join(",", parts));

    /// <summary>One clause.</summary>
    public static readonly Gen<string> Clause = Gen.OneOf(
        Gen.Select(Word("==", "!=", "<", "<=", ">", ">=", "==="), Word("", " "), Version, (o, s, v) => o + s + v),
        Version.Select(version => $"~={PackageVersion.Parse(version)}"),
        Wildcard);

    /// <summary>Clauses with commas.</summary>
    public static readonly Gen<string> Clauses = Clause.Array[1, 3].Select(parts => string.Join(",", parts));

    private static readonly Gen<string> Comparison = Gen.OneOf(
        Gen.Select(Word("python_version", "python_full_version"), Word("<", "<=", "==", "!=", ">=", ">", "~="),
            Word("2.7", "3.0", "3.8", "3.9", "3.10", "3.11", "3.12", "3.11.4"), (v, o, t) => $"{v} {o} '{t}'"),
        Gen.Select(Word("3.8", "3.10", "3.11"), Word("in", "not in"), (t, o) => $"'{t}' {o} python_version"),
        Gen.Select(Word("os_name", "sys_platform", "platform_machine", "platform_system", "implementation_name", "platform_python_implementation", "os.name", "sys.platform", "python_implementation"),
            Word("==", "!=", "in", "not in"), Word("posix", "nt", "linux", "win32", "x86_64", "aarch64", "Linux", "Windows", "cpython", "pypy", "CPython", "darwin linux"),
            (v, o, t) => $"{v} {o} \"{t}\""),
        Gen.Select(Word("==", "!="), Word("test", "docs"), (o, t) => $"extra {o} '{t}'"));

    /// <summary>An environment marker.</summary>
    public static readonly Gen<string> Marker = Gen.Select(
        Gen.Select(Comparison, Gen.Bool, (text, grouped) => grouped ? $"({text})" : text).Array[1, 4], Word(" and ", " or ").Array[3], Gen.Int[0, 5],
        (parts, words, shape) =>
        {
            var text = parts[0];
            for (var i = 1; i < parts.Length; i++) text = shape == i ? $"({text}){words[i - 1]}{parts[i]}" : text + words[i - 1] + parts[i];
            return text;
        });

    private static readonly Gen<string> Name = Word("requests", "Foo_Bar", "zope.interface", "a", "A-b.C", "x2", "-bad", "ruamel.yaml-", "py__test");

    /// <summary>A requirement that may be none.</summary>
    public static readonly Gen<string> Requirement = Gen.Select(
        Name, Sometimes(Word("[a]", "[a,B_c]", "[ a , b ]", "[]", "[a,]", "[a b]")),
        Gen.OneOf(Gen.Const(""), PlainClauses, PlainClauses.Select(c => $" ({c})"), Word(" @ https://host/a.whl", " @ git+https://host/r@main", "1.0", "= 1.0", ">=")),
        Sometimes(Marker.Select(marker => " ; " + marker)), (n, e, c, m) => n + e + c + m);
}
