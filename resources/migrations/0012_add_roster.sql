-- Who is expected on a day, and where. Whoever is taken off stays with active FALSE. starts is HH:MM,
-- empty for the branch's own opening; agency is whose the seconded person is.

CREATE TABLE roster (
    business_date TEXT    NOT NULL CHECK (length(business_date) = 10),
    staff         TEXT    NOT NULL REFERENCES staff (code),
    counter       INTEGER REFERENCES counter (number),
    starts        TEXT    NOT NULL,
    agency        TEXT    NOT NULL,
    active        BOOLEAN NOT NULL,
    changed_seq   BIGINT  NOT NULL,
    PRIMARY KEY (business_date, staff)
);

CREATE INDEX roster_by_change ON roster (changed_seq);
