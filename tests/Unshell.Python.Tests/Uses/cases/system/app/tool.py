import ctypes
import ctypes.util
import grp
import hashlib
import hmac
import locale
import os
import pwd
import signal
import uuid
from ctypes import CDLL as load
from ctypes.util import find_library
from zoneinfo import ZoneInfo

import pkg_resources
import tags

load("libmagic.so.1")
ctypes.cdll.LoadLibrary("libgomp.so.1")
ctypes.CDLL(find_library("c"))
pwd.getpwnam("www-data")
grp.getgrnam("claims")
os.chown("/data", 0, 0)
locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
ZoneInfo("Europe/Paris")
hashlib.md5(b"")
hashlib.new("md5", b"")
hashlib.sha1(b"", usedforsecurity=False)
hashlib.sha256(b"")
hmac.new(b"", b"", hashlib.sha1)
uuid.uuid5(uuid.NAMESPACE_DNS, "x")
signal.signal(signal.SIGTERM, lambda *_: None)

try:
    import setuptools
except ImportError:
    setuptools = None
