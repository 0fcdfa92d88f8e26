"""Papers and details that are kept of cases."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "kept_paper",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("blob_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("printed_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "blob_id"),
    )
    op.create_index("kept_paper_of_case", "kept_paper", ["hall_id", "case_id"])
    op.create_table(
        "kept_detail",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("blob_id", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "case_id", "detail"),
    )
