"""Plans by two clocks and in order, days in order, the age class of a ticket, open requests."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WAITING = "state = 'waiting' AND withheld = 0"
OPEN = "state <> 'acknowledged'"


def upgrade() -> None:
    """Add the columns; what was planned before keeps its time of day."""
    with op.batch_alter_table("due", schema=None) as batch_op:
        batch_op.drop_index("due_in_order")
        batch_op.add_column(
            sa.Column("steady", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("planned_seq", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.create_index(
            "due_in_order", ["hall_id", "steady", "due_s", "planned_seq", "due_id"], unique=False
        )
    with op.batch_alter_table("business_day", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("opened_seq", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.create_index("business_day_in_order", ["hall_id", "opened_seq"], unique=False)
    op.execute(
        "UPDATE business_day SET opened_seq = (SELECT count(*) FROM business_day AS earlier "
        "WHERE earlier.hall_id = business_day.hall_id "
        "AND earlier.opened_at <= business_day.opened_at)"
    )
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_index("ticket_heads")
        batch_op.add_column(
            sa.Column("age_band", sa.String(), nullable=False, server_default="under_60")
        )
        batch_op.create_index(
            "ticket_heads",
            ["hall_id", "queue", "priority", "front", "tier", "place_s", "taken_seq"],
            unique=False,
            sqlite_where=sa.text(WAITING),
            postgresql_where=sa.text(WAITING),
        )
    op.execute(
        "UPDATE ticket SET age_band = CASE priority "
        "WHEN 'age_80' THEN '80_plus' WHEN 'age_60' THEN '60_79' ELSE 'under_60' END"
    )
    with op.batch_alter_table("help_request", schema=None) as batch_op:
        batch_op.create_index(
            "help_open",
            ["hall_id"],
            unique=False,
            sqlite_where=sa.text(OPEN),
            postgresql_where=sa.text(OPEN),
        )
