"""Passwords typed at a terminal or piped in: never an argument, which the list of processes would show."""

import sys
from getpass import getpass

from django.core.management import CommandError


def read_password() -> str:
    """Asked twice, or one line of standard input. Raises CommandError if the two differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first, second = getpass("Password: "), getpass("Again: ")
    if first != second:
        raise CommandError("The two passwords differ.")
    return first
