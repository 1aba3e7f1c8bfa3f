"""The name of a model: the same for the same ingredients, another for any other."""

from pathlib import Path

from nlu.examples import Example
from nlu.fingerprint import fingerprint

EXAMPLES = [Example("nl", "a", "een", "x:1"), Example("nl", "b", "twee", "x:2")]


def config(folder: Path, content: str = "pipeline: []") -> Path:
    """A config file."""
    path = folder / "config.yml"
    path.write_text(content, encoding="utf-8")
    return path


def test_order_and_place_do_not_matter(tmp_path: Path) -> None:
    moved = [example._replace(place="y:9") for example in reversed(EXAMPLES)]
    assert fingerprint(config(tmp_path), moved) == fingerprint(config(tmp_path), EXAMPLES)


def test_a_text_an_intent_a_language_or_the_pipeline_matter(tmp_path: Path) -> None:
    first = EXAMPLES[0]
    names = {fingerprint(config(tmp_path), EXAMPLES)}
    for other in (first._replace(text="een!"), first._replace(intent="c"), first._replace(taal="en")):
        names.add(fingerprint(config(tmp_path), [other, EXAMPLES[1]]))
    names.add(fingerprint(config(tmp_path, "pipeline: [x]"), EXAMPLES))
    assert len(names) == 5
