"""Why a backup or a restore did not happen."""


class CannotBackUp(Exception):  # noqa: N818 - what happened is the name
    """No backup was made; the text says why, without any secret."""


class CannotRestore(Exception):  # noqa: N818 - what happened is the name
    """Nothing may be used of what was to be restored; `reasons` say why, a line each."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons
