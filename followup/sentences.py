"""The words that a follow-up report is assembled from, in both forms of Norwegian.

A report speaks the lead's form, whatever its reader has chosen for the pages, so these are data and not
catalogue entries.
"""

from criteria.duties import DutyKind
from criteria.estimates import Against
from criteria.reporting import ActivityStatus
from foundation.language import Bilingual

KINDS: dict[DutyKind, Bilingual] = {
    DutyKind.STATUS: Bilingual("Statusrapport", "Statusrapport"),
    DutyKind.ANNUAL: Bilingual("Årsrapport", "Årsrapport"),
    DutyKind.FINAL: Bilingual("Sluttrapport", "Sluttrapport"),
    DutyKind.BENEFITS: Bilingual("Rapport om gevinster", "Rapport om gevinstar"),
}
STATUSES: dict[ActivityStatus, Bilingual] = {
    ActivityStatus.NOT_BEGUN: Bilingual("Ikke begynt", "Ikkje begynt"),
    ActivityStatus.UNDER_WAY: Bilingual("I gang", "I gang"),
    ActivityStatus.DONE: Bilingual("Fullført", "Fullført"),
    ActivityStatus.DROPPED: Bilingual("Tatt ut", "Teken ut"),
}
ON_BENEFITS = Bilingual(
    "Rapporten svarer på hvordan det har gått med gevinstene i {year}.",
    "Rapporten svarer på korleis det har gått med gevinstane i {year}.",
)
HOW_FAR = Bilingual("{status} ({percent} %)", "{status} ({percent} %)")
NOT_DESCRIBED = Bilingual("Ikke beskrevet i søknaden.", "Ikkje skildra i søknaden.")

AUDIT_ENCLOSED = Bilingual(
    "Bekreftelsen fra revisor er lagt ved rapporten som «{filename}».",
    "Stadfestinga frå revisor er lagd ved rapporten som «{filename}».",
)
AUDIT_NOT_REQUIRED = Bilingual(
    "Utlysningen krever ikke at en revisor bekrefter regnskapet for dette tilskuddet.",
    "Utlysinga krev ikkje at ein revisor stadfestar rekneskapen for dette tilskotet.",
)
AUDIT_IN_ANNUAL_REPORTS = Bilingual(
    "Regnskapet er summen av årsrapportene. Bekreftelsene fra revisor ligger ved dem.",
    "Rekneskapen er summen av årsrapportane. Stadfestingane frå revisor ligg ved dei.",
)
SUM_OF_ANNUAL_REPORTS = Bilingual(
    "Regnskapet er summen av årsrapportene. Utlysningen krever ikke at en revisor bekrefter det.",
    "Rekneskapen er summen av årsrapportane. Utlysinga krev ikkje at ein revisor stadfestar han.",
)
AGAINST_ESTIMATE: dict[Against, Bilingual] = {
    Against.UNDER: Bilingual("Under forventet kostnad", "Under forventa kostnad"),
    Against.AS_EXPECTED: Bilingual("Som forventet", "Som forventa"),
    Against.OVER: Bilingual("Over forventet kostnad", "Over forventa kostnad"),
    Against.OVER_UPPER: Bilingual(
        "Over forventet kostnad, og over øvre anslag", "Over forventa kostnad, og over øvre anslag"
    ),
}
