-- What a branch keeps of its nightly sync to the centre. The centre's cursor is the truth; what stands
-- here is for people and for the next run. None of it is a fact of the branch: no events.

CREATE INDEX ticket_by_change ON ticket (changed_seq);
CREATE INDEX leg_by_change ON leg (changed_seq);
CREATE INDEX shift_by_change ON shift (changed_seq);
CREATE INDEX waiting_line_by_change ON waiting_line (changed_seq);
CREATE INDEX person_by_change ON person (changed_seq);
CREATE INDEX intake_by_change ON intake (changed_seq);
CREATE INDEX issued_form_by_change ON issued_form (changed_seq);
CREATE INDEX form_print_by_change ON form_print (changed_seq);

-- public_key is the centre's: what is recorded from now on is sealed to it as well. proven_seq: days
-- changed after it are to be proven again. Times are the PC's clock, UTC ms.
CREATE TABLE centre (
    place       INTEGER NOT NULL PRIMARY KEY CHECK (place = 1),
    public_key  TEXT    CHECK (length(public_key) = 64),
    epoch       INTEGER NOT NULL DEFAULT 0,
    cursor_seq  BIGINT  NOT NULL DEFAULT 0 CHECK (cursor_seq >= 0),
    proven_seq  BIGINT  NOT NULL DEFAULT 0 CHECK (proven_seq >= 0),
    published   BIGINT  NOT NULL DEFAULT 0,
    synced_at   BIGINT  NOT NULL DEFAULT 0,
    failures    INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    next_try_at BIGINT  NOT NULL DEFAULT 0
);

-- That both ends held the same of a closed day when event seq was the last: "hall" is its lines,
-- tickets and legs, "desk" its visits and dossiers.
CREATE TABLE day_proof (
    business_date TEXT    NOT NULL REFERENCES business_day (business_date),
    part          TEXT    NOT NULL CHECK (part IN ('hall', 'desk')),
    row_count     BIGINT  NOT NULL CHECK (row_count >= 0),
    digest        TEXT    NOT NULL CHECK (length(digest) = 64),
    matched       BOOLEAN NOT NULL,
    seq           BIGINT  NOT NULL,
    proven_at     BIGINT  NOT NULL,
    PRIMARY KEY (business_date, part)
);

-- Visits and forms whose sealed content was emptied by the event changed_seq; their own changed_seq
-- stays, because it orders the visits of a dossier.
CREATE TABLE erasure (
    row_id      TEXT   NOT NULL PRIMARY KEY,
    changed_seq BIGINT NOT NULL
);

CREATE INDEX erasure_by_change ON erasure (changed_seq);

-- The own keys of values that were sealed before the branch knew the centre, sealed to the centre.
CREATE TABLE sealed_key (
    row_id TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL
);
