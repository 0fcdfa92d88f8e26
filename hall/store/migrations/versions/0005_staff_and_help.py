"""Staff who sign in, help under way and its timeline, things that are lent."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STANDING = (
    "state IN ('open', 'escalated') OR (state = 'acknowledged' AND kind IN ('unwell', 'accompany'))"
)
OUT = "returned_at IS NULL"


def upgrade() -> None:
    """Create the tables; help that somebody came to before this is over."""
    op.create_table(
        "staff_pin",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("staff_number", sa.String(), nullable=False),
        sa.Column("pin_hash", sa.String(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("locked_until_s", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "staff_number"),
    )
    op.create_table(
        "staff_session",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("station_id", sa.String(), nullable=False),
        sa.Column("staff_number", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "station_id"),
    )
    op.create_table(
        "help_moment",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("help_id", sa.String(), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "help_id", "line_no"),
    )
    op.create_table(
        "loan",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("loan_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=True),
        sa.Column("lent_at", sa.String(), nullable=False),
        sa.Column("returned_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "loan_id"),
    )
    op.create_index(
        "loan_out",
        "loan",
        ["hall_id", "item_id"],
        unique=True,
        sqlite_where=sa.text(OUT),
        postgresql_where=sa.text(OUT),
    )
    op.execute("UPDATE help_request SET state = 'finished' WHERE state = 'acknowledged'")
    with op.batch_alter_table("help_request", schema=None) as batch_op:
        batch_op.drop_index("help_open")
        batch_op.add_column(
            sa.Column("drill", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("helper", sa.String(), nullable=True))
        batch_op.create_index(
            "help_standing",
            ["hall_id"],
            unique=False,
            sqlite_where=sa.text(STANDING),
            postgresql_where=sa.text(STANDING),
        )
