"""A coordinator (or a beheerder where there is no other) decides on reports; nobody decides on his own."""

from dataclasses import replace
from datetime import datetime

from bot.domain.effects import ChangeHulpvraag, ChangePerson, Plan
from bot.domain.endings import OffersAreOver
from bot.domain.hulpvraag import Hulpvraag, State, Step, after
from bot.domain.outgoing import Edit, Send, Text
from bot.domain.people import Person
from bot.domain.reports import DecideReport, ExpireReport, Report, Verdict
from bot.i18n import words
from bot.replies import complaints as to_parties
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import judgements as wording
from bot.replies import unreadable
from bot.storage import Store
from bot.usecases.after import barring
from bot.usecases.queue import offering
from bot.usecases.queue.claiming import return_to_queue
from bot.usecases.queue.desk_rules import rules
from bot.usecases.talk import succeeding
from bot.usecases.turn import House, Turn, on_behalf


def ref(report_id: int) -> str:
    """Return the name under which a report is shown to who decides."""
    return f"melding:{report_id}"


def _may(person: Person, report: Report, now: datetime) -> bool:
    """Return whether somebody may decide: a coordinator or beheerder who is no side of it."""
    if person.id in (report.nieuwkomer_id, report.helper_id) or person.blocked(now):
        return False
    return person.coordinates or person.beheerder


def _deciders(store: Store, report: Report, now: datetime) -> list[Person]:
    """Return the coordinators who may decide, else the beheerders."""
    there = [p for p in store.people.sleutelpersonen() if p.reachable and p.greeted_at and _may(p, report, now)]
    others = [p for p in store.people.beheerders() if p.reachable and _may(p, report, now)]
    return [p for p in there if p.coordinates] or others


def _naam(store: Store, person_id: int | None) -> str:
    return store.people.get(person_id).naam if person_id else ""


def ask(turn: Turn, report: Report) -> Plan:
    """Show a report to everybody who decides and who does not have it yet."""
    asked = set(turn.store.outbox.chats_with(ref(report.id)))
    naam = _naam(turn.store, report.helper_id)
    return Plan(outgoing=tuple(
        Send(p.telegram_id, wording.read(words(p.taal), report, naam), ref(report.id))
        for p in _deciders(turn.store, report, turn.now) if p.telegram_id not in asked
    ))  # fmt: skip


def press(turn: Turn, number: str, verdict: str = "") -> Plan:
    """Read a report, or decide on it: once, whoever comes later is told who did."""
    report = turn.store.reports.get(int(number))
    if not (turn.person.coordinates or turn.person.beheerder):
        return turn.notice(unreadable.old_button(turn.w))
    if report is None:
        return turn.notice() + turn.replace_pressed(wording.gone(turn.w))
    if not _may(turn.person, report, turn.now) or verdict not in ("", *Verdict):
        return turn.notice(unreadable.old_button(turn.w))
    if not report.open:
        by = _naam(turn.store, report.decided_by)
        return turn.notice(wording.decided_before(turn.w, by), alert=True) + turn.replace_pressed(_shown(turn, report))
    return turn.notice("⚖️") + _decide(turn, report, verdict) if verdict else turn.notice() + _show(turn, report)


def _show(turn: Turn, report: Report) -> Plan:
    """Show a report below, and nowhere else in this chat."""
    text = wording.read(turn.w, report, _naam(turn.store, report.helper_id))
    before = turn.incoming.chat_id in turn.store.outbox.chats_with(ref(report.id))
    moved = (Edit(turn.incoming.chat_id, wording.moved(turn.w, report), ref=ref(report.id)),) if before else ()
    return Plan(outgoing=(*moved, Send(turn.incoming.chat_id, text, ref(report.id))))


def _shown(turn: Turn, report: Report) -> Text:
    reported = turn.store.people.get(report.reported_id) if report.reported_id else None
    blocked = report.verdict == Verdict.BLOCK and reported is not None and reported.blocked(turn.now)
    return wording.decided(turn.w, report, _naam(turn.store, report.decided_by), blocked)


def _decide(turn: Turn, report: Report, verdict: str) -> Plan:
    """Keep the decision, carry it out, and tell everybody concerned."""
    decided = replace(report, verdict=verdict, decided_by=turn.person.id, words=())
    until = turn.now + rules(turn.store).block if verdict == Verdict.BLOCK else None
    reported = turn.store.people.get(report.reported_id or 0)
    plan, somebody = Plan((DecideReport(report.id, verdict, turn.person.id),)), None
    if until:
        plan += _block(turn, reported, until)
    else:
        released, somebody = _release(turn, report)
        plan += released
    return plan + _tell_parties(turn, decided, until, somebody) + _tell_deciders(turn, decided, until is not None)


def _tell_parties(turn: Turn, report: Report, until: datetime | None, somebody: bool | None) -> Plan:
    """Tell both sides, each in his own language; the nieuwkomer also how it goes on, when it does."""
    reported = turn.store.people.get(report.reported_id or 0)
    mine = somebody if report.by_helper else None
    said = to_parties.outcome_reported(words(reported.taal), report, until, mine)
    sends = [Send(reported.telegram_id, said)]
    if report.reporter_id:
        reporter = turn.store.people.get(report.reporter_id)
        sends.append(Send(reporter.telegram_id, to_parties.outcome_reporter(words(reporter.taal), report)))
    return Plan(outgoing=tuple(sends))


def _tell_deciders(turn: Turn, report: Report, blocks: bool) -> Plan:
    """Replace the report with the decision wherever it was shown: the words go there too."""
    return turn.everywhere(ref(report.id), lambda w: wording.decided(w, report, turn.person.naam, blocks))


