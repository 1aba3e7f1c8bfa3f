CREATE TABLE signal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    thema TEXT,
    gemeente TEXT,
    text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    answer TEXT,
    action TEXT,
    answered_at TEXT,
    answers INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE signal_support (
    signal_id INTEGER NOT NULL REFERENCES signal (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (signal_id, person_id)
);
CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    paragraphs TEXT NOT NULL,
    created_at TEXT NOT NULL,
    ended_at TEXT,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE letter_reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    state TEXT NOT NULL,
    unclear TEXT NOT NULL,
    remarks TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    UNIQUE (letter_id, person_id)
);
