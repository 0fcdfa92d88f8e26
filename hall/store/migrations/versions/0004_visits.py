"""Visits, their cases with papers and notices, and the registers of what follows later."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OPEN_VISIT = "state <> 'left'"
OPEN_ENTRY = "state <> 'settled'"


def upgrade() -> None:
    """Create the tables; who came before has no visit."""
    _visits()
    _cases()
    _registers()


def _visits() -> None:
    op.create_table(
        "visit",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("visit_id", sa.String(), nullable=False),
        sa.Column("day_id", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=True),
        sa.Column("visitor_id", sa.String(), nullable=True),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("earlier", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("owner_kind", sa.String(), nullable=True),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("owner_no", sa.Integer(), nullable=False),
        sa.Column("unowned_since", sa.String(), nullable=True),
        sa.Column("alarmed", sa.Boolean(), nullable=False),
        sa.Column("counter_id", sa.String(), nullable=True),
        sa.Column("station_id", sa.String(), nullable=False),
        sa.Column("began_at", sa.String(), nullable=False),
        sa.Column("began_seq", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("referred_to", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "visit_id"),
    )
    op.create_index("visit_of_case", "visit", ["hall_id", "case_id"], unique=False)
    op.create_index("visit_of_ticket", "visit", ["hall_id", "ticket_id"], unique=False)
    op.create_index("visit_of_visitor", "visit", ["hall_id", "visitor_id"], unique=False)
    op.create_index(
        "visit_open",
        "visit",
        ["hall_id", "began_seq"],
        unique=False,
        sqlite_where=sa.text(OPEN_VISIT),
        postgresql_where=sa.text(OPEN_VISIT),
    )
    op.create_table(
        "true_intention",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("visit_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("own_will", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "visit_id"),
    )
    op.create_index(
        "true_intention_of_case", "true_intention", ["hall_id", "case_id"], unique=False
    )


def _cases() -> None:
    op.create_table(
        "visit_case",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("social_relief", sa.Boolean(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=True),
        sa.Column("accepted_at", sa.String(), nullable=True),
        sa.Column("promised_on", sa.String(), nullable=True),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "case_id"),
    )
    op.create_index("visit_case_by_code", "visit_case", ["hall_id", "code"], unique=True)
    op.create_table(
        "case_item",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("plain", sa.String(), nullable=False),
        sa.Column("is_main", sa.Boolean(), nullable=False),
        sa.Column("deferrable", sa.Boolean(), nullable=False),
        sa.Column("promise_allowed", sa.Boolean(), nullable=False),
        sa.Column("shareable", sa.Boolean(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("fault", sa.String(), nullable=False),
        sa.Column("declined", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("due_on", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "case_id", "item_id"),
    )
    op.create_table(
        "case_holder",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("person_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "case_id", "person_key"),
    )
    op.create_index("case_holder_by_person", "case_holder", ["hall_id", "person_key"], unique=False)
    op.create_table(
        "case_notice",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("notice_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("visit_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("items", sa.String(), nullable=False),
        sa.Column("settled", sa.String(), nullable=False),
        sa.Column("could_have_been_said", sa.String(), nullable=False),
        sa.Column("issued_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "notice_id"),
    )
    op.create_index("case_notice_of_case", "case_notice", ["hall_id", "case_id"], unique=False)
    op.create_index("case_notice_of_visit", "case_notice", ["hall_id", "visit_id"], unique=False)
    op.create_index("case_notice_once", "case_notice", ["hall_id", "year", "ordinal"], unique=True)


def _registers() -> None:
    op.create_table(
        "register_entry",
        sa.Column("hall_id", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_on", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("settled_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "entry_id"),
    )
    op.create_index(
        "register_entry_of_case", "register_entry", ["hall_id", "case_id"], unique=False
    )
    op.create_index(
        "register_entry_open",
        "register_entry",
        ["hall_id", "due_on"],
        unique=False,
        sqlite_where=sa.text(OPEN_ENTRY),
        postgresql_where=sa.text(OPEN_ENTRY),
    )
