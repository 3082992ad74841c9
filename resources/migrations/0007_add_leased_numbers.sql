-- Numbers that a kiosk holds in advance, to go on giving some while it cannot reach the branch. They
-- are taken from the end of a line's range, so that the numbers the branch gives stay without a gap.

-- The lowest number of the day that a kiosk holds, NULL while none does: the branch gives those below.
ALTER TABLE waiting_line ADD COLUMN leased_from INTEGER CHECK (leased_from >= 1);
-- How many numbers kiosks have taken in advance.
ALTER TABLE waiting_line ADD COLUMN leased INTEGER NOT NULL DEFAULT 0 CHECK (leased >= 0);
-- How many of them were given to people whom the branch heard of too late to call.
ALTER TABLE waiting_line ADD COLUMN lapsed INTEGER NOT NULL DEFAULT 0 CHECK (lapsed >= 0);
