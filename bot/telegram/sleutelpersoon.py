"""What a sleutelpersoon can do beside what everybody can."""

from bot.telegram.context import Verb
from bot.usecases import availability, claiming, letter_reading, recording, reviewing, roostering, signalling

COMMANDS: dict[str, Verb] = {
    "wachtrij": availability.queue,
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
    "rooster": roostering.change,
    "vtaal": reviewing.choose,
    "vert": reviewing.judge,
    "vzet": reviewing.settle,
    "stem": recording.remove,
    "signaal": signalling.press,
    "lezer": letter_reading.press,
}
