-- What kiosk, hall board and counter need beside the line itself: where a number was taken and how
-- it is followed, announcements, breaks, reservations, appointments, devices and calls for help.

ALTER TABLE branch ADD COLUMN lookup_key TEXT CHECK (length(lookup_key) = 64);

ALTER TABLE ticket ADD COLUMN kiosk INTEGER CHECK (kiosk >= 1);
ALTER TABLE ticket ADD COLUMN token TEXT CHECK (length(token) = 16);
ALTER TABLE ticket ADD COLUMN appointment TEXT;

CREATE UNIQUE INDEX ticket_of_appointment ON ticket (appointment) WHERE appointment IS NOT NULL;

ALTER TABLE leg ADD COLUMN for_counter INTEGER REFERENCES counter (number);

-- Also finds the calls of the last while.
DROP INDEX leg_of_day;
CREATE INDEX leg_of_day ON leg (business_date, first_called_at);

ALTER TABLE shift ADD COLUMN break_since BIGINT;
ALTER TABLE shift ADD COLUMN break_reason TEXT;

CREATE INDEX shift_by_end ON shift (closed_at);

CREATE TABLE staff_permission (
    staff       TEXT   NOT NULL REFERENCES staff (code),
    permission  TEXT   NOT NULL,
    changed_seq BIGINT NOT NULL,
    PRIMARY KEY (staff, permission)
);

-- phone_hash and id_hash are keyed by branch.lookup_key. An appointment is used when a ticket names
-- it.
CREATE TABLE appointment (
    code         TEXT   NOT NULL PRIMARY KEY,
    group_letter TEXT   NOT NULL REFERENCES ticket_group (letter),
    procedure    TEXT   REFERENCES procedure (code),
    booked_date  TEXT   NOT NULL CHECK (length(booked_date) = 10),
    booked_for   BIGINT NOT NULL,
    phone_hash   TEXT,
    id_hash      TEXT,
    changed_seq  BIGINT NOT NULL
);

CREATE INDEX appointment_of_day ON appointment (booked_date, booked_for);
CREATE INDEX appointment_of_phone ON appointment (phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX appointment_of_id ON appointment (id_hash) WHERE id_hash IS NOT NULL;

-- From here on: what is going on in this hall now. It has no events and is not synced.

-- id is the event of the call or recall.
CREATE TABLE announcement (
    id            BIGINT  NOT NULL PRIMARY KEY,
    business_date TEXT    NOT NULL,
    ticket_id     TEXT    NOT NULL REFERENCES ticket (id),
    series        TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    group_letter  TEXT    NOT NULL,
    counter       INTEGER NOT NULL,
    called_at     BIGINT  NOT NULL,
    recall        BOOLEAN NOT NULL,
    state         TEXT    NOT NULL
        CHECK (state IN ('pending', 'playing', 'done', 'expired', 'silent', 'failed'))
);

CREATE INDEX announcement_of_day ON announcement (business_date, id);
CREATE INDEX announcement_open ON announcement (id) WHERE state IN ('pending', 'playing');

-- The one device that speaks, while its lease lasts.
CREATE TABLE speaker (
    place       INTEGER NOT NULL PRIMARY KEY CHECK (place = 1),
    device      TEXT    NOT NULL,
    session     TEXT    NOT NULL,
    lease_until BIGINT  NOT NULL
);

CREATE TABLE device (
    kind    TEXT    NOT NULL CHECK (kind IN ('kiosk', 'board')),
    number  INTEGER NOT NULL CHECK (number >= 1),
    state   TEXT    NOT NULL,
    volume  INTEGER NOT NULL CHECK (volume BETWEEN 0 AND 100),
    seen_at BIGINT  NOT NULL,
    PRIMARY KEY (kind, number)
);

CREATE TABLE help_request (
    id              BIGINT  NOT NULL PRIMARY KEY,
    kiosk           INTEGER NOT NULL,
    reason          TEXT    NOT NULL,
    at              BIGINT  NOT NULL,
    acknowledged_at BIGINT
);

CREATE INDEX help_request_open ON help_request (id) WHERE acknowledged_at IS NULL;
