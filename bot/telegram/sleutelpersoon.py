"""What a sleutelpersoon can do beside what everybody can."""

from bot.telegram.context import Verb
from bot.usecases import (
    afterwards,
    availability,
    claiming,
    handing,
    letter_reading,
    noting,
    proposing,
    recording,
    reviewing,
    roostering,
    signalling,
)

COMMANDS: dict[str, Verb] = {
    "wachtrij": handing.queue,
    "overdragen": handing.command,
    "notitie": noting.command,
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
    "notitie": noting.press,
    "rooster": roostering.change,
    "vtaal": reviewing.choose,
    "vert": reviewing.judge,
    "vzet": reviewing.settle,
    "stem": recording.remove,
    "signaal": signalling.press,
    "afloop": afterwards.conclude,
    "leer": proposing.press,
    "lezer": letter_reading.press,
}
