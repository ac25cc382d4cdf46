"""The analysis in words."""

from flask_babel import lazy_gettext as _l

from criteria.economics import (
    Factor,
    Introduction,
    Level,
    Line,
    Reason,
    Table,
    TaxBase,
    Verdict,
    Worth,
)
from foundation import words

words.register(
    {
        Level.ONE: _l("Nivå 1"),
        Level.TWO: _l("Nivå 2"),
        Level.THREE: _l("Nivå 3"),
        Introduction.TEXT: _l("161 mill. kr, som i teksten og tabell 8"),
        Introduction.TABLE: _l("104 mill. kr, som i tabell 5"),
        TaxBase.ALL_COSTS: _l("Alle kostnader, som i tabellene"),
        TaxBase.INVESTMENT: _l("Bare investeringer, som i teksten"),
        Verdict.AGREES: _l("Stemmer"),
        Verdict.ROUNDED: _l("Avrunding"),
        Verdict.DEVIATES: _l("Avvik"),
        Worth.VERY_SMALL: _l("Svært liten positiv"),
        Worth.SMALL: _l("Liten positiv"),
        Worth.SMALL_TO_MIDDLE: _l("Liten positiv/positiv"),
        Worth.MIDDLE: _l("Positiv"),
        Worth.LARGE: _l("Stor positiv"),
        Worth.VERY_LARGE: _l("Svært stor positiv"),
    }
)
words.register(
    {
        Table.COSTS: _l("Tabell 4: Kostnader"),
        Table.BENEFITS: _l("Tabell 5: Prissatt nytte"),
        Table.TOGETHER: _l("Tabell 8: Nytte og kostnader samlet"),
    }
)
words.register(
    {
        Line.INVESTMENT: _l("Investeringskostnader"),
        Line.OPERATION: _l("Drift, forvaltning og tilskudd"),
        Line.TAX_COST: _l("Skattefinansieringskostnad"),
        Line.COSTS: _l("Sum prissatte kostnader"),
        Line.PROCUREMENT: _l("Kommunene sparer på anskaffelse"),
        Line.INTRODUCTION: _l("Kommunene sparer på innføring"),
        Line.EFFICIENCY: _l("Kommunene sparer i alt"),
        Line.SUPPLIERS: _l("Leverandørene sparer"),
        Line.PURCHASING: _l("Bedre kjøpsbetingelser"),
        Line.GRANT: _l("Tilskudd som inntekt for kommunene"),
        Line.TAX_GAIN: _l("Skattefinansieringsgevinst"),
        Line.BENEFITS: _l("Sum prissatt nytte"),
        Line.NET: _l("Prissatt nettonytte"),
    }
)
words.register(
    {
        Reason.RATE: _l("En annen kalkulasjonsrente enn utkastets 4 prosent"),
        Reason.TAX: _l("En annen skattefinansiering enn utkastets 20 prosent"),
        Reason.DISCOUNTED_TO: _l("Tabellen er diskontert til 2022, selv om teksten sier 2023"),
        Reason.INTRODUCTION: _l("Teksten og tabell 8 har 161 for innføring, tabell 5 har 104"),
        Reason.WITH_SUPPLIERS: _l("Tabell 5 utelater det leverandørene sparer, tabell 8 tar det med"),
        Reason.TAX_BASE: _l("Tabellen regner skattefinansiering av alle kostnader"),
    }
)
words.register(
    {
        Factor.DISCOUNTED_TO: _l("Diskontert til 2022 eller 2023"),
        Factor.INTRODUCTION: _l("104 eller 161 spart på innføring"),
        Factor.WITH_SUPPLIERS: _l("Uten eller med leverandørene"),
        Factor.TAX_BASE: _l("Skatt av alt eller bare investeringer"),
        Factor.RATE: _l("Kalkulasjonsrente ± 1 prosentpoeng"),
        Factor.TAX: _l("Skattefinansiering ± 5 prosentpoeng"),
        Factor.GRANT: _l("Tilskudd ± 20 prosent"),
        Factor.OPERATION: _l("Drift og forvaltning ± 20 prosent"),
        Factor.EFFICIENCY: _l("Det kommunene sparer ± 20 prosent"),
        Factor.SUPPLIERS: _l("Det leverandørene sparer ± 20 prosent"),
        Factor.PURCHASING: _l("Kjøpsbetingelser ± 20 prosent"),
    }
)

INPUTS = {
    "grant": _l("Tilskudd hvert år, 2024–2028"),
    "network": _l("Overføring til KS-nettverk hvert år"),
    "investment": _l("Investeringskostnader"),
    "operation": _l("Drift og forvaltning uten tilskudd"),
    "procurement": _l("Kommunene sparer på anskaffelse"),
    "introduction": _l("Kommunene sparer på innføring (teksten)"),
    "introduction_in_table": _l("Kommunene sparer på innføring (tabell 5)"),
    "suppliers": _l("Leverandørene sparer"),
    "purchasing": _l("Bedre kjøpsbetingelser"),
    "share_percent": _l("Kommuner som nås, i prosent"),
}
"""What each input is called."""
