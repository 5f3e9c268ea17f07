"""What can go wrong, as one tree of exceptions whose messages say what to do.

WhowhomError
├── VocabularyError   a vocabulary file is missing or malformed
├── CoderError        the parser or its model cannot be loaded
└── InputError        the user's arguments make no sense together
"""

from __future__ import annotations


class WhowhomError(Exception):
    """Any error that whowhom raises on purpose."""


class VocabularyError(WhowhomError):
    """A vocabulary file is missing, malformed or names what does not exist."""


class CoderError(WhowhomError):
    """The parser or a model cannot be loaded."""


class InputError(WhowhomError):
    """The arguments or the input make no sense."""
