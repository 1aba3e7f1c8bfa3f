"""Words of the office: which one a person types, or asks the meaning of."""

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

TERM = "woord:"
LIKENESS = 0.86
SHORTEST_GUESSED = 6
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True)
class Term:
    """A Dutch word that stands in letters; `forms` is what else is typed for it, `topic` says more about it."""

    word: str
    forms: tuple[str, ...] = ()
    topic: str | None = None

    @property
    def key(self) -> str:
        """The name under which its explanations are kept, beside the answers."""
        return TERM + folded(self.word)


def folded(text: str) -> str:
    """Return the words of a text in lower case with single spaces between."""
    return " ".join(_WORD.findall(text.casefold()))


@cache
def _by_form(terms: tuple[Term, ...]) -> dict[str, Term]:
    """Return folded form → term, the longest form first: every question is held against them."""
    found = {folded(form): term for term in terms for form in (term.word, *term.forms)}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def find(text: str, terms: tuple[Term, ...]) -> Term | None:
    """Return the term that a text is, small typing mistakes forgiven, or None."""
    typed, by_form = folded(text), _by_form(terms)
    if typed in by_form:
        return by_form[typed]
    if len(typed) < SHORTEST_GUESSED:
        return None
    near = difflib.get_close_matches(typed, by_form, 1, LIKENESS)
    return by_form[near[0]] if near else None


def asked(text: str, terms: tuple[Term, ...], asking: Mapping[str, Collection[str]]) -> Term | None:
    """Return the term whose meaning a text asks: nothing is left of it but words of `asking` (taal → words)."""
    typed = folded(text)
    known = {word for words in asking.values() for word in words}
    for form, term in _by_form(terms).items():
        before, found, after = f" {typed} ".partition(f" {form} ")
        rest = [*before.split(), *after.split()]
        if found and rest and known.issuperset(rest):
            return term
    return None
