"""The FAQ by a beheerder: search, read, reply with a new text, see it, publish."""

from dataclasses import replace

from bot.content.checks import problem
from bot.content.versions import back, differences
from bot.domain.answers import ADDS, GENERAL, REPLACES, TITLE, Answered, Topic
from bot.domain.content_effects import PublishAnswer
from bot.domain.effects import Plan
from bot.domain.outgoing import Text
from bot.domain.people import Waiting
from bot.i18n import TALEN, words
from bot.replies import answers, unreadable
from bot.replies import beheerder as wording
from bot.usecases.questions.finding import LABELS, labels
from bot.usecases.turn import Turn

FOUND = 8
VERSIONS = 5
REF = "faqtekst"
LOCAL = {"in": REPLACES, "bij": ADDS}
AUTHOR = "beheerder"  # no number: the texts outlive the account


def search(turn: Turn, word: str) -> Plan:
    """Find answers by a word."""
    return turn.say(wording.faq_found(turn.w, alike(turn, word), word))


def alike(turn: Turn, word: str) -> LABELS:
    """Return (id, emoji, title) of answers with a word in the title, the id or the example questions."""
    titles = turn.store.answers.titles("nl") | turn.store.answers.titles(turn.person.taal)
    wanted = word.casefold()
    direct = [i for i, title in titles.items() if wanted in title.casefold() or wanted in i]
    taught = [intent for intent, likeness in turn.store.search.find(word) if likeness > 0.2] if word else []
    order = tuple(dict.fromkeys([*direct, *taught]))[:FOUND]
    return labels(turn.store, order, turn.person.taal)


def variants(topic: Topic) -> list[str]:
    """Return the texts that a topic has, in the order of their buttons."""
    return [TITLE, GENERAL, *topic.variants]


def read(turn: Turn, topic_id: str, taal: str = "nl", index: str = "1") -> Plan:
    """Show one text; the message remembers which, so that a reply to it is the new text."""
    topic = turn.store.answers.topic(topic_id)
    if topic is None or taal not in TALEN or not index.isdigit() or int(index) >= len(variants(topic)):
        return turn.notice(unreadable.old_button(turn.w))
    variant = variants(topic)[int(index)]
    text = turn.store.answers.text(topic_id, taal, variant) or Answered(
        topic_id, taal, variant, "–", "missing", "–", turn.now
    )
    shown = wording.faq_text(turn.w, topic, text, TALEN)
    return turn.notice() + turn.showing(shown, _ref(topic_id, taal, variant))


def _ref(topic_id: str, taal: str, variant: str) -> str:
    return f"{REF}:{topic_id}:{taal}:{variant}"


def local(turn: Turn, topic_id: str, index: str = "0", how: str = "") -> Plan:
    """Write a text of a gemeente: choose which, then reply to what is shown."""
    topic, slugs = turn.store.answers.topic(topic_id), list(turn.house.gemeenten)
    if topic is None or how not in ("", *LOCAL) or not index.isdigit() or int(index) >= len(slugs):
        return turn.notice(unreadable.old_button(turn.w))
    if not how:
        return turn.notice() + turn.say(wording.local(turn.w, topic_id, list(turn.house.gemeenten.values())))
    slug = slugs[int(index)]
    variant = LOCAL[how] + slug
    here = turn.store.answers.text(topic_id, "nl", variant)
    shown = wording.write_local(turn.w, topic_id, turn.house.gemeenten[slug], here.text if here else "–")
    return turn.notice() + turn.showing(shown, _ref(topic_id, "nl", variant))


def past(turn: Turn, topic_id: str, taal: str, index: str) -> Plan:
    """Show the last versions of a text."""
    topic = turn.store.answers.topic(topic_id)
    if topic is None or not index.isdigit() or int(index) >= len(variants(topic)):
        return turn.notice(unreadable.old_button(turn.w))
    found = turn.store.answers.versions(topic_id, taal, variants(topic)[int(index)])
    shown = [
        (text, differences(before.text if before else "", text.text))
        for text, before in zip(found, [*found[1:], None], strict=True)
    ]
    return turn.notice() + turn.say(wording.versions(turn.w, topic_id, shown[:VERSIONS]))


def go_back(turn: Turn, number: str) -> Plan:
    """Make an earlier version the current one again."""
    old = turn.store.answers.version(int(number)) if number.isdigit() else None
    if old is None:
        return turn.notice(unreadable.old_button(turn.w))
    here = turn.store.answers.text(old.topic, old.taal, old.variant)
    if here and here.text == old.text:
        return turn.notice("↩️")
    new = back(turn.store, int(number), AUTHOR)
    return turn.notice("↩️") + Plan((new,)) + turn.say(wording.published(turn.w, new.topic))


def target(turn: Turn) -> tuple[Topic, str, str] | None:
    """Return (topic, taal, variant) when a beheerder replies to a text of the FAQ."""
    if not turn.person.beheerder:
        return None
    kind, _, rest = turn.replied_ref.partition(":")
    topic_id, _, rest = rest.partition(":")
    taal, _, variant = rest.partition(":")
    topic = turn.store.answers.topic(topic_id) if kind == REF else None
    return (topic, taal, variant) if topic else None


def propose(turn: Turn, topic: Topic, taal: str, variant: str) -> Plan:
    """Check a new text and show it as readers will see it."""
    text = turn.incoming.text.strip()
    wrong = problem(text, variant)
    if wrong:
        return turn.say(wording.refused(turn.w, wrong))
    data = {"topic": topic.id, "taal": taal, "variant": variant, "text": text, "minor": ""}
    return turn.change(waiting=Waiting("faq", data)) + turn.say(_preview(turn, data))


def _preview(turn: Turn, data: dict[str, str]) -> Text:
    topic = turn.store.answers.topic(data["topic"])
    assert topic is not None
    w = words(data["taal"])
    title = turn.store.answers.text(topic.id, data["taal"], TITLE)
    body = turn.store.answers.text(topic.id, data["taal"], GENERAL)
    new = Answered(topic.id, data["taal"], data["variant"], data["text"], "edited", "", turn.now)
    if data["variant"] == TITLE:
        shown = answers.Shown(topic, (data["text"],), (body or replace(new, text="…"),))
    else:
        shown = answers.Shown(topic, (title.text if title else topic.id,), (new,))
    return wording.preview(turn.w, answers.answer(w, shown), bool(data["minor"]))


def publish(turn: Turn, value: str) -> Plan:
    """Publish, cancel, or say whether it is a minor edit."""
    waiting = turn.person.waiting
    if not turn.person.beheerder or waiting is None or waiting.what != "faq":
        return turn.notice(wording.nothing_to_publish(turn.w))
    data = waiting.data
    if value == "klein":
        data = {**data, "minor": "" if data["minor"] else "ja"}
        return turn.notice() + turn.change(waiting=Waiting("faq", data)) + turn.replace_pressed(_preview(turn, data))
    if value != "ja":
        return turn.notice(wording.cancelled(turn.w)) + turn.change(waiting=None)
    new = PublishAnswer(data["topic"], data["taal"], data["variant"], data["text"], AUTHOR, bool(data["minor"]))
    return (
        turn.notice("📣")
        + turn.change(waiting=None)
        + Plan((new,))
        + turn.say(wording.published(turn.w, data["topic"]))
    )
