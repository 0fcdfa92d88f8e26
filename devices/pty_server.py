"""Puts a simulator behind a pseudo terminal, so that serial:// is spoken for real."""

from __future__ import annotations

import os
import select
import threading
import tty
from pathlib import Path

from devices.transport import LinkLost, Simulator, Transport

LOOK_S = 0.01
WRITE_S = 1.0


class PtyServer:
    """Serves one simulator on a terminal and keeps `link` pointing at its present name.

    When the simulator is unplugged the terminal is closed, as a pulled adapter would be; when it
    is plugged in again the terminal usually has another name.
    """

    def __init__(self, simulator: Simulator, link: Path) -> None:
        self._simulator = simulator
        self._link = link
        self._stopping = threading.Event()
        self._serving = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pty-server", daemon=True)

    @property
    def url(self) -> str:
        """Where to reach it: serial:// and the path of the link."""
        return f"serial://{self._link}"

    def start(self) -> None:
        """Begin; returns when the terminal is there. Raises LinkLost when it does not appear."""
        self._thread.start()
        if not self._serving.wait(5.0):
            raise LinkLost("the pseudo terminal did not appear")

    def stop(self) -> None:
        """Close the terminal and remove the link."""
        self._stopping.set()
        self._thread.join(5.0)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                device = self._simulator.connect()
            except LinkLost:
                self._stopping.wait(LOOK_S)
                continue
            self._serve(device)
            device.close()

    def _serve(self, device: Transport) -> None:
        host_side, port = os.openpty()
        tty.setraw(port)
        self._point_at(os.ttyname(port))
        try:
            self._serving.set()
            while not self._stopping.is_set():
                _carry(host_side, device)
        except (LinkLost, OSError):
            return
        finally:
            self._link.unlink(missing_ok=True)
            os.close(port)
            os.close(host_side)

    def _point_at(self, name: str) -> None:
        self._link.unlink(missing_ok=True)
        self._link.symlink_to(name)


def _carry(host_side: int, device: Transport) -> None:
    ready, _, _ = select.select([host_side], [], [], 0)
    if ready:
        device.write(os.read(host_side, 4096), WRITE_S)
    data = device.read(4096, LOOK_S)
    while data:
        data = data[os.write(host_side, data) :]
