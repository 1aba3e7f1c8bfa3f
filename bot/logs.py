"""Logs: one line of JSON or text on stderr, never the words of a message and never the token."""

import logging
import sys

import structlog


def set_up(level: int = logging.INFO) -> None:
    """Send every log to stderr; httpx writes the address with the token at INFO, so it is kept to warnings."""
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)
    renderer = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )
