"""Whose card opens which case is found by the card, also where thousands of cases are open."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the index hold what is asked: else SQLite reads the whole table instead."""
    op.drop_index("case_holder_by_person", "case_holder")
    op.create_index("case_holder_by_person", "case_holder", ["hall_id", "person_key", "case_id"])
