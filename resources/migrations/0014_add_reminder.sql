-- The branch head asks a counter to end its break: a call to that counter alone, not from a kiosk.

ALTER TABLE help_request ADD COLUMN counter INTEGER;
