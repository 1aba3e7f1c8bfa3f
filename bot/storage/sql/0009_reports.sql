CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hulpvraag_id INTEGER NOT NULL REFERENCES hulpvraag (id) ON DELETE CASCADE,
    nieuwkomer_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    helper_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    by_helper INTEGER NOT NULL,
    reason TEXT NOT NULL,
    words TEXT,
    created_at TEXT NOT NULL,
    expired_at TEXT,
    verdict TEXT,
    decided_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    decided_at TEXT
);
CREATE INDEX report_nieuwkomer ON report (nieuwkomer_id);
ALTER TABLE person ADD COLUMN blocked_until TEXT;
DROP INDEX hulpvraag_one_open;
CREATE UNIQUE INDEX hulpvraag_one_open ON hulpvraag (nieuwkomer_id) WHERE state IN ('waiting', 'claimed', 'held');
