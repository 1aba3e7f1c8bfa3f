ALTER TABLE hulpvraag ADD COLUMN second_id INTEGER;
ALTER TABLE hulpvraag ADD COLUMN second_rol TEXT;
