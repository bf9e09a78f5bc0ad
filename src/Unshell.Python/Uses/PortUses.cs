using System.Collections.Frozen;
using Unshell.Python.Semantics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Uses;

/// <summary>Ports that code binds.</summary>
internal static class PortUses
{
    // Function, position of the port, its keyword, the port where none is given.
    private static readonly FrozenDictionary<string, (int Position, string Keyword, int? Standard)> servers = new Dictionary<string, (int, string, int?)>
    {
        ["flask.Flask().run"] = (1, "port", 5000),
        ["quart.Quart().run"] = (1, "port", 5000),
        ["flask_socketio.SocketIO().run"] = (2, "port", 5000),
        ["socketio.run"] = (2, "port", 5000),
        ["dash.Dash().run"] = (1, "port", 8050),
        ["dash.Dash().run_server"] = (1, "port", 8050),
        ["uvicorn.run"] = (-1, "port", 8000),
        ["uvicorn.Config"] = (2, "port", 8000),
        ["waitress.serve"] = (-1, "port", 8080),
        ["aiohttp.web.run_app"] = (-1, "port", 8080),
        ["aiohttp.web.TCPSite"] = (2, "port", 8080),
        ["sanic.Sanic().run"] = (1, "port", 8000),
        ["bottle.run"] = (-1, "port", 8080),
        ["bottle.Bottle().run"] = (-1, "port", 8080),
        ["wsgiref.simple_server.make_server"] = (1, "port", null),
        ["prometheus_client.start_http_server"] = (0, "port", null),
        ["prometheus_client.exposition.start_http_server"] = (0, "port", null),
        ["asyncio.start_server"] = (2, "port", null),
        ["websockets.serve"] = (2, "port", null),
        ["websockets.server.serve"] = (2, "port", null),
        ["nicegui.ui.run"] = (-1, "port", 8080),
        ["twisted.internet.reactor.listenTCP"] = (0, "port", null),
        ["tornado.web.Application().listen"] = (0, "port", null),
        ["tornado.httpserver.HTTPServer().listen"] = (0, "port", null),
        ["werkzeug.serving.run_simple"] = (1, "port", null),
        ["mcp.server.fastmcp.FastMCP"] = (-1, "port", null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> pairs = FrozenSet.Create(
        StringComparer.Ordinal, "socket.socket().bind", "http.server.HTTPServer", "http.server.ThreadingHTTPServer", "socketserver.TCPServer", "socketserver.ThreadingTCPServer", "socketserver.UDPServer",
        "xmlrpc.server.SimpleXMLRPCServer", "gevent.pywsgi.WSGIServer", "gevent.server.StreamServer", "eventlet.listen", "socket.create_server", "wsgiserver.WSGIServer");

    /// <summary>The uses of a call.</summary>
    public static IEnumerable<SourceUse> Of(CallSite site)
    {
        if (servers.TryGetValue(site.Name, out var server)) return OfServer(site, server);
        if (pairs.Contains(site.Name)) return OfPair(site, site.Call.Arguments.FirstOrDefault());
        if (site.Call.Function is AttributeRef { Attribute: "add_insecure_port" or "add_secure_port" } && site.Call.Arguments is [var address, ..]) return OfAddress(site, address);
        return [];
    }

    private static IEnumerable<SourceUse> OfServer(CallSite site, (int Position, string Keyword, int? Standard) server)
    {
        if (site.Argument(server.Position, server.Keyword) is { } given) return OfValue(site, given);
        if (site.Call.Keywords.Any(keyword => keyword.Name is null)) return [new SourceUse.Port(site.Place(), null, null)];
        return server.Standard is { } standard ? [new SourceUse.Port(site.Place(), standard, null)] : [];
    }

    private static IEnumerable<SourceUse> OfPair(CallSite site, Expression? address)
    {
        if (address is TupleExpr { Elements: [_, var port] }) return OfValue(site, port);
        if (address is null) return [];
        return site.Values(address).OfType<PythonValue.Items>().Where(items => items.Values.Length == 2)
            .Select(items => (SourceUse)new SourceUse.Port(site.Place(items.Values[1]), Number(items.Values[1]), null));
    }

    private static IEnumerable<SourceUse> OfValue(CallSite site, Expression port)
    {
        var literal = port is IntConstant constant ? constant.Span : (Unshell.Text.TextSpan?)null;
        return site.Values(port).Where(value => Number(value) is not 0).Select(value => (SourceUse)new SourceUse.Port(site.Place(value), Number(value), literal));
    }

    private static IEnumerable<SourceUse> OfAddress(CallSite site, Expression address)
    {
        foreach (var value in site.Values(address))
        {
            var text = value is PythonValue.Text { Pieces: [.., { } last] } ? last : null;
            var colon = text?.LastIndexOf(':') ?? -1;
            if (value is PythonValue.Text { Beginning: var beginning } && beginning.StartsWith("unix:", StringComparison.Ordinal)) continue;
            yield return new SourceUse.Port(site.Place(value), colon >= 0 && int.TryParse(text.AsSpan(colon + 1), out var number) ? number : null, null);
        }
    }

    private static int? Number(PythonValue value) => value switch
    {
        PythonValue.Integer { Value: var number } when number >= 0 && number <= 65535 => (int)number,
        PythonValue.Text { Known: { } text } when int.TryParse(text, out var number) => number,
        _ => null,
    };
}
