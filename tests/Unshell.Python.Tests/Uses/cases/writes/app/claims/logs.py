import logging
import logging.config
import os
from logging.handlers import RotatingFileHandler as Rotating

from claims.settings import LOG_DIR


def configure():
    os.makedirs(LOG_DIR, exist_ok=True)
    handler = Rotating(f"{LOG_DIR}/claims.log", maxBytes=1000)
    logging.getLogger().addHandler(handler)
    logging.basicConfig(filename="app.log")
    logging.config.dictConfig({"version": 1, "handlers": {"audit": {"class": "logging.FileHandler", "filename": "/var/log/audit/%s.log" % os.getpid()}}})
