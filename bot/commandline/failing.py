"""Which failures are sentences for the user, and with which exit code."""

from bot.commandline.evaluation import BrokenFile
from bot.commandline.lock import AlreadyRunning
from bot.content.errors import ContentError
from bot.interpreter.errors import RasaUnavailable, TrainingFailed
from bot.settings import SettingError
from bot.simulator import errors as simulator
from bot.storage.errors import DatabaseError
from bot.usecases.people.enrolling import Refused
from bot.usecases.queue.desk_rules import WrongRule
from bot.web.serving import PortTaken

MUST_BE_SET_RIGHT = (
    SettingError,
    DatabaseError,
    PortTaken,
    AlreadyRunning,
    BrokenFile,
    ContentError,
    simulator.PortTaken,
    WrongRule,
)
DID_NOT_WORK = (RasaUnavailable, TrainingFailed, Refused)


def exit_code(error: BaseException) -> int | None:
    """Return 2 or 1 for an expected failure, None for a fault of the program."""
    if isinstance(error, MUST_BE_SET_RIGHT):
        return 2
    return 1 if isinstance(error, DID_NOT_WORK) else None
