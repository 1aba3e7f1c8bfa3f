"""`python -m nlu.server`: Rasa's own HTTP server on loopback, silent to the network and about what people write."""

import argparse
import logging
import os
import warnings
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import structlog

from nlu.parent import die_with_parent

HOST = "127.0.0.1"
_ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # TensorFlow is imported by Rasa and never used; it need not look for a graphics card.
    "CUDA_VISIBLE_DEVICES": "",
    "LOG_LEVEL_LIBRARIES": "ERROR",
    # See nlu.encoder; here it must stand before any library brings OpenMP along.
    "OMP_WAIT_POLICY": "passive",
}


def serve(model: Path | None, port: int, token: str) -> None:
    """Serve until ended: `/model/parse`, `PUT /model`, `/status`; without a model it answers 409 until it gets one."""
    os.environ |= _ENVIRONMENT
    warnings.showwarning = _say_nothing
    from rasa.core import run

    # Rasa's command line would start error reports to its makers; this way in does not.
    _quiet_logs()
    app = run.configure_app(auth_token=token, enable_api=True, port=port, cors=None)
    load = partial(run.load_agent_on_start, str(model) if model else None, None, None)
    app.register_listener(load, "before_server_start")
    app.register_listener(run.close_resources, "after_server_stop")
    app.run(host=HOST, port=port, workers=1, access_log=False, motd=False)


def _quiet_logs() -> None:
    """Warnings and worse only, from every library: at lower levels Rasa writes what people typed."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    logging.basicConfig(format="%(levelname)s %(name)s %(message)s")
    logging.disable(logging.INFO)


def _say_nothing(*_: object, **__: object) -> None:
    """Warnings of libraries about their own future are not for whoever runs the bot."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m nlu.server", description="Serve a model on loopback.")
    parser.add_argument("--model", type=Path, help="the model that nlu.train made")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--auth-token", required=True, help="must come as ?token=… with every request")
    parser.add_argument("--parent-pid", type=int, help="end when this process ends")
    chosen = parser.parse_args(arguments)
    if chosen.parent_pid is not None:
        die_with_parent(chosen.parent_pid)
    serve(chosen.model, chosen.port, chosen.auth_token)


if __name__ == "__main__":
    main()
