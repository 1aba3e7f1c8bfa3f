"""Every command gets its settings, and says what is wrong in one sentence."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from bot.settings import read

Command = Callable[..., None]


def guarded(command: Command) -> Command:
    """Return the command with its settings as first argument; exit 2 for what must be set right, 1 for what failed."""

    @wraps(command)
    def call(*arguments: Any, **options: Any) -> None:
        try:
            command(read(os.environ), *arguments, **options)
        except Exception as error:
            from bot.commandline.failing import exit_code

            code = exit_code(error)
            if code is None:
                raise
            click.echo(str(error), err=True)
            sys.exit(code)

    return call
