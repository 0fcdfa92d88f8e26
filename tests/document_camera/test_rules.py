"""Which camera is meant, in which format, and how it is: rules without a device."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from devices.ports import DeviceStatus, Fault, Offline, Ready, UserError
from document_camera.attached import Attachment, attachments
from document_camera.driver import build
from document_camera.health import PictureWatch
from document_camera.keeper import CameraKeeper
from document_camera.messages import (
    BadMessage,
    Look,
    NoPage,
    SetUp,
    Take,
    Watch,
    asks,
    packed,
    says,
)  # fmt: skip
from document_camera.offers import Format, Offer, chosen, formats_in_order, wanted_by
from document_camera.plugged import unconfigured_cameras
from document_camera.simulated.faults import Faults, after
from document_camera.still import Still, whole_jpeg

MJPEG_8, MJPEG_5 = Format("jpeg", 3264, 2448, 15), Format("jpeg", 2592, 1944, 30)
MJPEG_16, MJPEG_1 = Format("jpeg", 4656, 3496, 10), Format("jpeg", 1280, 720, 30)
SLOW_8, RAW_8 = Format("jpeg", 3264, 2448, 5), Format("other", 3264, 2448, 2)
RAW_1 = Format("other", 1280, 720, 10)
DESK = Offer("/dev/video0", "USB Camera", (MJPEG_5, RAW_8, MJPEG_8))
FACE = Offer("/dev/video2", "USB Camera", (MJPEG_1,))
ATTACHED = {
    "/dev/video0": Attachment(
        "1b17:0211", "A4-1", "1-1.2", 0, "USB Camera", ("/dev/v4l/by-path/desk",)
    ),
    "/dev/video2": Attachment(
        "1b17:0211", "A4-1", "1-1.3", 0, "USB Camera", ("/dev/v4l/by-path/face",)
    ),
}


@pytest.mark.parametrize(
    ("formats", "first"),
    [
        ((MJPEG_5, RAW_8, MJPEG_8), MJPEG_8),
        ((MJPEG_16, MJPEG_8, MJPEG_5), MJPEG_8),  # 16 MP is more than A4 at 300 dpi needs
        ((RAW_8, SLOW_8, MJPEG_1), SLOW_8),
        ((RAW_8, MJPEG_1), RAW_8),  # two pictures a second are better than a page nobody can read
        ((RAW_1, MJPEG_1), MJPEG_1),
        ((RAW_1,), RAW_1),
        ((MJPEG_16,), MJPEG_16),
    ],
)
def test_the_format_is_mjpeg_as_fine_and_quick_as_a_page_needs(formats, first):
    assert formats_in_order(Offer("x", "x", formats))[0] == first


def test_a4_at_200_dpi_is_what_makes_a_format_good():
    assert Format("jpeg", 2339, 1654, 10).is_good
    assert not Format("jpeg", 1920, 1080, 30).is_good


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("usb-camera://any", DESK),
        ("usb-camera:///dev/video2", FACE),
        ("usb-camera:///dev/v4l/by-path/face", FACE),
        ("usb-camera://any?port=1-1.3", FACE),
        ("usb-camera://1B17:0211?port=1-1.2", DESK),
        ("usb-camera://any?serial=A4-1", DESK),
        ("usb-camera://any?name=USB", DESK),
        ("usb-camera://any?name=USB&port=1-1.3", FACE),
        ("usb-camera://any?index=1", None),
        ("usb-camera://0000:0001", None),
        ("usb-camera:///dev/video7", None),
    ],
)
def test_two_cameras_of_one_name_are_told_apart(address, meant):
    for order in ((DESK, FACE), (FACE, DESK)):
        assert chosen(order, wanted_by(address), ATTACHED) == meant


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("usb://0400:c35a", "is no camera: write usb-camera://any"),
        ("usb-camera://elsewhere", "must be 'any' or vendor:product in hex"),
        ("usb-camera://any?socket=1", "is not found by 'socket'"),
        ("usb-camera://any?index=first", "must be a whole number"),
    ],
)
def test_an_address_that_cannot_be_meant_is_refused_with_a_sentence(address, sentence):
    with pytest.raises(ValueError, match=sentence):
        build(lambda: pytest.fail("nothing is opened"), {"address": address})


@pytest.mark.parametrize(
    ("options", "sentence"), [({"head": "up"}, "one of: left, top"), ({"haed": 1}, "no option")]
)
def test_an_option_that_cannot_be_meant_is_refused_with_a_sentence(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        build(lambda: pytest.fail("nothing is opened"), options)


def test_where_a_camera_hangs_is_read_from_the_system(tmp_path: Path):
    usb = tmp_path / "devices" / "usb1" / "1-1" / "1-1.2"
    (usb / "1-1.2:1.0" / "video4linux" / "video4").mkdir(parents=True)
    for name, text in (("idVendor", "1B17"), ("idProduct", "0211"), ("serial", "A4-7")):
        (usb / name).write_text(f"{text}\n", encoding="utf-8")
    node = tmp_path / "class" / "video4"
    node.mkdir(parents=True)
    (node / "device").symlink_to(usb / "1-1.2:1.0")
    (node / "index").write_text("0\n", encoding="utf-8")
    (node / "name").write_text("A4 Cam\n", encoding="utf-8")
    names = tmp_path / "v4l" / "by-path"
    names.mkdir(parents=True)
    (names / "pci-usb-1.2-index0").symlink_to("../../video4")

    at = attachments(tmp_path / "class", tmp_path / "v4l")

    link = str(names / "pci-usb-1.2-index0")
    assert at == {"/dev/video4": Attachment("1b17:0211", "A4-7", "1-1.2", 0, "A4 Cam", (link,))}
    assert attachments(tmp_path / "nothing", tmp_path / "nothing") == {}


@pytest.mark.parametrize(
    ("configured", "left"),
    [
        ((), ["usb-camera:///dev/v4l/by-path/desk", "usb-camera:///dev/v4l/by-path/face"]),
        (("usb-camera:///dev/video0",), ["usb-camera:///dev/v4l/by-path/face"]),
        (("usb-camera://any?port=1-1.3",), ["usb-camera:///dev/v4l/by-path/desk"]),
        (("usb-camera://any", "usb-camera://any", "sim://camera", "usb://0400:c35a"), []),
    ],
)
def test_an_installer_is_told_of_a_camera_that_no_station_file_names(configured, left):
    about = Attachment("1b17:0211", "A4-1", "1-1.2", 1, "USB Camera", ())
    found = unconfigured_cameras(configured, {**ATTACHED, "/dev/video1": about})
    assert [thing.address for thing in found] == left


def test_the_same_picture_for_three_seconds_is_a_hung_camera_and_a_cap_is_black():
    watch = PictureWatch()
    assert [watch.saw(7, 120, 40, at_s) for at_s in (0.0, 1.0, 2.9, 3.0)] == [
        "fine", "fine", "fine", "same",
    ]  # fmt: skip
    assert watch.saw(8, 120, 40, 3.1) == "fine"
    assert [watch.saw(n, 3, 0.7, 4.0 + n / 2) for n in range(5)] == [
        "fine", "fine", "fine", "black", "black",
    ]  # fmt: skip
    assert watch.saw(9, 3, 30, 7.0) == "fine", "a dark desk with a white paper is no cap"


class Cable:
    """What a machine's cameras do, by hand; every opening is noted."""

    def __init__(self, *offers: Offer) -> None:
        self.plugged: tuple[Offer, ...] = offers
        self.opened: list[Format] = []
        self.is_open = False

    def offers(self) -> tuple[Offer, ...]:
        return self.plugged

    def open(self, offer: Offer, form: Format) -> None:
        assert offer in self.plugged
        self.opened.append(form)
        self.is_open = True

    def close(self) -> None:
        self.is_open = False


