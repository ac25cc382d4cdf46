"""What WTForms says about fields, in our own words. It ships no nynorsk, so our catalogue speaks."""

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

MESSAGES: dict[str, LazyString] = {
    "This field is required.": _l("Feltet må fylles ut."),
    "Not a valid choice.": _l("Velg et av alternativene."),
    "Invalid Choice: could not coerce.": _l("Velg et av alternativene."),
    "Not a valid integer value.": _l("Skriv et helt tall."),
    "Not a valid decimal value.": _l("Skriv et tall, for eksempel 12,5."),
    "Not a valid float value.": _l("Skriv et tall, for eksempel 12,5."),
    "Not a valid date value.": _l("Skriv datoen som dd.mm.åååå, for eksempel 15.01.2026."),
    "Not a valid datetime value.": _l("Skriv dato og klokkeslett."),
    "Not a valid time value.": _l("Skriv klokkeslettet som tt:mm."),
    "Not a valid week value.": _l("Skriv uken."),
    "Invalid email address.": _l("Skriv en gyldig e-postadresse, for eksempel navn@kommune.no."),
    "Invalid IP address.": _l("Skriv en gyldig IP-adresse."),
    "Invalid Mac address.": _l("Skriv en gyldig MAC-adresse."),
    "Invalid UUID.": _l("Skriv en gyldig identifikator."),
    "Invalid URL.": _l("Skriv en gyldig nettadresse."),
    "Invalid input.": _l("Feltet har et innhold som ikke kan brukes."),
    "Invalid value, must be one of: %(values)s.": _l("Velg en av disse: %(values)s."),
    "Invalid value, can't be any of: %(values)s.": _l("Verdien kan ikke være en av: %(values)s."),
    "Field must be equal to %(other_name)s.": _l("Feltet må være likt %(other_name)s."),
    "Field must be between %(min)d and %(max)d characters long.": _l(
        "Teksten må ha mellom %(min)d og %(max)d tegn."
    ),
    "Field must be at least %(min)d character long.": _l("Teksten må ha minst %(min)d tegn."),
    "Field must be at least %(min)d characters long.": _l("Teksten må ha minst %(min)d tegn."),
    "Field cannot be longer than %(max)d character.": _l("Teksten kan ha høyst %(max)d tegn."),
    "Field cannot be longer than %(max)d characters.": _l("Teksten kan ha høyst %(max)d tegn."),
    "Field must be exactly %(max)d character long.": _l("Teksten må ha %(max)d tegn."),
    "Field must be exactly %(max)d characters long.": _l("Teksten må ha %(max)d tegn."),
    "Number must be at least %(min)s.": _l("Tallet må være minst %(min)s."),
    "Number must be at most %(max)s.": _l("Tallet kan være høyst %(max)s."),
    "Number must be between %(min)s and %(max)s.": _l("Tallet må være mellom %(min)s og %(max)s."),
    "Invalid choice(s): one or more data inputs could not be coerced.": _l(
        "Velg blant alternativene."
    ),
    "Date must be at least %(min)s.": _l("Datoen kan ikke være før %(min)s."),
    "Date must be at most %(max)s.": _l("Datoen kan ikke være etter %(max)s."),
    "Date must be between %(min)s and %(max)s.": _l("Datoen må være mellom %(min)s og %(max)s."),
    "This field cannot be edited.": _l("Feltet kan ikke endres."),
    "This field is disabled and cannot have a value.": _l("Feltet kan ikke fylles ut."),
    "File does not have an approved extension: {extensions}": _l(
        "Filtypen kan ikke brukes. Velg en av disse: {extensions}"
    ),
    "File does not have an approved extension.": _l("Filtypen kan ikke brukes."),
    "File must be between {min_size} and {max_size} bytes.": _l(
        "Filen må ha mellom {min_size} og {max_size} byte."
    ),
    "'%(value)s' is not a valid choice for this field.": _l("Velg blant alternativene."),
    "'%(value)s' are not valid choices for this field.": _l("Velg blant alternativene."),
    "CSRF token missing.": _l("Skjemaet var for gammelt. Send det på nytt."),
    "CSRF token expired.": _l("Skjemaet var for gammelt. Send det på nytt."),
    "Invalid CSRF Token.": _l("Skjemaet var for gammelt. Send det på nytt."),
    "CSRF failed.": _l("Skjemaet var for gammelt. Send det på nytt."),
}


class FormWords:
    """What WTForms asks for its sentences. A sentence of our own is looked up as it is."""

    def gettext(self, string: str) -> str:
        """Say a sentence in the reader's language."""
        ours = MESSAGES.get(string)
        return gettext(string) if ours is None else str(ours)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Say a sentence about one or several; our sentences fit both."""
        return self.gettext(singular if n == 1 else plural)
