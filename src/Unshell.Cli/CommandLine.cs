using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using Unshell.Catalog;
using Unshell.Cli.Commands;
using Unshell.Cli.Help;

namespace Unshell.Cli;

/// <summary>The program's commands and the one place where their errors end.</summary>
internal static class CommandLine
{
    /// <summary>The version as <c>--version</c> prints it.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Runs one command to its end and flushes what it wrote.</summary>
    public static ExitCode Run(IReadOnlyList<string> arguments, Caller caller)
    {
        try
        {
            var code = Invoke(arguments, caller);
            caller.Output.Flush();
            return code;
        }
        catch (IOException exception) when (BrokenPipe.Is(exception))
        {
            // The reader (head, less) has seen enough: nothing is wrong, and nobody is left to be told.
            return ExitCode.Clean;
        }
        catch (Exception exception) when (exception is CommandException or CatalogFormatException)
        {
            caller.Output.Flush();
            caller.Error.WriteLine($"unshell: {exception.Message}");
            return exception is CommandException own ? own.ExitCode : ExitCode.WrongUse;
        }
        catch (OperationCanceledException)
        {
            caller.Error.WriteLine("unshell: interrupted; no file was changed");
            return ExitCode.Undecided;
        }
#pragma warning disable CA1031 // The last resort: a defect of ours must end with its own exit code and a word to the user.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            caller.Error.WriteLine($"unshell: internal error in version {Version}, please report it: {exception}");
            return ExitCode.InternalError;
        }
    }

    /// <summary>The whole tree of commands.</summary>
    public static RootCommand Root(Caller caller)
    {
        var root = new RootCommand("Moves Python services to Docker Hardened Images: no shell, no package manager, no root")
        {
            CheckCommand.Create(caller),
            MigrateCommand.Create(caller),
            CompileCommand.Create(caller),
            ExplainCommand.Create(caller),
            CatalogCommand.Create(caller),
            SyntaxCommand.Create(caller),
            CompletionsCommand.Create(caller),
        };
        root.Directives.Clear();
        foreach (var help in root.Options.OfType<HelpOption>()) (help.Action, help.Description) = (new HelpPage(caller), "Show this help");
        foreach (var version in root.Options.OfType<VersionOption>()) (version.Action, version.Description) = (new VersionLine(caller), "Show the version");
        return root;
    }

    private static ExitCode Invoke(IReadOnlyList<string> arguments, Caller caller)
    {
        var root = Root(caller);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0 || parsed.Action is HelpPage or VersionLine)
        {
            var streams = new InvocationConfiguration { Output = caller.Output, Error = caller.Error, EnableDefaultExceptionHandler = false };
            return (ExitCode)parsed.Invoke(streams);
        }

        // A group without a command, and the program alone, are asked what they can do.
        if (parsed.CommandResult.Command is { Subcommands.Count: > 0 } group && arguments.Count == Depth(group))
        {
            new HelpPage(caller with { Output = caller.Error, IsColored = false }).Write(group);
            return ExitCode.WrongUse;
        }

        caller.Error.WriteLine($"unshell: {WrongUse(parsed)}");
        caller.Error.WriteLine("try unshell --help");
        return ExitCode.WrongUse;
    }

    /// <summary>The first error alone: the others follow from it.</summary>
    private static string WrongUse(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return parsed.CommandResult.Command.Subcommands.Count > 0
                ? $"cannot run {unknown}: there is no such command"
                : $"cannot run {parsed.CommandResult.Command.Name}: {unknown} is not understood";
        }

        var cause = parsed.Errors[0].Message.TrimEnd('.').Replace("\n\t", " ", StringComparison.Ordinal);
        return $"cannot run {parsed.CommandResult.Command.Name}: {char.ToLowerInvariant(cause[0])}{cause[1..]}";
    }

    private static int Depth(Command command) => command.Parents.OfType<Command>().Select(Depth).Select(depth => depth + 1).FirstOrDefault();
}
