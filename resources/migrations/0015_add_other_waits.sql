-- How many people were called there, so that the average of a month can be counted from its days.

ALTER TABLE other_day ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
