ALTER TABLE answer ADD COLUMN reviewer INTEGER REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE answer ADD COLUMN outdated_at TEXT;
ALTER TABLE answer ADD COLUMN status_before TEXT;
CREATE TABLE review (
    topic TEXT NOT NULL,
    variant TEXT NOT NULL,
    taal TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    skipped INTEGER NOT NULL DEFAULT 0,
    shown_at TEXT NOT NULL,
    PRIMARY KEY (topic, variant, taal, person_id)
);
CREATE TABLE recording (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    taal TEXT NOT NULL,
    variant TEXT NOT NULL,
    answer_id INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    bot_id INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    file TEXT,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    current INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX recording_current ON recording (topic, taal, variant) WHERE current = 1;
CREATE TABLE law_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    starts_on TEXT NOT NULL,
    topics TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE TABLE confirmation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    confirmed_on TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at TEXT NOT NULL
);
