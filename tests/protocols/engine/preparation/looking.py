"""What a plan does, read off its actions, by solution."""


def volumes(plan, kind):
    """What is drawn in the actions of one kind, by solution."""
    return {action.solution: action.withdrawal.drawn_ml for action in plan.actions if action.kind == kind}


def sources(plan):
    """Where each solution's drug comes from: None for the stock."""
    return {action.solution: action.source for action in plan.actions if action.kind == "add"}


def taken(plan):
    """The nominal volume of the bag taken for each solution."""
    return {action.solution: action.bag.volume_ml for action in plan.actions if action.kind == "take"}


def bag(plan, number):
    """One prepared bag of a plan."""
    return next(bag for bag in plan.bags if bag.number == number)
