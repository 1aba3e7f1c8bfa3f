"""`python -m nlu.measuring MODEL…`: serve each model as the bot does, and print what an answer and a swap cost.

Milliseconds one at a time (p50, p95), answers a second when many ask at once, milliseconds for texts of growing length,
and memory in MB before and after five swaps. Several models, of other pipelines too, stand beside each other in a run.
"""

import argparse
import asyncio
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from nlu.development import load_questions
from nlu.measuring.served import NoModel, Served, serving

QUESTIONS = Path(__file__).resolve().parent.parent / "development"
_WARM, _SWAPS = 50, 5
_AT_ONCE = (4, 16)
_LENGTHS = (100, 1_000, 10_000)
_SENTENCE = "Ik heb een brief van DUO gekregen over mijn inburgering en ik weet niet wat ik moet doen. "


def questions(folder: Path, count: int) -> list[str]:
    """So many questions from `<taal>.tsv`, drawn by chance, always the same ones."""
    texts = [question.text for question in load_questions(folder, "rapport")]
    return random.Random(0).sample(texts, min(count, len(texts)))


async def one_at_a_time(served: Served, texts: Sequence[str]) -> str:
    """Milliseconds when each question waits for the one before it."""
    for text in texts[:_WARM]:
        await served.parse(text)
    took = sorted([await served.parse(text) for text in texts])
    return f"one at a time: p50 {took[len(took) // 2]:.1f} ms, p95 {took[int(len(took) * 0.95)]:.1f} ms"


async def at_once(served: Served, texts: Sequence[str], people: int) -> str:
    """Answers a second when so many people ask, each waiting for his own answer only."""
    left = iter([*texts, *texts])

    async def ask() -> None:
        for text in left:
            await served.parse(text)

    began = time.monotonic()
    await asyncio.gather(*[ask() for _ in range(people)])
    return f"{people} at once: {2 * len(texts) / (time.monotonic() - began):.1f} a second"


async def long_texts(served: Served) -> str:
    """Milliseconds for texts of growing length."""
    parts = []
    for length in _LENGTHS:
        text = (_SENTENCE * (length // len(_SENTENCE) + 1))[:length]
        took = sorted([await served.parse(text) for _ in range(9)])
        parts.append(f"{length} characters {took[4]:.0f} ms")
    return ", ".join(parts)


async def swaps(served: Served, models: Sequence[Path], texts: Sequence[str]) -> str:
    """Memory before and after five swaps, with some questions after each."""
    before = served.memory()
    for number in range(_SWAPS):
        await served.swap(models[(number + 1) % len(models)])
        for text in texts[:_WARM]:
            await served.parse(text)
    return f"memory: {before} MB, after {_SWAPS} swaps {served.memory()} MB"


async def measure(models: Sequence[Path], texts: Sequence[str]) -> None:
    """Print the figures of each model as they come."""
    for model in models:
        print(model.name, flush=True)
        async with serving(model) as served:
            print(f"  {await one_at_a_time(served, texts)}", flush=True)
            for people in _AT_ONCE:
                print(f"  {await at_once(served, texts, people)}", flush=True)
            print(f"  {await long_texts(served)}", flush=True)
            print(f"  {await swaps(served, [model, *models], texts)}", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure as the command line asks; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m nlu.measuring", description="Measure served models.")
    parser.add_argument("models", type=Path, nargs="+", metavar="MODEL", help="archives that nlu.train or Rasa made")
    parser.add_argument("--questions", type=int, default=800, help="how many questions of nlu/development are asked")
    chosen = parser.parse_args(arguments)
    for model in chosen.models:
        if not model.is_file():
            print(f"There is no model {model}. Train one: make model, or python -m nlu.train.", file=sys.stderr)
            return 1
    texts = questions(QUESTIONS, max(chosen.questions, _WARM))
    try:
        asyncio.run(measure([model.resolve() for model in chosen.models], texts))
    except (NoModel, TimeoutError) as failed:
        print(failed or "The server did not start in three minutes.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
