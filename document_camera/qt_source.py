"""QtMultimedia: the cameras of this machine, and their pictures. It lives in the camera process.

Qt's objects belong to the main thread of that process. A picture leaves it as a QVideoFrame, which
may be read anywhere; copying and decoding are done by whoever looks.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from document_camera.attached import Attachment, attachments
from document_camera.eye import Load
from document_camera.keeper import Refusal
from document_camera.offers import Format, Offer, Pixels
from document_camera.still import Still, whole_jpeg

JPEG = QVideoFrameFormat.PixelFormat.Format_Jpeg
TICK_MS = 200
USUAL_JPEG_BYTES = 4 << 20
"""Some backends hand out a buffer for the unpacked picture; its rest is not copied for nothing."""
BUSY_WORDS = ("busy", "in use", "ebusy")
"""What Qt's backends write where another program holds the camera; there is no code for it."""


def own_application() -> QCoreApplication:
    """Return the application of the camera process; it has no window and needs no screen."""
    return QCoreApplication([])


class Feeder(QObject):
    """Where frames come from: a machine's cameras, or simulated ones. `refused` says why."""

    changed = Signal()
    refused = Signal(str)

    def offers(self) -> tuple[Offer, ...]:
        """Return the cameras that are plugged in, each with its formats."""
        raise NotImplementedError

    def attachments(self) -> dict[str, Attachment]:
        """Return how each camera hangs on the machine, by its id."""
        raise NotImplementedError

    def attach(self, session: QMediaCaptureSession, offer: Offer, form: Format) -> None:
        """Let a camera deliver into a session; what goes wrong is told by `refused`, later."""
        raise NotImplementedError

    def detach(self) -> None:
        """Close the camera; its session is thrown away."""
        raise NotImplementedError


class CameraFeeder(Feeder):
    """The cameras Qt finds on this machine."""

    def __init__(self) -> None:
        super().__init__()
        self._devices = QMediaDevices()
        self._devices.videoInputsChanged.connect(self.changed)
        self._camera: QCamera | None = None

    def offers(self) -> tuple[Offer, ...]:
        """Ask Qt; a camera that is asleep is in its list too."""
        return tuple(
            Offer(_id_of(device), device.description(), tuple(map(_format, device.videoFormats())))
            for device in QMediaDevices.videoInputs()
        )

    def attachments(self) -> dict[str, Attachment]:
        """Ask the system."""
        return attachments()

    def attach(self, session: QMediaCaptureSession, offer: Offer, form: Format) -> None:
        """Open it in this format, with its own focus."""
        device = next((d for d in QMediaDevices.videoInputs() if _id_of(d) == offer.id), None)
        if device is None or not _may_be_read(offer.id):
            QTimer.singleShot(0, self, lambda: self.refused.emit("refused"))
            return
        camera = QCamera(device)
        wanted = next((f for f in device.videoFormats() if _format(f) == form), None)
        if wanted is not None:
            camera.setCameraFormat(wanted)
        if camera.isFocusModeSupported(QCamera.FocusMode.FocusModeAutoNear):
            camera.setFocusMode(QCamera.FocusMode.FocusModeAutoNear)
        camera.errorOccurred.connect(self._failed)
        session.setCamera(camera)
        self._camera = camera
        camera.start()

    def detach(self) -> None:
        """Stop it and let it go."""
        camera, self._camera = self._camera, None
        if camera is None:
            return
        camera.errorOccurred.disconnect(self._failed)
        camera.stop()
        camera.deleteLater()

    def _failed(self, error: QCamera.Error, text: str) -> None:
        if error != QCamera.Error.NoError:
            words = text.lower()
            self.refused.emit("busy" if any(w in words for w in BUSY_WORDS) else "refused")


class QtSource(QObject):
    """A Source of document_camera.keeper: a capture session and a sink for each opening."""

    def __init__(self, feeder: Feeder, on_frame: Callable[[Load], None]) -> None:
        super().__init__()
        self._feeder = feeder
        self._on_frame = on_frame
        self._open: tuple[QMediaCaptureSession, QVideoSink] | None = None

    def offers(self) -> tuple[Offer, ...]:
        """Return the cameras that are plugged in now."""
        return self._feeder.offers()

    def open(self, offer: Offer, form: Format) -> None:
        """Begin to deliver."""
        self.close()
        session, sink = QMediaCaptureSession(), QVideoSink()
        sink.videoFrameChanged.connect(self._came)
        session.setVideoSink(sink)
        self._open = (session, sink)
        self._feeder.attach(session, offer, form)

    def close(self) -> None:
        """Deliver no more."""
        if self._open is None:
            return
        (session, sink), self._open = self._open, None
        sink.videoFrameChanged.disconnect(self._came)
        self._feeder.detach()
        session.deleteLater()
        sink.deleteLater()

    def _came(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            kept = QVideoFrame(frame)
            self._on_frame(lambda: still_of(kept))


class Reins(QObject):
    """Brings what other threads want into the main thread, and beats the time there."""

    wanted = Signal(object)

    def __init__(self, tick: Callable[[], None]) -> None:
        super().__init__()
        self.wanted.connect(self._do)
        self._timer = QTimer()
        self._timer.timeout.connect(tick)
        self._timer.start(TICK_MS)

    def do(self, deed: Callable[[], None]) -> None:
        """Do something in the main thread, soon. Any thread may call."""
        self.wanted.emit(deed)

    def _do(self, deed: Callable[[], None]) -> None:
        deed()


def still_of(frame: QVideoFrame) -> Still:
    """Copy a frame. Raises ValueError when a part of it is missing."""
    if frame.pixelFormat() == JPEG:
        return Still(frame.width(), frame.height(), jpeg=_jpeg_of(frame))
    image = frame.toImage()
    if image.isNull():
        raise ValueError("a picture that is none")
    image = image.convertToFormat(QImage.Format.Format_BGR888)
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    data = bytes(image.constBits())
    if stride != 3 * width:
        data = b"".join(data[row * stride : row * stride + 3 * width] for row in range(height))
    return Still(width, height, bgr=data)


def _jpeg_of(frame: QVideoFrame) -> bytes:
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        raise ValueError("a picture that cannot be read")
    try:
        for size in (USUAL_JPEG_BYTES, frame.mappedBytes(0)):
            jpeg = whole_jpeg(bytes(frame.bits(0)[:size]))
            if jpeg:
                return jpeg
    finally:
        frame.unmap()
    raise ValueError("a picture without its end")


def _id_of(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")


def _format(form: QCameraFormat) -> Format:
    size = form.resolution()
    pixels: Pixels = "jpeg" if form.pixelFormat() == JPEG else "other"
    return Format(pixels, size.width(), size.height(), round(form.maxFrameRate(), 1))


def _may_be_read(node: str) -> bool:
    """Say whether this user may open the camera; where it is no node, the system will say."""
    return not node.startswith("/dev/") or os.access(node, os.R_OK | os.W_OK)


def refusal_of(word: str) -> Refusal:
    """Return a feeder's word as a refusal."""
    return "busy" if word == "busy" else "refused"