class Kept:
    """A keeper with a cable and a clock in the hands of the test."""

    def __init__(self, *offers: Offer) -> None:
        self.cable = Cable(*offers)
        self.now_s = 100.0
        self.told: list[DeviceStatus] = []
        self.lost = 0
        self.keeper = CameraKeeper(self.cable, self.told.append, self._lose, lambda: self.now_s)
        self.keeper.mean(lambda found: found[0] if found else None)

    def _lose(self) -> None:
        self.lost += 1

    def pass_s(self, seconds: float) -> None:
        self.now_s += seconds
        self.keeper.tick()


def test_without_a_camera_that_is_told_and_one_that_is_plugged_in_is_opened():
    kept = Kept()
    kept.keeper.watch(True)
    assert kept.told == [Offline("no_camera")]
    kept.cable.plugged = (DESK,)
    kept.keeper.changed()
    assert kept.told[-1] == Ready()
    assert kept.cable.opened == [MJPEG_8]


def test_a_format_that_is_refused_is_followed_by_the_next_and_at_the_end_it_is_told():
    kept = Kept(DESK)
    kept.keeper.watch(True)
    for _ in range(3):
        kept.keeper.refused("refused")
    assert kept.cable.opened == [MJPEG_8, MJPEG_5, RAW_8]
    assert kept.told == [Ready(), Fault("refused")]
    kept.pass_s(2.1)
    kept.keeper.picture("fine")
    assert kept.told[-1] == Ready()


