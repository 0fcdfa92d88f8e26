"""Drawn pages into a capture session: QVideoFrameInput in the place of a camera, with MJPEG."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
)

from document_camera.attached import Attachment
from document_camera.offers import Format, Offer
from document_camera.qt_source import Feeder
from document_camera.simulated.faults import Faults, after
from document_camera.simulated.painter import Painter
from document_camera.simulated.stage import Stage

NAME = "USB Document Camera"
DESK, FACE = "/dev/video-desk", "/dev/video-face"
"""Two cameras of the same name in one housing, as many makers build them."""
ATTACHED = {
    DESK: Attachment("1b17:0211", "A4-001", "1-1.2", 0, NAME, ("/dev/v4l/by-id/usb-A4-index0",)),
    FACE: Attachment("1b17:0211", "A4-001", "1-1.3", 0, NAME, ("/dev/v4l/by-id/usb-face-index0",)),
}


class QtFeed(Feeder):
    """Two simulated cameras: a fine one over the desk, a coarse one that sees the wall."""

    _news = Signal(object)
    _drawn = Signal(int, bytes)

    def __init__(self, fonts: Path, width_px: int, pipe: int) -> None:
        super().__init__()
        height_px = width_px * 3 // 4
        self._formats = (
            Format("other", width_px, height_px, 2.0),
            Format("jpeg", 640, 480, 30.0),
            Format("jpeg", width_px, height_px, 10.0),
            Format("jpeg", width_px // 2, height_px // 2, 25.0),
        )
        self._faults = Faults()
        self._input: QVideoFrameInput | None = None
        self._frames: QVideoFrameFormat | None = None
        self._opening = 0
        self._tried = 0
        self._news.connect(self._heard)
        self._drawn.connect(self._send)
        self._painter = Painter(Stage(fonts), self._drawn.emit)
        self._painter.start()
        threading.Thread(target=self._listen, args=(pipe,), daemon=True).start()

    def offers(self) -> tuple[Offer, ...]:
        """Offer both while they are plugged in."""
        if not self._faults.plugged:
            return ()
        coarse = (Format("jpeg", 640, 480, 30.0),)
        return (Offer(FACE, NAME, coarse), Offer(DESK, NAME, self._formats))

    def attachments(self) -> dict[str, Attachment]:
        """Pretend that they hang at two sockets."""
        return ATTACHED

    def attach(self, session: QMediaCaptureSession, offer: Offer, form: Format) -> None:
        """Let a camera's pictures into the session, or refuse."""
        refusal = self._refusal()
        if refusal:
            QTimer.singleShot(0, self, lambda: self.refused.emit(refusal))
            return
        frames = QVideoFrameFormat(
            QSize(form.width_px, form.height_px), QVideoFrameFormat.PixelFormat.Format_Jpeg
        )
        self._input, self._frames = QVideoFrameInput(frames), frames
        session.setVideoFrameInput(self._input)
        self._opening += 1
        self._painter.paint(self._opening, form, bare=offer.id == FACE)

    def detach(self) -> None:
        """Send nothing more."""
        self._painter.rest()
        feed, self._input = self._input, None
        if feed is not None:
            feed.deleteLater()

    def _refusal(self) -> str:
        faults = self._faults
        if faults.busy:
            self._faults = replace(faults, busy=faults.busy - 1)
            return "busy"
        if faults.refusals:
            # All formats of the camera are tried for one opening.
            self._tried = (self._tried + 1) % len(self._formats)
            if self._tried == 0:
                self._faults = replace(faults, refusals=faults.refusals - 1)
            return "refused"
        return ""

    def _send(self, opening: int, jpeg: bytes) -> None:
        if self._input is None or self._frames is None or opening != self._opening:
            return
        frame = QVideoFrame(self._frames)
        if frame.map(QVideoFrame.MapMode.WriteOnly):
            memoryview(frame.bits(0)).cast("B")[: len(jpeg) + 2] = jpeg + b"\0\0"
            frame.unmap()
            self._input.sendVideoFrame(frame)

    def _heard(self, line: Mapping[str, Any]) -> None:
        before = self._faults
        if "state" in line:
            faults = Faults(**line["state"])
        else:
            faults = after(before, line["word"], line["arguments"])
        self._faults = faults
        self._painter.show(faults)
        if before.plugged != faults.plugged:
            self.changed.emit()
        elif self._input is not None and (refusal := self._refusal()):
            self.refused.emit(refusal)  # another program has taken it

    def _listen(self, pipe: int) -> None:
        with os.fdopen(pipe, encoding="utf-8") as lines:
            for line in lines:
                self._news.emit(json.loads(line))
