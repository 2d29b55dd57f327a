"""The defaults of the command are those of the unit's settings."""

from desens.unit.definitions import BY_KEY
from reactions.assess import Settings
from reactions.rules.skin_test_input import SkinTests


def default(key):
    return BY_KEY[key].default


def test_the_command_judges_by_the_default_of_every_setting():
    settings = Settings()
    assert settings.sbp_at_most_90 == (default("hypotension") == "at-most")
    assert str(settings.immediate_within_h) == default("immediate-reaction")
    assert settings.tryptase_rule == default("tryptase-rule")
    assert settings.tryptase_at_threshold_risen == (default("tryptase-at-threshold") == "risen")
    assert str(settings.tryptase_window_h) == default("tryptase-window")
    assert str(settings.fev1_limit) == default("fev1")
    assert SkinTests(readings=()).growth_mm == default("intradermal-growth")
