"""The part of libpulse we use, declared for ctypes. PipeWire answers the same calls.

Source: PulseAudio client API; headers def, sample, introspect, mainloop, context and stream.
"""

from __future__ import annotations

import ctypes
from ctypes import (
    POINTER,
    Structure,
    c_char_p,
    c_int,
    c_size_t,
    c_uint8,
    c_uint32,
    c_uint64,
    c_void_p,
)
from typing import Any

LIBRARY = "libpulse.so.0"

CONTEXT_READY, CONTEXT_FAILED, CONTEXT_TERMINATED = 4, 5, 6
STREAM_READY, STREAM_FAILED, STREAM_TERMINATED = 2, 3, 4
OPERATION_RUNNING = 0
NO_AUTOSPAWN = 1
DO_NOT_MOVE = 0x0200  # to another output, when the chosen one is pulled out
ADJUST_LATENCY = 0x2000
SAMPLE_S16LE = 3
SEEK_RELATIVE = 0
AS_THE_SERVER_LIKES = 0xFFFFFFFF
CHANNELS_MAX = 32
NEWS_OF_OUTPUTS = 0x0001 | 0x0080 | 0x0200  # sinks, the server's defaults, cards


class SampleSpec(Structure):
    """pa_sample_spec."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class BufferAttributes(Structure):
    """pa_buffer_attr, lengths in bytes."""

    _fields_ = (
        ("maxlength", c_uint32),
        ("tlength", c_uint32),
        ("prebuf", c_uint32),
        ("minreq", c_uint32),
        ("fragsize", c_uint32),
    )


class ServerInfo(Structure):
    """The beginning of pa_server_info."""

    _fields_ = (
        ("user_name", c_char_p),
        ("host_name", c_char_p),
        ("server_version", c_char_p),
        ("server_name", c_char_p),
        ("sample_spec", SampleSpec),
        ("default_sink_name", c_char_p),
        ("default_source_name", c_char_p),
    )


class ChannelMap(Structure):
    """pa_channel_map."""

    _fields_ = (("channels", c_uint8), ("map", c_int * CHANNELS_MAX))


class Volumes(Structure):
    """pa_cvolume."""

    _fields_ = (("channels", c_uint8), ("values", c_uint32 * CHANNELS_MAX))


class SinkPortInfo(Structure):
    """The beginning of pa_sink_port_info; the server hands out pointers to these."""

    _fields_ = (
        ("name", c_char_p),
        ("description", c_char_p),
        ("priority", c_uint32),
        ("available", c_int),
    )


class SinkInfo(Structure):
    """pa_sink_info as far as its ports."""

    _fields_ = (
        ("name", c_char_p),
        ("index", c_uint32),
        ("description", c_char_p),
        ("sample_spec", SampleSpec),
        ("channel_map", ChannelMap),
        ("owner_module", c_uint32),
        ("volume", Volumes),
        ("mute", c_int),
        ("monitor_source", c_uint32),
        ("monitor_source_name", c_char_p),
        ("latency", c_uint64),
        ("driver", c_char_p),
        ("flags", c_int),
        ("proplist", c_void_p),
        ("configured_latency", c_uint64),
        ("base_volume", c_uint32),
        ("state", c_int),
        ("n_volume_steps", c_uint32),
        ("card", c_uint32),
        ("n_ports", c_uint32),
        ("ports", POINTER(POINTER(SinkPortInfo))),
    )


class SourceInfo(Structure):
    """The beginning of pa_source_info."""

    _fields_ = (("name", c_char_p), ("index", c_uint32), ("description", c_char_p))


ServerInfoCallback = ctypes.CFUNCTYPE(None, c_void_p, POINTER(ServerInfo), c_void_p)
SinkInfoCallback = ctypes.CFUNCTYPE(None, c_void_p, POINTER(SinkInfo), c_int, c_void_p)
SourceInfoCallback = ctypes.CFUNCTYPE(None, c_void_p, POINTER(SourceInfo), c_int, c_void_p)
NewsCallback = ctypes.CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)
SuccessCallback = ctypes.CFUNCTYPE(None, c_void_p, c_int, c_void_p)

# Name -> what it returns and what it takes.
_FUNCTIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "pa_mainloop_new": (c_void_p, ()),
    "pa_mainloop_free": (None, (c_void_p,)),
    "pa_mainloop_get_api": (c_void_p, (c_void_p,)),
    "pa_mainloop_prepare": (c_int, (c_void_p, c_int)),
    "pa_mainloop_poll": (c_int, (c_void_p,)),
    "pa_mainloop_dispatch": (c_int, (c_void_p,)),
    "pa_mainloop_wakeup": (None, (c_void_p,)),
    "pa_strerror": (c_char_p, (c_int,)),
    "pa_context_new": (c_void_p, (c_void_p, c_char_p)),
    "pa_context_connect": (c_int, (c_void_p, c_char_p, c_int, c_void_p)),
    "pa_context_disconnect": (None, (c_void_p,)),
    "pa_context_unref": (None, (c_void_p,)),
    "pa_context_get_state": (c_int, (c_void_p,)),
    "pa_context_errno": (c_int, (c_void_p,)),
    "pa_context_get_server_info": (c_void_p, (c_void_p, ServerInfoCallback, c_void_p)),
    "pa_context_get_sink_info_list": (c_void_p, (c_void_p, SinkInfoCallback, c_void_p)),
    "pa_context_get_source_info_list": (c_void_p, (c_void_p, SourceInfoCallback, c_void_p)),
    "pa_context_set_subscribe_callback": (None, (c_void_p, NewsCallback, c_void_p)),
    "pa_context_subscribe": (c_void_p, (c_void_p, c_int, SuccessCallback, c_void_p)),
    "pa_operation_get_state": (c_int, (c_void_p,)),
    "pa_operation_unref": (None, (c_void_p,)),
    "pa_stream_new": (c_void_p, (c_void_p, c_char_p, POINTER(SampleSpec), c_void_p)),
    "pa_stream_connect_playback": (
        c_int,
        (c_void_p, c_char_p, POINTER(BufferAttributes), c_int, c_void_p, c_void_p),
    ),
    "pa_stream_connect_record": (
        c_int,
        (c_void_p, c_char_p, POINTER(BufferAttributes), c_int),
    ),
    "pa_stream_peek": (c_int, (c_void_p, POINTER(c_void_p), POINTER(c_size_t))),
    "pa_stream_drop": (c_int, (c_void_p,)),
    "pa_stream_get_state": (c_int, (c_void_p,)),
    "pa_stream_writable_size": (c_size_t, (c_void_p,)),
    "pa_stream_write": (
        c_int,
        (c_void_p, c_char_p, c_size_t, c_void_p, ctypes.c_int64, c_int),
    ),
    "pa_stream_update_timing_info": (c_void_p, (c_void_p, SuccessCallback, c_void_p)),
    "pa_stream_get_time": (c_int, (c_void_p, POINTER(ctypes.c_uint64))),
    "pa_stream_drain": (c_void_p, (c_void_p, SuccessCallback, c_void_p)),
    "pa_stream_disconnect": (c_int, (c_void_p,)),
    "pa_stream_unref": (None, (c_void_p,)),
}


def load_library() -> Any:  # noqa: ANN401 - a shared library has no type
    """Return libpulse with every function declared. Raises OSError when it is not installed."""
    library: Any = ctypes.CDLL(LIBRARY)
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
