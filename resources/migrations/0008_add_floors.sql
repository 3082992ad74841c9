-- What a kiosk may know of every booking: the code a citizen types, and when he is expected. The
-- hashes by which he is found stay in appointment.
CREATE VIEW booking AS
SELECT code, group_letter, procedure, booked_date, booked_for FROM appointment;

-- Numbers of dossiers ("2026-11-30") and of register entries (a book's name) up to this one may be on
-- paper although the branch does not know them: it was restored from a backup.
CREATE TABLE number_floor (
    series      TEXT    NOT NULL,
    number      INTEGER NOT NULL CHECK (number >= 0),
    changed_seq BIGINT  NOT NULL,
    PRIMARY KEY (series, number)
);
