CREATE TABLE held (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hulpvraag_id INTEGER NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reply_to INTEGER,
    text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (chat_id, message_id)
);
CREATE TABLE saved_reply (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    naam TEXT NOT NULL,
    taal TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (person_id, naam, taal)
);
CREATE INDEX note_hulpvraag ON note (hulpvraag_id);
