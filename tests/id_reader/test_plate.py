"""Whose card lies there: every cell of the table, and the rules it must keep."""

from __future__ import annotations

from itertools import product

import pytest

from id_reader.sdt.plate import PLATE_TABLE, Plate, Say, Seen

CELLS = list(product(Plate, Seen))


def test_the_table_has_every_cell_and_no_other():
    assert set(PLATE_TABLE) == set(CELLS)


@pytest.mark.parametrize(("plate", "seen"), CELLS)
def test_every_cell_keeps_the_rules(plate, seen):
    after, say = PLATE_TABLE[plate, seen]
    if seen is Seen.GONE:
        assert after is Plate.EMPTY
        assert say is (Say.NOTHING if plate is Plate.EMPTY else Say.TAKEN)
    elif plate is Plate.LEFT_OVER:
        assert (after, say) == (Plate.LEFT_OVER, Say.NOTHING)
    elif seen is Seen.NEW_SESSION:
        assert after is (Plate.EMPTY if plate is Plate.EMPTY else Plate.LEFT_OVER)
        assert say is Say.NOTHING
    elif seen is Seen.OVERTAKEN:
        assert (after, say) == (Plate.LEFT_OVER, Say.NOTHING)
    elif seen is Seen.CARD_READ:
        assert after is Plate.READ
        assert say is (Say.NOTHING if plate is Plate.READ else Say.CARD)
    else:
        assert say is (Say.UNREADABLE if plate is Plate.EMPTY else Say.NOTHING)
