using Unshell.Launchers.Programs;

namespace Unshell.Launchers.Tests.Programs;

public sealed class ProgramTableTests
{
    [Fact]
    public void Every_program_has_its_function_and_its_table_of_options()
    {
        foreach (var program in ProgramTable.All)
        {
            RuntimeText.Of(program.Part).ShouldContain($"\ndef {program.Function}(argv, env):\n");
            program.Options.Spellings.ShouldAllBe(spelling => spelling.StartsWith('-'));
        }
    }

    [Fact]
    public void Every_function_of_a_program_is_in_the_table()
    {
        var defined = RuntimeText.Parts
            .SelectMany(part => RuntimeText.Of(part).Split('\n'))
            .Where(line => line.EndsWith("_program(argv, env):", StringComparison.Ordinal))
            .Select(line => line["def ".Length..line.IndexOf('(', StringComparison.Ordinal)]);
        defined.Order(StringComparer.Ordinal).ShouldBe(ProgramTable.All.Select(program => program.Function).Order(StringComparer.Ordinal));
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
    public void What_the_tables_list_is_done(string name, params string[] arguments) => Check(name, arguments).ShouldBeOfType<ProgramVerdict.Fine>();

    [Theory]
    [InlineData("option -z", "cut", "-z", "-f1")]
    [InlineData("option --zero-terminated", "cut", "-f1", "--zero-terminated")]
    [InlineData("option -i", "rm", "-ri", "x")]
    [InlineData("option -n without its argument", "head", "-n")]
    [InlineData("option --verbose with an argument", "rm", "--verbose=no", "x")]
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

    private static ProgramVerdict Check(string name, string[] arguments) => ProgramTable.Find(name)!.Check([.. arguments]);
}
