"""Reasons are kept by the doubt they answer, each with its row, and read back."""

from procedures.rules.reasons import first_reason, kept_reasons, read_reasons

CODES = ("other-day", "completed-early")


def test_each_row_keeps_its_own():
    assert kept_reasons(CODES, "ward was full", row="particulars") == "other-day: ward was full"
    assert kept_reasons(CODES, "ward was full", row="ending") == "completed-early: ward was full"
    assert kept_reasons((), "ward was full", row="ending") == ""


def test_what_was_kept_is_read_back():
    text = kept_reasons(CODES, "because: so", row="ending")
    assert read_reasons(text) == [("completed-early", "because: so")]
    assert first_reason(text) == "because: so"


def test_a_line_without_a_code_stays_a_reason():
    assert read_reasons("as the paper says: tolerated") == [("", "as the paper says: tolerated")]
    assert first_reason("") == ""
