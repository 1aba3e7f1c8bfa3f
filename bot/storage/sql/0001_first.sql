CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bot_id INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    chat_id INTEGER,
    raw TEXT,
    state TEXT NOT NULL DEFAULT 'new',
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    received_at TEXT NOT NULL,
    UNIQUE (bot_id, update_id)
);
CREATE INDEX inbox_new ON inbox (id) WHERE state = 'new';
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    method TEXT NOT NULL,
    payload TEXT,
    ref TEXT,
    target_ref TEXT,
    message_id INTEGER,
    state TEXT NOT NULL DEFAULT 'queued',
    attempts INTEGER NOT NULL DEFAULT 0,
    plain INTEGER NOT NULL DEFAULT 0,
    not_before TEXT,
    error TEXT,
    created_at TEXT NOT NULL
);
CREATE INDEX outbox_queued ON outbox (chat_id, id) WHERE state = 'queued';
CREATE INDEX outbox_ref ON outbox (ref) WHERE ref IS NOT NULL;
CREATE INDEX outbox_place ON outbox (chat_id, message_id) WHERE message_id IS NOT NULL;
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_id INTEGER NOT NULL UNIQUE,
    taal TEXT NOT NULL,
    taal_chosen INTEGER NOT NULL DEFAULT 0,
    gemeente TEXT,
    doelgroep TEXT,
    wet TEXT,
    reachable INTEGER NOT NULL DEFAULT 1,
    naam TEXT,
    talen TEXT,
    gemeenten TEXT,
    rollen TEXT,
    available INTEGER NOT NULL DEFAULT 0,
    active_hulpvraag INTEGER,
    waiting TEXT,
    attachments TEXT,
    last_question TEXT,
    last_topic TEXT,
    misses INTEGER NOT NULL DEFAULT 0,
    greeted_at TEXT,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE question (
    ref INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    taal TEXT NOT NULL,
    text TEXT NOT NULL,
    decision TEXT NOT NULL,
    topic TEXT,
    confidence REAL NOT NULL,
    helpful INTEGER,
    created_at TEXT NOT NULL
);
CREATE INDEX question_person ON question (person_id);
CREATE TABLE hulpvraag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    nieuwkomer_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    taal TEXT NOT NULL,
    gemeente TEXT NOT NULL,
    thema TEXT,
    state TEXT NOT NULL,
    sleutelpersoon_id INTEGER REFERENCES person (id),
    question TEXT,
    created_at TEXT NOT NULL,
    claimed_at TEXT,
    ended_at TEXT,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX hulpvraag_one_open ON hulpvraag (nieuwkomer_id) WHERE state IN ('waiting', 'claimed');
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hulpvraag_id INTEGER NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    kind TEXT NOT NULL
);
CREATE TABLE skip (
    hulpvraag_id INTEGER NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (hulpvraag_id, person_id)
);
CREATE TABLE relayed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hulpvraag_id INTEGER NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
    from_person INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (chat_id, message_id)
);
CREATE TABLE invitation (
    secret_hash TEXT PRIMARY KEY,
    by_person INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_by INTEGER,
    used_at TEXT
);
CREATE TABLE topic (
    id TEXT PRIMARY KEY,
    thema TEXT NOT NULL,
    position INTEGER NOT NULL,
    emoji TEXT NOT NULL,
    sources TEXT NOT NULL,
    peildatum TEXT NOT NULL,
    volatile INTEGER NOT NULL,
    human INTEGER NOT NULL,
    related TEXT NOT NULL
);
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    taal TEXT NOT NULL,
    variant TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    author TEXT NOT NULL,
    seed_hash TEXT,
    minor INTEGER NOT NULL DEFAULT 0,
    current INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX answer_current ON answer (topic, taal, variant) WHERE current = 1;
CREATE TABLE kept (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE VIRTUAL TABLE example USING fts5 (words, intent UNINDEXED, taal UNINDEXED, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE example_vocab USING fts5vocab (example, 'row');
