"""What the README draws is what the procedure table says."""

from pathlib import Path

from criteria.procedure import mermaid
from criteria.steps import Act, Step

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- procedure: begin -->", "<!-- procedure: end -->"


def drawn() -> str:
    """Draw the diagram in English, from the names of the steps and the acts."""
    steps = {step: step.value.replace("_", " ") for step in Step}
    acts = {act: act.value.replace("_", " ") for act in Act}
    return f"```mermaid\n{mermaid(steps, acts)}```"


def test_the_diagram_is_drawn_from_the_procedure_table() -> None:
    text = README.read_text(encoding="utf-8")
    shown = text.split(BEGIN)[1].split(END)[0].strip()
    assert shown == drawn()


def test_every_file_the_readme_leads_to_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    for target in ("docs/glossary.md", "docs/decisions", "docs/screenshots/worklist.png"):
        assert target in text
        assert (README.parent / target).exists()
