"""Tests of nlu/taal."""
