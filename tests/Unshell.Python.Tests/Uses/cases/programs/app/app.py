import asyncio
import os
import shutil
import subprocess as sp
import sys
from os import system
from subprocess import Popen, check_output

import sh
from helpers import start

GIT = "git"
COMMAND = [GIT, "rev-parse"] + ["HEAD"]

sp.run(["ps", "aux"])
sp.run(COMMAND, check=True)
sp.run("uptime")
sp.run("ls -l | wc -l", shell=True)
check_output(("pg_dump", "-Fc", os.environ["DATABASE"]))
system("clear")
os.popen("free -m").read()
os.execvp("gunicorn", ["gunicorn", "app:app"])
sp.run([sys.executable, "-m", "app.worker"])
sp.run([sys.executable, "-m", "pip", "install", "extra"])
sh.convert("a.png", "b.png")
start("ffmpeg")


async def probe(path):
    await asyncio.create_subprocess_exec("ffprobe", path)
    await asyncio.create_subprocess_shell(f"du -sh {path}")


def optional():
    if shutil.which("git"):
        Popen(["git", "status"])
    try:
        sp.run(["nvidia-smi"])
    except FileNotFoundError:
        pass
    try:
        sp.run(["hostname"])
    except OSError:
        raise


def run(*words):
    return sp.run(words)


if sys.platform == "win32":
    sp.run(["cmd", "/c", "cls"])
elif os.name == "posix":
    sp.run(["tput", "clear"])

if __name__ == "__main__":
    sp.call(["make", "run"])
