using Unshell.Launchers.Tests.Code;

namespace Unshell.Launchers.Tests.Programs;

public sealed class ProgramAgreementTests
{
    public static TheoryData<string> Programs =>
        [.. Directory.EnumerateDirectories(Agreement.Cases).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Programs))]
    public void Ours_does_what_the_real_program_does(string program)
    {
        RealPython.SkipWithout();
        var files = Directory.EnumerateFiles(Path.Combine(Agreement.Cases, program), "*.case").Order(StringComparer.Ordinal);
        var (equal, report) = Agreement.Of(files);
        equal.ShouldBeTrue(report);
        Assert.SkipWhen(report.StartsWith("0 equal", StringComparison.Ordinal), $"{program} is not installed: agreement with it was not tested");
    }
}
