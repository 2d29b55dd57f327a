"""`assess` (contracts.md 4): one reaction and its tests in, every proposal out. Pure: no rows, no clock."""

from reactions.assess.answering import answer
from reactions.assess.case import Case, Patient, Settings
from reactions.assess.reader import read_case
from reactions.assess.verdicts import Answer
from reactions.assess.writing import write_answer

__all__ = ["Answer", "Case", "Patient", "Settings", "answer", "read_case", "write_answer"]
