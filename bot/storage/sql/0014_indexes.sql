CREATE INDEX hulpvraag_state ON hulpvraag (state);
CREATE INDEX hulpvraag_nieuwkomer ON hulpvraag (nieuwkomer_id, id);
CREATE INDEX hulpvraag_last_helper ON hulpvraag (last_helper_id) WHERE last_helper_id IS NOT NULL;
CREATE INDEX attachment_hulpvraag ON attachment (hulpvraag_id);
CREATE INDEX relayed_hulpvraag ON relayed (hulpvraag_id);
