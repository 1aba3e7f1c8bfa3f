"""A child process that never outlives its parent, not even when the parent is killed."""

import ctypes
import os
import signal
import threading

_PR_SET_PDEATHSIG = 1
_SECONDS = 1.0


def die_with_parent(parent: int) -> None:
    """End this process as soon as process `parent`, which started it, is gone.

    The kernel sends the signal when the thread that started us ends; the watch covers a kernel without it and the
    moment before the call. Linux only.
    """
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    _end_if_orphan(parent)
    threading.Thread(target=_watch, args=(parent,), name="parent-watch", daemon=True).start()


def _watch(parent: int) -> None:
    pause = threading.Event()
    while not pause.wait(_SECONDS):
        _end_if_orphan(parent)


def _end_if_orphan(parent: int) -> None:
    if os.getppid() != parent:
        os._exit(1)
