"""gunicorn's settings: `gunicorn --config python:desens.running.server desens.wsgi`.

Its own lines are JSON like ours and lose their values, for a request's address can name a person;
the line of each request is desens.pages.middleware's.
"""

from typing import Any

#: Sync workers: rendering in threads is not promised safe by Pango. No control socket in a home folder (traps.md 5).
worker_class = "sync"
workers = 2
control_socket_disable = True
accesslog = None
timeout = 60
graceful_timeout = 30

logconfig_dict: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "desens.pages.log.formatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False, "qualname": "gunicorn.error"},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False, "qualname": "gunicorn.access"},
    },
}
