"""Understanding what was typed: Rasa with our components; nlu.taal is the part without Rasa."""
