"""How it was."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "feeling",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("counter_id", sa.String(), nullable=False),
        sa.Column("service_date", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("given_at", sa.String(), nullable=False),
        sa.Column("given_s", sa.Float(), nullable=False),
        sa.Column("corrected", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("waits", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "ticket_id"),
    )
    op.create_index("feeling_by_date", "feeling", ["hall_id", "service_date"])
    waits = sa.text("waits = 1")
    op.create_index(
        "feeling_waits",
        "feeling",
        ["hall_id", "given_at"],
        sqlite_where=waits,
        postgresql_where=waits,
    )
