using System.Collections.Frozen;
using Unshell.Python.Semantics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Uses;

/// <summary>Libraries, accounts, locales, time zones, digests, rights and signals that code uses.</summary>
internal static class SystemUses
{
    private static readonly FrozenSet<string> libraryLoads = FrozenSet.Create(
        StringComparer.Ordinal, "ctypes.CDLL", "ctypes.cdll.LoadLibrary", "ctypes.PyDLL", "cffi.FFI().dlopen", "ctypes.cdll().LoadLibrary");

    private static readonly FrozenDictionary<string, string> privileges = new Dictionary<string, string>
    {
        ["os.chown"] = "change the owner of a file",
        ["os.lchown"] = "change the owner of a file",
        ["os.fchown"] = "change the owner of a file",
        ["os.setuid"] = "change to another user",
        ["os.setgid"] = "change to another group",
        ["os.seteuid"] = "change to another user",
        ["os.setegid"] = "change to another group",
        ["os.setgroups"] = "change to other groups",
        ["os.initgroups"] = "change to other groups",
        ["os.chroot"] = "change the root directory",
        ["os.mknod"] = "make a device file",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The uses of a call.</summary>
    public static IEnumerable<SourceUse> Of(CallSite site)
    {
        if (libraryLoads.Contains(site.Name)) return LibraryName(site) is { } name ? [new SourceUse.Library(site.Place(), name, false)] : [];
        if (privileges.TryGetValue(site.Name, out var action)) return [new SourceUse.Privilege(site.Place(), action)];
        return site.Name switch
        {
            "ctypes.util.find_library" => [new SourceUse.Library(site.Place(), site.Text(0, "name"), true)],
            "pwd.getpwnam" => [new SourceUse.Account(site.Place(), site.Text(0, "name"), false)],
            "grp.getgrnam" => [new SourceUse.Account(site.Place(), site.Text(0, "name"), true)],
            "pwd.getpwuid" or "getpass.getuser" or "os.getlogin" => [new SourceUse.Account(site.Place(), null, false)],
            "shutil.chown" => [new SourceUse.Privilege(site.Place(), "change the owner of a file")],
            "locale.setlocale" => site.Text(1, "locale") is { Length: > 0 } locale ? [new SourceUse.Locale(site.Place(), locale)] : [],
            "zoneinfo.ZoneInfo" or "backports.zoneinfo.ZoneInfo" or "dateutil.tz.gettz" => [new SourceUse.TimeZone(site.Place(), site.Text(0, "key"))],
            "time.tzset" => [new SourceUse.TimeZone(site.Place(), null)],
            "hashlib.md5" or "hashlib.sha1" => [Digest(site, site.Name["hashlib.".Length..])],
            "hashlib.new" or "hashlib.file_digest" => OfNamedDigest(site, site.Text(site.Name == "hashlib.new" ? 0 : 1, "name")),
            "hmac.new" or "hmac.digest" => OfNamedDigest(site, DigestName(site)),
            "uuid.uuid3" => [Digest(site, "md5")],
            "uuid.uuid5" => [Digest(site, "sha1")],
            "signal.signal" => SignalName(site) is { } signal ? [new SourceUse.SignalHandler(site.Place(), signal)] : [],
            "pip.main" or "pip._internal.main" => [new SourceUse.Installer(site.Place(), "pip")],
            _ => site.Call.Function is AttributeRef { Attribute: "add_signal_handler" } && SignalName(site) is { } handled ? [new SourceUse.SignalHandler(site.Place(), handled)] : [],
        };
    }

    private static string? LibraryName(CallSite site) =>
        // A name that find_library gave is told at that call; None is the program itself.
        site.Argument(0, "name") is { } name && site.Reader.Names.Resolve(name, site.Context.Scope)?.StartsWith("ctypes.util.find_library", StringComparison.Ordinal) != true ? site.Text(0, "name") : null;

    private static SourceUse.Digest Digest(CallSite site, string algorithm) =>
        new(site.Place(), algorithm, site.Call.KeywordValue("usedforsecurity") is { } given && site.Reader.Value(given, site.Context.Scope) is PythonValue.Boolean { Value: false });

    private static IEnumerable<SourceUse> OfNamedDigest(CallSite site, string? name) =>
        name?.ToUpperInvariant() switch { "MD5" => [Digest(site, "md5")], "SHA1" or "SHA-1" => [Digest(site, "sha1")], _ => [] };

    private static string? DigestName(CallSite site) =>
        site.Text(2, "digestmod") ?? site.Text(2, "digest")
        ?? ((site.Argument(2, "digestmod") ?? site.Argument(2, "digest")) is { } given && site.Reader.Names.Resolve(given, site.Context.Scope) is ("hashlib.md5" or "hashlib.sha1") and var name ? name["hashlib.".Length..] : null);

    private static string? SignalName(CallSite site) =>
        site.Call.Arguments is [var first, ..] && site.Reader.Names.Resolve(first, site.Context.Scope) is { } name && name.StartsWith("signal.SIG", StringComparison.Ordinal) ? name["signal.".Length..] : null;
}
