"""The log: one JSON object a line, and nothing in it that names a person (safety.md 3).

A line says when, where in the code, which route and which reference number. It never bears a
query string, a body, a local variable or the message of an exception: those can carry names.
Other packages' lines keep their message template and lose its values.
"""

import logging
import logging.config
import traceback
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any

import structlog

Line = MutableMapping[str, Any]
QUIET = {"django.server": "CRITICAL", "weasyprint": "ERROR", "fontTools": "ERROR"}


def configure(options: Mapping[str, Any]) -> None:
    """Send every line to standard error as JSON; `options["level"]` is the least level written.

    Named by the setting LOGGING_CONFIG; Django passes the setting LOGGING.
    """
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"json": {"()": "desens.pages.log.formatter"}},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["console"], "level": options["level"]},
            "loggers": {
                "django": {"handlers": [], "level": "INFO"},
                **{name: {"handlers": [], "level": level, "propagate": True} for name, level in QUIET.items()},
            },
        }
    )


def formatter() -> logging.Formatter:
    """What turns a record, ours or another package's, into one line of JSON."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.contextvars.merge_contextvars, _without_values],
        processors=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_messages,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
    )


def _without_values(_logger: Any, _method: str, line: Line) -> Line:
    record: logging.LogRecord = line["_record"]
    request = getattr(record, "request", None)
    status = getattr(record, "status_code", None)
    line["event"] = f"answered {status}" if status else str(record.msg)
    if match := getattr(request, "resolver_match", None):
        line["route"] = match.route
    if reference := getattr(request, "reference", None):
        line["reference"] = reference
    return line


def _without_messages(_logger: Any, _method: str, line: Line) -> Line:
    found = line.pop("exc_info", None) or line["_record"].exc_info
    line.pop("stack_info", None)
    if isinstance(found, tuple) and found[1] is not None:
        line["exceptions"] = [_described(error) for error in _causes(found[1])]
    return line


def _causes(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _described(error: BaseException) -> dict[str, Any]:
    return {"type": f"{type(error).__module__}.{type(error).__qualname__}", "frames": _frames(error.__traceback__)}


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace, limit=-30)]
