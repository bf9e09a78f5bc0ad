using System.Collections.Frozen;
using System.Collections.Immutable;
using Unshell.Python.Semantics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Uses;

/// <summary>Paths in settings that frameworks write to: Django's settings, Flask's configuration.</summary>
internal static class SettingUses
{
    private static readonly FrozenDictionary<string, WriteKind> paths = new Dictionary<string, WriteKind>
    {
        ["MEDIA_ROOT"] = WriteKind.Directory,
        ["FILE_UPLOAD_TEMP_DIR"] = WriteKind.Directory,
        ["EMAIL_FILE_PATH"] = WriteKind.Directory,
        ["SESSION_FILE_PATH"] = WriteKind.Directory,
        ["SESSION_FILE_DIR"] = WriteKind.Directory,
        ["UPLOAD_FOLDER"] = WriteKind.Directory,
        ["UPLOADED_FILES_DEST"] = WriteKind.Directory,
        ["CACHE_DIR"] = WriteKind.Directory,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> urls = FrozenSet.Create(StringComparer.Ordinal, "SQLALCHEMY_DATABASE_URI", "SQLALCHEMY_DATABASE_URL", "DATABASE_URL");

    /// <summary>The uses of an assignment.</summary>
    /// <param name="node">The statement.</param>
    /// <param name="context">Its circumstances.</param>
    /// <param name="reader">Values.</param>
    /// <param name="isDjango">Whether the module is Django's settings.</param>
    public static IEnumerable<SourceUse> Of(PythonNode node, CodeContext context, ValueReader reader, bool isDjango)
    {
        var (target, value) = node switch
        {
            Assign { Targets: [var only] } assign => (only, assign.Value),
            AnnAssign { Value: { } given } assign => (assign.Target, given),
            _ => (null, null),
        };
        if (target is null || value is null || SettingName(target, context) is not { } name) return [];
        var place = new UsePlace(context.Scope.Owner.Source, value.Span, name) { IsAtImport = context.IsAtImport, IsGuarded = context.IsCaught };
        if (urls.Contains(name)) return DatabaseUrls.Of(place, reader.Values(value, context.Scope));
        if (paths.TryGetValue(name, out var kind)) return FileUses.Writes(place, Texts(reader.Values(value, context.Scope)), kind);
        return isDjango && target is Name ? OfDjango(name, value, context, reader, place) : [];
    }

    /// <summary>A name in capitals, or the text key of <c>app.config["NAME"]</c>.</summary>
    private static string? SettingName(Expression target, CodeContext context) => target switch
    {
        Name name when context.Scope.Kind != ScopeKind.Function => name.Id,
        Subscript { Value: AttributeRef { Attribute: "config" }, Index: StrConstant key } => key.Value,
        _ => null,
    };

    private static ImmutableArray<PythonValue> Texts(ImmutableArray<PythonValue> values) => [.. values.Where(value => value is PythonValue.Text { Pieces: not [null] })];

    private static IEnumerable<SourceUse> OfDjango(string name, Expression value, CodeContext context, ValueReader reader, UsePlace place) => name switch
    {
        "LOGGING" => LoggingConfigs.Of(place, reader.Values(value, context.Scope)),
        "DATABASES" => Entries(value, context, reader).Where(database => database["ENGINE"] is PythonValue.Text { Known: { } engine } && (engine.Contains("sqlite3", StringComparison.Ordinal) || engine.Contains("spatialite", StringComparison.Ordinal)))
            .SelectMany(database => FileUses.Writes(place, Texts([database["NAME"] ?? new PythonValue.Unknown()]), WriteKind.Database)),
        "CACHES" => Entries(value, context, reader).Where(cache => cache["BACKEND"] is PythonValue.Text { Known: { } backend } && backend.EndsWith("FileBasedCache", StringComparison.Ordinal))
            .SelectMany(cache => FileUses.Writes(place, Texts([cache["LOCATION"] ?? new PythonValue.Unknown()]), WriteKind.Directory)),
        _ => [],
    };

    private static IEnumerable<PythonValue.Mapping> Entries(Expression value, CodeContext context, ValueReader reader) =>
        reader.Values(value, context.Scope).OfType<PythonValue.Mapping>().SelectMany(map => map.Entries).Select(entry => entry.Value).OfType<PythonValue.Mapping>();
}
