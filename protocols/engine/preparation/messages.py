"""The sentences of the plan's findings and actions, and the phrases in them, as translatable templates."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    # findings: no plan
    "preparation-too-strong": gettext_noop(
        "Solution %(solution)s cannot be prepared: it is to hold %(concentration)s, and the product holds %(strength)s."
    ),
    "preparation-unmeasurable": gettext_noop(
        "Solution %(solution)s cannot be prepared: even for %(volume)s of it, %(stock)s of the product (%(strength)s) "
        "would be withdrawn, and there is no stronger solution to take from. "
        "The syringes measure from %(least)s, the largest holds %(largest)s."
    ),
    "preparation-unmeasurable-serial": gettext_noop(
        "Solution %(solution)s cannot be prepared: even for %(volume)s of it, %(stock)s of the product (%(strength)s) "
        "or %(serial)s of solution %(source)s would be withdrawn. "
        "The syringes measure from %(least)s, the largest holds %(largest)s."
    ),
    "preparation-no-room": gettext_noop(
        "No bag holds enough of solution %(solution)s: its steps and line need %(needed)s, besides what the weaker "
        "solutions take from it. The largest bag holds %(largest)s."
    ),
    # findings: a plan to be looked at
    "preparation-error": gettext_noop(
        "Solution %(solution)s may hold %(least)s to %(greatest)s instead of %(scheduled)s: "
        "the syringes' graduations leave %(percent)s open."
    ),
    "preparation-range": gettext_noop(
        "Solution %(solution)s may hold %(least)s to %(greatest)s and so leave the label's range (%(limits)s), "
        "within which %(scheduled)s lies."
    ),
    "preparation-overfill": gettext_noop(
        "The overfill of the bags of %(bags)s is not stated: it is removed first. Left in, it would dilute the drug."
    ),
    "preparation-vials": gettext_noop("The vial sizes of %(product)s are not stated: vials are not counted."),
    # actions
    "preparation-take": gettext_noop("Take a bag of %(bag)s of %(diluent)s."),
    "preparation-take-overfilled": gettext_noop(
        "Take a bag of %(bag)s of %(diluent)s; with its overfill it holds %(content)s."
    ),
    "preparation-remove-overfill": gettext_noop("Remove the overfill, so that the bag holds %(content)s."),
    "preparation-remove": gettext_noop("Remove %(drawn)s (± %(reading)s) of diluent: %(draws)s."),
    "preparation-add-stock": gettext_noop("Withdraw %(drawn)s (± %(reading)s) of the product and add it: %(draws)s."),
    "preparation-add-vial": gettext_noop(
        "Withdraw %(drawn)s (± %(reading)s) from vial %(vials)s and add it: %(draws)s."
    ),
    "preparation-add-solution": gettext_noop(
        "Withdraw %(drawn)s (± %(reading)s) from the bag of solution %(source)s and add it: %(draws)s."
    ),
    "preparation-label": gettext_noop(
        "Mix and label: solution %(solution)s, %(volume)s, %(concentration)s (%(least)s to %(greatest)s)."
    ),
}

#: How the draws of an action are said within its sentence.
PHRASES = {
    "preparation-draw": gettext_noop("%(volume)s in the syringe of %(size)s, graduated to %(graduation)s"),
    "preparation-draws": gettext_noop("%(times)s x %(volume)s in the syringe of %(size)s, graduated to %(graduation)s"),
}
