using System.Collections.Immutable;
using Unshell.Rules.Base;
using Unshell.Rules.Compliance;
using Unshell.Rules.Identity;
using Unshell.Rules.Layout;
using Unshell.Rules.Native;
using Unshell.Rules.Orchestration;
using Unshell.Rules.Pipelines;
using Unshell.Rules.Sources;
using Unshell.Rules.Starting;
using Unshell.Rules.Suppressions;

namespace Unshell.Rules;

public static partial class RuleCatalog
{
    /// <summary>Every rule, sorted by id.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        new ShellInSource(),
        new LibrarySearch(),
        new DigestUnderFips(),
        new AccountLookup(),
        new RuntimeStageRun(),
        new RuntimeStagePackageManager(),
        new RuntimeStagePipInstall(),
        new AccountCommands(),
        new ChownChmodMkdir(),
        new ToolMissingInDev(),
        new BaseEnvironmentLost(),
        new ShellInstructionInRuntime(),
        new PythonVersionNotOffered(),
        new BaseWithoutCounterpart(),
        new BaseDistributionChanges(),
        new PatchReleaseChanges(),
        new DigestDropped(),
        new BuildAndRuntimeDiffer(),
        new OpaqueStep(),
        new DockerfileDoesNotBuild(),
        new UnknownInstallation(),
        new DependencyNeedsOtherPython(),
        new InterpreterPathPinned(),
        new SitePackagesCopied(),
        new VenvWithForeignInterpreter(),
        new VenvMoved(),
        new UserSiteInstall(),
        new EnvShebang(),
        new EditableInstall(),
        new UvManagedPython(),
        new ShellFormCommand(),
        new ExplicitShellCommand(),
        new MalformedExecForm(),
        new VariablesInExecForm(),
        new EntrypointScript(),
        new InitWrapper(),
        new PrivilegeDrop(),
        new ProcessSupervisor(),
        new CronInContainer(),
        new WebServerInContainer(),
        new RunnerWrapper(),
        new SignalHandling(),
        new NoStartCommand(),
        new NativeLibraryMissing(),
        new RuntimeProgramMissing(),
        new LdPreload(),
        new DataPackageMissing(),
        new CopyChownUnknownName(),
        new UserUnknownName(),
        new PrivilegedPort(),
        new UnwritableDirectory(),
        new VolumeOwnership(),
        new UserNotNumeric(),
        new RootRights(),
        new CacheNotWritable(),
        new HealthCheckShell(),
        new HealthCheckProgram(),
        new ComposeHealthCheck(),
        new ComposeCommandShell(),
        new KubernetesExecProbe(),
        new KubernetesPrestopSleep(),
        new KubernetesInitShell(),
        new KubernetesCommandShell(),
        new ManifestNotEditable(),
        new ManifestUser(),
        new DevelopmentImage(),
        new JobRunsShell(),
        new DebugByExec(),
        new RegistryLoginMissing(),
        new LocaleMissing(),
        new LegacyTimeZone(),
        new CustomCa(),
        new ShellSmuggledBack(),
        new CryptographyBesideFips(),
        new UnusedSuppression(),
        new SuppressionWithoutReason(),
    ];
}
