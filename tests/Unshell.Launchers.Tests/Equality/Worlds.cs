using System.Globalization;

namespace Unshell.Launchers.Tests.Equality;

/// <summary>
/// The Python that launchers run under in the sandbox: the machine's, seen through a virtual environment that imports a module at the
/// start. It makes what a launcher does in place of a fake program as visible, and as quick, as the fake program.
/// </summary>
internal static class Worlds
{
    /// <summary>The interpreter.</summary>
    public static string Python(string root) => Path.Combine(root, "python", "bin", "python3");

    /// <summary>Writes the environment for one trial.</summary>
    public static void Write(string root, Trial trial)
    {
        var folder = Path.Combine(root, "python");
        var packages = Path.Combine(folder, "lib", PythonVersion.Value, "site-packages");
        if (!Directory.Exists(packages))
        {
            Directory.CreateDirectory(packages);
            Directory.CreateDirectory(Path.Combine(folder, "bin"));
            File.WriteAllText(Path.Combine(folder, "pyvenv.cfg"), $"home = {Path.GetDirectoryName(Machine.Python)}\ninclude-system-site-packages = false\n");
            File.CreateSymbolicLink(Python(root), Machine.Python!);
            // Not sitecustomize: Debian has one of its own that comes first.
            File.WriteAllText(Path.Combine(packages, "sandbox.pth"), "import sandbox_world\n");
        }

        var connections = trial.ScriptPrograms.FirstOrDefault(program => program.IsConnection);
        var module = connections is null
            ? SleepAsProgram
            : SleepAsProgram + ConnectAsProgram
                .Replace("@FAILS@", connections.FailsFirst.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(packages, "sandbox_world.py"), module.Replace("@STATE@", Path.Combine(root, "state"), StringComparison.Ordinal));
    }

    // The fake `sleep` logs the same line; neither sleeps, but the clock goes on, for whoever sleeps until a time.
    private const string SleepAsProgram = """
        import os
        import time


        def log(line):
            file = os.open("@STATE@/log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            os.write(file, f"{line}\n\x1e".encode())
            os.close(file)


        def sleep(seconds):
            global slept
            slept += seconds
            log(f"sleep {seconds:g}")


        slept = 0
        real_monotonic = time.monotonic
        time.sleep = sleep
        time.monotonic = lambda: real_monotonic() + slept

        """;

    // As the fake program for connections: the first calls fail, and all are logged.
    private const string ConnectAsProgram = """

        import socket

        calls = 0
        real_connect = socket.socket.connect


        def connect(self, address):
            if self.family == socket.AF_UNIX:
                return real_connect(self, address)
            note(address)


        def create_connection(address, *arguments, **options):
            note(address)
            return socket.socketpair()[0]


        def note(address):
            global calls
            log(f"connect {address[0]} {address[1]}")
            calls += 1
            if calls <= @FAILS@:
                raise ConnectionRefusedError(111, "Connection refused")


        def connect_ex(self, address):
            try:
                connect(self, address)
            except OSError as error:
                return error.errno
            return 0


        def getaddrinfo(host, port, *arguments, **options):
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]


        socket.create_connection = create_connection
        socket.getaddrinfo = getaddrinfo
        socket.socket.connect = connect
        socket.socket.connect_ex = connect_ex

        """;

    private static readonly Lazy<string> PythonVersion = new(() =>
        BoundedProcess.Run(new(Machine.Python!, ["-c", "import sys; print('python%d.%d' % sys.version_info[:2])"], "/", [])
        {
            Limit = TimeSpan.FromSeconds(20),
        }).Output.Trim());
}
