"""What is wrong in the texts and must be set right."""

from collections.abc import Iterator

from bot.content import translations
from bot.content.checks import problem
from bot.content.comparing import Lost, lost
from bot.content.directions import stray_marks
from bot.content.errors import BrokenFile
from bot.content.progress import is_word
from bot.content.seeds import NL, Repository, dutch_now
from bot.content.translations import Dutch, dutch_of, key_of, name_of
from bot.domain.answers import GENERAL, TITLE, Answered
from bot.i18n import TALEN
from bot.storage import Store

LONGEST_DUTCH = 900
SAID = {
    "tag": "these tags of the Dutch text are missing",
    "extra": "the Dutch text has not so many of these tags",
    "link": "these links of the Dutch text are missing",
    "phone": "these telephone numbers of the Dutch text are missing",
    "amount": "these amounts of the Dutch text are missing",
    "date": "these dates of the Dutch text are missing",
    "number": "these numbers of the Dutch text are missing",
    "name": "these official names of the Dutch text are missing",
    "dutch": "this was left in Dutch",
}


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
        yield from _said(lost(dutch, text.text, words=text.variant != TITLE and not is_word(text)))


def _said(found: list[Lost]) -> Iterator[str]:
    """Yield one sentence for each kind of what was lost."""
    for kind in dict.fromkeys(each.kind for each in found):
        yield f"{SAID[kind]}: {', '.join(each.text for each in found if each.kind == kind)}"


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
