"""What `sleutelbot faq list|show|set` do."""

from collections.abc import Iterable
from datetime import datetime

from bot.content.checks import known_variant, problem
from bot.content.comparing import lost, said
from bot.content.errors import ContentError, Unknown
from bot.content.seeds import NL
from bot.content.sources import THEMAS
from bot.content.translations import name_of
from bot.domain.answers import GENERAL, TITLE, Answered, Topic
from bot.domain.content_effects import PublishAnswer
from bot.domain.terms import TERM
from bot.i18n import TALEN
from bot.storage import Store

COMMANDLINE = "commandline"


def listing(store: Store, thema: str | None = None) -> str:
    """Return a line for each topic: id, thema, title and the status of its answer in each language.

    Raises Unknown when there is no such thema.
    """
    if thema is not None and thema not in THEMAS:
        raise Unknown(f"There is no thema {thema}; choose from: {', '.join(THEMAS)}.")
    statuses: dict[str, dict[str, str]] = {}
    for text in store.answers.all_current():
        if text.variant == GENERAL:
            statuses.setdefault(text.topic, {})[text.taal] = text.status
    titles = store.answers.titles(NL)
    rows = [
        "\t".join([topic.id, topic.thema, topic.emoji, titles.get(topic.id, "–"), _told(statuses.get(topic.id, {}))])
        for topic in store.answers.topics()
        if thema in (None, topic.thema)
    ]
    return "\n".join(rows)


def _told(statuses: dict[str, str]) -> str:
    return " ".join(f"{taal}:{statuses[taal]}" for taal in TALEN if taal in statuses)


def variant_of(
    doelgroep: str | None = None, wet: str | None = None, gemeente: str | None = None, title: bool = False,
    adds: bool = False,
) -> str:  # fmt: skip
    """Return the variant that options of the command line name; raises Unknown when they name none or two."""
    if adds and gemeente is None:
        raise Unknown("Whose text is it? Say so with --gemeente.")
    chosen = {"doelgroep": doelgroep, "wet": wet, "aanvulling" if adds else "gemeente": gemeente}
    named = [f"{name}={value}" for name, value in chosen.items() if value is not None] + [TITLE] * title
    if len(named) > 1:
        raise Unknown(f"A text is for one of these, not for both: {', '.join(named)}.")
    variant = named[0] if named else GENERAL
    if not known_variant(variant):
        raise Unknown(f"There is no {variant}; see README.md for the names.")
    return variant


def show(store: Store, topic_id: str, taal: str = NL) -> str:
    """Return what is known of a topic and all its texts in a language; raises Unknown."""
    topic = _topic(store, topic_id, taal)
    texts = [text for text in store.answers.all_current(taal) if text.topic == topic_id]
    marks = [mark for mark, holds in (("volatile", topic.volatile), ("human", topic.human)) if holds]
    head = [
        " · ".join([f"{topic.emoji} {topic.id}", topic.thema, topic.peildatum, *marks]),
        f"sources: {'; '.join(topic.sources)}",
        f"related: {', '.join(topic.related) or '–'}",
    ]
    shown = [_shown(text) for text in sorted(texts, key=_rank)]
    return "\n".join(head) + "\n\n" + ("\n\n".join(shown) or f"There is no text in {taal} yet.")


def _rank(text: Answered) -> tuple[bool, str]:
    return (text.variant != TITLE, text.variant)


def _shown(text: Answered) -> str:
    since = f"{text.created_at:%Y-%m-%d %H:%M} UTC"
    about = " · ".join([name_of(text.topic, text.variant), text.taal, text.status, text.author, since])
    return f"[{about}]\n{text.text}"


def text_of(store: Store, topic_id: str, taal: str, variant: str = GENERAL) -> str:
    """Return the bare words of one text, for editing; raises Unknown."""
    _topic(store, topic_id, taal)
    found = store.answers.text(topic_id, taal, variant)
    if found is None:
        raise Unknown(f"{name_of(topic_id, variant)} has no text in {taal} yet.")
    return found.text


def _topic(store: Store, topic_id: str, taal: str) -> Topic:
    if taal not in TALEN:
        raise Unknown(f"There is no language {taal}; choose from: {', '.join(TALEN)}.")
    topic = store.answers.topic(topic_id)
    if topic is None:
        raise Unknown(f"There is no topic {topic_id}; see: sleutelbot faq list.")
    return topic


def set_text(
    store: Store, topic_id: str, taal: str, variant: str, text: str, now: datetime, *,
    author: str = COMMANDLINE, minor: bool = False,
) -> list[str]:  # fmt: skip
    """Make a text a new version, live at once also for a running bot; return remarks for the one who wrote it.

    Raises Unknown, or ContentError when the text cannot be shown. A minor edit leaves translations as they are.
    """
    _topic(store, topic_id, taal)
    name = name_of(topic_id, variant)
    if not known_variant(variant):
        raise Unknown(f"There is no variant {variant}; see: sleutelbot faq set --help.")
    if wrong := problem(text.strip(), variant):
        raise ContentError(f"{name} in {taal} cannot be published: {wrong}.")
    with store.database.transaction():
        dutch = store.answers.text(topic_id, NL, variant)
        new = PublishAnswer(topic_id, taal, variant, text.strip(), author, minor)
        outdated = sum(publish(store, [(new, "edited")], now))
    remarks = [f"Translations that are outdated now: {outdated}."] if outdated else []
    if taal != NL and dutch:
        missing = lost(dutch.text, text, words=variant != TITLE and not topic_id.startswith(TERM))
        remarks += [f"{name}: {each}." for each in said(missing)]
    return remarks


def publish(store: Store, wanted: Iterable[tuple[PublishAnswer, str]], now: datetime) -> list[int]:
    """Publish (text, status) pairs, but for those that are there already; return for each how many it outdated."""
    outdated = []
    for new, status in wanted:
        here = store.answers.text(new.topic, new.taal, new.variant)
        if here and here.text == new.text and (new.taal == NL or here.status == status):
            continue
        outdated.append(store.answers.publish(new, now, status))
    return outdated
