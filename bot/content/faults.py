"""What is wrong in the texts and must be set right."""

from collections.abc import Iterator

from bot.content import translations
from bot.content.checks import problem
from bot.content.comparing import Lost, lost, said
from bot.content.directions import stray_marks
from bot.content.errors import BrokenFile
from bot.content.progress import is_word
from bot.content.seeds import NL, Repository, dutch_now
from bot.content.translations import Dutch, dutch_of, key_of, name_of
from bot.domain.answers import GENERAL, TITLE, Answered
from bot.i18n import TALEN
from bot.storage import Store

LONGEST_DUTCH = 900
JUDGED = frozenset({"name", "dutch"})


def faults(store: Store, there: Repository) -> Iterator[str]:
    """Yield a sentence for everything that is wrong in the texts of a database and in the files of a repository."""
    dutch = dutch_now(store)
    for topic in store.answers.topics():
        for variant in (TITLE, GENERAL):
            if (topic.id, variant) not in dutch:
                yield f"{name_of(topic.id, variant)} has no Dutch text"
    for text in store.answers.all_current():
        name = f"{text.taal}: {name_of(text.topic, text.variant)}"
        yield from (f"{name}: {fault}" for fault in _in_text(text, dutch.get((text.topic, text.variant))))
    yield from _left_over(dutch, there)


def _in_text(text: Answered, dutch: str | None) -> Iterator[str]:
    if broken := problem(text.text, text.variant):
        yield broken
    if text.taal == NL and len(text.text) > LONGEST_DUTCH:
        yield f"{len(text.text)} characters; a Dutch answer has at most {LONGEST_DUTCH}"
    if marks := stray_marks(text.text):
        yield f"marks of direction are set when a text is sent, take them out: {', '.join(marks)}"
    if text.taal != NL and dutch and text.status != translations.OUTDATED:
        found = lost(dutch, text.text, words=text.variant != TITLE and not is_word(text))
        yield from said(each for each in found if not confirmed(text, each))


def confirmed(text: Answered, lacks: Lost) -> bool:
    """Return whether a vertaler confirmed a text although something lacks that people can judge: a name, or Dutch."""
    return text.status == "reviewed" and lacks.kind in JUDGED


def notes(store: Store) -> Iterator[str]:
    """Yield what a vertaler confirmed although it lacks: told, and no fault."""
    dutch = dutch_now(store)
    for text in store.answers.all_current():
        there = dutch.get((text.topic, text.variant))
        if text.taal != NL and there:
            found = lost(there, text.text, words=text.variant != TITLE and not is_word(text))
            judged = said(each for each in found if confirmed(text, each))
            yield from (f"{text.taal}: {name_of(text.topic, text.variant)}: {each}" for each in judged)


def _left_over(dutch: Dutch, there: Repository) -> Iterator[str]:
    """Yield what the repository translates but does not have in Dutch."""
    for taal in TALEN[1:]:
        path = translations.faq_po(taal, there.vertalingen)
        try:
            for entry in translations.entries(path, taal):
                if dutch_of(dutch, *key_of(entry.context)) is None:
                    yield f"{path}:{entry.line}: {entry.context} is no topic (any more)"
        except BrokenFile as error:
            yield str(error)
