"""Visits at home, mailings, calls afterwards, and messages on their way out."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

VISITS = "state NOT IN ('done', 'cancelled')"
MAILINGS = "state IN ('to_send', 'sent', 'returned')"
CALLS = "state IN ('planned', 'due')"
MESSAGES = "state = 'queued'"


def upgrade() -> None:
    """Create the tables."""
    _table(
        "home_visit", "home_visit_id",
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("half", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("grounds", sa.String(), nullable=False),
        sa.Column("booked_at", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("result", sa.String(), nullable=True),
    )  # fmt: skip
    _index("home_visit_open", "home_visit", ["hall_id", "day"], VISITS)
    _table(
        "mailing", "mailing_id",
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("item_number", sa.String(), nullable=False),
        sa.Column("sent_at", sa.String(), nullable=True),
        sa.Column("ended_at", sa.String(), nullable=True),
    )  # fmt: skip
    _index("mailing_open", "mailing", ["hall_id"], MAILINGS)
    _table(
        "follow_up", "follow_up_id",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("closed_on", sa.String(), nullable=False),
        sa.Column("due_on", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("wish", sa.String(), nullable=True),
    )  # fmt: skip
    _index("follow_up_open", "follow_up", ["hall_id", "due_on"], CALLS)
    op.create_index("follow_up_of_case", "follow_up", ["hall_id", "case_id"])
    _table(
        "outbox", "message_id",
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("to_blob_id", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("queued_seq", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
    )  # fmt: skip
    _index("outbox_queued", "outbox", ["hall_id", "queued_seq"], MESSAGES)


def _table(
    name: str, key: str, *columns: sa.Column[str] | sa.Column[bool] | sa.Column[int]
) -> None:
    op.create_table(
        name,
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column(key, sa.String(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("hall_id", key),
    )


def _index(name: str, table: str, columns: list[str], condition: str) -> None:
    op.create_index(
        name,
        table,
        columns,
        sqlite_where=sa.text(condition),
        postgresql_where=sa.text(condition),
    )
