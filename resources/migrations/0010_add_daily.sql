-- Closed days rolled up, so that months and years are read without their tickets. All of it follows from
-- tickets, legs and visits: it is written when a day closes, goes when the day is opened again, and
-- `verify` counts anew. A closed day without a row is counted from its tickets.

CREATE TABLE daily (
    business_date TEXT    NOT NULL REFERENCES business_day (business_date),
    group_letter  TEXT    NOT NULL CHECK (length(group_letter) = 1),
    issued        INTEGER NOT NULL,
    served        INTEGER NOT NULL,
    no_show       INTEGER NOT NULL,
    cancelled     INTEGER NOT NULL,
    expired       INTEGER NOT NULL,
    waits         INTEGER NOT NULL,
    wait_ms       BIGINT  NOT NULL,
    services      INTEGER NOT NULL,
    service_ms    BIGINT  NOT NULL,
    accepted      INTEGER NOT NULL,
    supplement    INTEGER NOT NULL,
    refused       INTEGER NOT NULL,
    advised       INTEGER NOT NULL,
    handed_over   INTEGER NOT NULL,
    PRIMARY KEY (business_date, group_letter)
);

-- body: see encoded() of core/dayrollup.h.
CREATE TABLE daily_legs (
    business_date TEXT NOT NULL PRIMARY KEY REFERENCES business_day (business_date),
    body          TEXT NOT NULL
);
