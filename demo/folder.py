"""The folder of a demonstration: what it was asked for, and whether all of it is there.

A note in the folder is written before anything is played and again when all is played. A note that
says less means that playing was stopped: what is there is then forgotten and played anew.
"""

import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from demo.loading import Wish

NOTE = "demonstration.json"
KEPT = frozenset({NOTE, "secret-key"})  # with the same key, whoever is signed in stays so


class NotOursError(Exception):
    """The folder holds something that is no demonstration; it is left alone."""


@dataclass(frozen=True, slots=True)
class Note:
    """What was asked for, and whether it is done."""

    wish: Wish
    whole: bool


def note_of(folder: Path) -> Note | None:
    """Read the folder's note, if it has one."""
    path = folder / NOTE
    if not path.exists():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    wish = Wish(kept["applications"], kept["seed"], date.fromisoformat(kept["as_of"]))
    return Note(wish, whole=kept["whole"])


def keep(folder: Path, note: Note) -> None:
    """Write the folder's note, whole or not at all."""
    draft = folder / f"{NOTE}.draft"
    kept = {
        "applications": note.wish.applications,
        "seed": note.wish.seed,
        "as_of": note.wish.as_of.isoformat(),
        "whole": note.whole,
    }
    draft.write_text(json.dumps(kept, indent=2), encoding="utf-8")
    draft.replace(folder / NOTE)


def empty(folder: Path) -> None:
    """Forget what was half played. Raises NotOursError where the folder is something else's."""
    others = [path for path in folder.iterdir() if path.name not in KEPT]
    if others and note_of(folder) is None:
        raise NotOursError(str(folder))
    for path in others:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
