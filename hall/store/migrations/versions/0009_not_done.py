"""What could not be done: its number, its owner and its days."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TEXTS = (
    "number", "channel", "source_id", "opened_at", "opened_on", "state", "matter_id", "group_id",
    "counter_id", "ticket_id", "reason", "owner", "due_on", "referred_to", "result", "settled_on",
    "reply", "replied_on", "satisfaction", "note_blob_id", "archived_on",
)  # fmt: skip
COUNTS = ("year", "ordinal", "came_times", "repeat_no")


def upgrade() -> None:
    """Create the register."""
    op.create_table(
        "not_done",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS),
        *(sa.Column(name, sa.String(), nullable=False) for name in TEXTS),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "id"),
    )
    op.create_index("not_done_number", "not_done", ["hall_id", "year", "ordinal"], unique=True)
    op.create_index("not_done_source", "not_done", ["hall_id", "source_id"])
    op.create_index("not_done_note", "not_done", ["hall_id", "note_blob_id"])
    op.create_index("not_done_of_month", "not_done", ["hall_id", "opened_on"])
    op.create_index("not_done_alike", "not_done", ["hall_id", "reason", "matter_id", "group_id"])
    is_open = sa.text("state <> 'archived'")
    op.create_index(
        "not_done_open",
        "not_done",
        ["hall_id", "due_on"],
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
