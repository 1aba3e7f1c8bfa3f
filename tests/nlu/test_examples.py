"""Training examples: what is read, what is refused, and where it says the mistake is."""

from pathlib import Path

import pytest

from nlu.examples import BrokenExamples, load_examples
from tests.nlu.conftest import write_examples


def test_every_text_comes_with_language_topic_and_place(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "exams.yml").write_text("exam_costs:\n  - wat kost   het\n  - 350\n  - nee\n", encoding="utf-8")
    assert [tuple(example) for example in load_examples(tmp_path)] == [
        ("nl", "exam_costs", "wat kost het", f"{tmp_path}/nl/exams.yml:2"),
        ("nl", "exam_costs", "350", f"{tmp_path}/nl/exams.yml:3"),
        ("nl", "exam_costs", "nee", f"{tmp_path}/nl/exams.yml:4"),
    ]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("exam_costs: wat kost het", 1, "needs a list"),
        ("- wat kost het", 1, "expected topic ids"),
        ("exam_costs:\n  - a: b", 2, "is not a text"),
        ("exam_costs:\n  - ok\n  - ''", 3, "is empty"),
        ("Exam costs:\n  - ok", 1, "no topic id"),
        ("exam_costs:\n  - ok\n - scheef", 3, "not valid YAML"),
        ("exam_costs:\n  - " + "a" * 1001, 2, "longer than"),
        ("a:\n  - zelfde\nb:\n  - zelfde", 4, "under a"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_reason(tmp_path: Path, content: str, line: int, reason: str) -> None:
    (tmp_path / "nl").mkdir()
    path = tmp_path / "nl" / "exams.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenExamples, match=reason) as broken:
        load_examples(tmp_path)
    assert str(broken.value).startswith(f"{path}:{line}:")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "exams.yml").write_bytes(b"exam_costs:\n  - \xff\xfe")
    with pytest.raises(BrokenExamples, match="cannot be read"):
        load_examples(tmp_path)


def test_a_folder_that_is_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenExamples, match="xx is not one of our languages"):
        load_examples(write_examples(tmp_path / "data", {"xx": {"exam_costs": ["x"]}}))


def test_no_folder_and_no_examples_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenExamples, match="is not a folder"):
        load_examples(tmp_path / "nowhere")
    with pytest.raises(BrokenExamples, match="holds no examples"):
        load_examples(tmp_path)


def test_a_text_that_stands_twice_counts_once(tmp_path: Path) -> None:
    data = write_examples(tmp_path / "data", {"nl": {"exam_costs": ["wat kost het", "wat kost  het"]}})
    assert len(load_examples(data)) == 1


def test_what_people_added_counts_over_what_was_there(tmp_path: Path) -> None:
    data = write_examples(tmp_path / "data", {"nl": {"a": ["een", "twee"]}})
    extra = write_examples(tmp_path / "extra", {"nl": {"b": ["twee", "drie"]}})
    (extra / "ar.yml").write_text("a:\n  - واحد\n", encoding="utf-8")
    found = {(example.taal, example.text): example.intent for example in load_examples(data, extra)}
    assert found == {("nl", "een"): "a", ("nl", "twee"): "b", ("nl", "drie"): "b", ("ar", "واحد"): "a"}


def test_a_folder_of_additions_may_be_missing(tmp_path: Path) -> None:
    data = write_examples(tmp_path / "data", {"nl": {"a": ["een"]}})
    assert len(load_examples(data, tmp_path / "nowhere")) == 1
