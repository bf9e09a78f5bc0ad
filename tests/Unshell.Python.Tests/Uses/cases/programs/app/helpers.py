import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import unreached


def start(name, *, quiet=False):
    return subprocess.Popen([name, "-loglevel", "quiet"] if quiet else [name])


def default(tool="tar"):
    subprocess.run([tool, "xf", "a.tar"])


for tool in ["gzip", "bzip2"]:
    subprocess.run([tool, "--version"])

if __name__ == "__main__":
    subprocess.run(["never"])
