import os
import sys
from os.path import abspath, dirname, join

ROOT = dirname(dirname(abspath(__file__)))
LOG = join(ROOT, "logs", "{}.log".format("web"))
names = {"audit": LOG + ".audit"}
if "--debug" in sys.argv:
    EITHER = "/var/log/a.log"
else:
    EITHER = os.path.expanduser("~/b.log")
