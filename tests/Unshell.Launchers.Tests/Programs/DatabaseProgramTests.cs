using Unshell.Launchers.Assembly;
using Unshell.Launchers.Code;
using Unshell.Launchers.Programs;
using Unshell.Launchers.Tests.Code;

namespace Unshell.Launchers.Tests.Programs;

/// <summary>The questions that scripts ask databases, before servers that answer one thing each.</summary>
public sealed class DatabaseProgramTests
{
    // An authentication request; an error that refuses the user; one of a server that starts up. Then RESP and MySQL's greeting.
    private const string Authentication = "520000000800000000";
    private const string WrongUser = "450000001b53464154414c0043323830303000 4d6e6f74206865726500 00";
    private const string StartingUp = "450000001753464154414c0043353750303300 4d6e6f7400 00";
    private const string Pong = "2b504f4e470d0a";
    private const string NoAuthentication = "2d4e4f4155544820417574680d0a";
    private const string Greeting = "4a0000000a382e30";

    [Theory]
    [InlineData("pg_isready", "-h 127.0.0.1 -p PORT -U app", Authentication, 0, "127.0.0.1:PORT - accepting connections\n")]
    [InlineData("pg_isready", "-h 127.0.0.1 -p PORT", WrongUser, 0, "127.0.0.1:PORT - accepting connections\n")]
    [InlineData("pg_isready", "-h 127.0.0.1 -p PORT", StartingUp, 1, "127.0.0.1:PORT - rejecting connections\n")]
    [InlineData("pg_isready", "-h 127.0.0.1 -p PORT", "", 2, "127.0.0.1:PORT - no response\n")]
    [InlineData("pg_isready", "-q -h 127.0.0.1 -p 1", "", 2, "")]
    [InlineData("pg_isready", "-h 127.0.0.1 -p x", "", 3, "127.0.0.1:x - no attempt\n")]
    [InlineData("redis-cli", "-h 127.0.0.1 -p PORT ping", Pong, 0, "PONG\n")]
    [InlineData("redis-cli", "-h 127.0.0.1 -p PORT ping", NoAuthentication, 0, "NOAUTH Auth\n\n")]
    [InlineData("redis-cli", "-h 127.0.0.1 -p 1 ping", "", 1, "")]
    [InlineData("mysqladmin", "ping -h 127.0.0.1 -P PORT -uroot -psecret", Greeting, 0, "mysqld is alive\n")]
    [InlineData("mysqladmin", "ping --silent -h 127.0.0.1 -P PORT", Greeting, 0, "")]
    [InlineData("mysqladmin", "ping -h 127.0.0.1 -P 1", "", 1, "")]
    [InlineData("nc", "-z 127.0.0.1 PORT", "", 0, "")]
    [InlineData("nc", "-z -w 1 127.0.0.1 1", "", 1, "")]
    public void A_server_s_answer_is_told_as_the_client_tells_it(string program, string arguments, string answer, int status, string output)
    {
        RealPython.SkipWithout();
        var function = ProgramTable.Find(program)!.Function;
        var launcher = LauncherAssembler.Assemble(new LauncherDocument
        {
            ScriptName = null,
            Main = new PythonBlock([new PythonStatement.Evaluate(new PythonExpression.Name(function))]),
        });
        var told = RealPython.Ask<string[]>(Conversation, new[] { launcher.Python, function, arguments, answer.Replace(" ", "", StringComparison.Ordinal) });
        told.ShouldBe([status.ToString(System.Globalization.CultureInfo.InvariantCulture), output]);
    }

    [Theory]
    [InlineData("redis-cli", "flushall")]
    [InlineData("mysqladmin", "status")]
    [InlineData("nc", "-l", "80")]
    [InlineData("pg_isready", "-d", "postgresql://db/app")]
    public void Anything_else_needs_the_real_program(string program, params string[] arguments) =>
        ProgramTable.Find(program)!.Check([.. arguments]).ShouldBeOfType<ProgramVerdict.Refused>();

    private const string Conversation = """
        import os, socket, tempfile, threading
        text, function, arguments, reply = question
        server = socket.create_server(("127.0.0.1", 0))
        def answer_one():
            client, _ = server.accept()
            if not reply.startswith("4a"):
                client.recv(1000)
            client.sendall(bytes.fromhex(reply))
            client.close()
        threading.Thread(target=answer_one, daemon=True).start()
        port = str(server.getsockname()[1])
        space = {"__name__": "launcher"}
        exec(text, space)
        saved, captured = os.dup(1), tempfile.TemporaryFile()
        os.dup2(captured.fileno(), 1)
        status = space[function](arguments.replace("PORT", port).split(), {})
        os.dup2(saved, 1)
        captured.seek(0)
        answer = [str(status), captured.read().decode().replace(port, "PORT")]
        """;
}
