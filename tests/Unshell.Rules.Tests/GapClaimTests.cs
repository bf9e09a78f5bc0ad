using System.Collections.Immutable;
using Unshell.Rules.Checking;
using Unshell.Services.Needs;
using Unshell.Text;

namespace Unshell.Rules.Tests;

public sealed class GapClaimTests
{
    private static readonly ImmutableArray<GapRule> Rules = [.. RuleCatalog.All.OfType<GapRule>()];

    public static TheoryData<string, string, string> Kinds()
    {
        var kinds = new TheoryData<string, string, string>();
        foreach (var requirement in Requirements())
        {
            foreach (var source in Enum.GetValues<GapSource>())
            {
                foreach (var phase in Enum.GetValues<NeedPhase>())
                    if (Exists(requirement, source, phase)) kinds.Add(requirement.ToString(), source.ToString(), phase.ToString());
            }
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_open_need_is_without_a_rule_that_speaks_of_it(string requirement, string source, string phase)
    {
        var wanted = Requirements().Single(each => each.ToString() == requirement);
        foreach (var isInChain in new[] { true, false })
        {
            var gap = GapOf(wanted, Enum.Parse<GapSource>(source), Enum.Parse<NeedPhase>(phase), isInChain);
            Rules.Any(rule => rule.Claims(gap)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Every_kind_of_requirement_is_tried() =>
        Requirements().Select(each => each.GetType()).Distinct().Count()
            .ShouldBe(typeof(Requirement).GetNestedTypes().Count(type => type.IsSubclassOf(typeof(Requirement))));

    /// <summary>A build step stands in the Dockerfile, and what a build needs is not said by those who run the image.</summary>
    private static bool Exists(Requirement requirement, GapSource source, NeedPhase phase) =>
        (phase == NeedPhase.Build) == (requirement is Requirement.Shell { Use: ShellUse.BuildStep })
            ? source == GapSource.Dockerfile || phase != NeedPhase.Build
            : phase == NeedPhase.Build && source == GapSource.Dockerfile && requirement is not Requirement.Shell && CanBeOfABuild(requirement);

    private static bool CanBeOfABuild(Requirement requirement) => requirement
        is Requirement.Program or Requirement.PackageManager or Requirement.PythonInstaller or Requirement.Root
        or Requirement.Account or Requirement.Interpreter;

    private static IEnumerable<Requirement> Requirements() =>
    [
        .. Enum.GetValues<ShellUse>().Select(use => new Requirement.Shell("/bin/sh", use)),
        new Requirement.Program("frobnicate"),
        new Requirement.Program("/usr/bin/tini"),
        new Requirement.PackageManager("apt"),
        new Requirement.PythonInstaller("pip"),
        new Requirement.Library("libpq5", "libpq.so.5"),
        new Requirement.File("/etc/mime.types"),
        new Requirement.WritablePath("/var/log/claims", false),
        new Requirement.Root("chown"),
        new Requirement.Root("switch user (gosu)"),
        new Requirement.Root("anything else"),
        new Requirement.Account("app", false),
        new Requirement.Interpreter("/usr/local/bin/python"),
        new Requirement.Interpreter("/usr/local/lib/python3.11/site-packages"),
        new Requirement.Port(80),
        new Requirement.Variable("LANG", "C.UTF-8"),
        new Requirement.Locale("de_DE.UTF-8"),
        new Requirement.Runner("uv run"),
        new Requirement.Init("tini"),
        new Requirement.LibrarySearch("magic"),
        new Requirement.Digest("md5"),
        new Requirement.Cache("MPLCONFIGDIR", "/home/nonroot/.config/matplotlib", "matplotlib"),
        new Requirement.PythonRange("<3.10", "numpy"),
        new Requirement.OwnCryptography("cryptography", "OpenSSL"),
    ];

    private static Gap GapOf(Requirement requirement, GapSource source, NeedPhase phase, bool isInChain)
    {
        var file = new SourceText("file", "words of the need");
        return new Gap
        {
            Need = new Need
            {
                Requirement = requirement,
                Phase = phase,
                Evidence = [new Evidence(file, new TextSpan(0, 5))],
                Certainty = Certainty.Certain,
                Stage = 0,
            },
            Offers = Offers.Nothing,
            Source = source,
            Step = null,
            Use = null,
            IsInTargetChain = isInChain,
        };
    }
}
