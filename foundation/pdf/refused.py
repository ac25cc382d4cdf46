"""What cannot be printed."""

from foundation.errors import TilsagnError


class PrintError(TilsagnError):
    """A document cannot be printed, as when it asks for a file that is not ours."""
