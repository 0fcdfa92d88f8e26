"""Runs migrations on the connection handed in by hall.store.engine."""

from alembic import context
from sqlmodel import SQLModel

from hall.calls import rows as _calls  # noqa: F401 - the import declares the tables
from hall.care.follow_up import rows as _follow_up  # noqa: F401
from hall.care.home_visits import rows as _home_visits  # noqa: F401
from hall.care.mail import rows as _mail  # noqa: F401
from hall.help import rows as _help  # noqa: F401
from hall.kernel import outbox as _outbox  # noqa: F401
from hall.kernel import rows as _kernel  # noqa: F401
from hall.tickets import rows as _tickets  # noqa: F401
from hall.tickets import visitors as _visitors  # noqa: F401
from hall.visits import rows as _visits  # noqa: F401

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
context.run_migrations()
