"""What a beheerder can do beside what everybody can."""

from bot.telegram.context import Verb
from bot.usecases.advice import answering, letters, reporting
from bot.usecases.content import changing, editing, learning, weighing
from bot.usecases.people import joining

COMMANDS: dict[str, Verb] = {
    "beheer": reporting.overview,
    "cijfers": reporting.figures,
    "uitnodigen": joining.invite,
    "signalen": answering.overview,
    "brief": letters.begin,
}
BUTTONS: dict[str, Verb] = {
    "faq": editing.read,
    "faqlees": editing.read,
    "faqzet": editing.publish,
    "faqversies": editing.past,
    "faqterug": editing.go_back,
    "faqlokaal": editing.local,
    "faqoud": changing.list_due,
    "faqklopt": changing.still_valid,
    "signalen": answering.press,
    "brief": letters.manage,
    "voorstel": weighing.press,
    "gemist": learning.press,
}
