"""Measures what the product promises about speed: python -m tests.benchmarks, or make bench."""

from tests.benchmarks import pages, words

if __name__ == "__main__":
    words.main()
    pages.main()
