-- How many people were called there, so that the average of a month can be counted from its days. Days of
-- years are kept, and a month asks for its own.

ALTER TABLE other_day ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
CREATE INDEX other_day_by_date ON other_day (business_date);
