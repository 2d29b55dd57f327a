"""Findings of a preparation, short."""

from protocols.engine.preparation import plan_preparation
from protocols.engine.preparation.messages import MESSAGES
from tests.protocols.engine.preparation.samples import product, workshop
from tests.protocols.engine.preparation.schedules import schedule


def found(*solutions, strength="60", limits=None, **options):
    """Plan or no plan, and its findings as (level, code, where)."""
    planned = plan_preparation(schedule(*solutions), product(strength, **(limits or {})), workshop(**options))
    return planned, [(one.level, one.code, one.where) for one in planned.findings]


def sentence(finding):
    return (MESSAGES[finding.code] % dict(finding.values)).replace("\u00a0", " ")
