"""What can go wrong with understanding, as sentences."""


class RasaUnavailable(Exception):
    """Rasa did not answer in time, or not as expected."""


class TrainingFailed(Exception):
    """The training did not give a model; the message is what it said."""
