"""Search by words: the only module that knows tantivy.

BM25 over stemmed English words (tantivy's "en_stem": Porter's stemmer in Snowball's form).
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import tantivy

# Words that stand in almost every paragraph: they cost time and rank nothing.
_COMMON = frozenset(
    """a about all an and any are as at be been being but by can could did do does for from get got had has have how i
    in into is it its me my of on or our shall should so some such than that the their them then there these they this
    those to us was we were what when where which while who whom whose why will with would you your""".split()
)
_ANALYSER = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.stemmer("english"))
    .build()
)
_HEAP = 64_000_000  # bytes that tantivy may hold before it writes a segment; its least is 15 million


def content_words(text: str) -> list[str]:
    """The words of a text that can rank a paragraph, lower case, in order."""
    return [word for word in re.findall(r"[^\W_]+", text.lower()) if word not in _COMMON]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in lower case, as the index holds it: "assess" of "assessments"."""
    stems = _ANALYSER.analyze(word)
    return str(stems[0]) if stems else word


class Words:
    """Chunk ids by the words of their text."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index

    def change(self, removed: Iterable[str], added: Sequence[tuple[str, str, str]]) -> None:
        """Remove every chunk of the `removed` reports, then add chunks (id, report id, text); both or neither."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for report_id in removed:
            writer.delete_documents_by_term("report", report_id)
        for chunk_id, report_id, text in added:
            writer.add_document(tantivy.Document(id=chunk_id, report=report_id, text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def find(self, text: str, limit: int, within: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The ids of the chunks that hold the words of a text and their BM25 scores, best first.

        `within` are the reports to look in; None means all of them.
        """
        words = content_words(text)
        if not words or (within is not None and not within):
            return []
        query = self._inside(self._index.parse_query(" ".join(words), ["text"]), within)
        searcher = self._index.searcher()
        hits = searcher.search(query, limit).hits
        return [(str(searcher.doc(address)["id"][0]), float(score)) for score, address in hits]

    def mentions(self, phrase: str, within: Collection[str] | None = None) -> int:
        """How many chunks hold a word or phrase, in any form of its words; `within` these reports, or all."""
        words = re.findall(r"[^\W_]+", phrase.lower())
        if not words:
            return 0
        query = self._index.parse_query('"' + " ".join(words) + '"', ["text"])
        found = self._index.searcher().search(self._inside(query, within), 1, count=True)
        return int(found.count)  # type: ignore[attr-defined]  # tantivy's stub leaves it out

    def _inside(self, query: tantivy.Query, within: Collection[str] | None) -> tantivy.Query:
        """The same query, for these reports only."""
        if within is None:
            return query
        here = tantivy.Query.term_set_query(self._index.schema, "report", sorted(within))
        inside = tantivy.Query.const_score_query(here, 0.0)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, inside)])

    def count(self) -> int:
        """How many chunks the index holds."""
        return int(self._index.searcher().num_docs)


def settled_files(folder: Path) -> list[Path]:
    """The files of an index, which stay as they are until it is changed again."""
    return sorted(file for file in folder.glob("*") if file.is_file())


def open_folder(folder: Path) -> Words:
    """The index in a folder, made if it is not there. Raises ValueError where the folder cannot be used."""
    folder.mkdir(parents=True, exist_ok=True)
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("report", tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="en_stem")
    return Words(tantivy.Index(builder.build(), path=str(folder)))
