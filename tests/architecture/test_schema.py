"""The schema of the migrations is the schema of the models, on both engines, up and down."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect

from foundation import schema
from foundation.database import Base, db


def test_the_newest_migration_gives_the_models(app: Flask) -> None:
    del app
    with db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": schema.is_of_the_models}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_check_of_the_models_is_in_the_database(app: Flask) -> None:
    del app
    found = inspect(db.engine)
    for table in Base.metadata.tables.values():
        expected = {
            str(constraint.name)
            for constraint in table.constraints
            if type(constraint).__name__ == "CheckConstraint"
        }
        assert expected <= {str(one["name"]) for one in found.get_check_constraints(table.name)}


def test_only_the_index_of_words_is_kept_by_hand(app: Flask) -> None:
    del app
    found = inspect(db.engine)
    outside = set(found.get_table_names()) - set(Base.metadata.tables) - {"alembic_version"}
    if db.engine.dialect.name == "sqlite":
        assert outside == {one for one in schema.BY_HAND if one.startswith("case_index")}
        return
    by_hand = {str(one["name"]) for one in found.get_indexes("case_text")} & schema.BY_HAND
    assert (outside, by_hand) == (set(), {"ix_case_text_words"})


def test_there_is_one_newest_migration() -> None:
    assert len(ScriptDirectory.from_config(schema.configuration()).get_heads()) == 1
