"""The command line with word buckets in place of the embedder: for tests that start many processes.

FILE_LIMIT in the environment is the most bytes that a file may have, as on a disk that is almost full.
"""

import os

from corpus import library
from corpus.tokens import count_tokens
from tests.fakes import WordBuckets
from ui.cli import main

if __name__ == "__main__":
    if limit := os.environ.get("FILE_LIMIT"):
        import resource

        count_tokens("")  # unpacks its vocabulary into a file, elsewhere
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    vars(library)["Embedder"] = WordBuckets
    main()
