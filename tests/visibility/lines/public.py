"""What is open to the whole world."""

from tests.visibility.addresses import WRITTEN
from tests.visibility.listing import ALL, Line, absent, asks, opens
from tests.visibility.viewers import EVERYBODY

PUBLISHED: Line = (absent(EVERYBODY, WRITTEN), opens(EVERYBODY))

LOOKED_AT: dict[str, Line] = {
    "economics.analysis": ALL,
    "economics.analysis_table": ALL,
    "figures.interface": ALL,
    "public.evaluation": (absent(EVERYBODY),),
    "public.evaluation_paper": (absent(EVERYBODY),),
    "public.evaluations": ALL,
    "figures.data_catalogue": ALL,
    "figures.data_catalogue_turtle": ALL,
    "figures.edition": (absent(EVERYBODY),),
    "figures.edition_package": (absent(EVERYBODY),),
    "figures.editions": ALL,
    "figures.interface_codebook": ALL,
    "figures.worked_example": ALL,
    "figures.interface_openapi": ALL,
    "figures.interface_schema": ALL,
    "figures.interface_snapshot_file": (asks(EVERYBODY),),
    "figures.interface_snapshots": ALL,
    "figures.interface_table": (asks(EVERYBODY),),
    "foundation.accessibility": ALL,
    "foundation.alive": ALL,
    "foundation.components": ALL,
    "foundation.privacy": ALL,
    "foundation.ready": ALL,
    "grants.call_paper": PUBLISHED,
    "grants.edition_changes": (absent(EVERYBODY),),
    "grants.public_call": PUBLISHED,
    "grants.public_calls": ALL,
    "grants.public_edition": PUBLISHED,
    "grants.rule_sheet": PUBLISHED,
    "grants.scheme": ALL,
    "home.start": ALL,
    "public.all_awards": ALL,
    "public.award_data": ALL,
    "public.award_table": ALL,
    "public.burden": ALL,
    "public.feed": ALL,
    "public.figures": ALL,
    "public.library": ALL,
    "public.library_account": (),
    "public.library_document": (),
    "public.solution": ALL,
    "public.solution_data": ALL,
    "public.solution_table": ALL,
    "public.solutions": ALL,
    "public.spot_checks": ALL,
    "public.standard": (absent(EVERYBODY),),
    "public.standards": ALL,
}
SENT: dict[str, Line] = {"foundation.language": ALL}
