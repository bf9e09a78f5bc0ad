import os

from sqlalchemy import create_engine

from .config import get_settings, settings
from . import paths as p

config = get_settings()
os.makedirs(settings.upload_dir, exist_ok=True)
open(os.path.join(config.spool, "queue"), "w")
engine = create_engine(settings.database_url)
open(p.LOG, "a")
open(p.EITHER, "a")
open(p.names["audit"], "a")


def write(folder="/var/spool/x", **rest):
    open(os.path.join(folder, "y"), "w")
    open(rest["z"], "w")
