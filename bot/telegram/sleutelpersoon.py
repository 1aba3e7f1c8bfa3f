"""What a sleutelpersoon can do beside what everybody can."""

from bot.telegram.context import Verb
from bot.usecases import availability, claiming, recording, reviewing

COMMANDS: dict[str, Verb] = {
    "wachtrij": availability.queue,
    "beschikbaar": availability.available,
    "afwezig": availability.absent,
    "vertalingen": reviewing.begin,
}
BUTTONS: dict[str, Verb] = {
    "neem": claiming.claim,
    "sla": claiming.skip,
    "actief": claiming.switch,
    "geef": claiming.give_back,
    "vtaal": reviewing.choose,
    "vert": reviewing.judge,
    "vzet": reviewing.settle,
    "stem": recording.remove,
}
