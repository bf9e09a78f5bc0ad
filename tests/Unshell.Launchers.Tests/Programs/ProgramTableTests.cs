using Unshell.Launchers.Programs;

namespace Unshell.Launchers.Tests.Programs;

public sealed class ProgramTableTests
{
    [Fact]
    public void Every_program_has_its_function_and_its_table_of_options()
    {
        foreach (var program in ProgramTable.All)
        {
            ("\n" + RuntimeText.Of(program.Part)).ShouldContain($"\ndef {program.Function}(argv, env):\n");
            program.Options.Spellings.ShouldAllBe(spelling => spelling.StartsWith('-'));
        }
    }

    [Fact]
    public void Every_function_of_a_program_is_in_the_table()
    {
        var defined = RuntimeText.Parts
            .Where(part => part != "programs/start.py")
            .SelectMany(part => RuntimeText.Of(part).Split('\n'))
            .Where(line => line.EndsWith("_program(argv, env):", StringComparison.Ordinal))
            .Select(line => line["def ".Length..line.IndexOf('(', StringComparison.Ordinal)]);
        defined.Order(StringComparer.Ordinal).ShouldBe(ProgramTable.All.Select(program => program.Function).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_definition_hides_a_module_that_another_part_imports()
    {
        var modules = RuntimeText.Parts
            .SelectMany(part => RuntimeText.Of(part).Split('\n'))
            .Where(line => line.StartsWith("import ", StringComparison.Ordinal))
            .Select(line => line["import ".Length..].Split('.')[0]);
        Unshell.Launchers.Assembly.RuntimeParts.All.Select(part => part.Name).Intersect(modules).ShouldBeEmpty();
    }

    [Fact]
    public void No_name_belongs_to_two_programs() =>
        ProgramTable.All.SelectMany(program => program.Aliases.Append(program.Name)).ShouldBeUnique();

    [Theory]
    [InlineData("cut", "-d", ":", "-f1")]
    [InlineData("cut", "-d:", "--fields=2", "file")]
    [InlineData("chmod", "-x", "file")]
    [InlineData("chmod", "-R", "u+w", "file")]
    [InlineData("head", "-5")]
    [InlineData("rm", "-rf", "--", "-z")]
    [InlineData("/usr/bin/cat", "-")]
    [InlineData("sed", "-i.bak", "-e", "s|a\\|b|[&]|g;/x/I,$!{p;b end}", "-e", "a\\\ntext", "file")]
    [InlineData("sed", "-n", "s/[/]\\(.*\\)/\\U\\1/gpw out")]
    [InlineData("grep", "-E", "^(a|b)+[[:space:]]\\w$", "file")]
    [InlineData("date", "+%Y-%m-%dT%H:%M:%S.%3N%:z")]
    [InlineData("date", "-d", "2024-01-02 03:04 UTC +3 days", "+%s")]
    [InlineData("date", "-u", "-Iseconds")]
    [InlineData("find", "/app", "-name", "*.pyc", "-not", "(", "-path", "-x", ")", "-exec", "rm", "-rf", "{}", "+")]
    [InlineData("seq", "-5", "5")]
    [InlineData("nc", "-zvw1", "db", "5432")]
    [InlineData("curl", "-fsS", "-o", "/dev/null", "-w", "%{http_code}", "http://localhost:8000/health")]
    [InlineData("wget", "-qO-", "http://localhost")]
    [InlineData("pg_isready", "-h", "db", "-U", "app", "-d", "app", "-q")]
    [InlineData("redis-cli", "-h", "redis", "ping")]
    [InlineData("mysqladmin", "ping", "-h", "db", "-uroot", "-psecret", "--silent")]
    [InlineData("openssl", "rand", "-hex", "32")]
    [InlineData("pkill", "-HUP", "-f", "gunicorn")]
    [InlineData("awk", "-F:", "-v", "u=x", "$1 ~ /^[a-z]+(x|y)$/ && NF / 2 > 1 {print substr($0, 1, 2) \"getline\", length # |\n}", "file")]
    [InlineData("expr", "-1", "+", "2")]
    [InlineData("stat", "-c", "%u:%g", "file")]
    public void What_the_tables_list_is_done(string name, params string[] arguments) => Check(name, arguments).ShouldBeOfType<ProgramVerdict.Fine>();

    [Theory]
    [InlineData("option -z", "cut", "-z", "-f1")]
    [InlineData("option --zero-terminated", "cut", "-f1", "--zero-terminated")]
    [InlineData("option -i", "rm", "-ri", "x")]
    [InlineData("option -n without its argument", "head", "-n")]
    [InlineData("option --verbose with an argument", "rm", "--verbose=no", "x")]
    [InlineData("getline", "awk", "{ while (getline line) x++ }")]
    [InlineData("a pipe", "awk", "{ print | \"sort\" }")]
    [InlineData("the function strftime", "awk", "BEGIN { print strftime(\"%Y\") }")]
    [InlineData("{ in a pattern", "awk", "/a{2}/")]
    [InlineData("brackets and braces", "curl", "http://localhost/[1-3]")]
    [InlineData("ftp", "curl", "ftp://example.org/x")]
    [InlineData("it would ask", "curl", "-u", "me", "http://localhost")]
    [InlineData("%{json}", "curl", "-w", "%{json}", "http://localhost")]
    [InlineData("option -b", "curl", "-b", "x", "http://localhost")]
    [InlineData("option -l", "nc", "-l", "8000")]
    [InlineData("a connection string", "pg_isready", "-d", "postgres://db/x")]
    [InlineData("rand -hex", "openssl", "enc", "-aes128")]
    [InlineData("without -u", "runuser", "app", "-c", "x")]
    [InlineData("the command l", "sed", "-n", "1{p;l}")]
    [InlineData("the flag e", "sed", "s/a/b/e")]
    [InlineData("the flag M", "sed", "/a/Md")]
    [InlineData("the escape \\x", "sed", "s/\\x41/b/")]
    [InlineData("\\c in a replacement", "sed", "s/a/\\cA/")]
    [InlineData("-e together with -f", "sed", "-e", "p", "-f", "x")]
    [InlineData("a back reference together with alternatives", "grep", "-E", "(a|b)\\1")]
    [InlineData("the escape \\d", "grep", "\\d")]
    [InlineData("option -P", "grep", "-oP", "x")]
    [InlineData("colors", "grep", "--color=always", "x")]
    [InlineData("%E", "date", "+%Ey")]
    [InlineData("next thursday", "date", "-d", "next thursday")]
    [InlineData("setting the clock", "date", "0101")]
    [InlineData("-regex", "find", ".", "-regex", "x")]
    [InlineData("-printf %t", "find", ".", "-printf", "%t")]
    [InlineData("without -c", "stat", "file")]
    [InlineData("%m", "stat", "-c", "%m", "file")]
    [InlineData("services", "getent", "services", "http")]
    [InlineData("--preserve=xattr", "cp", "--preserve=mode,xattr", "a", "b")]
    [InlineData("too few operands", "mkdir", "-p")]
    [InlineData("too many operands", "tr", "a", "b", "c")]
    public void What_they_do_not_list_is_refused_by_name(string what, string name, params string[] arguments) =>
        Check(name, arguments).ShouldBeOfType<ProgramVerdict.Refused>().Reason.ShouldContain(what);

    [Fact]
    public void Words_that_are_not_known_are_left_to_the_run_time()
    {
        ProgramTable.Find("mkdir")!.Check(["-p", null]).ShouldBeOfType<ProgramVerdict.Fine>();
        ProgramTable.Find("cut")!.Check(["-d", null, "-f", "1"]).ShouldBeOfType<ProgramVerdict.Fine>();
        ProgramTable.Find("cut")!.Check([null, "-z"]).ShouldBeOfType<ProgramVerdict.Refused>();
    }

    [Fact]
    public void A_program_elsewhere_is_another_one() => ProgramTable.Find("/opt/tools/cut").ShouldBeNull();

    [Fact]
    public void A_script_that_is_not_known_is_for_a_person_to_look_at() =>
        ProgramTable.Find("sed")!.Check(["-i", null, "file"]).ShouldBeOfType<ProgramVerdict.Review>();

    [Theory]
    [InlineData("rm -rf ?", "xargs", "-0", "rm", "-rf")]
    [InlineData("sh -c ?", "xargs", "-I", "{}", "sh", "-c", "echo {}")]
    [InlineData("nc -z db 5432", "timeout", "-k", "1", "5s", "nc", "-z", "db", "5432")]
    [InlineData("python -m app", "env", "-u", "X", "A=1", "python", "-m", "app")]
    [InlineData("rm {}; echo -n", "find", ".", "-exec", "rm", "{}", ";", "-o", "-exec", "echo", "-n", ";")]
    [InlineData("nice -n 5 date", "nohup", "nice", "-n", "5", "date")]
    [InlineData("", "env")]
    public void Programs_that_run_others_say_which(string expected, string name, params string[] arguments) =>
        string.Join("; ", ProgramTable.Find(name)!.InnerCommands([.. arguments]).Select(words => string.Join(' ', words.Select(word => word ?? "?"))))
            .ShouldBe(expected);

    private static ProgramVerdict Check(string name, string[] arguments) => ProgramTable.Find(name)!.Check([.. arguments]);
}
