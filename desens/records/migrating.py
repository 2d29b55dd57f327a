"""The one way a data migration may change append-only rows (traps.md 20)."""

from collections.abc import Callable
from typing import Any

from django.db.migrations import RunPython

from desens.records import triggers

Code = Callable[[Any, Any], None]


def lifting_triggers(code: Code, reverse_code: Code) -> RunPython:
    """Run `code(apps, schema_editor)` with the refusing triggers lifted, in one transaction.

    Every use is listed, with its reason, in tests/records/test_migrating.py.
    """
    return RunPython(_lifted(code), _lifted(reverse_code))


def _lifted(code: Code) -> Code:
    def run(apps: Any, schema_editor: Any) -> None:
        with triggers.lifted(schema_editor.connection):
            code(apps, schema_editor)

    return run
