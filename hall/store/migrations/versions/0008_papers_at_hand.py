"""What was said and printed of a case, calls about an entry, days that come near, open records."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WARNED = "warned"
RECORD_DUE = "record_due"


def upgrade() -> None:
    """Add the columns; of what happened before nothing is known."""
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("own_will", sa.Boolean(), nullable=True))
    with op.batch_alter_table("visit_case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("papers", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("answer_by", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("warned", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.create_index(
            "visit_case_near",
            ["hall_id"],
            unique=False,
            sqlite_where=sa.text(WARNED),
            postgresql_where=sa.text(WARNED),
        )
    with op.batch_alter_table("register_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("calls", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("called_at", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("call_outcome", sa.String(), nullable=False, server_default="")
        )
    with op.batch_alter_table("help_request", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("record_due", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.create_index(
            "help_record_due",
            ["hall_id"],
            unique=False,
            sqlite_where=sa.text(RECORD_DUE),
            postgresql_where=sa.text(RECORD_DUE),
        )
