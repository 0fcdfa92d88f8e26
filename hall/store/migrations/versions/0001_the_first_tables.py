"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table of the hall."""
    op.create_table(
        "answer",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("command_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "command_id"),
    )
    op.create_table(
        "business_day",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("day_id", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "day_id"),
    )
    op.create_table(
        "counter",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("counter_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("clerk_id", sa.String(), nullable=True),
        sa.Column("ticket_id", sa.String(), nullable=True),
        sa.Column("call_no", sa.Integer(), nullable=False),
        sa.Column("called_at", sa.String(), nullable=True),
        sa.Column("started_at", sa.String(), nullable=True),
        sa.Column("call_seq", sa.Integer(), nullable=False),
        sa.Column("spoken", sa.Boolean(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("calls_made", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "counter_id"),
    )
    op.create_table(
        "credential",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("station_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_table(
        "device_report",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("station_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "station_id", "device_id"),
    )
    op.create_table(
        "due",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("due_id", sa.String(), nullable=False),
        sa.Column("due_s", sa.Float(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "due_id"),
    )
    with op.batch_alter_table("due", schema=None) as batch_op:
        batch_op.create_index("due_in_order", ["hall_id", "due_s", "due_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "seq"),
    )
    op.create_table(
        "help_request",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("help_id", sa.String(), nullable=False),
        sa.Column("station_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("requested_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "help_id"),
    )
    op.create_table(
        "place",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("steady_s", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id"),
    )
    op.create_table(
        "series_count",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("day_id", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "day_id", "series", "issuer"),
    )
    op.create_table(
        "ticket",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("day_id", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("behalf_of", sa.String(), nullable=True),
        sa.Column("visitor_id", sa.String(), nullable=False),
        sa.Column("station_id", sa.String(), nullable=False),
        sa.Column("taken_at", sa.String(), nullable=False),
        sa.Column("taken_seq", sa.Integer(), nullable=False),
        sa.Column("arrived_s", sa.Float(), nullable=False),
        sa.Column("front", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("place_s", sa.Float(), nullable=False),
        sa.Column("withheld", sa.Integer(), nullable=False),
        sa.Column("print_state", sa.String(), nullable=False),
        sa.Column("counter_id", sa.String(), nullable=True),
        sa.Column("call_no", sa.Integer(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("returns_in", sa.Integer(), nullable=True),
        sa.Column("where", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "ticket_id"),
    )
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.create_index("ticket_by_state", ["hall_id", "state"], unique=False)
        batch_op.create_index(
            "ticket_heads",
            ["hall_id", "day_id", "queue", "priority", "front", "tier", "place_s", "taken_seq"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting' AND withheld = 0"),
            postgresql_where=sa.text("state = 'waiting' AND withheld = 0"),
        )
        batch_op.create_index(
            "ticket_label_once", ["hall_id", "day_id", "series", "issuer", "ordinal"], unique=True
        )
        batch_op.create_index("ticket_number_once", ["hall_id", "day_id", "number"], unique=True)
        batch_op.create_index("ticket_of_visitor", ["hall_id", "visitor_id"], unique=False)

    op.create_table(
        "visitor",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("visitor_id", sa.String(), nullable=False),
        sa.Column("day_id", sa.String(), nullable=False),
        sa.Column("person_key", sa.String(), nullable=True),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("sex", sa.Integer(), nullable=False),
        sa.Column("age_band", sa.String(), nullable=False),
        sa.Column("needs", sa.String(), nullable=False),
        sa.Column("claims", sa.String(), nullable=False),
        sa.Column("card_expired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "visitor_id"),
    )
    with op.batch_alter_table("visitor", schema=None) as batch_op:
        batch_op.create_index(
            "visitor_by_person", ["hall_id", "day_id", "person_key"], unique=False
        )
