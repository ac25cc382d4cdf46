"""The editions in a catalogue, as DCAT-AP-NO describes data: JSON-LD, and the same as Turtle.

By the specification's mandatory and recommended terms (informasjonsforvaltning.github.io/dcat-ap-no): a
catalogue with its publisher, a dataset for each edition with its theme, access and distributions.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from figures.research.models import Snapshot, SnapshotFile
from figures.research.package import PUBLISHER, TITLE, citation
from foundation import clock

Node = dict[str, object]
_PUBLISHER = "https://data.brreg.no/enhetsregisteret/api/enheter/983544622"
_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
_ABOUT = (
    "Søknader, vurderinger, vedtak, utbetalinger, rapporter og gevinster i Helseteknologiordningen, "
    "slik de var ved ett tidspunkt. Bare det som er avgjort og sendt ut."
)
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(base: str, editions: Iterable[Snapshot], types: Mapping[str, str]) -> Node:
    """Describe the catalogue at an address, with every edition that is made, as JSON-LD."""
    made = [one for one in editions if one.taken_at is not None]
    return {
        "@context": PREFIXES,
        "@graph": [
            {
                "@id": f"{base}/data",
                "@type": "dcat:Catalog",
                "dct:title": _text("Data om Helseteknologiordningen"),
                "dct:description": _text("Utgaver av dataene om ordningen, til forskning."),
                "dct:publisher": {"@id": _PUBLISHER},
                "dct:language": _id(f"{_EU}/language/NOB"),
                "dcat:contactPoint": _id(f"{base}/data#kontakt"),
                "dcat:dataset": [_id(f"{base}/data/{one.id}") for one in made],
            },
            {
                "@id": _PUBLISHER,
                "@type": "foaf:Agent",
                "foaf:name": _text(PUBLISHER),
                "dct:identifier": "983544622",
            },
            {
                "@id": f"{base}/data#kontakt",
                "@type": "vcard:Organization",
                "vcard:fn": _text(PUBLISHER),
                "vcard:hasURL": _id(f"{base}/data"),
            },
            *(node for one in made for node in _edition(base, one, types)),
        ],
    }


def turtle(catalogued: Node) -> str:
    """Write the same as Turtle (RDF 1.1)."""
    nodes = catalogued["@graph"]
    lines = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    for node in nodes if isinstance(nodes, list) else []:
        said = [
            f"    {'a' if name == '@type' else name} {', '.join(map(_term, _several(value)))}"
            for name, value in node.items()
            if name != "@id" and _several(value)
        ]
        lines += ["", f"<{node['@id']}>", " ;\n".join(said) + " ."]
    return "\n".join(lines) + "\n"


def _edition(base: str, edition: Snapshot, types: Mapping[str, str]) -> Iterable[Node]:
    address = f"{base}/data/{edition.id}"
    taken = edition.taken_at or edition.asked_at
    yield {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:title": _text(f"{TITLE}, utgave {edition.id}"),
        "dct:description": _text(_ABOUT),
        "dct:bibliographicCitation": citation(edition.id, taken, address),
        "dct:publisher": _id(_PUBLISHER),
        "dcat:contactPoint": _id(f"{base}/data#kontakt"),
        "dcat:theme": [_id(f"{_EU}/data-theme/HEAL"), _id(f"{_EU}/data-theme/GOVE")],
        "dct:accessRights": _id(f"{_EU}/access-right/RESTRICTED"),
        "dct:language": _id(f"{_EU}/language/NOB"),
        "dct:issued": _moment(taken),
        "dcat:version": str(edition.id),
        "dcat:landingPage": _id(address),
        "dcat:distribution": [_id(f"{address}/{one.name}") for one in edition.files],
    }
    for file in edition.files:
        yield _distribution(base, edition, file, types)
        yield {
            "@id": f"{address}/{file.name}#sha256",
            "@type": "spdx:Checksum",
            "spdx:algorithm": _id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": file.sha256,
        }


def _distribution(
    base: str, edition: Snapshot, file: SnapshotFile, types: Mapping[str, str]
) -> Node:
    address = f"{base}/data/{edition.id}/{file.name}"
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _text(file.name),
        "dcat:accessURL": _id(f"{base}/data/{edition.id}"),
        "dcat:downloadURL": _id(address),
        "dcat:mediaType": _id(f"{_MEDIA}/{types[file.format]}"),
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": _id(f"{address}#sha256"),
    }


def _id(address: str) -> Node:
    return {"@id": address}


def _text(text: str) -> Node:
    return {"@value": text, "@language": "nb"}


def _moment(at: datetime) -> Node:
    written = clock.in_oslo(at).isoformat(timespec="seconds")
    return {"@value": written, "@type": "xsd:dateTime"}


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _term(value: object) -> str:
    """Write one value as Turtle has it; what is not a node is a plain text, or the name of a class."""
    if not isinstance(value, dict):
        text = str(value)
        return text if text.partition(":")[0] in PREFIXES and " " not in text else _quoted(text)
    if "@id" in value:
        return f"<{value['@id']}>"
    said = _quoted(str(value["@value"]))
    return f"{said}^^{value['@type']}" if "@type" in value else f"{said}@{value['@language']}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
