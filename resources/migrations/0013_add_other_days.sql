-- What other branches came to, as the centre told at the end of the last sync: totals of the last days,
-- for people to look at. None of it is a fact of this branch: no events, never sent.

CREATE TABLE other_day (
    branch        TEXT    NOT NULL,
    business_date TEXT    NOT NULL,
    place         INTEGER NOT NULL, -- in the city's register
    name_vi       TEXT    NOT NULL,
    name_en       TEXT    NOT NULL,
    issued        INTEGER NOT NULL CHECK (issued >= 0),
    served        INTEGER NOT NULL CHECK (served >= 0),
    wait_s        INTEGER,          -- the average; none: nobody was called
    accepted      INTEGER NOT NULL CHECK (accepted >= 0),
    told_at       BIGINT  NOT NULL, -- the PC's clock, UTC ms
    PRIMARY KEY (branch, business_date)
);
