"""What the sections' forms share: what may wait, what is counted, and what their writer saw."""

from wtforms import Field, HiddenField
from wtforms.validators import Length, Optional

from applications.forms.raw import Raw, packed, raw_of, unpacked
from foundation.forms import Form


class MayWait(Optional):
    """Lets a field be empty for now: what must be there is asked for when all is handed in."""

    def __init__(self) -> None:
        """Do not call the field optional: it is only not due yet."""
        super().__init__()
        self.field_flags = {}


class Counted:
    """Gives a text its counter. A longer text is kept and told as a lack, so that nothing is lost."""

    def __init__(self, limit: int) -> None:
        """Count against a limit of characters, as the call sets it."""
        self.field_flags = {"maxlength": limit}

    def __call__(self, _form: Form, _field: Field) -> None:
        """Refuse nothing."""


class Room(Length):
    """Refuses what does not fit in the database, without a counter on short fields."""

    def __init__(self, most: int) -> None:
        """Take at most so many characters."""
        super().__init__(max=most)
        self.field_flags = {}


class SectionForm(Form):
    """A section of the application. `seen`: the seal of what its writer saw, and each field of it."""

    seen = HiddenField()

    @property
    def seal(self) -> str:
        """Give the seal that an act compares with the section as it stands."""
        return str(self.seen.data or "").partition(" ")[0]

    @property
    def saw(self) -> Raw | None:
        """Give the fields as the writer saw them, those that were empty left out; None: not known."""
        carried = str(self.seen.data or "").partition(" ")[2]
        return unpacked(carried) if carried else None

    def remember(self, since: "SectionForm | None" = None) -> None:
        """Let the page carry what its writer sees: the seal, and every field.

        `since` is the form that was just saved, for forms that save part by part.
        """
        del since
        self.seen.data = f"{self.seal} {packed(raw_of(self))}"
