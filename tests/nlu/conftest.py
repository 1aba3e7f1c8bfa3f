"""A handful of examples in three languages, and the model that Rasa makes of them, trained once a run."""

import asyncio
import importlib
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]

TINY = {
    "nl": {
        "exam_costs": [
            "wat kost het inburgeringsexamen",
            "hoeveel euro moet ik betalen voor het examen",
            "prijs examen",
            "is het examen duur",
            "kosten van een examen",
            "examengeld betalen",
        ],
        "huurtoeslag": [
            "hoe vraag ik huurtoeslag aan",
            "krijg ik geld voor mijn huur",
            "huurtoeslag aanvragen",
            "mijn huur is te hoog, is er toeslag",
            "toeslag voor de huur van mijn woning",
            "recht op huurtoeslag",
        ],
        "buiten_bereik": [
            "wie wint de voetbalwedstrijd",
            "recept voor soep",
            "hoe laat is het in Tokio",
            "vertel een mop",
        ],
    },
    "en": {
        "exam_costs": [
            "how much does the integration exam cost",
            "exam price",
            "do I pay for the exam",
            "what is the fee of the exam",
            "is the exam expensive",
        ],
        "huurtoeslag": [
            "how do I apply for rent benefit",
            "my rent is too high, is there any allowance",
            "rent allowance",
            "can I get money for my rent",
            "housing benefit application",
        ],
        "buiten_bereik": [
            "who wins the football match",
            "give me a recipe for soup",
            "tell me a joke",
        ],
    },
    "ar": {
        "exam_costs": [
            "كم يكلف امتحان الاندماج",
            "سعر الامتحان",
            "هل الامتحان غالي",
            "قديش لازم ادفع للامتحان",
            "رسوم الامتحان",
        ],
        "huurtoeslag": [
            "كيف اقدم على بدل الايجار",
            "ايجار بيتي غالي في مساعدة",
            "مساعدة الايجار",
            "طلب بدل ايجار",
            "بدي مصاري للايجار",
        ],
        "buiten_bereik": [
            "مين ربح مباراة كرة القدم",
            "وصفة شوربة",
            "احكيلي نكتة",
        ],
    },
}  # fmt: skip


def pytest_configure() -> None:
    """Import Rasa before the tests: its imports warn of their own future, and a warning is an error here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        importlib.import_module("rasa.model_training")
        importlib.import_module("rasa.engine.recipes.default_components")
    # Rasa's web server puts another event loop in place for the whole process; the bot never runs in one with it.
    asyncio.set_event_loop_policy(None)


def write_examples(folder: Path, examples: dict[str, dict[str, list[str]]]) -> Path:
    """Write examples as `<folder>/<taal>/klein.yml`; returns the folder."""
    for taal, intents in examples.items():
        (folder / taal).mkdir(parents=True)
        (folder / taal / "klein.yml").write_text(yaml.safe_dump(intents, allow_unicode=True), encoding="utf-8")
    return folder


# Runs a module while it writes down every address that Python asks for or connects to.
WATCHED = """
import runpy, sys
log, module = sys.argv[1:3]
sys.argv = [module, *sys.argv[3:]]
def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        with open(log, "a") as stream:
            print(address[0] if isinstance(address, tuple) else address, file=stream)
sys.addaudithook(watch)
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""


def watched(log: Path, module: str, *arguments: str) -> list[str]:
    """The command that runs a module and writes every address that it turns to in `log`, one a line."""
    return [sys.executable, "-c", WATCHED, str(log), module, *arguments]


def run_train(data: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m nlu.train` as the bot does; whom it turned to stands in `<out>/addresses`."""
    command = watched(out / "addresses", "nlu.train", "--data", str(data), "--out", str(out))
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of examples."""
    return write_examples(tmp_path_factory.mktemp("data") / "data", TINY)


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of models."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def model(tiny: Path, models: Path) -> Path:
    """A model that knows two topics in three languages."""
    run = run_train(tiny, models)
    assert run.returncode == 0, run.stderr
    return Path(run.stdout.strip())
