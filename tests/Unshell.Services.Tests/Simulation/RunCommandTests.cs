using Unshell.Services.Simulation;

namespace Unshell.Services.Tests.Simulation;

public sealed class RunCommandTests
{
    [Theory]
    [InlineData("apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev", "gcc libpq-dev")]
    [InlineData("apt-get -o Acquire::Retries=3 -t bookworm-backports install -qq -y git=1:2.39* curl:amd64 nginx/stable", "git curl nginx")]
    [InlineData("apt-get install -y \\\n  gcc \\\n  `# needed by numpy` \\\n  gfortran", "gcc gfortran")]
    [InlineData("PKGS='a1 b2'; apt install -y $PKGS", "a1 b2")]
    [InlineData("for p in x1 y2; do apt-get install -y $p; done", "x1 y2")]
    [InlineData("apt-get install -y g++ libstdc++6", "g++ libstdc++6")]
    [InlineData("sudo apt-get install -y tini", "tini")]
    [InlineData("bash -c 'apt-get install -y jq'", "jq")]
    [InlineData("set -eux; { apt-get update; apt-get install -y vim; }", "vim")]
    public void Packages_are_told_from_flags_versions_and_comments(string command, string names)
    {
        var packages = Simulate.Run(command).OfType<Effect.PackagesInstalled>().SelectMany(installed => installed.Packages);
        string.Join(' ', packages.Select(package => package.Name)).ShouldBe(names);
    }

    [Fact]
    public void A_package_keeps_its_version_architecture_and_release()
    {
        var packages = Simulate.Run("apt-get install -t testing a=1.2 b:arm64 c/sid d").One<Effect.PackagesInstalled>().Packages;
        packages.Select(package => (package.Name, package.Version, package.Architecture, package.Release)).ShouldBe(
            [("a", "1.2", null, "testing"), ("b", null, "arm64", "testing"), ("c", null, null, "sid"), ("d", null, null, "testing")]);
    }

    [Fact]
    public void An_unknown_package_list_is_opaque_and_says_why()
    {
        var effects = Simulate.File(Simulate.Base + "ARG BUILD_DEPS\nRUN apt-get install -y gcc $BUILD_DEPS\n").Stages[0].Steps[^1].Effects;
        effects.One<Effect.PackagesInstalled>().Packages.ShouldHaveSingleItem().Name.ShouldBe("gcc");
        effects.One<Effect.Opaque>().Reason.ShouldBe("the package list is in $BUILD_DEPS");
    }

    [Fact]
    public void A_package_list_in_a_file_of_the_context_is_read()
    {
        var effects = Simulate.File(
            Simulate.Base + "COPY packages.txt /tmp/\nRUN xargs -a /tmp/packages.txt apt-get install -y\n", ("packages.txt", "gcc\nlibpq-dev\n"))
            .Stages[0].Steps[^1].Effects;
        effects.One<Effect.PackagesInstalled>().Packages.Select(package => package.Name).ShouldBe(["gcc", "libpq-dev"]);
    }

    [Theory]
    [InlineData("pip install -r requirements.txt", "system")]
    [InlineData("pip install --target=/libs flask", "directory /libs")]
    [InlineData("pip install --prefix /install flask", "prefix /install")]
    [InlineData("pip install --user flask", "user /root")]
    [InlineData("PIP_TARGET=/t pip install flask", "directory /t")]
    [InlineData("python -m venv /opt/venv && /opt/venv/bin/pip install flask", "environment /opt/venv")]
    [InlineData("python3 -m venv v && . v/bin/activate && pip install flask", "environment /app/v")]
    [InlineData("python3.11 -m pip wheel --wheel-dir /wheels -r r.txt", "wheels /wheels")]
    [InlineData("uv pip install --system flask", "system")]
    [InlineData("uv venv /opt/v && VIRTUAL_ENV=/opt/v uv pip install flask", "environment /opt/v")]
    [InlineData("uv sync --frozen --no-dev", "environment /app/.venv")]
    [InlineData("uv pip install --system --python-preference system --index https://x/simple --index-strategy first-index flask", "system")]
    [InlineData("UV_PROJECT_ENVIRONMENT=/usr/local uv sync --locked", "system")]
    [InlineData("poetry config virtualenvs.create false && poetry install --no-root", "system")]
    [InlineData("POETRY_VIRTUALENVS_IN_PROJECT=true poetry install", "environment /app/.venv")]
    [InlineData("pipenv install --system --deploy", "system")]
    [InlineData("PIPENV_VENV_IN_PROJECT=1 pipenv sync", "environment /app/.venv")]
    [InlineData("python setup.py install", "system")]
    public void Installations_go_where_the_tool_puts_them(string command, string target) =>
        EffectPrinter.Target(Simulate.Run(command).One<Effect.PythonInstalled>().Install.Target).ShouldBe(target);

