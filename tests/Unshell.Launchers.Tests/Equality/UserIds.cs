using System.Runtime.InteropServices;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>Who runs the tests.</summary>
internal static class UserIds
{
    public static uint User { get; } = UserId();

    public static uint Group { get; } = GroupId();

    [DllImport("libc", EntryPoint = "getuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint UserId();

    [DllImport("libc", EntryPoint = "getgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GroupId();
}
