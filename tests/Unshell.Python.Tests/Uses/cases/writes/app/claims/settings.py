import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ["DATA_DIR"]) / "claims"
LOG_DIR = os.getenv("LOG_DIR", "/var/log/claims")
MEDIA_ROOT = BASE_DIR / "media"
INSTALLED_APPS = ["django.contrib.auth", "shop.apps.ShopConfig"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db" / "db.sqlite3"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": "/var/cache/claims"}}
LOGGING = {
    "version": 1,
    "handlers": {
        "file": {"class": "logging.FileHandler", "filename": os.path.join(LOG_DIR, "django.log")},
        "console": {"class": "logging.StreamHandler"},
    },
}
