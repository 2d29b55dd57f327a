"""The one mark of sentences for translation in the engine."""


def gettext_noop(message: str) -> str:
    """Marks a message for translation; the engine itself speaks English."""
    return message