def _release(turn: Turn, report: Report) -> tuple[Plan, bool | None]:
    """Put the held hulpvraag back in the queue, unless another report holds it; return also whether anybody is there.

    None tells that nothing was held.
    """
    hulpvraag = turn.store.hulpvragen.get(report.hulpvraag_id)
    if hulpvraag is None or hulpvraag.state is not State.HELD:
        return Plan(), None
    others = turn.store.reports.of_hulpvraag(hulpvraag.id)
    if any(each.id != report.id and barring.holds(turn, each) for each in others):
        return Plan(), None
    waiting = replace(hulpvraag, state=State.WAITING)
    to, wave = offering.receivers(turn.house, waiting, turn.now)
    changes = {"state": after(hulpvraag.state, Step.DECIDE), "wave": wave, "wave_at": turn.now}
    changed = ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes)
    again = Plan((changed, OffersAreOver(offering.ref(hulpvraag.id))))
    return again + offering.offer(turn, waiting, to), bool(to)


def _block(turn: Turn, person: Person, until: datetime) -> Plan:
    """Let somebody have no conversations with people until a moment; what waits for him or with him goes on without."""
    changes: dict[str, object] = {"blocked_until": until}
    who, plan = person.sleutelpersoon, Plan()
    if who:
        changes |= {"sleutelpersoon": replace(who, available=False), "active_hulpvraag": None}
        there = on_behalf(turn.house, person, turn.now)
        plan += succeeding.part_from_all(there)
        for hulpvraag in turn.store.hulpvragen.of_sleutelpersoon(person.id):
            plan += succeeding.succeed(there, hulpvraag) or _without(turn, hulpvraag, person)
        plan += _tell_beheerders(turn, person, until)
    own = turn.store.hulpvragen.of_nieuwkomer(person.id)
    if own and (state := after(own.state, Step.BLOCK)):
        ended = ChangeHulpvraag(own.id, own.version, {"state": state})
        told = (Send(person.telegram_id, barring.blocked(turn.house, person, until)),) if who else ()
        plan += Plan((ended,), told) + offering.retract(turn, own.id)
    return Plan((ChangePerson(person, changes),)) + plan


def _tell_beheerders(turn: Turn, person: Person, until: datetime) -> Plan:
    naam = person.naam
    told = (p for p in turn.store.people.beheerders() if p.id != person.id)
    return Plan(outgoing=tuple(Send(p.telegram_id, wording.helper_blocked(words(p.taal), naam, until)) for p in told))


def _without(turn: Turn, hulpvraag: Hulpvraag, person: Person) -> Plan:
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    again, somebody = return_to_queue(turn, hulpvraag, person)
    said = to_nieuwkomer.given_back(words(nieuwkomer.taal), person.naam, hulpvraag.id, somebody)
    return Plan(outgoing=(Send(nieuwkomer.telegram_id, said),)) + again


def lift(person: Person) -> Plan:
    """Take a block away before its time, and tell whose it was."""
    said = to_parties.lifted(words(person.taal), person.sleutelpersoon is not None)
    return Plan((ChangePerson(person, {"blocked_until": None}),), (Send(person.telegram_id, said),))


def lifted(turn: Turn, number: str) -> Plan:
    """Take a block away by a button: a coordinator or beheerder does, never for himself."""
    mine = turn.person.coordinates or turn.person.beheerder
    person = next((p for p in turn.store.people.blocked(turn.now) if str(p.id) == number), None)
    if not mine or turn.person.blocked(turn.now) or person is None:
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice(wording.unblocked(turn.w)) + lift(person) + turn.say(Text(wording.unblocked(turn.w)))


def listed(turn: Turn) -> Plan:
    """Show a coordinator what waits for a decision and who is blocked, when there is any."""
    if turn.person.blocked(turn.now):
        return Plan()
    waits = [report for report in turn.store.reports.open() if _may(turn.person, report, turn.now)]
    blocks = [(p.id, p.naam, p.blocked_until) for p in turn.store.people.blocked(turn.now)]
    known = [(number, naam, until) for number, naam, until in blocks if until]
    return turn.say(wording.listed(turn.w, waits, known)) if waits or known else Plan()


def look(house: House, number: int, now: datetime) -> Plan:
    """Ask who can decide by now and was not asked; when nobody decides for too long, let the hulpvraag go on."""
    report = house.store.reports.get(number)
    if report is None or not report.open:
        return Plan()
    nieuwkomer = house.store.people.get(report.nieuwkomer_id)
    turn = on_behalf(house, nieuwkomer, now)
    plan = ask(turn, report)
    if report.expired_at is not None or now - report.created_at < rules(house.store).report:
        return plan
    released, somebody = _release(turn, report) if report.by_helper else (Plan(), None)
    told = turn.say(to_parties.goes_on(turn.w, somebody)) if somebody is not None else Plan()
    reminded = tuple(
        Send(p.telegram_id, wording.overdue(words(p.taal), report)) for p in _deciders(house.store, report, now)
    )
    return plan + Plan((ExpireReport(report.id),)) + released + told + Plan(outgoing=reminded)


def forgotten(turn: Turn) -> Plan:
    """Replace the reports that go with this person wherever they were shown."""
    going = [each for each in turn.store.reports.of_person(turn.person.id) if _goes(each, turn.person.id)]
    edits = []
    for report in going:
        for chat_id in turn.store.outbox.chats_with(ref(report.id)):
            person = turn.store.people.at(chat_id)
            if person and report.open and person.id != turn.person.id:
                edits.append(Edit(chat_id, wording.gone(words(person.taal)), ref=ref(report.id)))
    return Plan(outgoing=tuple(edits))


def _goes(report: Report, person_id: int) -> bool:
    """Return whether a report is removed with a person: not what he reported as a sleutelpersoon."""
    return report.nieuwkomer_id == person_id or not report.by_helper
