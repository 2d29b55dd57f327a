"""Every read about bags that were made."""

from protocols.models import BagsMade, BagsMeaning, BagsSignature, Version


def all_made(version: Version) -> list[BagsMade]:
    """Every record, the newest first, with lots, signatures and whether it was a mistake. One query, or four."""
    rows = BagsMade.objects.filter(version=version).select_related("error__marked_by")
    return list(rows.prefetch_related("lots", "signatures__person").order_by("-id"))


def standing_made(version: Version) -> BagsMade | None:
    """The record that counts, with its lots and signatures; None where there is none. One query, or four."""
    rows = BagsMade.objects.filter(version=version, error__isnull=True)
    return rows.prefetch_related("lots", "signatures__person").first()


def signed(made: BagsMade, meaning: BagsMeaning) -> BagsSignature | None:
    """Who prepared the bags, or who checked them. No query where the signatures are read already."""
    return next((row for row in made.signatures.all() if row.meaning == meaning), None)
