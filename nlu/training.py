"""One training run through Rasa, without network, telemetry or anything on stdout."""

import contextlib
import io
import logging
import os
import tarfile
import warnings
from pathlib import Path

import yaml

from nlu.calibration import HeldOut


def train_with_rasa(config: Path, data: Path, extra: Path | None, cache: Path, folder: Path) -> Path:
    """Train on the examples and write the archive into `folder`; returns its path."""
    os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "RASA_MAX_CACHE_SIZE": "0", "TF_CPP_MIN_LOG_LEVEL": "3"}
    here = folder / "config.yml"
    here.write_text(yaml.safe_dump(_for_this_run(config, extra, cache)), encoding="utf-8")
    # Rasa prints its successes on stdout, which is ours for the result, and its imports warn of things to come.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(record=True):
        logging.getLogger("rasa").setLevel(logging.ERROR)
        from rasa.model_training import train_nlu

        return Path(train_nlu(str(here), str(data), str(folder), fixed_model_name="model"))


def _for_this_run(config: Path, extra: Path | None, cache: Path) -> dict[str, object]:
    settings: dict[str, object] = yaml.safe_load(config.read_text(encoding="utf-8"))
    settings["importers"] = [
        {"name": "nlu.components.examples_importer.ExamplesImporter"} | ({"extra": str(extra)} if extra else {})
    ]
    settings["pipeline"] = [
        step | {"cache": str(cache)} if step["name"].endswith(".E5Featurizer") else step
        for step in yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
    ]
    return settings


def held_out_of(archive: Path) -> HeldOut:
    """What the model in the archive said of examples it had not seen, in the order of the examples."""
    with tarfile.open(archive) as files:
        name = next(name for name in files.getnames() if name.endswith("/held_out.npz"))
        stream = files.extractfile(name)
        if stream is None:
            raise FileNotFoundError(f"{archive} holds no figures of held-out examples.")
        with stream:
            return HeldOut.load(stream)
