"""The sentences of product findings; the words in them as values stand in words.py."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    "product-unknown": gettext_noop(
        "%(drug)s is not in the product file, or not for this route: nothing was checked against product data."
    ),
    "several-products": gettext_noop(
        "The product file has %(products)s for %(drug)s, and none is stated: "
        "judged as %(product)s, which allows most of the schedule."
    ),
    "product-data-missing": gettext_noop(
        "Cannot be computed whether the schedule keeps to %(product)s: missing in its data: %(missing)s."
    ),
    "limit-not-comparable": gettext_noop(
        "Cannot be computed: the limit of %(limit)s for %(product)s says nothing of doses in %(unit)s."
    ),
    "weight-missing": gettext_noop(
        "Cannot be computed: for the limit of %(limit)s of %(product)s the weight is missing."
    ),
    "concentration-below-range": gettext_noop(
        "Solution %(solution)s holds %(concentration)s; %(product)s must hold at least %(limit)s (%(basis)s; %(mark)s)."
    ),
    "concentration-above-range": gettext_noop(
        "Solution %(solution)s holds %(concentration)s; %(product)s may hold at most %(limit)s (%(basis)s; %(mark)s)."
    ),
    "dilution-unreachable": gettext_noop(
        "Solution %(solution)s is to hold %(concentration)s, but %(product)s itself holds %(limit)s: "
        "no dilution gives it (%(basis)s; %(mark)s)."
    ),
    "diluent-not-allowed": gettext_noop(
        "Solution %(solution)s is made with %(diluent)s, which is not allowed for %(product)s. "
        "Allowed: %(allowed)s. Refused: %(refused)s (%(basis)s; %(mark)s)."
    ),
    "diluent-not-stated": gettext_noop(
        "Cannot be checked: the diluent of solution %(solutions)s is missing. For %(product)s, "
        "allowed: %(allowed)s; refused: %(refused)s (%(basis)s; %(mark)s)."
    ),
    "diluent-volume-above-limit": gettext_noop(
        "The solutions hold %(volume)s together; %(product)s may be diluted to at most %(limit)s (%(basis)s; %(mark)s)."
    ),
    "rate-above-maximum": gettext_noop(
        "Step %(step)s gives %(rate)s; %(product)s may be given at %(limit)s at most (%(basis)s; %(mark)s)."
    ),
    "rate-above-shortest-time": gettext_noop(
        "Step %(step)s gives %(rate)s, faster than the %(usual)s at which the whole dose would take the %(limit)s "
        "that %(product)s needs at least (%(basis)s; %(mark)s)."
    ),
    "time-beyond-stability": gettext_noop(
        "The infusion takes %(time)s; %(product)s is stable for %(limit)s once prepared (%(basis)s; %(mark)s): "
        "prepare later bags later, or shorten it."
    ),
    "volume-not-settable": gettext_noop(
        "Step %(step)s gives %(volume)s, and the pump takes volumes from %(least)s: end it by time, %(minutes)s."
    ),
}

#: The values that are words, or a list of them: a page translates each.
WORDED = frozenset({"diluent", "allowed", "refused", "missing", "mark"})
