"""A small fictional hall for tests: six matters, three counters."""

from __future__ import annotations

import msgspec

from hall.kernel.facts import (
    BoxItemFact,
    ClerkFact,
    CounterFact,
    FeelingReasonFact,
    FeelingsFact,
    GroupFact,
    HallFacts,
    HallRules,
    LoanItemFact,
    MaterialFact,
    MatterFact,
    SeriesFact,
    StaffFact,
)

RULES = HallRules()


def matter(
    matter_id: str, name: str, group: str, queue: str = "general", **more: object
) -> MatterFact:
    return msgspec.convert(
        {
            "id": matter_id,
            "plain_name": name,
            "plain_lines": (name,),
            "group": group,
            "queue": queue,
            "bereavement": False,
            "auto_grant": False,
            "minutes": 10,
            "materials": (
                MaterialFact(plain="身份证", copies=0, deferrable=False, shareable=False),
            ),
            **more,
        },
        type=MatterFact,
    )


FACTS = HallFacts(
    hall_id="hall-1",
    name="示例县行政服务中心",
    zone_name="老年人服务专区",
    phone="0370-0000000",
    timezone="Asia/Shanghai",
    opens="08:30",
    closes="17:30",
    guide_desk="咨询辅导台",
    digit_one="yao",
    series=(
        SeriesFact(id="zun", prefix="尊", priority="age_80", reading="尊老号"),
        SeriesFact(id="you", prefix="优", priority="claim", reading="优先号"),
        SeriesFact(id="lao", prefix="老", priority="age_60", reading="老年号"),
        SeriesFact(id="pu", prefix="普", priority="ordinary", reading="普通号"),
    ),
    counters=(
        CounterFact(
            id="c1", window_number=1, name="综合受理", serves=("general",), sound_zone="hall"
        ),
        CounterFact(
            id="c2",
            window_number=2,
            name="综合受理",
            serves=("general", "special"),
            sound_zone="hall",
        ),
        CounterFact(
            id="c3", window_number=3, name="专项受理", serves=("special",), sound_zone="hall"
        ),
    ),
    clerks=(
        ClerkFact(id="k1", name="李敏"),
        ClerkFact(id="k2", name="王芳"),
        ClerkFact(id="k3", name="赵强"),
    ),
    staff=(
        StaffFact(number="1001", name="李敏", badge="001", roles=("clerk",)),
        StaffFact(number="1002", name="周洁", badge="002", roles=("guide", "helper")),
        StaffFact(number="1003", name="郑伟", badge="003", roles=("manager",)),
    ),
    box_items=(
        BoxItemFact(id="plaster", name="创可贴", unit="盒"),
        BoxItemFact(id="glucose", name="葡萄糖口服液", unit="支"),
    ),
    loan_items=(
        LoanItemFact(id="chair-1", kind="wheelchair", name="轮椅1号"),
        LoanItemFact(id="glasses-1", kind="glasses", name="老花镜1号"),
    ),
    groups=(
        GroupFact(id="pension", name="养老金", icon="coins", examples=("领养老金", "换银行卡")),
        GroupFact(
            id="medical", name="看病医保", icon="first-aid", examples=("报医药费", "慢性病卡")
        ),
        GroupFact(id="other", name="看别的事", icon="dots-three", examples=("老年证", "老人去世")),
    ),
    matters=(
        matter("m-pension", "领养老金", "pension"),
        matter("m-card", "换银行卡收养老金", "pension"),
        matter("m-medical", "拿发票报医药费", "medical"),
        matter("m-special", "慢性病卡", "medical", queue="special"),
        matter("m-senior-card", "老年证", "other"),
        matter("m-death", "老人去世销户口", "other", bereavement=True),
    ),
    announcers={"hall": "board-1"},
    feelings=FeelingsFact(
        reasons=(
            FeelingReasonFact(id="waited", name="等得太久"),
            FeelingReasonFact(id="unclear", name="没说清楚"),
            FeelingReasonFact(id="unkind", name="态度不好"),
            FeelingReasonFact(id="papers", name="材料太多"),
            FeelingReasonFact(id="errands", name="跑了好几趟"),
            FeelingReasonFact(id="undone", name="事没办成"),
        ),
    ),
)
