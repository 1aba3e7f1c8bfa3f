ALTER TABLE hulpvraag ADD COLUMN danger INTEGER NOT NULL DEFAULT 0;
CREATE TABLE spent (
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    PRIMARY KEY (person_id, day)
);
CREATE TABLE avoided (
    hulpvraag_id INTEGER NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (hulpvraag_id, person_id)
);
CREATE TABLE debrief (
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    hulpvraag_id INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    due_at TEXT,
    PRIMARY KEY (person_id, hulpvraag_id)
);
