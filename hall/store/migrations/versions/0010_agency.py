"""Mandates, what was handed over, how they went, and whose card finds them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_Kind = type[sa.String] | type[sa.Integer] | type[sa.Boolean]
OPEN = sa.text("state <> 'closed'")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "mandate",
        *_columns("hall_id", "mandate_id"),
        *_columns("year", "ordinal", kind=sa.Integer),
        *_columns("kind", "state", "matter_ids", "agent_number"),
        *_columns("asked_alone", kind=sa.Boolean),
        *_columns("signer", "term_on", "opened_at"),
        *_columns("case_id", nullable=True),
        *_columns("signed_by", "signed_how", "report_state", "report_for"),
        *_columns("report_due_on", "next_try_on", nullable=True),
        *_columns("tries", "report_no", kind=sa.Integer),
        *_columns("reported_at", nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "mandate_id"),
    )
    op.create_index("mandate_once", "mandate", ["hall_id", "year", "ordinal"], unique=True)
    op.create_index(
        "mandate_open",
        "mandate",
        ["hall_id", "opened_at"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_table(
        "mandate_original",
        *_columns("hall_id", "mandate_id"),
        *_columns("place", kind=sa.Integer),
        *_columns("matter_id", "plain"),
        *_columns("count", kind=sa.Integer),
        *_columns("form", "state", "taken_at"),
        *_columns("given_back_at", "lost_at", "explain_by", nullable=True),
        *_columns("late", kind=sa.Boolean),
        *_columns("outcome"),
        sa.PrimaryKeyConstraint("hall_id", "mandate_id", "place"),
    )
    op.create_table(
        "mandate_moment",
        *_columns("hall_id", "mandate_id"),
        *_columns("line_no", kind=sa.Integer),
        *_columns("at", "what", "by"),
        sa.PrimaryKeyConstraint("hall_id", "mandate_id", "line_no"),
    )
    op.create_table(
        "mandate_principal",
        *_columns("hall_id", "mandate_id", "person_key"),
        sa.PrimaryKeyConstraint("hall_id", "mandate_id"),
    )
    op.create_index(
        "mandate_by_person", "mandate_principal", ["hall_id", "person_key", "mandate_id"]
    )


def _columns(*names: str, kind: _Kind = sa.String, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=nullable) for name in names]
