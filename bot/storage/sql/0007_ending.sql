ALTER TABLE hulpvraag ADD COLUMN outcome_at TEXT;
CREATE TABLE proposal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    taal TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT,
    created_at TEXT NOT NULL,
    settled_at TEXT,
    topic TEXT
);
