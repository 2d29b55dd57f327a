"""One value for each argument a route may take. A route with an argument missing here fails the matrix."""

from collections.abc import Mapping


def sample_arguments() -> Mapping[str, object]:
    """Stores what the routes need to exist, and gives the values that lead there, by argument name."""
    return {}
