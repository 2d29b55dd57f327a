"""A run of the whole suite fails unless every test that the hazard log names ran and passed.

A named test that is missing, skipped, expected to fail or never selected proves nothing, yet leaves a
run green. The run on SQLite must prove all but those marked (PostgreSQL), the run on PostgreSQL those.
A run of chosen tests judges only what it ran.
"""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import pytest

from tests.hazard_log import named_tests

CHOOSING = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "collectonly", "maxfail")


def unproven(named: Iterable[str], outcomes: Mapping[str, set[str]], *, demanded: Collection[str]) -> list[str]:
    """One line a named test that did not pass, or was demanded of this run and did not run."""
    states = {test: outcomes.get(test, {"not run"} if test in demanded else {"passed"}) for test in named}
    return [f"{test}: {', '.join(sorted(state))}" for test, state in states.items() if state != {"passed"}]


def demanded_of(config: pytest.Config, named: Mapping[str, str]) -> set[str]:
    """The named tests that this run must prove: those of its database, or none where tests were chosen."""
    if config.args_source is config.ArgsSource.ARGS or any(config.getoption(name) for name in CHOOSING):
        return set()
    database = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
    return {test for test, its_database in named.items() if its_database == database}


class NamedTests:
    """Collects what became of each test, its parameters together."""

    def __init__(self) -> None:
        self.outcomes: dict[str, set[str]] = defaultdict(set)
        self.unproven: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            outcome = "expected to fail" if hasattr(report, "wasxfail") else report.outcome
            self.outcomes[report.nodeid.split("[")[0]].add(outcome)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        named = named_tests(session.config.rootpath)
        self.unproven = unproven(named, self.outcomes, demanded=demanded_of(session.config, named))
        if self.unproven and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.unproven:
            terminalreporter.section("named in the hazard log, not proven by this run", red=True)
            terminalreporter.line("\n".join(self.unproven))


def pytest_configure(config: pytest.Config) -> None:
    """Only the process that reports judges: the workers of xdist see a part each."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(NamedTests())
