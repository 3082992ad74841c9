-- The intake desk: who came with which papers, what became of it, and the dossier that lives on.
--
-- Personal data is in sealed values only (person.box, intake.content, intake_draft.box,
-- issued_form.content), opened by the key file beside the database. id_index, phone_index and
-- person_word.word are keyed hashes to find it by. Wall-clock times are TEXT, 2026-11-20T16:30.

ALTER TABLE branch ADD COLUMN public_key TEXT CHECK (length(public_key) = 64);

-- box is NULL once the person was erased. A person whose data changed is a new row.
CREATE TABLE person (
    id          TEXT   NOT NULL PRIMARY KEY,
    id_index    TEXT   CHECK (length(id_index) = 32),
    phone_index TEXT   CHECK (length(phone_index) = 32),
    box         TEXT,
    recorded_at BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL
);

CREATE INDEX person_of_id ON person (id_index, changed_seq) WHERE id_index IS NOT NULL;
CREATE INDEX person_of_phone ON person (phone_index, changed_seq) WHERE phone_index IS NOT NULL;

CREATE TABLE person_word (
    word        TEXT   NOT NULL CHECK (length(word) = 16),
    changed_seq BIGINT NOT NULL,
    person      TEXT   NOT NULL REFERENCES person (id),
    PRIMARY KEY (word, changed_seq, person)
);

CREATE INDEX person_word_of_person ON person_word (person);

CREATE TABLE dossier (
    id                TEXT    NOT NULL PRIMARY KEY,
    code              TEXT    NOT NULL UNIQUE,
    official_code     TEXT    UNIQUE,
    business_date     TEXT    NOT NULL REFERENCES business_day (business_date),
    number            INTEGER NOT NULL CHECK (number >= 1),
    book              TEXT,
    register_number   INTEGER CHECK (register_number >= 1),
    procedure         TEXT    NOT NULL,
    procedure_version INTEGER NOT NULL CHECK (procedure_version >= 1),
    case_index        INTEGER NOT NULL CHECK (case_index >= 0),
    channel           TEXT    NOT NULL CHECK (channel IN ('direct', 'online', 'post')),
    state             TEXT    NOT NULL
        CHECK (state IN ('supplement', 'processing', 'refused', 'returned')),
    received          TEXT    NOT NULL CHECK (length(received) = 16),
    due               TEXT    CHECK (length(due) = 16),
    paused_at         TEXT    CHECK (length(paused_at) = 16),
    notices           INTEGER NOT NULL CHECK (notices >= 0),
    result_channel    TEXT    NOT NULL CHECK (result_channel IN ('counter', 'post', 'electronic')),
    fee               BIGINT  CHECK (fee >= 0),
    fee_exempt        BOOLEAN NOT NULL,
    sets              INTEGER NOT NULL CHECK (sets >= 1),
    unit              TEXT    NOT NULL,
    applicant         TEXT    NOT NULL REFERENCES person (id),
    owner             TEXT    REFERENCES person (id),
    handed_over_at    BIGINT  NOT NULL DEFAULT 0,
    changed_seq       BIGINT  NOT NULL,
    UNIQUE (business_date, number),
    UNIQUE (book, register_number),
    FOREIGN KEY (procedure, procedure_version) REFERENCES procedure_version (code, version),
    CHECK ((book IS NULL) = (register_number IS NULL)),
    CHECK (state <> 'processing' OR (due IS NOT NULL AND book IS NOT NULL))
);

CREATE INDEX dossier_of_applicant ON dossier (applicant);
CREATE INDEX dossier_of_owner ON dossier (owner) WHERE owner IS NOT NULL;
CREATE INDEX dossier_by_due ON dossier (due) WHERE state = 'processing';
CREATE INDEX dossier_by_change ON dossier (changed_seq);

-- One line for what happened at a counter; never changed. A correction is a line of its own.
CREATE TABLE intake (
    id                TEXT    NOT NULL PRIMARY KEY,
    dossier           TEXT    REFERENCES dossier (id),
    ticket_id         TEXT    REFERENCES ticket (id),
    leg               INTEGER,
    business_date     TEXT    NOT NULL REFERENCES business_day (business_date),
    counter           INTEGER NOT NULL REFERENCES counter (number),
    staff             TEXT    NOT NULL REFERENCES staff (code),
    recorded_at       BIGINT  NOT NULL,
    outcome           TEXT    NOT NULL
        CHECK (outcome IN ('accepted', 'supplement', 'refused', 'advised', 'handed_over')),
    is_correction     BOOLEAN NOT NULL,
    procedure         TEXT,
    procedure_version INTEGER CHECK (procedure_version >= 1),
    applicant         TEXT    REFERENCES person (id),
    owner             TEXT    REFERENCES person (id),
    content           TEXT    NOT NULL,
    changed_seq       BIGINT  NOT NULL,
    FOREIGN KEY (procedure, procedure_version) REFERENCES procedure_version (code, version),
    CHECK (outcome = 'advised' OR dossier IS NOT NULL),
    CHECK ((procedure IS NULL) = (procedure_version IS NULL)),
    CHECK ((ticket_id IS NULL) = (leg IS NULL))
);

CREATE INDEX intake_of_dossier ON intake (dossier, changed_seq);
CREATE INDEX intake_of_day ON intake (business_date, counter);
CREATE INDEX intake_of_ticket ON intake (ticket_id) WHERE ticket_id IS NOT NULL;

-- What was typed at a leg and not recorded yet. No events: it is gone with the record.
CREATE TABLE intake_draft (
    ticket_id TEXT    NOT NULL REFERENCES ticket (id),
    leg       INTEGER NOT NULL,
    box       TEXT    NOT NULL,
    saved_at  BIGINT  NOT NULL,
    PRIMARY KEY (ticket_id, leg)
);

-- Papers handed out, with the very words that were printed: a reprint says the same.
CREATE TABLE issued_form (
    id               TEXT    NOT NULL PRIMARY KEY,
    dossier          TEXT    NOT NULL REFERENCES dossier (id),
    form             TEXT    NOT NULL,
    template_version INTEGER NOT NULL CHECK (template_version >= 1),
    content          TEXT    NOT NULL,
    issued_at        BIGINT  NOT NULL,
    changed_seq      BIGINT  NOT NULL
);

CREATE INDEX issued_form_of_dossier ON issued_form (dossier, changed_seq);
