"""A bare PySide6 window of nine buttons: a yardstick.

It imports nothing of the product, so that its start is Python's and Qt's alone.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

WIDTH_PX, HEIGHT_PX, KEYS = 1080, 1920, 9


def show() -> None:
    """Show the window until the process is ended."""
    application = QApplication([])
    window = QWidget()
    window.resize(WIDTH_PX, HEIGHT_PX)
    rows = QGridLayout(window)
    for row in range(KEYS):
        rows.addWidget(QPushButton(f"key {row}"), row, 0)
    window.show()
    application.exec()


if __name__ == "__main__":
    show()
