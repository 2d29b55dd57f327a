"""What the engine writes stays as it is written, word by word (written_corpus.py)."""

from tests.protocols.engine.written_corpus import FOLDER, texts

ADVICE = "python -m tests.protocols.engine.written_corpus, and read the difference"


def test_every_text_is_the_kept_one():
    kept = {path.stem: path.read_text() for path in FOLDER.glob("*.txt")}
    assert texts() == kept, ADVICE
