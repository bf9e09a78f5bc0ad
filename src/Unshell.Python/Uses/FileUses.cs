using System.Collections.Frozen;
using System.Collections.Immutable;
using Unshell.Python.Semantics;

namespace Unshell.Python.Uses;

/// <summary>Files and directories that code writes.</summary>
internal static class FileUses
{
    private static readonly FrozenSet<string> openers = FrozenSet.Create(
        StringComparer.Ordinal, "builtins.open", "io.open", "codecs.open", "gzip.open", "bz2.open", "lzma.open", "tarfile.open", "zipfile.ZipFile", "aiofiles.open", "os.fdopen", "tarfile.TarFile.open", "anyio.open_file");

    // Function, the argument that is written, its keyword, what it is.
    private static readonly FrozenDictionary<string, (int Position, string Keyword, WriteKind Kind)> writers = new Dictionary<string, (int, string, WriteKind)>
    {
        ["os.mkdir"] = (0, "path", WriteKind.Directory),
        ["os.makedirs"] = (0, "name", WriteKind.Directory),
        ["os.mkfifo"] = (0, "path", WriteKind.File),
        ["os.mknod"] = (0, "path", WriteKind.File),
        ["os.remove"] = (0, "path", WriteKind.Removal),
        ["os.unlink"] = (0, "path", WriteKind.Removal),
        ["os.rmdir"] = (0, "path", WriteKind.Removal),
        ["os.removedirs"] = (0, "name", WriteKind.Removal),
        ["os.rename"] = (1, "dst", WriteKind.File),
        ["os.replace"] = (1, "dst", WriteKind.File),
        ["os.symlink"] = (1, "dst", WriteKind.File),
        ["os.link"] = (1, "dst", WriteKind.File),
        ["os.truncate"] = (0, "path", WriteKind.File),
        ["os.utime"] = (0, "path", WriteKind.File),
        ["shutil.copy"] = (1, "dst", WriteKind.File),
        ["shutil.copy2"] = (1, "dst", WriteKind.File),
        ["shutil.copyfile"] = (1, "dst", WriteKind.File),
        ["shutil.copytree"] = (1, "dst", WriteKind.Directory),
        ["shutil.move"] = (1, "dst", WriteKind.File),
        ["shutil.rmtree"] = (0, "path", WriteKind.Removal),
        ["shutil.unpack_archive"] = (1, "extract_dir", WriteKind.Directory),
        ["shutil.make_archive"] = (0, "base_name", WriteKind.File),
        ["logging.FileHandler"] = (0, "filename", WriteKind.Log),
        ["logging.handlers.RotatingFileHandler"] = (0, "filename", WriteKind.Log),
        ["logging.handlers.TimedRotatingFileHandler"] = (0, "filename", WriteKind.Log),
        ["logging.handlers.WatchedFileHandler"] = (0, "filename", WriteKind.Log),
        ["concurrent_log_handler.ConcurrentRotatingFileHandler"] = (0, "filename", WriteKind.Log),
        ["logging.basicConfig"] = (-1, "filename", WriteKind.Log),
        ["logbook.FileHandler"] = (0, "filename", WriteKind.Log),
        ["logbook.RotatingFileHandler"] = (0, "filename", WriteKind.Log),
        ["sqlite3.connect"] = (0, "database", WriteKind.Database),
        ["aiosqlite.connect"] = (0, "database", WriteKind.Database),
        ["peewee.SqliteDatabase"] = (0, "database", WriteKind.Database),
        ["playhouse.sqlite_ext.SqliteExtDatabase"] = (0, "database", WriteKind.Database),
        ["dbm.open"] = (0, "file", WriteKind.Database),
        ["shelve.open"] = (0, "filename", WriteKind.Database),
        ["tinydb.TinyDB"] = (0, "path", WriteKind.Database),
        ["diskcache.Cache"] = (0, "directory", WriteKind.Directory),
        ["joblib.dump"] = (1, "filename", WriteKind.File),
        ["joblib.Memory"] = (0, "location", WriteKind.Directory),
        ["numpy.save"] = (0, "file", WriteKind.File),
        ["numpy.savez"] = (0, "file", WriteKind.File),
        ["numpy.savez_compressed"] = (0, "file", WriteKind.File),
        ["numpy.savetxt"] = (0, "fname", WriteKind.File),
        ["torch.save"] = (1, "f", WriteKind.File),
        ["cv2.imwrite"] = (0, "filename", WriteKind.File),
        ["matplotlib.pyplot.savefig"] = (0, "fname", WriteKind.File),
        ["urllib.request.urlretrieve"] = (1, "filename", WriteKind.File),
        ["wget.download"] = (1, "out", WriteKind.File),
        ["flask_session.Session"] = (-1, "path", WriteKind.Directory),
        ["pathlib.Path().mkdir"] = (-2, "", WriteKind.Directory),
        ["pathlib.Path().touch"] = (-2, "", WriteKind.File),
        ["pathlib.Path().write_text"] = (-2, "", WriteKind.File),
        ["pathlib.Path().write_bytes"] = (-2, "", WriteKind.File),
        ["pathlib.Path().unlink"] = (-2, "", WriteKind.Removal),
        ["pathlib.Path().rmdir"] = (-2, "", WriteKind.Removal),
        ["pathlib.Path().symlink_to"] = (-2, "", WriteKind.File),
        ["pathlib.Path().rename"] = (0, "target", WriteKind.File),
        ["pathlib.Path().replace"] = (0, "target", WriteKind.File),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The type of what they belong to is seldom known; their names and a path as argument tell.
    private static readonly FrozenDictionary<string, int> methods = new Dictionary<string, int>
    {
        ["to_csv"] = 0,
        ["to_excel"] = 0,
        ["to_parquet"] = 0,
        ["to_pickle"] = 0,
        ["to_feather"] = 0,
        ["savefig"] = 0,
        ["save_pretrained"] = 0,
        ["extractall"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> temporary = FrozenSet.Create(
        StringComparer.Ordinal, "tempfile.NamedTemporaryFile", "tempfile.TemporaryFile", "tempfile.TemporaryDirectory", "tempfile.mkdtemp", "tempfile.mkstemp", "tempfile.SpooledTemporaryFile");

    /// <summary>The uses of a call.</summary>
    public static IEnumerable<SourceUse> Of(CallSite site)
    {
        if (openers.Contains(site.Name)) return IsWriting(Mode(site, 1)) ? Writes(site, site.Values(0, "file"), WriteKind.File) : [];
        if (site.Name == "pathlib.Path().open") return IsWriting(Mode(site, 0)) ? Writes(site, Owner(site), WriteKind.File) : [];
        if (writers.TryGetValue(site.Name, out var writer)) return Writes(site, writer.Position == -2 ? Owner(site) : site.Values(writer.Position, writer.Keyword), writer.Kind);
        if (temporary.Contains(site.Name)) return Writes(site, [.. site.Values(-1, "dir").Where(value => value is PythonValue.Text)], WriteKind.Directory);
        return site.Name switch
        {
            "loguru.logger.add" => Writes(site, [.. site.Values(0, "sink").Where(value => value is PythonValue.Text)], WriteKind.Log),
            "logging.config.dictConfig" => LoggingConfigs.Of(site, site.Values(0, "config")),
            "sqlalchemy.create_engine" or "sqlalchemy.ext.asyncio.create_async_engine" or "databases.Database" or "sqlmodel.create_engine" => DatabaseUrls.Of(site.Place(), site.Values(0, "url")),
            _ => OfMethod(site),
        };
    }

    /// <summary>A written path as a use; what cannot be written to a file system is left out.</summary>
    public static IEnumerable<SourceUse> Writes(UsePlace place, ImmutableArray<PythonValue> values, WriteKind kind)
    {
        foreach (var value in values)
        {
            var text = value as PythonValue.Text ?? PythonValue.Concatenate([new PythonValue.Unknown()]);
            if (text.Known is ":memory:" or "" || text.Beginning.StartsWith("file::memory:", StringComparison.Ordinal) || value is PythonValue.None or PythonValue.Integer) continue;
            yield return new SourceUse.Write(place with { Assumptions = value.Assumptions }, text, kind);
        }
    }

    private static IEnumerable<SourceUse> Writes(CallSite site, ImmutableArray<PythonValue> values, WriteKind kind) => Writes(site.Place(), values, kind);

    private static IEnumerable<SourceUse> OfMethod(CallSite site)
    {
        if (site.Call.Function is not Syntax.AttributeRef { Attribute: var method }) return [];
        if (methods.TryGetValue(method, out var position))
            return Writes(site, [.. site.Values(position, "path").Where(value => value is PythonValue.Text { Beginning.Length: > 0 } or PythonValue.Text { IsPath: true })], WriteKind.File);
        // Uploads and pictures: x.save(path). A model's save() has no path; a storage's save(name, content) has a name below its own root.
        return method == "save" && site.Call.Arguments is [var first]
            ? Writes(site, [.. site.Values(first).Where(value => value is PythonValue.Text text && (text.IsPath || text.Beginning.Contains('/', StringComparison.Ordinal)))], WriteKind.File)
            : [];
    }

    private static ImmutableArray<PythonValue> Owner(CallSite site) => site.Call.Function is Syntax.AttributeRef attribute ? site.Values(attribute.Value) : [];

    private static string Mode(CallSite site, int position) => site.Argument(position, "mode") is null ? "r" : site.Text(position, "mode") ?? "?";

    private static bool IsWriting(string mode) => mode.AsSpan().IndexOfAny("wax+") >= 0;
}
