"""The medicine box and its dates; of what matter a paper is asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INSIDE = "state != 'gone'"


def upgrade() -> None:
    """Create the table, and the column beside what help is asked for."""
    op.create_table(
        "box_batch",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("expires_on", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("checked_by", sa.String(), nullable=False),
        sa.Column("checked_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "batch_id"),
    )
    op.create_index(
        "box_inside",
        "box_batch",
        ["hall_id"],
        sqlite_where=sa.text(INSIDE),
        postgresql_where=sa.text(INSIDE),
    )
    with op.batch_alter_table("help_request", schema=None) as batch_op:
        batch_op.add_column(sa.Column("matter_id", sa.String(), nullable=True))