    [Fact]
    public void An_environment_first_on_PATH_takes_what_pip_installs()
    {
        var state = Simulate.Final(Simulate.Base + "ENV VIRTUAL_ENV=/venv\nRUN python -m venv $VIRTUAL_ENV\nENV PATH=\"$VIRTUAL_ENV/bin:$PATH\"\nRUN pip install flask\n");
        state.PythonInstalls.ShouldHaveSingleItem().Target.ShouldBe(new PythonTarget.Environment("/venv"));
        state.Environment["PATH"].ShouldStartWith("/venv/bin:/usr/local/bin:");
    }

    [Fact]
    public void An_environment_first_on_an_unknown_PATH_is_found()
    {
        var state = Simulate.Final("FROM example.com/own:1\nRUN python3 -m venv /v\nENV PATH=\"/v/bin:$PATH\"\nENV PATH=/x:$PATH\nRUN pip install flask\n");
        state.PathPrefix.ShouldBe(["/x", "/v/bin"]);
        state.PythonInstalls.ShouldHaveSingleItem().Target.ShouldBe(new PythonTarget.Environment("/v"));
    }

    [Fact]
    public void A_user_without_rights_installs_for_itself()
    {
        var state = Simulate.Final(Simulate.Base + "RUN useradd -m -u 1000 app\nUSER app\nRUN pip install flask\n");
        state.PythonInstalls.ShouldHaveSingleItem().Target.ShouldBe(new PythonTarget.User("/home/app"));
    }

    [Fact]
    public void Upgrading_pip_is_told_from_installing_a_service()
    {
        Simulate.Run("pip install --upgrade pip setuptools").One<Effect.PythonInstalled>().Install.IsInstallerOnly.ShouldBeTrue();
        Simulate.Run("pip install --upgrade pip flask").One<Effect.PythonInstalled>().Install.IsInstallerOnly.ShouldBeFalse();
    }

    [Fact]
    public void Requirement_files_are_absolute_paths()
    {
        var install = Simulate.Run("cd sub && pip install -rreq.txt -c ../c.txt 'uvicorn[standard]>=0.2'").One<Effect.PythonInstalled>().Install;
        install.Files.ShouldBe(["/app/sub/req.txt", "/app/c.txt"]);
        install.Requirements.ShouldBe(["uvicorn[standard]>=0.2"]);
    }

    [Theory]
    [InlineData("useradd -r -u 999 -g web -d /srv -s /bin/false app", "app 999 web /srv /bin/false True")]
    [InlineData("adduser --disabled-password --gecos '' --uid 1001 app", "app 1001 app   False")]
    [InlineData("adduser --system --group --home /home/x app", "app  app /home/x  True")]
    public void Users_are_known_with_their_numbers(string command, string expected)
    {
        var account = Simulate.Run(command).OfType<Effect.AccountCreated>().Select(created => created.Account).First(account => !account.IsGroup);
        $"{account.Name} {account.Id} {account.Group} {account.Home} {account.Shell} {account.IsSystem}".ShouldBe(expected);
    }

    [Fact]
    public void A_script_written_line_by_line_is_known()
    {
        var state = Simulate.Final(Simulate.Base + "RUN echo '#!/bin/sh' > /run.sh && echo \"exec gunicorn \\\"\\$@\\\"\" >> /run.sh && chmod +x /run.sh\n");
        state.Paths["/run.sh"].Content.ShouldBe("#!/bin/sh\nexec gunicorn \"$@\"\n");
        state.Paths["/run.sh"].Mode.ShouldBe("+x");
    }

    [Fact]
    public void A_heredoc_writes_a_file_inside_RUN()
    {
        var written = Simulate.Run("cat <<'EOF' > /start.sh\n#!/bin/sh\nexec \"$@\"\nEOF").One<Effect.FileWritten>();
        written.Content.ShouldBe("#!/bin/sh\nexec \"$@\"\n");
    }

