"""What the budget's sources and problems, and refused files, are called."""

from flask_babel import lazy_gettext as _l

from criteria.budget import BudgetProblem, Source
from foundation import words
from foundation.files import FileRefusal

words.register({
    Source.GRANT: _l("Søkt tilskudd"),
    Source.OWN_FUNDING: _l("Egne midler"),
    Source.OWN_EFFORT: _l("Egeninnsats"),
    Source.OTHER_PUBLIC: _l("Annen offentlig finansiering"),
    BudgetProblem.YEAR_OUTSIDE_PERIOD: _l("Året ligger utenfor prosjektperioden."),
    BudgetProblem.UNSUPPORTED_ACTIVITY_FROM_GRANT: _l(
        "Tilskuddet kan ikke dekke denne aktiviteten. Dere må betale den selv."
    ),
    BudgetProblem.NEGATIVE_AMOUNT: _l("Et beløp kan ikke være negativt."),
    BudgetProblem.NOTHING_ASKED: _l("Budsjettet har ikke noe søkt tilskudd."),
    BudgetProblem.NOT_PARTNER: _l("En observatør kan ikke ha beløp i budsjettet."),
    FileRefusal.EMPTY: _l("Filen er tom."),
    FileRefusal.TOO_LARGE: _l("Filen er for stor. Den kan være høyst %(megabytes)s MB."),
    FileRefusal.WRONG_TYPE: _l(
        "Filen er av en type vi ikke tar imot. Send PDF, Word (.docx), Excel (.xlsx), "
        "OpenDocument (.odt), PNG eller JPEG."
    ),
    FileRefusal.HAS_MACROS: _l("Filen inneholder makroer. Lagre den uten makroer og prøv igjen."),
})
