"""`python -m nlu.train`: make a model of the training examples, or find the one that is already there.

The path of the model is printed on stdout, progress on stderr; beside `<model>.tar.gz` lies `<model>.json` with its
thresholds and figures per language.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlu.development import Question, judge_questions, load_questions
from nlu.encoder import UnknownEncoder, encoder_named
from nlu.encodings import Encodings
from nlu.examples import BrokenExamples, Example, load_examples
from nlu.fingerprint import fingerprint
from nlu.parent import die_with_parent
from nlu.progress import report
from nlu.spelling import for_encoder
from nlu.steps import steps_of
from nlu.thresholds import Judged, choose, figures, judge
from nlu.topic_model import TooFewIntents
from nlu.trained import Trained
from nlu.training import held_out_of, train_with_rasa
from nlu.withheld import judges

CONFIG = Path(__file__).resolve().parent.parent / "config.yml"


class Sources(NamedTuple):
    """Folders that a model is made of: examples, those added in use, and questions to choose thresholds by."""

    data: Path
    extra: Path | None = None
    development: Path | None = None


def train(sources: Sources, out: Path, config: Path = CONFIG) -> Path:
    """The path of a model of exactly these examples, trained now or before.

    Raises BrokenExamples, TooFewIntents and UnknownEncoder.
    """
    report("read")
    examples = load_examples(sources.data, sources.extra)
    questions = load_questions(sources.development) if sources.development else []
    name = fingerprint(config, examples, questions)
    model = out / f"{name}.tar.gz"
    if model.exists() and model_facts(model).exists():
        return model
    if len({example.intent for example in examples}) < 2:
        raise TooFewIntents("The examples name fewer than two intents; a model needs at least two to tell apart.")
    out.mkdir(parents=True, exist_ok=True)
    cache = (out / "encodings").resolve()
    _encode([*(each.text for each in examples), *(each.text for each in questions)], config, cache)
    report("fit")
    with tempfile.TemporaryDirectory(dir=out, prefix=".training-") as folder:
        archive = train_with_rasa(config.resolve(), sources.data.resolve(), sources.extra, cache, Path(folder))
        report("judge")
        facts = {"fingerprint": name} | describe(examples, archive, questions, Trained(archive, config, cache))
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


def describe(
    examples: Sequence[Example], archive: Path, questions: Sequence[Question], trained: Trained
) -> dict[str, object]:
    """Counts, thresholds, and figures on what the model had not seen, over all and per language.

    What it had not seen: the examples that are held out (nlu.withheld) and the questions. Raises BrokenExamples.
    """
    judged, talen = _judged(examples, archive, questions, trained)
    overall = choose(judged)
    languages = {}
    for taal in sorted(set(talen.tolist())):
        mine = judged.where(talen == taal)
        chosen = choose(mine, overall)
        languages[taal] = chosen._asdict() | {
            "examples": sum(example.taal == taal for example in examples),
            "held_out": figures(mine, chosen),
        }
    return {
        "examples": len(examples),
        "intents": trained.intents,
        "default": overall._asdict(),
        "held_out": figures(judged, overall),
        "languages": languages,
    }


def _judged(
    examples: Sequence[Example], archive: Path, questions: Sequence[Question], trained: Trained
) -> tuple[Judged, NDArray[np.str_]]:
    marks = judges([example.text for example in examples])
    held_out, out = held_out_of(archive), list(compress(examples, marks))
    if [trained.intents[index] for index in held_out.truth] != [example.intent for example in out]:
        raise BrokenExamples("The examples changed while the model was trained; train again.")
    parts, talen = [judge(held_out, trained.intents)], [example.taal for example in out]
    if questions:
        shares = trained.confidence([question.text for question in questions])
        parts.append(judge_questions(shares, trained.intents, questions))
        talen += [question.taal for question in questions]
    return Judged(*map(np.concatenate, zip(*parts, strict=True))), np.asarray(talen)


def _encode(texts: Sequence[str], config: Path, cache: Path) -> None:
    """Encode ahead of Rasa, for this is the long part and the one whose end can be foretold."""
    encoder = encoder_named(steps_of(config)["E5Featurizer"]["encoder"])
    plain = [for_encoder(text) for text in texts]
    Encodings(encoder, cache).encode(plain, lambda done, total: report("encode", done, total))


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the command line asks; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m nlu.train", description="Train a model and print its path.")
    parser.add_argument("--data", type=Path, required=True, help="folder with <taal>/<thema>.yml")
    parser.add_argument("--out", type=Path, required=True, help="folder for models, their facts and the encodings")
    parser.add_argument("--extra", type=Path, help="folder with examples that were added in use")
    parser.add_argument("--development", type=Path, help="folder with <taal>.tsv: questions to choose thresholds by")
    parser.add_argument("--config", type=Path, default=CONFIG, help="the Rasa pipeline")
    parser.add_argument("--parent-pid", type=int, help="end when this process ends")
    chosen = parser.parse_args(arguments)
    if chosen.parent_pid is not None:
        die_with_parent(chosen.parent_pid)
    try:
        print(train(Sources(chosen.data, chosen.extra, chosen.development), chosen.out, chosen.config))
    except (BrokenExamples, TooFewIntents, UnknownEncoder) as broken:
        print(broken, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
