using System.Collections.Immutable;
using Unshell.Python.Uses;
using Unshell.Services.Commands;
using Unshell.Shell.Syntax;
using Unshell.Shell.Walking;
using Unshell.Text;

namespace Unshell.Services.Needs;

/// <summary>What the service's own Python code relies on.</summary>
internal static class SourceNeeds
{
    public static IEnumerable<Need> Of(ServiceModel service)
    {
        foreach (var use in service.Source.Uses)
        {
            foreach (var requirement in Requirements(use, service))
            {
                yield return new Need
                {
                    Requirement = requirement,
                    Phase = use.Place.IsAtImport ? NeedPhase.Start : NeedPhase.Later,
                    Evidence = [new Evidence(use.Place.File, use.Place.Span)],
                    Certainty = use.Place.IsGuarded ? Certainty.Possible : use.Place.IsAtImport && use.Place.Assumptions.IsEmpty ? Certainty.Certain : Certainty.Likely,
                    Assumptions = [.. use.Place.Assumptions],
                    Stage = service.Build.Target,
                };
            }
        }
    }

    private static IEnumerable<Requirement> Requirements(SourceUse use, ServiceModel service) => use switch
    {
        SourceUse.Program { Arguments: [{ Length: > 0 } program, ..] } => IsPythonItself(program) ? [] : [new Requirement.Program(program)],
        SourceUse.ShellText shell => [new Requirement.Shell("/bin/sh", shell.IsSilent ? ShellUse.SilentSource : ShellUse.Source), .. Programs(shell.Text)],
        SourceUse.Write write => WritablePaths.Of(write, service),
        SourceUse.Library { IsSearch: true } search => [new Requirement.LibrarySearch(search.Name ?? "")],
        SourceUse.Library { Name: { } name } => SharedLibraries.Of(name, service.Offers[service.Build.Target].Distro),
        SourceUse.Account { Name: { } account } named => [new Requirement.Account(account, named.IsGroup)],
        SourceUse.Privilege privilege => [new Requirement.Root(privilege.Action)],
        SourceUse.Locale locale => [new Requirement.Locale(locale.Name)],
        SourceUse.Digest { IsDeclaredHarmless: false } digest => [new Requirement.Digest(digest.Algorithm)],
        _ => [],
    };

    private static bool IsPythonItself(string program) => Servers.IsPython(ImagePaths.NameOf(program));

    /// <summary>The programs of a shell text; what only the shell itself does is left out.</summary>
    private static IEnumerable<Requirement> Programs(string? text)
    {
        if (text is null) return [];
        var syntax = ShellSyntax.Parse(new SourceText("", text), ShellDialect.Posix);
        return ShellWalk.Commands(syntax).Select(command => command.Command.Words is [{ Literal: { Length: > 0 } program }, ..] ? program : null).OfType<string>()
            .Where(program => !ShellBuiltins.Contains(program) && !IsPythonItself(program))
            .Select(program => (Requirement)new Requirement.Program(program)).Distinct();
    }

    private static readonly ImmutableHashSet<string> ShellBuiltins = ImmutableHashSet.Create(
        StringComparer.Ordinal, "cd", "echo", "exit", "export", "set", "unset", ":", "true", "false", "test", "[", "read", "printf", "pwd", "umask", "wait", "exec", "eval", ".", "source", "trap", "type", "command", "ulimit", "kill");
}
