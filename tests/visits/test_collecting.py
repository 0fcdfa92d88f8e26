"""People who only collect something have a short row of numbers of their own."""

import msgspec
import pytest

from hall.kernel.facts import CounterFact, SeriesFact
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import local_telling, remote_telling

COLLECTING = msgspec.structs.replace(
    FACTS,
    matters=(*FACTS.matters, matter("m-collect", "领证", "other", queue="collect")),
    series=(
        *FACTS.series,
        SeriesFact(id="ling", prefix="领", queue="collect", reading="领证号"),
    ),
    counters=(
        *FACTS.counters,
        CounterFact(id="c4", window_number=4, name="发证", serves=("collect",), sound_zone="hall"),
    ),
)


@pytest.mark.parametrize("open_one", [local_telling, remote_telling])
def test_whoever_only_collects_waits_in_a_short_row_whatever_their_class(tmp_path, open_one):
    with open_one(tmp_path, {}, COLLECTING) as hall:
        hall.ticket("m-pension")
        numbers = [
            hall.ticket("m-collect", band=band).number for band in ("60_79", "80_plus", "under_60")
        ]
        assert numbers == ["领001", "领002", "领003"]
        hall.opens("c1", "c4")
        assert hall.calls("c4").ticket.number == "领002"  # 80 and over still come first
        assert hall.calls("c1").ticket.number == "老001"
