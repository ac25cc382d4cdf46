"""Alembic's entry: the models' metadata against the database of the settings."""

from alembic import context
from sqlalchemy import Connection, create_engine

from foundation import schema
from foundation.database import Base, prepare_engine

target_metadata = Base.metadata


def run(connection: Connection) -> None:
    """Run the migrations on an open connection."""
    context.configure(
        connection=connection,
        target_metadata=target_metadata,
        render_as_batch=True,
        include_object=schema.is_of_the_models,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "")
    prepare_engine(engine)
    with engine.connect() as opened:
        run(opened)
        opened.commit()
