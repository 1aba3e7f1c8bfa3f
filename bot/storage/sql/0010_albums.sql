ALTER TABLE outbox ADD COLUMN album TEXT;
CREATE INDEX outbox_album ON outbox (chat_id, album) WHERE album IS NOT NULL;
ALTER TABLE attachment ADD COLUMN album TEXT;
