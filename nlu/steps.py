"""The steps of config.yml, and the rows that its two featurizers make together: without Rasa, which does the same."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from nlu.char_ngrams import CharNgrams
from nlu.encoder import Vectors
from nlu.geometry import Geometry

Steps = dict[str, dict[str, Any]]


def steps_of(config: Path) -> Steps:
    """The settings of each step, by the name of its class."""
    pipeline = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
    return {step["name"].rpartition(".")[2]: step for step in pipeline}


def rows_of(steps: Steps, geometry: Geometry, encoded: Vectors, ngrams: CharNgrams, spelled: Sequence[str]) -> Vectors:
    """What the classifier sees of texts, given their encodings and their spelling for n-grams: a row a text."""
    dense = steps["E5Featurizer"]["weight"] * geometry.apply(encoded)
    sparse = steps["CharNgramFeaturizer"]["weight"] * ngrams.vectors(spelled)
    return np.hstack([dense, sparse]).astype(np.float32)
