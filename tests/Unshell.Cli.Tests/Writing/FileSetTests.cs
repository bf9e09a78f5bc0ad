using Unshell.Cli.Writing;
using Unshell.Migration;

namespace Unshell.Cli.Tests.Writing;

public sealed class FileSetTests
{
    [Fact]
    public void All_files_are_written_and_nothing_else_is_left()
    {
        using var folder = Before();
        FileSet.Write(folder.Path, [.. KilledWriter.Changes]);
        folder.State().ShouldBe(After().State());
    }

    [Fact]
    public async Task A_writer_killed_at_any_step_leaves_all_files_old_or_all_new_after_the_next_run()
    {
        using var old = Before();
        using var changed = After();
        var (undone, completed) = (0, 0);
        for (var step = 0; ; step++)
        {
            using var folder = Before();
            if (!await KilledWriter.RunAsync(folder.Path, step)) break;
            FileSet.IsUnfinished(folder.Path).ShouldBeTrue($"step {step}");
            FileSet.Recover(folder.Path);
            FileSet.IsUnfinished(folder.Path).ShouldBeFalse($"step {step}");
            var state = folder.State();
            if (state.SequenceEqual(old.State())) undone++;
            else if (state.SequenceEqual(changed.State())) completed++;
            else state.ShouldBe(old.State(), $"killed at step {step}");
        }

        // Journal and four files before the decision; the decision, four files and the clean-up after it.
        (undone, completed).ShouldBe((5, 6));
    }

    [Fact]
    public async Task A_recovery_killed_at_any_step_is_completed_by_the_next()
    {
        using var changed = After();
        using var first = Before();
        (await KilledWriter.RunAsync(first.Path, 5)).ShouldBeTrue();
        for (var step = 0; step < 3; step++)
        {
            using var folder = new TestFolder();
            folder.CopyFrom(first.Path);
            (await KilledWriter.RunAsync(folder.Path, step)).ShouldBeTrue();
            FileSet.Recover(folder.Path);
            folder.State().ShouldBe(changed.State(), $"killed at step {step} of the recovery");
        }
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_brings_the_others_back()
    {
        using var folder = Before();
        var before = folder.State();
        var failure = Should.Throw<CommandException>(() => FileSet.Write(folder.Path, [.. KilledWriter.Changes], reached =>
        {
            // What a failing disk would do, after the first file has its new content.
            if (reached == "Dockerfile installed") File.Delete(Path.Combine(folder.Path, "deploy/.compose.yaml.unshell-new"));
        }));
        failure.Message.ShouldBe("cannot write deploy/compose.yaml: there is no such file");
        folder.State().ShouldBe(before);
    }

    [Fact]
    public void Modes_line_endings_and_byte_order_marks_stay()
    {
        using var folder = new TestFolder().With("run.sh", "\uFEFF#!/bin/sh\r\n");
        var path = Path.Combine(folder.Path, "run.sh");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. "#!/bin/sh\r\n"u8]);
        File.SetUnixFileMode(path, mode);
        FileSet.Write(folder.Path, [new FileChange("run.sh", "\uFEFF#!/bin/sh\r\n", "\uFEFF#!/bin/sh\r\nexit\r\n")]);
        File.ReadAllBytes(path).ShouldBe([0xEF, 0xBB, 0xBF, .. "#!/bin/sh\r\nexit\r\n"u8]);
        File.GetUnixFileMode(path).ShouldBe(mode);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("link/file")]
    [InlineData("file-link")]
    public void No_path_leads_out_of_the_repository(string path)
    {
        using var outside = new TestFolder().With("file", "old\n");
        using var folder = new TestFolder().With("Dockerfile", "old\n");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "link"), outside.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "file-link"), Path.Combine(outside.Path, "file"));
        var changes = new[] { new FileChange("Dockerfile", "old\n", "new\n"), new FileChange(path, "old\n", "new\n") };
        Should.Throw<CommandException>(() => FileSet.Write(folder.Path, [.. changes])).Message.ShouldStartWith($"cannot write {path}: ");
        folder.Read("Dockerfile").ShouldBe("old\n");
        outside.Read("file").ShouldBe("old\n");
        FileSet.IsUnfinished(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_changed_since_it_was_read_is_not_written_over()
    {
        using var folder = new TestFolder().With("a", "old\n").With("b", "newer\n");
        var before = folder.State();
        var changes = new[] { new FileChange("a", "old\n", "new\n"), new FileChange("b", "old\n", "new\n") };
        Should.Throw<CommandException>(() => FileSet.Write(folder.Path, [.. changes]))
            .Message.ShouldBe("cannot write b: it has changed in the meantime");
        folder.State().ShouldBe(before);
    }

    [Fact]
    public void Two_writers_at_once_are_one_too_many()
    {
        using var folder = Before();
        FileSet.Write(folder.Path, [.. KilledWriter.Changes], reached =>
        {
            if (reached == "committed") Should.Throw<CommandException>(() => FileSet.Recover(folder.Path));
        });
        folder.State().ShouldBe(After().State());
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_an_error_and_nothing_changes()
    {
        using var folder = Before();
        var before = folder.State();
        foreach (var path in Directory.EnumerateDirectories(folder.Path).Prepend(folder.Path))
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var error = await KilledWriter.RunWithoutRightsAsync(folder.Path);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(Path.Combine(folder.Path, "deploy"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.SkipWhen(error is null, "root writes everywhere, and setpriv cannot give the rights up here");
        error.ShouldBe("cannot write Dockerfile, deploy/compose.yaml, deploy/launcher.py, deploy/start.sh: .unshell-write cannot be made: permission denied\n");
        folder.State().ShouldBe(before);
    }

    [Fact]
    public async Task A_single_folder_that_may_not_be_written_keeps_the_others_as_they_were()
    {
        using var folder = Before();
        const UnixFileMode everything = (UnixFileMode)0b111_111_111;
        File.SetUnixFileMode(folder.Path, everything);
        File.SetUnixFileMode(Path.Combine(folder.Path, "Dockerfile"), File.GetUnixFileMode(Path.Combine(folder.Path, "Dockerfile")) | UnixFileMode.OtherRead);
        var before = folder.State();
        File.SetUnixFileMode(Path.Combine(folder.Path, "deploy"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var error = await KilledWriter.RunWithoutRightsAsync(folder.Path);
        File.SetUnixFileMode(Path.Combine(folder.Path, "deploy"), everything);
        Assert.SkipWhen(error is null, "root writes everywhere, and setpriv cannot give the rights up here");
        error.ShouldBe("cannot write deploy/compose.yaml: permission denied\n");
        folder.State().ShouldBe(before);
    }

    private static TestFolder Before()
    {
        var folder = new TestFolder();
        foreach (var change in KilledWriter.Changes.Where(change => change.Before is not null)) folder.With(change.Path, change.Before!);
        File.SetUnixFileMode(Path.Combine(folder.Path, "Dockerfile"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupExecute);
        return folder;
    }

    private static TestFolder After()
    {
        var folder = Before();
        foreach (var change in KilledWriter.Changes)
        {
            if (change.After is { } after) folder.With(change.Path, after);
            else File.Delete(Path.Combine(folder.Path, change.Path));
        }

        return folder;
    }
}
