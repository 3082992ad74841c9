-- What a procedure said when a dossier was taken in stays readable for ever: its detail moves to
-- procedure_version, where rows are added and never changed. Its group is not part of a version.

CREATE TABLE procedure_version (
    code        TEXT    NOT NULL REFERENCES procedure (code),
    version     INTEGER NOT NULL CHECK (version >= 1),
    detail      TEXT    NOT NULL,
    source      TEXT    NOT NULL CHECK (source IN ('branch', 'national')),
    changed_seq BIGINT  NOT NULL,
    PRIMARY KEY (code, version)
);

INSERT INTO procedure_version (code, version, detail, source, changed_seq)
SELECT code, 1, detail, 'branch', changed_seq FROM procedure;

ALTER TABLE procedure ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
-- What the national database said of it last; NULL when it was never asked.
ALTER TABLE procedure ADD COLUMN offered TEXT;
ALTER TABLE procedure DROP COLUMN detail;
