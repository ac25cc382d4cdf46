"""The house's own rules, kept by the machine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from accounts.permissions import Permission
from foundation.guards import PUBLIC

ROOT = Path(__file__).parents[2]
ROOMS = (
    "foundation",
    "criteria",
    "accounts",
    "grants",
    "applications",
    "assessments",
    "decisions",
    "payments",
    "followup",
    "figures",
)
STEPS = ROOMS[2:]
OF_THE_GROUND = {"foundation/database.py"}


def sources(*folders: str) -> Iterator[Path]:
    """Give every Python file below some folders."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, str]]:
    """Give every `something.method(` in a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr


def services() -> list[Path]:
    found = [
        path for path in sources(*STEPS) if "services" in path.parts or path.stem == "services"
    ]
    return [path for path in found if path.name != "__init__.py"]


def opens_transaction(node: ast.AST) -> bool:
    return isinstance(node, ast.With) and any(
        isinstance(item.context_expr, ast.Call)
        and ast.unparse(item.context_expr.func) == "transaction"
        for item in node.items
    )


@pytest.mark.parametrize("path", services(), ids=name)
def test_every_act_is_exactly_one_transaction(path: Path) -> None:
    for act in tree(path).body:
        if isinstance(act, ast.FunctionDef) and not act.name.startswith("_"):
            opened = sum(opens_transaction(node) for node in ast.walk(act))
            assert opened == 1, f"{act.name} opens {opened} transactions"


@pytest.mark.parametrize("path", services(), ids=name)
def test_every_act_says_who_and_when(path: Path) -> None:
    without_somebody = {"sign_in", "see"}
    for act in tree(path).body:
        if isinstance(act, ast.FunctionDef) and not act.name.startswith("_"):
            keywords = {argument.arg for argument in act.args.kwonlyargs}
            assert "at" in keywords, f"{act.name} does not say when"
            person = (
                {"by"} & keywords
                or act.name in without_somebody
                or act.name.startswith("choose_language")
            )
            assert person, f"{act.name} does not say who"


def test_one_file_commits() -> None:
    committing = {
        name(path)
        for path in sources(*ROOMS, "demo")
        for _, method in calls(path)
        if method in ("commit", "rollback") and name(path) not in OF_THE_GROUND
    }
    assert committing <= {"foundation/outbox.py"}, committing


def test_one_file_asks_the_time() -> None:
    asking = {
        name(path)
        for path in sources(*ROOMS, "demo")
        for owner, method in calls(path)
        if (owner, method)
        in {
            ("datetime", "now"),
            ("datetime", "utcnow"),
            ("date", "today"),
            ("time", "time"),
            ("datetime.datetime", "now"),
            ("datetime.date", "today"),
        }
    }
    assert asking == {"foundation/clock.py"}


def test_one_file_moves_a_case() -> None:
    moving = {
        name(path)
        for path in sources(*ROOMS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assign | ast.AugAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute)
        and target.attr == "step"
        and ast.unparse(target.value) != "self"
    }
    assert moving == {"applications/journal.py"}


def writes_entry(node: ast.AST) -> bool:
    """Tell whether an entry of the ledger is made: as a row, or through the table that it is a row of."""
    if isinstance(node, ast.Call):
        made = ast.unparse(node.func)
        inserted = made == "insert" and re.search(r"\bEntry\b", ast.unparse(node))
        return made in ("Entry", "models.Entry") or bool(inserted)
    return isinstance(node, ast.Attribute) and ast.unparse(node) == "Entry.__table__"


def test_one_file_writes_the_ledger() -> None:
    writing = {
        name(path)
        for path in sources(*ROOMS, "demo")
        for node in ast.walk(tree(path))
        if writes_entry(node)
    }
    assert writing == {"payments/ledger.py"}


def test_one_room_knows_the_printer() -> None:
    knowing = {
        name(path)
        for path in sources(*ROOMS, "demo")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom) and "weasyprint" in ast.unparse(node)
    }
    assert knowing
    assert all(path.startswith("foundation/pdf") for path in knowing)


@pytest.mark.parametrize("path", list(sources(*ROOMS, "demo")), ids=name)
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    inside = [
        ast.unparse(node)
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_nothing_imports_the_app() -> None:
    importing = {
        name(path)
        for path in sources(*ROOMS)
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.ImportFrom) and node.module == "app")
        or (isinstance(node, ast.Import) and any(alias.name == "app" for alias in node.names))
    }
    assert importing == set()


@pytest.mark.parametrize("path", [p for p in sources(*STEPS) if p.stem == "models"], ids=name)
def test_models_neither_query_nor_know_the_web(path: Path) -> None:
    imported = {
        node.module.split(".")[0]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    assert not imported & {"flask", "flask_login", "flask_babel", "wtforms"}
    assert not {method for _, method in calls(path)} & {"execute", "scalars", "scalar"}


def is_view_file(path: Path) -> bool:
    return path.stem.endswith("views") or "views" in path.parts


@pytest.mark.parametrize("path", [p for p in sources(*STEPS) if is_view_file(p)], ids=name)
def test_pages_neither_query_nor_write(path: Path) -> None:
    imported = {
        alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert not imported & {"db", "select", "transaction", "locked"}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_every_page_says_who_may_see_it(app: Flask) -> None:
    views = {one: view for one, view in app.view_functions.items() if one != "static"}
    unguarded = [one for one, view in views.items() if not hasattr(view, "guard")]
    assert unguarded == []
    assert {view.guard for view in views.values() if hasattr(view, "guard")} <= {
        PUBLIC,
        *Permission,
    }


def test_the_packages_are_the_ones_in_the_contract() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"tests", "bench"} == {*ROOMS, "demo", "commands"}


def test_no_release_is_silenced() -> None:
    silenced = [
        f"{name(path)}:{number}"
        for path in sources(*ROOMS, "demo", "tests")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if ("# noqa" in line or "# type: ignore" in line)
        and "Flask" not in line
        and path != Path(__file__)
    ]
    assert silenced == []
