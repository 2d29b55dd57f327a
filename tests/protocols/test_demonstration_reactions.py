"""`load_demo` gives the published patients their reactions, skin tests and samples."""

import pytest
from django.utils import timezone

from procedures.demonstration.cases import load_cases
from reactions.models import Reaction, Sample, SkinTestSession

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_demonstration_has_every_reaction_with_its_tests():
    load_cases(at=timezone.now())
    of_series = Reaction.objects.filter(patient__hospital_number__gte="DEMO-11")
    assert (Reaction.objects.count(), of_series.count()) == (48, 42)
    assert SkinTestSession.objects.count() == 10
    assert Sample.objects.filter(kind="tryptase", reaction__culprit_key="oxaliplatin").count() == 1
