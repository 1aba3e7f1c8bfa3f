"""What a failed call means."""

from datetime import timedelta

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.failures import LONGEST_WAIT, Fate, verdict


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.UNREACHABLE),
        (Forbidden("Forbidden: user is deactivated"), Fate.UNREACHABLE),
        (BadRequest("Chat not found"), Fate.UNREACHABLE),
        (BadRequest("Message is not modified: specified new message content is the same"), Fate.DONE),
        (BadRequest("Query is too old and response timeout expired or query id is invalid"), Fate.DONE),
        (BadRequest("Message to edit not found"), Fate.DONE),
        (BadRequest("Message to be replied not found"), Fate.PLAIN),
        (BadRequest("Can't parse entities: unclosed tag"), Fate.PLAIN),
        (BadRequest("Message text is empty"), Fate.FAILED),
        (TimedOut(), Fate.RETRY),
        (NetworkError("Bad Gateway"), Fate.RETRY),
        (TelegramError("Internal Server Error"), Fate.RETRY),
        (ValueError("a fault of ours"), Fate.FAILED),
    ],
)
def test_each_error_has_its_fate(error: Exception, fate: Fate) -> None:
    assert verdict(error, 0, plain=False).fate is fate


def test_what_failed_plain_fails_for_good_and_is_not_tried_for_ever() -> None:
    assert verdict(BadRequest("Can't parse entities"), 1, plain=True).fate is Fate.FAILED


def test_telegram_says_how_long_to_wait_and_that_counts_as_no_attempt() -> None:
    found = verdict(RetryAfter(timedelta(seconds=17)), 3, plain=False)
    assert (found.fate, found.wait, found.counts) == (Fate.RETRY, 17.0, False)


def test_waiting_grows_up_to_a_minute() -> None:
    waits = [verdict(TimedOut(), n, plain=False).wait for n in range(20)]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
