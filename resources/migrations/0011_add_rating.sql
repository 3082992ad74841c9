-- What citizens said of a visit: one rating for each leg that was served. Whose work it was is the leg's
-- own affair. content and note are sealed and empty where nobody wrote anything; a comment has a state.

CREATE TABLE rating (
    id            TEXT    NOT NULL PRIMARY KEY,
    ticket_id     TEXT    NOT NULL,
    leg           INTEGER NOT NULL,
    business_date TEXT    NOT NULL REFERENCES business_day (business_date),
    group_letter  TEXT    NOT NULL REFERENCES ticket_group (letter),
    counter       INTEGER NOT NULL REFERENCES counter (number),
    level         TEXT    NOT NULL CHECK (level IN ('very', 'satisfied', 'not')),
    rated_at      BIGINT  NOT NULL,
    content       TEXT    NOT NULL DEFAULT '',
    state         TEXT    CHECK (state IN ('received', 'handled')),
    handled_by    TEXT    REFERENCES staff (code),
    handled_at    BIGINT  NOT NULL DEFAULT 0,
    note          TEXT    NOT NULL DEFAULT '',
    changed_seq   BIGINT  NOT NULL,
    UNIQUE (ticket_id, leg),
    FOREIGN KEY (ticket_id, leg) REFERENCES leg (ticket_id, ordinal),
    CHECK ((content = '') = (state IS NULL)),
    CHECK ((handled_by IS NOT NULL) = (state IS NOT NULL AND state = 'handled'))
);

CREATE INDEX rating_of_day ON rating (business_date);
CREATE INDEX rating_comment ON rating (state, rated_at) WHERE state IS NOT NULL;
CREATE INDEX rating_by_change ON rating (changed_seq);
