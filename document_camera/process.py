"""The camera process of a station: `python -m document_camera.process`, spoken to by its pipes."""

from __future__ import annotations

from document_camera.serving import serve


def main() -> int:
    """Serve the cameras of this machine."""
    from document_camera.qt_source import CameraFeeder

    return serve(CameraFeeder)


if __name__ == "__main__":
    raise SystemExit(main())
