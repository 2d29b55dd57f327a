"""How names and numbers compare, and what a code is made of."""

from patients.names import CODE_LENGTH, CODE_SIGNS, comparable, new_code, number_key


def test_names_compare_without_accents_case_and_doubled_blanks():
    assert comparable("Núñez  IBÁÑEZ") == comparable("nunez ibanez")
    assert comparable("Strauß") == "strauss"


def test_hospital_numbers_compare_without_blanks_and_case():
    assert number_key(" ab 12-3 ") == "AB12-3"


def test_codes_are_random_and_spell_nothing():
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(code) == CODE_LENGTH and set(code) <= set(CODE_SIGNS) for code in codes)
    assert not set("aeiou01l") & set(CODE_SIGNS)
