CREATE TABLE added_example (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    taal TEXT NOT NULL,
    topic TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (taal, text)
);