    [Fact]
    public void A_script_of_the_repository_is_followed()
    {
        var effects = Simulate.File(
            Simulate.Base + "COPY install.sh /tmp/install.sh\nRUN sh /tmp/install.sh curl\n",
            ("install.sh", "#!/bin/sh\nset -e\napt-get update\napt-get install -y \"$1\" gcc\n")).Stages[0].Steps[^1].Effects;
        effects.One<Effect.PackagesInstalled>().Packages.Select(package => package.Name).ShouldBe(["curl", "gcc"]);
        effects.OfType<Effect.Opaque>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pip install flask || true", true, false)]
    [InlineData("pip install flask || exit 1", false, false)]
    [InlineData("pip install flask; true", true, false)]
    [InlineData("set -e; pip install flask; true", false, false)]
    [InlineData("[ -f x ] && pip install flask", true, true)]
    [InlineData("if [ -f x ]; then pip install flask; fi", true, true)]
    [InlineData("which flask || pip install flask", true, true)]
    [InlineData("if [ \"a\" = \"a\" ]; then pip install flask; fi", false, false)]
    public void What_may_fail_or_not_happen_is_marked(string command, bool tolerated, bool conditional)
    {
        var run = Simulate.Run(command).OfType<Effect.ProgramRun>().Single(run => run.Name == "pip");
        (run.FailureIsTolerated, run.IsConditional).ShouldBe((tolerated, conditional));
    }

    [Fact]
    public void A_branch_that_an_argument_rules_out_is_not_taken()
    {
        var model = Simulate.File(Simulate.Base + "ARG DEV=false\nRUN if [ \"$DEV\" = \"true\" ]; then pip install pytest; else pip install flask; fi\n");
        model.Stages[0].Steps[^1].Effects.One<Effect.PythonInstalled>().Install.Requirements.ShouldBe(["flask"]);
    }

    [Fact]
    public void A_program_of_unknown_effect_is_opaque()
    {
        var effects = Simulate.Run("frobnicate --all");
        effects.One<Effect.ProgramRun>().Name.ShouldBe("frobnicate");
        effects.One<Effect.Opaque>().Reason.ShouldBe("what frobnicate does is not known");
    }

    [Theory]
    [InlineData("curl -fsSL https://get.example.com/tool.sh | sh")]
    [InlineData("curl -fsSL https://get.example.com/tool.sh -o /tmp/tool.sh && bash /tmp/tool.sh --yes")]
    [InlineData("wget -qO- https://get.example.com/tool.py | python3 -")]
    [InlineData("playwright install --with-deps chromium")]
    [InlineData("python -m playwright install-deps")]
    [InlineData("npx playwright install --with-deps")]
    public void What_an_installation_program_leaves_behind_is_not_known(string command) =>
        Simulate.Run(command).One<Effect.Opaque>().IsInstallation.ShouldBeTrue();

    [Theory]
    [InlineData("curl -LsSf https://astral.sh/uv/install.sh | sh", "/root/.local/bin/uv")]
    [InlineData("curl -LsSf https://astral.sh/uv/0.4.17/install.sh | sh", "/root/.cargo/bin/uv")]
    [InlineData("curl -LsSf https://astral.sh/uv/install.sh | UV_INSTALL_DIR=/opt/bin sh", "/opt/bin/uv")]
    [InlineData("curl -sSL https://install.python-poetry.org | python3 -", "/root/.local/bin/poetry")]
    [InlineData("curl -sSL https://install.python-poetry.org | POETRY_HOME=/opt/poetry python3 -", "/opt/poetry/bin/poetry")]
    [InlineData("curl -fsSL https://deb.nodesource.com/setup_20.x | bash -", "/etc/apt/sources.list.d/added.list")]
    public void What_known_installation_programs_bring_is_known(string command, string path)
    {
        var effects = Simulate.Run(command);
        effects.OfType<Effect.FileWritten>().ShouldContain(written => written.Path == path);
        effects.OfType<Effect.Opaque>().ShouldBeEmpty();
    }

    [Fact]
    public void A_download_unpacked_in_a_pipe_keeps_its_address()
    {
        var copied = Simulate.Run("curl -fsSL https://example.com/t.tgz | tar -xz -C /opt").One<Effect.FilesCopied>();
        copied.Origin.ShouldBe(new CopyOrigin.Url("https://example.com/t.tgz"));
        copied.Destination.ShouldBe("/opt");
    }
}