def test_a_busy_camera_is_asked_again_every_two_seconds_in_its_best_format():
    kept = Kept(DESK)
    kept.keeper.watch(True)
    kept.keeper.refused("busy")
    assert kept.told[-1] == Offline("busy")
    kept.pass_s(2.1)
    assert kept.cable.opened == [MJPEG_8, MJPEG_8]


def test_a_camera_without_a_fine_format_works_and_says_that_it_is_coarse():
    kept = Kept(FACE)
    assert kept.told == [UserError("coarse")]
    kept.keeper.watch(True)
    kept.keeper.picture("fine")
    assert kept.told == [UserError("coarse")]


@pytest.mark.parametrize(
    ("broken", "status"), [(False, Offline("silent")), (True, Fault("damaged_picture"))]
)
def test_three_seconds_without_a_whole_picture_are_silence(broken, status):
    kept = Kept(DESK)
    kept.keeper.watch(True)
    kept.keeper.picture("fine")
    kept.pass_s(2.9)
    if broken:
        kept.keeper.broken_frame()
    assert kept.told[-1] == Ready()
    kept.pass_s(0.2)
    assert kept.told[-1] == status
    assert not kept.cable.is_open
    assert kept.lost


def test_whoever_looks_no_more_lets_the_camera_go_and_its_fault_is_no_longer_told():
    kept = Kept(DESK)
    kept.keeper.watch(True)
    kept.keeper.picture("same")
    kept.keeper.watch(False)
    assert kept.told == [Ready(), Fault("frozen"), Ready()]
    assert not kept.cable.is_open
    kept.pass_s(10)
    assert not kept.cable.is_open


def test_a_message_arrives_whole_however_it_was_chopped():
    look = Look("good", bytes(range(256)) * 30, 64, 40, ((0.1, 0.2),) * 4)
    stream = packed(look) + packed(NoPage(3, "blur"))
    for size in (1, 7, 4096):
        unpacker = says()
        heard = [
            m for at in range(0, len(stream), size) for m in unpacker.feed(stream[at : at + size])
        ]
        assert heard == [look, NoPage(3, "blur")]
    words = SetUp("usb-camera://any", "left"), Watch(), Take(1, True)
    assert list(asks().feed(b"".join(packed(word) for word in words))) == list(words)


@pytest.mark.parametrize("nonsense", [b"\xff" * 8, b"\0\0\0\4abcd", packed(Watch())])
def test_nonsense_on_the_pipe_is_refused(nonsense):
    with pytest.raises(BadMessage):
        list(says().feed(nonsense))


def test_a_jpeg_without_its_end_is_no_picture_and_what_follows_the_end_is_dropped():
    whole = b"\xff\xd8" + b"head\xff\xd9thumbnail" + b"\xff\xda" + b"picture" + b"\xff\xd9"
    assert whole_jpeg(whole + b"\0" * 99 + b"\xff\xd9") == whole
    for cut in (0, 2, 12, len(whole) - 1):
        assert whole_jpeg(whole[:cut]) == b""
    with pytest.raises(ValueError, match="none"):
        Still(4, 4, jpeg=b"\xff\xd8\xff\xda\xff\xd9").small()


@pytest.mark.parametrize(
    ("word", "arguments", "sentence"),
    [
        ("put_pgae", {}, "does not know"),
        ("put_page", {"defect": "torn"}, "no defect 'torn'"),
        ("black", {"times": 1}, "takes nothing"),
        ("busy", {"times": -1}, "whole number"),
        ("busy", {"often": 1}, "only 'times'"),
    ],
)
def test_a_word_the_simulator_cannot_mean_is_refused(word, arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        after(Faults(), word, arguments)


def test_a_page_stays_under_the_camera_when_its_faults_are_forgotten():
    state = after(after(Faults(), "put_page", {"name": "letter"}), "freeze", {})
    assert after(state, "speak", {}) == Faults("letter")


def test_a_picture_and_a_page_never_show_what_they_hold():
    from devices.camera_port import PageTaken, Picture, Seen

    seen = Seen("good", Picture(b"secret", 1, 2), ((0.25, 0.75),))
    page = PageTaken(b"secret", 10, 20, 200, ((0.25, 0.75),))
    assert "secret" not in f"{seen!r}{page!r}"
    assert "0.75" not in f"{seen!r}{page!r}"
    assert os.linesep not in repr(page)
