using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Unshell.Shell.Syntax;

namespace Unshell.Launchers.Tests.Equality.Hostile;

/// <summary>Whatever stands in a script, in whatever place, none of it becomes Python: a call that is only ever text stays text.</summary>
public sealed class TextStaysText
{
    /// <summary>The name that only a script says; as a name in the launcher's tree it would have got out.</summary>
    private const string Marker = "pwned";

    private static readonly string[] Scraps =
    [
        "\"", "\"\"\"", "\\", "\\\\", "\\\"", "\n", "\r", "\r\n", "\f", "\v", "\u2028", "\u2029", "\u0085", "\x1a", "\x1c", "\t", " ", "{", "}", "{{", "%s", "#", ";", ")", "(",
        "]", "+", "\\N{DASH}", "\\u0022", "\\x22", "\\042", "\uFEFF", "é", "\ud83d\ude00", "$", "`", "f\"", "rb\"", "\"); pwned(1); (\"", "{pwned(1)}", "\npwned(1)\n", "\rpwned(1)\r",
        "\\\npwned(1)", "\"\"\"\npwned(1)\n\"\"\"", "'''\npwned(1)\n'''", "pwned(1)", "import pwned", "coding: utf-7", "-*- coding: utf-16 -*-", "+AAo-pwned(1)", "type: ignore", "END", "lambda: pwned(1)", "\x7f", "\x01",
    ];

    // Where a text can stand: quoted so that the shell takes it as it is, with the quote itself left out of it.
    private static readonly string[] Places =
    [
        "echo '§'", "A='§'\nrun \"$A\"", "run '§' x", "run \"a\"'§'\"$b\"", "case x in '§') run ;; esac", "case '§' in x) run ;; esac", "for i in a '§'; do run; done",
        "[ '§' = x ] && run", "run > '§'", "cat <<'END_OF'\n§\nEND_OF", "cat <<END_OF\n§\nEND_OF", "# §", "run # §", "#!/bin/sh\n# §\nrun", "#!/bin/sh -§\nrun", "'§' x", "trap 'echo \"§\"' EXIT",
        "x=${a:-'§'}", "x=${a%'§'}", "x=\"${a:?§}\"", "echo \"§\"", "printf '§'", "printf '%s§' a", "export E='§'", "cd '§'", ". './§'", "f() { # §\n run '§'\n}\nf", "set -- '§'; run \"$@\"", "read -r x < '§'", "exec '§'",
        "if run; then # §\n run\n# §\nfi", "echo a | grep '§'", "echo a | sed 's/§/b/'", "echo a | tr '§' b", "eval 'echo \"§\"'", "until run '§'; do sleep 1; done", "python - <<END_OF\n§\nEND_OF", "python -c '§'", "sh -c '§'",
        "x=$((§))", "${§:-x}", "test -n '§' -a x", "date '+§'", "envsubst < '§'", "echo \"$(run '§')\"",
    ];

    private static readonly Gen<string> Payload = Gen.Int[0, Scraps.Length - 1].Select(index => Scraps[index]).Array[1, 6].Select(string.Concat);

    private static readonly Gen<(string Script, ShellDialect Dialect)> Scripts =
        Gen.Select(Gen.Int[0, Places.Length - 1], Payload, Payload, Gen.Bool, (place, text, other, isBash) =>
            (Places[place].Replace("§", text.Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal) + "\n# " + other.Replace("\n", "", StringComparison.Ordinal) + "\n",
             isBash ? ShellDialect.Bash : ShellDialect.Posix));

    [Fact]
    public void Text_of_a_script_never_becomes_code()
    {
        Machine.SkipWithoutShells();
        var count = 0;
        var compiled = 0;
        var batch = new List<(string Script, string Python)>();
        Scripts.Array[60].Sample(scripts =>
        {
            batch.Clear();
            count += scripts.Length;
            foreach (var (script, dialect) in scripts)
            {
                var python = HostileScripts.Compile(script, dialect).Python;
                if (python is not null) batch.Add((script, python));
            }

            compiled += batch.Count;
            Escaped(batch).ShouldBeEmpty();
        }, iter: 50, threads: 1);
        compiled.ShouldBeGreaterThan(count / 4);
    }

    [Theory]
    [InlineData("entry\npoint()")]
    [InlineData("entry\rpwned(1)")]
    [InlineData("a\"\"\"\npwned(1)\n\"\"\"b")]
    [InlineData("coding: utf-7")]
    public void Nor_does_its_path(string path)
    {
        Machine.SkipWithoutShells();
        var python = HostileScripts.Compile("set -e\nrun \"$0\"\nexec \"$@\"\n", ShellDialect.Posix, path).Python.ShouldNotBeNull();
        Escaped([(path, python)]).ShouldBeEmpty();
    }

    // Real Python reads the launchers from their bytes, as it would to run them, and looks for the marker among the names.
    private static ImmutableArray<string> Escaped(List<(string Script, string Python)> launchers)
    {
        const string Check = """
            import ast, pathlib, sys, tokenize
            for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
                try:
                    with path.open("rb") as file:
                        encoding = tokenize.detect_encoding(file.readline)[0]
                    if encoding != "utf-8":
                        print(path.name, "is read as", encoding)
                    tree = ast.parse(path.read_bytes(), feature_version=(3, 10))
                except (SyntaxError, ValueError) as error:
                    print(path.name, repr(error))
                    continue
                names = {getattr(node, key, None) for node in ast.walk(tree) for key in ("id", "attr", "name", "module", "arg")}
                if sys.argv[2] in names:
                    print(path.name, "has the marker as a name")
            """;
        var folder = Directory.CreateTempSubdirectory("unshell-hostile-").FullName;
        for (var i = 0; i < launchers.Count; i++) File.WriteAllText(Path.Combine(folder, $"{i}"), launchers[i].Python, new UTF8Encoding(false));
        var ending = BoundedProcess.Run(new(Machine.Python!, ["-c", Check, folder, Marker], "/", []) { Limit = TimeSpan.FromSeconds(60) });
        Directory.Delete(folder, recursive: true);
        ending.Errors.ShouldBe("");
        return
        [
            .. ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            {
                var launcher = launchers[int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];
                return $"{line}\n--- script\n{launcher.Script}\n--- launcher\n{launcher.Python}";
            }),
        ];
    }
}
