import json
import shutil
import sqlite3
import tempfile
from pathlib import Path

from sqlalchemy import create_engine


class Store:
    folder = Path("spool")

    def __init__(self, data):
        self.data = data
        self.index = "/var/lib/claims/index.db"
        sqlite3.connect(self.index)
        sqlite3.connect(":memory:")
        create_engine("sqlite:////var/lib/claims/claims.db?timeout=5")
        create_engine("sqlite:///relative.db")
        create_engine("postgresql://db/claims")

    def keep(self, name, claim):
        (self.folder / name).write_text(json.dumps(claim))
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "latest.json", mode="a") as latest:
            latest.write(name)
        with open("/etc/hosts") as hosts:
            hosts.read()
        Path.home().joinpath(".claims").touch()
        shutil.copy("a.txt", "/srv/export/%s.txt" % name)
        with tempfile.NamedTemporaryFile(dir="/srv/tmp") as part:
            part.write(b"")
        with tempfile.TemporaryDirectory() as scratch:
            open(scratch + "/x", "w")

    def rows(self, frame, picture):
        frame.to_csv("/srv/reports/rows.csv")
        picture.save("static/out.png")
        frame.save()
