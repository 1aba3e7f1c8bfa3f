"""What a sleutelpersoon can do beside what everybody can."""

from bot.telegram.context import Verb
from bot.usecases.advice import letter_reading, signalling
from bot.usecases.after import afterwards, complaining, debriefing
from bot.usecases.content import proposing, recording, reviewing
from bot.usecases.queue import availability, claiming, handing, roostering
from bot.usecases.talk import helping, noting, replying, together

COMMANDS: dict[str, Verb] = {
    "wachtrij": handing.queue,
    "overdragen": handing.command,
    "notitie": noting.command,
    "herinner": helping.remind,
    "snel": replying.command,
    "protocol": helping.protocol,
    "melden": complaining.report,
    "beschikbaar": availability.available,
    "afwezig": availability.absent,
    "rooster": roostering.show,
    "vertalingen": reviewing.begin,
    "signaal": signalling.begin,
}
BUTTONS: dict[str, Verb] = {
    "neem": claiming.claim,
    "sla": claiming.skip,
    "actief": claiming.switch,
    "geef": claiming.give_back,
    "overdraag": handing.choose,
    "aan": handing.chosen,
    "draag": handing.without_note,
    "erbij": together.ask,
    "mee": together.join,
    "niet": together.decline,
    "notitie": noting.press,
    "stuur": helping.send_answer,
    "nietmij": helping.not_for_me,
    "meld": complaining.pressed,
    "herinner": helping.reminded,
    "snel": replying.send,
    "rooster": roostering.change,
    "vtaal": reviewing.choose,
    "vert": reviewing.judge,
    "vzet": reviewing.settle,
    "stem": recording.remove,
    "signaal": signalling.press,
    "afloop": afterwards.conclude,
    "leer": proposing.press,
    "na": debriefing.press,
    "lezer": letter_reading.press,
}
