"""Phrase rules: what their signs mean."""

import pytest

from nlu.taal.rules import BadRuleError, first_fit, read, sentences

LISTS = {"wie": "(man|vrouw)"}


@pytest.mark.parametrize(
    ("rule", "fitting", "other"),
    [
        ("wil dood", "ik wil dood", "ik wil doodgraag"),
        ("sla~", "hij slaat mij", "de bal"),
        ("man .. slaat", "mijn man is boos en slaat", "hij slaat mijn man"),
        ("<wie> .. mij", "een vrouw belt mij", "een kind belt mij"),
        ("brand & huis", "in huis is brand", "de brand is uit"),
        ("brand & !verzekering", "er is brand", "verzekering tegen brand"),
        ("wil (niet )?meer", "ik wil meer", "ik wil veel"),
        ("كوردي", "کوردی", "عربی"),
        ("ضربني", "وضربني", "ضربة"),
        ("çok", "cok güzel", "çoklu"),
    ],
)
def test_a_rule_fits(rule: str, fitting: str, other: str) -> None:
    ready = [read(rule, LISTS)]
    assert first_fit(ready, sentences(fitting)[0])
    assert not first_fit(ready, sentences(other)[0])


def test_sentences_are_apart() -> None:
    assert sentences("Mijn man is boos. Hij slaat! Wat nu?\nHelp") == [
        "mijn man is boos",
        "hij slaat",
        "wat nu",
        "help",
    ]
    assert sentences("  ") == []


@pytest.mark.parametrize("rule", ["(man", "<niemand> slaat", "& !iets", ""])
def test_a_bad_rule_is_named(rule: str) -> None:
    with pytest.raises(BadRuleError, match="rule"):
        read(rule, LISTS)
