"""Many screens in one process of their own: tells when the last of them has each event.

Reads one line of JSON from stdin: `address`, `token`, `count`. Writes `ready` when all follow,
then a line `SEQ SECONDS` for every event once the last screen has it, on CLOCK_MONOTONIC, which
is the same in every process of a machine.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter

import msgspec
from websockets.asyncio.client import ClientConnection, connect

EVENT = b'{"seq":'


class Wish(msgspec.Struct):
    """What to follow, and with how many screens."""

    address: str
    token: str
    count: int


async def follow(wish: Wish) -> None:
    """Follow until the hall closes the feed."""
    header = {"Authorization": f"Bearer {wish.token}"}
    screens = [
        await connect(wish.address, additional_headers=header, compression=None, proxy=None)
        for _ in range(wish.count)
    ]
    print("ready", flush=True)
    had: Counter[bytes] = Counter()
    await asyncio.gather(*(_listen(screen, had, wish.count) for screen in screens))


async def _listen(screen: ClientConnection, had: Counter[bytes], count: int) -> None:
    async for text in screen:
        told = text.encode() if isinstance(text, str) else text
        if not told.startswith(EVENT):
            continue
        seq = told[len(EVENT) : told.index(b",")]
        had[seq] += 1
        if had[seq] == count:
            print(seq.decode(), time.monotonic(), flush=True)


if __name__ == "__main__":
    asyncio.run(follow(msgspec.json.decode(sys.stdin.readline(), type=Wish)))
