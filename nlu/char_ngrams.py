"""Character n-grams: what the sentence encoder misses in typos, names and office words, folded into a short vector."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.encoder import Vectors
from nlu.geometry import one_long

_ENOUGH = 25_000  # texts that show the main axes as well as all of them do


class CharNgrams:
    """Tf-idf of character n-grams (1 to 4, within words) on its main axes; kept on disk as plain arrays."""

    def __init__(self, dimensions: int = 600, most: int = 40_000) -> None:
        """Keep the `most` frequent n-grams, and of what they say together `dimensions` numbers."""
        self._dimensions = dimensions
        self._tfidf = _vectorizer(most, None)
        self._axes: NDArray[np.float16] = np.zeros((0, 0), dtype=np.float16)

    def fit(self, texts: Sequence[str]) -> "CharNgrams":
        """Learn which n-grams there are, how telling each is, and the main axes. Returns itself."""
        rows = self._tfidf.fit_transform(texts)
        dimensions = min(self._dimensions, min(rows.shape) - 1)
        chance = np.random.default_rng(0)
        some = rows if rows.shape[0] <= _ENOUGH else rows[np.sort(chance.permutation(rows.shape[0])[:_ENOUGH])]
        folding = TruncatedSVD(dimensions, n_iter=3, random_state=0).fit(some)
        self._axes = np.ascontiguousarray(folding.components_.T, dtype=np.float16)
        return self

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row a text, one long; all zeros when nothing in the text is known."""
        counted = self._tfidf.transform(texts)
        rows = np.zeros((len(texts), self._axes.shape[1]), dtype=np.float32)
        for index, row in enumerate(rows):
            known = slice(counted.indptr[index], counted.indptr[index + 1])
            # The axes stay at half precision in memory; only those of this text are widened.
            row += counted.data[known] @ self._axes[counted.indices[known]].astype(np.float32)
        return one_long(rows)

    def save(self, folder: Path) -> None:
        """Write the n-grams as JSON, their weights and the axes as arrays."""
        ngrams = sorted(self._tfidf.vocabulary_, key=self._tfidf.vocabulary_.get)
        (folder / "ngrams.json").write_text(json.dumps(ngrams), encoding="utf-8")
        np.savez(folder / "ngrams.npz", idf=self._tfidf.idf_, axes=self._axes)

    @classmethod
    def load(cls, folder: Path) -> "CharNgrams":
        """Read what `save` wrote."""
        loaded = cls()
        ngrams = json.loads((folder / "ngrams.json").read_text(encoding="utf-8"))
        loaded._tfidf = _vectorizer(None, {ngram: index for index, ngram in enumerate(ngrams)})
        with np.load(folder / "ngrams.npz", allow_pickle=False) as stored:
            loaded._tfidf.idf_ = stored["idf"]
            loaded._axes = stored["axes"]
        return loaded


def _vectorizer(most: int | None, vocabulary: dict[str, int] | None) -> Any:
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(1, 4),
        sublinear_tf=True,
        lowercase=False,
        max_features=most,
        vocabulary=vocabulary,
        dtype=np.float32,
    )
