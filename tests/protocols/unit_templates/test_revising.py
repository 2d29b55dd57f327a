"""A revision follows the latest one; of two at once one is told."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.http import Http404

from protocols.models import Template
from protocols.unit_templates import services
from protocols.unit_templates.refusals import (
    StaleTemplateError,
)
from protocols.unit_templates.selectors import unit_template
from tests.protocols.unit_templates.doing import common, made, revised
from tests.protocols.unit_templates.written import content

pytestmark = pytest.mark.django_db


def test_a_revision_follows_the_latest_one(allergist, pharmacist):
    first = made(allergist)
    second = revised(first, pharmacist, bag_volume_ml="500")
    assert (second.slug, second.revision, second.note) == (first.slug, 2, "slower")
    assert unit_template(first.slug) == second
    with pytest.raises(StaleTemplateError) as stale:
        revised(first, allergist)
    assert stale.value.latest == second
    for forged in (0, 3):
        with pytest.raises(StaleTemplateError):
            services.revise_template(slug=first.slug, based_on=forged, content=content(), note="", **common(allergist))
    with pytest.raises(Http404):
        services.revise_template(slug="unit-none", based_on=1, content=content(), note="", **common(allergist))


def test_two_at_once_make_the_next_revision_and_the_loser_is_told(transactional_db, allergist, pharmacist):
    first = made(allergist)
    barrier, told = Barrier(2), []

    def revise(by):
        barrier.wait()
        try:
            told.append(revised(first, by, title=by.username).revision)
        except StaleTemplateError as stale:
            told.append(f"stale {stale.latest.revision}")
        finally:
            connection.close()

    threads = [Thread(target=revise, args=[by]) for by in (allergist, pharmacist)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, told)) == ["2", "stale 2"]
    assert Template.objects.filter(slug=first.slug).count() == 2
