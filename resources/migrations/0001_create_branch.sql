-- One branch: who it is, its catalogue, its days, tickets and legs, and the events that prove them.
--
-- Instants are branch time in UTC milliseconds since 1970 (BIGINT), so that waits are plain
-- subtraction on both engines. Days are branch-local ISO dates (TEXT, 2026-03-02). A row's
-- changed_seq is the event that last changed it. A statement ends with a semicolon at a line's end.

CREATE TABLE branch (
    id            TEXT    NOT NULL PRIMARY KEY,
    code          TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    name_vi       TEXT    NOT NULL,
    name_en       TEXT    NOT NULL,
    organisation_vi TEXT  NOT NULL,
    organisation_en TEXT  NOT NULL,
    address       TEXT    NOT NULL,
    settings      TEXT    NOT NULL,
    time_zone     TEXT    NOT NULL,
    epoch         INTEGER NOT NULL CHECK (epoch >= 1),
    seq           BIGINT  NOT NULL CHECK (seq >= 0),
    head_hash     TEXT    NOT NULL CHECK (length(head_hash) = 64),
    last_at       BIGINT  NOT NULL,
    clock_lead    BIGINT  NOT NULL,
    business_date TEXT    CHECK (length(business_date) = 10),
    last_confirmed_year INTEGER NOT NULL DEFAULT 0,
    skip_date     TEXT    CHECK (length(skip_date) = 10),
    skip_numbers  INTEGER NOT NULL DEFAULT 0 CHECK (skip_numbers >= 0),
    retired       BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE event (
    seq        BIGINT NOT NULL PRIMARY KEY CHECK (seq >= 1),
    kind       TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    clock_at   BIGINT NOT NULL,
    ticket_id  TEXT,
    command_id TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    hash       TEXT   NOT NULL CHECK (length(hash) = 64)
);

CREATE TABLE command (
    id      TEXT   NOT NULL PRIMARY KEY,
    request TEXT   NOT NULL,
    answer  TEXT   NOT NULL,
    seq     BIGINT NOT NULL REFERENCES event (seq)
);

CREATE TABLE ticket_group (
    letter        TEXT    NOT NULL PRIMARY KEY CHECK (length(letter) = 1),
    position      INTEGER NOT NULL,
    name_vi       TEXT    NOT NULL,
    name_en       TEXT    NOT NULL,
    short_name_vi TEXT    NOT NULL,
    short_name_en TEXT    NOT NULL,
    first_number  INTEGER NOT NULL CHECK (first_number >= 1),
    last_number   INTEGER NOT NULL CHECK (last_number >= first_number AND last_number <= 9999),
    active        BOOLEAN NOT NULL,
    changed_seq   BIGINT  NOT NULL
);

CREATE TABLE priority_class (
    code               TEXT    NOT NULL PRIMARY KEY,
    position           INTEGER NOT NULL,
    name_vi            TEXT    NOT NULL,
    name_en            TEXT    NOT NULL,
    head_start_minutes INTEGER NOT NULL CHECK (head_start_minutes BETWEEN 0 AND 1440),
    from_age           INTEGER,
    basis              TEXT    NOT NULL,
    active             BOOLEAN NOT NULL,
    changed_seq        BIGINT  NOT NULL
);

CREATE TABLE counter (
    number      INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
    active      BOOLEAN NOT NULL,
    changed_seq BIGINT  NOT NULL
);

CREATE TABLE counter_group (
    counter      INTEGER NOT NULL REFERENCES counter (number),
    group_letter TEXT    NOT NULL REFERENCES ticket_group (letter),
    changed_seq  BIGINT  NOT NULL,
    PRIMARY KEY (counter, group_letter)
);

CREATE TABLE staff (
    code            TEXT    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    active          BOOLEAN NOT NULL,
    pin_hash        TEXT,
    failed_attempts INTEGER NOT NULL DEFAULT 0,
    last_attempt_at BIGINT  NOT NULL DEFAULT 0,
    changed_seq     BIGINT  NOT NULL
);

CREATE TABLE staff_group (
    staff        TEXT   NOT NULL REFERENCES staff (code),
    group_letter TEXT   NOT NULL REFERENCES ticket_group (letter),
    changed_seq  BIGINT NOT NULL,
    PRIMARY KEY (staff, group_letter)
);

CREATE TABLE procedure (
    code         TEXT    NOT NULL PRIMARY KEY,
    position     INTEGER NOT NULL,
    group_letter TEXT    REFERENCES ticket_group (letter),
    detail       TEXT    NOT NULL,
    active       BOOLEAN NOT NULL,
    changed_seq  BIGINT  NOT NULL
);

CREATE TABLE synonym (
    word        TEXT   NOT NULL PRIMARY KEY,
    means       TEXT   NOT NULL,
    changed_seq BIGINT NOT NULL
);

CREATE TABLE session (
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens       TEXT    NOT NULL CHECK (length(opens) = 5),
    closes      TEXT    NOT NULL CHECK (length(closes) = 5),
    changed_seq BIGINT  NOT NULL,
    PRIMARY KEY (weekday, opens),
    CHECK (opens < closes)
);

CREATE TABLE session_exception (
    exception_date TEXT   NOT NULL PRIMARY KEY CHECK (length(exception_date) = 10),
    sessions       TEXT   NOT NULL,
    changed_seq    BIGINT NOT NULL
);

CREATE TABLE holiday (
    holiday_date TEXT   NOT NULL PRIMARY KEY CHECK (length(holiday_date) = 10),
    kind         TEXT   NOT NULL CHECK (kind IN ('off', 'compensation', 'make_up')),
    name         TEXT   NOT NULL,
    source       TEXT   NOT NULL,
    changed_seq  BIGINT NOT NULL
);

CREATE TABLE business_day (
    business_date TEXT    NOT NULL PRIMARY KEY CHECK (length(business_date) = 10),
    opened_at     BIGINT  NOT NULL,
    closed_at     BIGINT,
    times_opened  INTEGER NOT NULL CHECK (times_opened >= 1),
    changed_seq   BIGINT  NOT NULL
);

CREATE UNIQUE INDEX business_day_open ON business_day ((closed_at IS NULL)) WHERE closed_at IS NULL;

CREATE TABLE waiting_line (
    business_date TEXT    NOT NULL REFERENCES business_day (business_date),
    group_letter  TEXT    NOT NULL REFERENCES ticket_group (letter),
    last_number   INTEGER NOT NULL CHECK (last_number >= 0),
    waiting       INTEGER NOT NULL CHECK (waiting >= 0),
    changed_seq   BIGINT  NOT NULL,
    PRIMARY KEY (business_date, group_letter)
);

CREATE TABLE ticket (
    id            TEXT    NOT NULL PRIMARY KEY,
    business_date TEXT    NOT NULL REFERENCES business_day (business_date),
    series        TEXT    NOT NULL CHECK (length(series) = 1),
    number        INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    arrived_at    BIGINT  NOT NULL,
    priority      TEXT    REFERENCES priority_class (code),
    procedure     TEXT    REFERENCES procedure (code),
    print_state   TEXT    NOT NULL
        CHECK (print_state IN ('pending', 'printed', 'failed', 'unknown', 'reprinted')),
    changed_seq   BIGINT  NOT NULL,
    UNIQUE (business_date, series, number)
);

CREATE TABLE leg (
    ticket_id       TEXT    NOT NULL REFERENCES ticket (id),
    ordinal         INTEGER NOT NULL CHECK (ordinal >= 1),
    business_date   TEXT    NOT NULL,
    group_letter    TEXT    NOT NULL REFERENCES ticket_group (letter),
    state           TEXT    NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'held',
        'completed', 'no_show', 'transferred', 'cancelled', 'expired', 'undone')),
    rank            BIGINT  NOT NULL,
    arrival_seq     BIGINT  NOT NULL,
    queued_at       BIGINT  NOT NULL,
    first_called_at BIGINT  NOT NULL DEFAULT 0,
    called_at       BIGINT  NOT NULL DEFAULT 0,
    started_at      BIGINT  NOT NULL DEFAULT 0,
    serving_since   BIGINT  NOT NULL DEFAULT 0,
    ended_at        BIGINT  NOT NULL DEFAULT 0,
    service_ms      BIGINT  NOT NULL DEFAULT 0 CHECK (service_ms >= 0),
    calls           INTEGER NOT NULL DEFAULT 0,
    counter         INTEGER REFERENCES counter (number),
    staff           TEXT    REFERENCES staff (code),
    changed_seq     BIGINT  NOT NULL,
    PRIMARY KEY (ticket_id, ordinal),
    CHECK (state NOT IN ('called', 'serving') OR (counter IS NOT NULL AND staff IS NOT NULL))
);

CREATE INDEX leg_waiting ON leg (group_letter, rank, arrival_seq) WHERE state = 'waiting';
CREATE UNIQUE INDEX leg_at_counter ON leg (counter) WHERE state IN ('called', 'serving');
CREATE UNIQUE INDEX leg_of_staff ON leg (staff) WHERE state IN ('called', 'serving');
CREATE INDEX leg_of_day ON leg (business_date);

CREATE TABLE shift (
    id           TEXT    NOT NULL PRIMARY KEY,
    counter      INTEGER NOT NULL REFERENCES counter (number),
    staff        TEXT    NOT NULL REFERENCES staff (code),
    opened_at    BIGINT  NOT NULL,
    heartbeat_at BIGINT  NOT NULL,
    closed_at    BIGINT,
    changed_seq  BIGINT  NOT NULL
);

CREATE UNIQUE INDEX shift_open_at_counter ON shift (counter) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX shift_open_of_staff ON shift (staff) WHERE closed_at IS NULL;
