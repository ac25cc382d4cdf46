"""How long it took to apply, in hours and minutes."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import NumberRange, Optional, ValidationError

from foundation.fields import WholeNumberField
from foundation.forms import Form

MINUTES_AN_HOUR = 60
MOST_HOURS = 9999


class EffortForm(Form):
    """Hours and minutes, together more than nothing."""

    hours = WholeNumberField(_l("Timer"))
    minutes = WholeNumberField(
        _l("Minutter"),
        [Optional(), NumberRange(0, MINUTES_AN_HOUR - 1, _l("Skriv et tall fra 0 til 59."))],
    )

    def validate_hours(self, field: Field) -> None:
        """Ask for some time, and not for more than there is."""
        if field.data and field.data > MOST_HOURS:
            raise ValidationError(_("Skriv et tall fra 0 til 9999."))
        if not (field.errors or field.data or self.minutes.data):
            raise ValidationError(_("Skriv hvor lang tid dere brukte."))

    @property
    def in_minutes(self) -> int:
        """What was typed. Only after validation."""
        return (self.hours.data or 0) * MINUTES_AN_HOUR + (self.minutes.data or 0)

    @classmethod
    def of(cls, minutes: int | None) -> "EffortForm":
        """Give the form filled in with what was said before."""
        if minutes is None:
            return cls()
        hours, rest = divmod(minutes, MINUTES_AN_HOUR)
        return cls(data={"hours": hours, "minutes": rest})
