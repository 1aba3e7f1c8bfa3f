"""The port Interpreter: what did they mean?"""

from bot.interpreter.port import Interpreter
from bot.interpreter.reading import Reader

__all__ = ["Interpreter", "Reader"]
