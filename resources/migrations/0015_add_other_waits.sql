-- Of the waits at other branches the median and what nine of ten did not exceed, in seconds, in the place
-- of their average; none: nobody was called, or the centre has not told since.

ALTER TABLE other_day DROP COLUMN wait_s;
ALTER TABLE other_day ADD COLUMN wait_median_s INTEGER;
ALTER TABLE other_day ADD COLUMN wait_p90_s INTEGER;
