CREATE TABLE flow (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    level REAL NOT NULL,
    urgent REAL NOT NULL,
    excess REAL NOT NULL,
    until TEXT,
    muted INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    strikes INTEGER NOT NULL
);
CREATE INDEX flow_until ON flow (until) WHERE until IS NOT NULL;
