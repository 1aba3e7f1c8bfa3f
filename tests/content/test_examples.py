"""Examples that were added in use: redacted, written out for the training, and found by the search."""

from pathlib import Path

import pytest
import yaml

from bot.content import examples
from bot.content.errors import Unknown
from bot.content.importing import import_file
from bot.content.seeds import Repository, seed
from bot.storage import Store
from nlu.examples import load_examples
from tests.content.conftest import NOW

NEW = """thema: life
topics:
  - id: library_card
    emoji: "📚"
    title: Hoe word ik lid van de bibliotheek?
    answer: |
      Vraag het bij de bibliotheek.
    sources:
      - Bibliotheek | https://www.bibliotheek.nl
    peildatum: 2026-11-23
    volatile: false
    human: false
    related: [gp]
"""


def test_an_example_is_redacted_and_read_by_the_training(seeded: Store, tmp_path: Path) -> None:
    kept = examples.add(seeded, "nl", "gp", "bel mij op 06 12345678 over mijn dokter", "beheerder", NOW)
    assert "12345678" not in kept
    examples.add(seeded, "nl", "exam_cost", kept, "beheerder", NOW)
    folder = examples.write_added(seeded, tmp_path / "added")
    assert yaml.safe_load((folder / "nl.yml").read_text("utf-8")) == {"exam_cost": [kept]}
    learned = {(each.taal, each.intent, each.text) for each in load_examples(examples.DATA, folder)}
    assert ("nl", "exam_cost", kept) in learned
    (number,) = [each.id for each in seeded.examples.all()]
    assert seeded.examples.remove(number)
    assert not list(examples.write_added(seeded, folder).glob("*.yml"))


@pytest.mark.parametrize(
    ("taal", "topic", "text", "said"),
    [
        ("de", "gp", "x", "no language 'de'"),
        ("nl", "ghost", "x", "no topic 'ghost'"),
        ("nl", "gp", "  ", "needs words"),
    ],
)
def test_what_cannot_be_taught_is_told(seeded: Store, taal: str, topic: str, text: str, said: str) -> None:
    with pytest.raises(Unknown, match=said):
        examples.add(seeded, taal, topic, text, "beheerder", NOW)
    assert seeded.examples.all() == []


def test_a_new_topic_is_learned_from_its_title_until_it_has_examples(seeded: Store, tmp_path: Path) -> None:
    path = tmp_path / "life.yml"
    path.write_text(NEW, "utf-8")
    import_file(seeded, path, NOW)
    added = yaml.safe_load((examples.write_added(seeded, tmp_path / "added") / "nl.yml").read_text("utf-8"))
    assert added == {"library_card": ["Hoe word ik lid van de bibliotheek?"]}


def test_the_search_knows_an_added_example_from_the_next_start(seeded: Store, repository: Repository) -> None:
    examples.add(seeded, "nl", "gp", "pillendraaier om de hoek", "beheerder", NOW)
    seed(seeded, NOW, repository)
    assert seeded.search.find("pillendraaier om de hoek")[0][0] == "gp"
