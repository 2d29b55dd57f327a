"""The settings of the tests: the product's, made fast, with a database file of this process alone (traps.md 23)."""

import os

from desens.settings import *  # noqa: F403 - settings are names
from desens.settings import DATABASES, INSTALLED_APPS, STORAGES, VAR
from tests.scratch import scratch_folder

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.records.app"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(scratch_folder() / f"desens-tests-{os.getpid()}.sqlite3")}
