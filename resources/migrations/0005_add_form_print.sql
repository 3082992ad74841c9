-- Each time a form of issued_form went to paper or into a file; reprint counts those before that
-- may have come out.

CREATE TABLE form_print (
    issued_form TEXT    NOT NULL REFERENCES issued_form (id),
    attempt     INTEGER NOT NULL CHECK (attempt >= 1),
    reprint     INTEGER NOT NULL CHECK (reprint >= 0),
    paper       TEXT    NOT NULL CHECK (paper IN ('A4', 'A5')),
    staff       TEXT    NOT NULL REFERENCES staff (code),
    asked_at    BIGINT  NOT NULL,
    state       TEXT    NOT NULL
        CHECK (state IN ('pending', 'sent', 'saved', 'unknown', 'failed')),
    changed_seq BIGINT  NOT NULL,
    PRIMARY KEY (issued_form, attempt)
);
