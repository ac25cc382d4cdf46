"""The interface for research as OpenAPI says it is: every route is told, and every answer fits."""

import json
from collections.abc import Mapping
from typing import Any

from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from accounts.models import Person
from figures.catalogue import RESEARCH
from tests.builders.accounts import an_administrator
from tests.builders.figures import a_year
from tests.pages.test_figures_interface import a_key, a_researcher, ask

Spec = dict[str, Any]


def described(app: Flask) -> Spec:
    spec: Spec = json.loads(ask(app, "openapi.json").data)
    return spec


def key() -> str:
    administrator: Person = an_administrator("Ada Administrator")
    return a_key(a_researcher(), administrator)


def test_the_description_is_openapi_and_tells_of_every_route(app: Flask) -> None:
    a_year()
    spec = described(app)
    validate(spec)
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1/")}
    assert {rule for rule in rules if "<" not in rule} <= set(spec["paths"])
    assert all(any(fits(rule, path) for rule in rules) for path in spec["paths"])
    assert all(any(fits(rule, path) for path in spec["paths"]) for rule in rules)
    assert {f"/api/v1/{table.code}" for table in RESEARCH} <= set(spec["paths"])


def fits(rule: str, path: str) -> bool:
    parts, asked = rule.split("/"), path.split("/")
    return len(parts) == len(asked) and all(
        one[0:1] in "<{" or one == other for one, other in zip(parts, asked, strict=True)
    )


def test_every_table_answers_as_its_schema_says_in_every_format(app: Flask) -> None:
    a_year()
    spec, opens = described(app), key()
    for path, operation in spec["paths"].items():
        get = operation["get"]
        if "{" in path:
            continue  # files of editions have their own tests
        if get.get("security") == []:
            assert ask(app, path.removeprefix("/api/v1/")).status_code == 200
            continue
        content = get["responses"]["200"]["content"]
        for media_type, said in content.items():
            answer = ask(app, path.removeprefix("/api/v1/"), opens, {"Accept": media_type})
            assert (answer.status_code, answer.mimetype) == (200, media_type)
            for header in get["responses"]["200"]["headers"]:
                assert header in answer.headers
            if "json" in media_type:
                check(spec, said["schema"], json.loads(answer.data))


def test_every_parameter_takes_its_values_and_every_refusal_is_as_it_is_said(app: Flask) -> None:
    a_year()
    spec, opens = described(app), key()
    get = spec["paths"]["/api/v1/kommuner"]["get"]
    for parameter in get["parameters"]:
        for value in parameter["schema"]["enum"]:
            answer = ask(app, f"kommuner?{parameter['name']}={value}", opens)
            assert answer.status_code == 200, (parameter["name"], value)
    schema = {"$ref": "#/components/schemas/error"}
    for query, status in (
        ("kommuner?year=1999", 400), ("kommuner?codes=later", 400), ("nothing", 404),
        ("payments?format=jsonstat", 406), ("kommuner?format=xml", 406),
    ):  # fmt: skip
        answer = ask(app, query, opens)
        assert answer.status_code == status, query
        assert str(status) in get["responses"]
        check(spec, schema, json.loads(answer.data))
    check(spec, schema, json.loads(ask(app, "kommuner", "no key").data))


def check(spec: Spec, schema: Mapping[str, object], told: object) -> None:
    Draft202012Validator({**schema, "components": spec["components"]}).validate(told)
