"""Conditions over all records of a person (patients.person), for queries on what has a patient."""

from typing import Any

from django.db.models import BigIntegerField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from drugs.models import Drug, Name
from patients.person import holding


def leading(patient: str) -> Coalesce:
    """The key of the leading record of the person whose record lies at the path `patient`."""
    leads = holding().filter(patient=OuterRef(patient)).values("leading")[:1]
    return Coalesce(Subquery(leads), F(patient), output_field=BigIntegerField())


def any_of_person(rows: QuerySet[Any], leading: str | OuterRef = "leading") -> Q:
    """Whether one of `rows` is in any record of the person; a condition on rows that have `leading`.

    A condition on rows within those names it from there: OuterRef("leading").
    """
    own, joined = _of_person(rows, leading)
    return Q(Exists(own)) | Q(Exists(joined))


def last_of_person(rows: QuerySet[Any]) -> Greatest:
    """The key of the one of `rows` recorded last in any record of the person, 0 for none; on rows with `leading`."""
    own, joined = (
        Coalesce(Subquery(found.order_by("-pk").values("pk")[:1]), Value(0), output_field=IntegerField())
        for found in _of_person(rows, "leading")
    )
    return Greatest(own, joined)


def about_same_drug(outer: str) -> Q:
    """A condition on rows with a `culprit_key`: it names the drug that the outer row's key at `outer` names."""
    mine = Exists(Name.objects.filter(drug=OuterRef("pk"), name_key=OuterRef(OuterRef("culprit_key"))))
    theirs = Exists(Name.objects.filter(drug=OuterRef("pk"), name_key=OuterRef(OuterRef(OuterRef(outer)))))
    drugs = Drug.objects.filter(
        mine | Q(name_key=OuterRef("culprit_key")), theirs | Q(name_key=OuterRef(OuterRef(outer)))
    )
    return Q(culprit_key=OuterRef(outer)) | Q(Exists(drugs))


def _of_person(rows: QuerySet[Any], leading: str | OuterRef) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Those of the leading record and those of records joined to it: two conditions, each with its own index."""
    joined = holding().filter(leading=OuterRef(OuterRef(leading))).values("patient")
    return rows.filter(patient=OuterRef(leading)), rows.filter(patient__in=joined)
