-- The centre's own tables and functions. Run by its administrator at every "centre init", in one
-- transaction, so it fits a new database and one of before. The copies of the branches' tables and the
-- functions that fill them are made by app/sync/syncedtable.cpp, because both ends must agree on them.
--
-- Branches log in with a role each, are members of motcua_branch, and see and change their own rows
-- alone. What decides about cursors and lives of a branch runs with the administrator's rights.

CREATE SCHEMA IF NOT EXISTS centre;
SET LOCAL search_path = centre;
SET LOCAL client_min_messages = warning;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'motcua_branch') THEN
        CREATE ROLE motcua_branch NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN -- another database of this server was faster
    NULL;
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA centre TO motcua_branch;
DO $$ BEGIN -- the stage of a session
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO motcua_branch', current_database());
END $$;

CREATE TABLE IF NOT EXISTS setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Tables with a part for each month.
CREATE TABLE IF NOT EXISTS monthly (
    name TEXT NOT NULL PRIMARY KEY
);

-- Where the city serves people: a tree whose rows are valid from a day on, the last one until further
-- notice.
CREATE TABLE IF NOT EXISTS place (
    code        TEXT NOT NULL,
    valid_from  DATE NOT NULL,
    valid_until DATE CHECK (valid_until > valid_from), -- the first day on which it is not
    kind        TEXT NOT NULL CHECK (kind IN ('centre', 'branch', 'point', 'agent')),
    parent      TEXT,
    name_vi     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
);

-- cursor_seq: everything of the branch up to this event is here; cursor_hash is its hash. head_seq: how
-- far the branch was when it last spoke. split_seq: where the life "epoch" left the one before. events:
-- how many of the chain up to the cursor are here.
CREATE TABLE IF NOT EXISTS branch (
    key         INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code        TEXT    NOT NULL UNIQUE,
    role        NAME    NOT NULL UNIQUE,
    id          UUID    UNIQUE,
    revoked     BOOLEAN NOT NULL DEFAULT FALSE,
    epoch       INTEGER NOT NULL DEFAULT 0,
    split_seq   BIGINT  NOT NULL DEFAULT 0,
    cursor_seq  BIGINT  NOT NULL DEFAULT 0,
    cursor_hash TEXT    NOT NULL DEFAULT '',
    head_seq    BIGINT  NOT NULL DEFAULT 0,
    events      BIGINT  NOT NULL DEFAULT 0,
    last_sync   TIMESTAMPTZ,
    last_day    DATE
);

-- What somebody has to look at, the last of a kind for each branch.
CREATE TABLE IF NOT EXISTS alarm (
    branch     INTEGER     NOT NULL REFERENCES branch (key),
    kind       TEXT        NOT NULL CHECK (kind IN ('identity', 'format', 'set_aside', 'unproven')),
    detail     TEXT        NOT NULL,
    raised_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    cleared_at TIMESTAMPTZ,
    PRIMARY KEY (branch, kind)
);

-- A line that no table took, three times.
CREATE TABLE IF NOT EXISTS set_aside (
    branch   INTEGER     NOT NULL REFERENCES branch (key),
    epoch    INTEGER     NOT NULL,
    seq      BIGINT      NOT NULL,
    line     TEXT        NOT NULL,
    state    TEXT        NOT NULL,
    at       TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX IF NOT EXISTS set_aside_of_line ON set_aside (branch, md5(line)); -- of any length

CREATE TABLE IF NOT EXISTS day_proof (
    branch        INTEGER     NOT NULL,
    business_date DATE        NOT NULL,
    part          TEXT        NOT NULL,
    row_count     BIGINT      NOT NULL,
    digest        TEXT        NOT NULL, -- the branch's
    own_count     BIGINT      NOT NULL,
    own_digest    TEXT        NOT NULL,
    seq           BIGINT      NOT NULL,
    proven_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (branch, business_date, part)
);

-- A day of a branch, kept when its rows arrive, so that reading counts nothing: tickets by their letter,
-- waits and services by the line of each leg, as the branch's own reports count them. wait_s: each wait in
-- seconds, rounded, the shortest first, so that medians of any branches and days are exact to the second.
CREATE TABLE IF NOT EXISTS daily (
    branch        INTEGER NOT NULL,
    business_date DATE    NOT NULL,
    group_letter  TEXT    NOT NULL,
    issued        INTEGER NOT NULL,
    served        INTEGER NOT NULL,
    no_show       INTEGER NOT NULL,
    cancelled     INTEGER NOT NULL,
    expired       INTEGER NOT NULL,
    unfinished    INTEGER NOT NULL,
    waits         INTEGER NOT NULL,
    wait_ms       BIGINT  NOT NULL,
    service_ms    BIGINT  NOT NULL,
    wait_s        INTEGER[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (branch, business_date, group_letter)
);
ALTER TABLE daily ADD COLUMN IF NOT EXISTS wait_s INTEGER[] NOT NULL DEFAULT '{}';
CREATE INDEX IF NOT EXISTS daily_by_date ON daily (business_date, branch);

-- The same of its desk: visits by outcome, corrections left out, and dossiers that began. is_open: its
-- close has not come: the branch had not closed the day, had opened it again, or was cut off before it.
CREATE TABLE IF NOT EXISTS daily_desk (
    branch        INTEGER NOT NULL,
    business_date DATE    NOT NULL,
    dossiers      INTEGER NOT NULL,
    accepted      INTEGER NOT NULL,
    supplement    INTEGER NOT NULL,
    refused       INTEGER NOT NULL,
    advised       INTEGER NOT NULL,
    handed_over   INTEGER NOT NULL,
    is_open       BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (branch, business_date)
);
ALTER TABLE daily_desk ADD COLUMN IF NOT EXISTS is_open BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX IF NOT EXISTS daily_desk_by_date ON daily_desk (business_date, branch);

-- What every branch is to take over: each version whole.
CREATE TABLE IF NOT EXISTS published (
    version      BIGINT      NOT NULL PRIMARY KEY,
    published_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    content      TEXT        NOT NULL
);
GRANT SELECT ON published TO motcua_branch;

CREATE OR REPLACE FUNCTION own_branch() RETURNS INTEGER
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = centre, pg_temp
    AS $$ BEGIN -- planned once a session; policies ask with each statement
    RETURN (SELECT key FROM branch WHERE role = session_user AND NOT revoked);
END $$;

-- Gives a table to the branches, each its own rows.
CREATE OR REPLACE FUNCTION guard(_name TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE centre.%I ENABLE ROW LEVEL SECURITY', _name);
    EXECUTE format('ALTER TABLE centre.%I FORCE ROW LEVEL SECURITY', _name);
    EXECUTE format('DROP POLICY IF EXISTS own ON centre.%I', _name);
    EXECUTE format('CREATE POLICY own ON centre.%I TO motcua_branch
        USING (branch = (SELECT centre.own_branch()))', _name);
    EXECUTE format('DROP POLICY IF EXISTS administration ON centre.%I', _name);
    EXECUTE format('CREATE POLICY administration ON centre.%I TO CURRENT_USER USING (TRUE)', _name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON centre.%I TO motcua_branch', _name);
END $$;
SELECT guard('day_proof');
SELECT guard('daily');
SELECT guard('daily_desk');

-- Parts for the months that touch _from to _until; others go to the default part. What stands there of
-- a month that gets a part moves into it.
CREATE OR REPLACE FUNCTION make_months(_from DATE, _until DATE) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    parent TEXT;
    by_day NAME;
    part TEXT;
    month DATE;
    next_month DATE;
    has_strayed BOOLEAN;
BEGIN
    FOR parent, by_day IN
        SELECT name, attname FROM centre.monthly
        JOIN pg_partitioned_table ON partrelid = to_regclass(format('centre.%I', name))
        JOIN pg_attribute ON attrelid = partrelid AND attnum = partattrs[0] LOOP
        IF to_regclass(format('centre.%I', parent || '_else')) IS NULL THEN
            EXECUTE format('CREATE TABLE centre.%I PARTITION OF centre.%I DEFAULT',
                parent || '_else', parent);
        END IF;
        month := date_trunc('month', _from)::date;
        WHILE month <= _until LOOP
            next_month := (month + interval '1 month')::date;
            part := parent || to_char(month, '_YYYY_MM');
            IF to_regclass(format('centre.%I', part)) IS NULL THEN
                -- Nothing may come in between; making the part takes this lock anyway.
                EXECUTE format('LOCK TABLE centre.%I IN ACCESS EXCLUSIVE MODE', parent || '_else');
                EXECUTE format('SELECT EXISTS (SELECT 1 FROM centre.%I WHERE %I >= %L AND %I < %L)',
                    parent || '_else', by_day, month, by_day, next_month) INTO has_strayed;
                IF has_strayed THEN
                    EXECUTE format('CREATE TEMPORARY TABLE strayed ON COMMIT DROP AS
                        SELECT * FROM centre.%I WHERE %I >= %L AND %I < %L',
                        parent || '_else', by_day, month, by_day, next_month);
                    EXECUTE format('DELETE FROM centre.%I WHERE %I >= %L AND %I < %L',
                        parent || '_else', by_day, month, by_day, next_month);
                END IF;
                EXECUTE format('CREATE TABLE centre.%I PARTITION OF centre.%I FOR VALUES FROM (%L) TO (%L)',
                    part, parent, month, next_month);
                IF has_strayed THEN
                    EXECUTE format('INSERT INTO centre.%I SELECT * FROM pg_temp.strayed', part);
                    DROP TABLE pg_temp.strayed;
                END IF;
            END IF;
            month := next_month;
        END LOOP;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION guard(TEXT), make_months(DATE, DATE) FROM PUBLIC;

CREATE OR REPLACE FUNCTION raise_alarm(_kind TEXT, _detail TEXT) RETURNS VOID
    LANGUAGE sql SECURITY DEFINER SET search_path = centre, pg_temp AS $$
    INSERT INTO alarm (branch, kind, detail) VALUES (own_branch(), _kind, left(_detail, 200))
    ON CONFLICT (branch, kind) DO UPDATE
    SET detail = excluded.detail, raised_at = now(), cleared_at = NULL
$$;

-- The first word of a session. verdict: "ok"; "denied"; "branch": this role is another branch's;
-- "identity": somebody else was here under this identity; "older": the branch lives a life that a
-- restore has ended; "newer": it begins one, see begin_epoch().
CREATE OR REPLACE FUNCTION hello(_id UUID, _code TEXT, _epoch INTEGER, OUT verdict TEXT,
        OUT cursor_seq BIGINT, OUT cursor_hash TEXT, OUT epoch INTEGER, OUT split_seq BIGINT,
        OUT published BIGINT, OUT public_key TEXT, OUT oldest_format INTEGER, OUT newest_format INTEGER)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = centre, pg_temp AS $$
DECLARE
    own branch;
BEGIN
    SELECT * INTO own FROM branch WHERE role = session_user AND NOT revoked FOR UPDATE;
    IF own.key IS NULL THEN
        verdict := 'denied';
        RETURN;
    END IF;
    IF own.code <> _code THEN
        verdict := 'branch';
        RETURN;
    END IF;
    IF own.id IS NULL THEN
        UPDATE branch SET id = _id, epoch = _epoch WHERE key = own.key;
        own.epoch := _epoch;
        own.id := _id;
    END IF;
    verdict := CASE WHEN own.id <> _id THEN 'identity' WHEN own.epoch > _epoch THEN 'older'
        WHEN own.epoch < _epoch THEN 'newer' ELSE 'ok' END;
    cursor_seq := own.cursor_seq;
    cursor_hash := own.cursor_hash;
    epoch := own.epoch;
    split_seq := own.split_seq;
    published := coalesce((SELECT max(version) FROM published AS p), 0);
    public_key := (SELECT value FROM setting WHERE name = 'public_key');
    oldest_format := (SELECT value::integer FROM setting WHERE name = 'oldest_format');
    newest_format := (SELECT value::integer FROM setting WHERE name = 'newest_format');
END $$;

-- The branch was restored from a backup: what it did after event _split is not in its memory any more.
-- What the centre has of it stays, marked with changed_seq 0, and the branch sends everything else again.
CREATE OR REPLACE FUNCTION begin_epoch(_epoch INTEGER, _split BIGINT, _split_hash TEXT) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = centre, pg_temp AS $$
DECLARE
    own branch;
    marked BIGINT;
    copy TEXT;
BEGIN
    SELECT * INTO own FROM branch WHERE role = session_user AND NOT revoked FOR UPDATE;
    IF own.key IS NULL OR own.epoch >= _epoch THEN
        RAISE EXCEPTION USING ERRCODE = 'MC003';
    END IF;
    IF own.cursor_seq <= _split THEN -- nothing was lost that is here
        UPDATE branch SET epoch = _epoch WHERE key = own.key;
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM event WHERE branch = own.key AND seq = _split AND NOT lost
                   AND hash = _split_hash) AND _split > 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'MC005';
    END IF;
    UPDATE event SET lost = TRUE WHERE branch = own.key AND seq > _split AND NOT lost;
    GET DIAGNOSTICS marked = ROW_COUNT;
    DELETE FROM daily WHERE branch = own.key AND business_date IN (
        SELECT business_date FROM ticket WHERE branch = own.key AND changed_seq > _split);
    DELETE FROM daily_desk WHERE branch = own.key AND business_date IN (
        SELECT business_date FROM intake WHERE branch = own.key AND changed_seq > _split
        UNION SELECT business_date FROM dossier WHERE branch = own.key AND changed_seq > _split);
    DELETE FROM day_proof WHERE branch = own.key AND seq > _split;
    DELETE FROM set_aside WHERE branch = own.key; -- what still is comes again
    FOR copy IN SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
            WHERE relnamespace = 'centre'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
              AND attname = 'changed_seq' LOOP
        EXECUTE format('UPDATE centre.%I SET changed_seq = 0 WHERE branch = $1 AND changed_seq > $2', copy)
            USING own.key, _split;
    END LOOP;
    UPDATE branch SET epoch = _epoch, split_seq = _split, cursor_seq = 0, cursor_hash = '',
        events = events - marked WHERE key = own.key;
END $$;

-- Takes the branch's lock and says whether a batch fits. MC001: it does not follow what is here.
-- MC003: of another life. MC005: of another history.
CREATE OR REPLACE FUNCTION begin_batch(_epoch INTEGER, _from BIGINT, _from_hash TEXT) RETURNS INTEGER
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = centre, pg_temp AS $$
DECLARE
    own branch;
BEGIN
    SELECT * INTO own FROM branch WHERE role = session_user AND NOT revoked FOR UPDATE;
    IF own.key IS NULL THEN
        RAISE insufficient_privilege;
    ELSIF own.epoch <> _epoch THEN
        RAISE EXCEPTION USING ERRCODE = 'MC003';
    ELSIF own.cursor_seq <> _from THEN
        RAISE EXCEPTION USING ERRCODE = 'MC001';
    ELSIF own.cursor_hash <> _from_hash THEN
        RAISE EXCEPTION USING ERRCODE = 'MC005';
    END IF;
    RETURN own.key;
END $$;

CREATE OR REPLACE FUNCTION end_batch(_to BIGINT, _to_hash TEXT, _head BIGINT, _events BIGINT, _day DATE)
    RETURNS VOID LANGUAGE sql SECURITY DEFINER SET search_path = centre, pg_temp AS $$
    UPDATE branch SET cursor_seq = _to, cursor_hash = _to_hash, head_seq = greatest(_head, _to),
        events = events + _events, last_sync = now(), last_day = greatest(last_day, _day)
    WHERE key = own_branch() AND _to >= cursor_seq
$$;

-- Of a day that has just arrived the server knows no statistics, and would look at each ticket's legs
-- one by one.
CREATE OR REPLACE FUNCTION count_day(_branch INTEGER, _day DATE) RETURNS VOID
    LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
    INSERT INTO daily AS held (branch, business_date, group_letter, issued, served, no_show, cancelled,
        expired, unfinished, waits, wait_ms, service_ms, wait_s)
    SELECT _branch, _day, letter, coalesce(issued, 0), coalesce(served, 0), coalesce(no_show, 0),
        coalesce(cancelled, 0), coalesce(expired, 0), coalesce(unfinished, 0), coalesce(waits, 0),
        coalesce(wait_ms, 0), coalesce(service_ms, 0), coalesce(wait_s, '{}')
    FROM (
        SELECT ticket.series AS letter, count(*) AS issued,
            count(*) FILTER (WHERE state = 'completed') AS served,
            count(*) FILTER (WHERE state = 'no_show') AS no_show,
            count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
            count(*) FILTER (WHERE state = 'expired') AS expired,
            count(*) FILTER (WHERE state NOT IN ('completed', 'no_show', 'cancelled', 'expired'))
                AS unfinished
        FROM ticket JOIN (
            SELECT ticket_id,
                (array_agg(state ORDER BY ordinal DESC) FILTER (WHERE state <> 'undone'))[1] AS state
            FROM leg WHERE branch = _branch AND business_date = _day AND changed_seq > 0
            GROUP BY ticket_id) AS way ON way.ticket_id = ticket.id
        WHERE ticket.branch = _branch AND ticket.business_date = _day AND ticket.changed_seq > 0
        GROUP BY ticket.series) AS tickets
    FULL JOIN (
        SELECT group_letter AS letter, count(*) FILTER (WHERE first_called_at > 0) AS waits,
            sum(first_called_at - queued_at) FILTER (WHERE first_called_at > 0) AS wait_ms,
            sum(service_ms) FILTER (WHERE state IN ('completed', 'transferred')) AS service_ms,
            array_agg(((first_called_at - queued_at + 500) / 1000)::integer
                ORDER BY first_called_at - queued_at) FILTER (WHERE first_called_at > 0) AS wait_s
        FROM leg
        WHERE branch = _branch AND business_date = _day AND changed_seq > 0 AND state <> 'undone'
        GROUP BY group_letter) AS legs USING (letter)
    ON CONFLICT (branch, business_date, group_letter) DO UPDATE
    SET issued = excluded.issued, served = excluded.served, no_show = excluded.no_show,
        cancelled = excluded.cancelled, expired = excluded.expired, unfinished = excluded.unfinished,
        waits = excluded.waits, wait_ms = excluded.wait_ms, service_ms = excluded.service_ms,
        wait_s = excluded.wait_s
    WHERE held IS DISTINCT FROM excluded;

    INSERT INTO daily_desk AS held (branch, business_date, dossiers, accepted, supplement, refused,
        advised, handed_over, is_open)
    SELECT _branch, _day,
        (SELECT count(*) FROM dossier
         WHERE branch = _branch AND business_date = _day AND changed_seq > 0),
        -- A dossier is accepted once. Of one that began on this day no earlier day has to be asked.
        count(DISTINCT visit.dossier) FILTER (WHERE outcome = 'accepted' AND (began.id IS NOT NULL
            OR NOT EXISTS (
                SELECT 1 FROM intake AS earlier
                WHERE earlier.branch = _branch AND earlier.dossier = visit.dossier
                  AND earlier.business_date < _day AND earlier.outcome = 'accepted'
                  AND NOT earlier.is_correction AND earlier.changed_seq > 0))),
        count(*) FILTER (WHERE outcome = 'supplement'), count(*) FILTER (WHERE outcome = 'refused'),
        count(*) FILTER (WHERE outcome = 'advised'),
        count(*) FILTER (WHERE outcome = 'handed_over'),
        -- The line of the day comes with its close, perhaps batches after its tickets.
        NOT EXISTS (SELECT 1 FROM business_day WHERE branch = _branch AND business_date = _day
            AND changed_seq > 0 AND closed_at IS NOT NULL)
    FROM intake AS visit
    LEFT JOIN (SELECT id FROM dossier WHERE branch = _branch AND business_date = _day) AS began
        ON began.id = visit.dossier
    WHERE branch = _branch AND business_date = _day AND changed_seq > 0 AND NOT is_correction
    ON CONFLICT (branch, business_date) DO UPDATE
    SET dossiers = excluded.dossiers, accepted = excluded.accepted, supplement = excluded.supplement,
        refused = excluded.refused, advised = excluded.advised, handed_over = excluded.handed_over,
        is_open = excluded.is_open
    WHERE held IS DISTINCT FROM excluded;
END $$;

-- Compares days with what the branch says of them: [[day, part, rows, digest], …]. Returns those that
-- differ.
CREATE OR REPLACE FUNCTION prove_days(_branch INTEGER, _seq BIGINT, _proofs JSONB) RETURNS JSONB
    LANGUAGE plpgsql AS $$
DECLARE
    proof JSONB;
    own RECORD;
    unproven JSONB := '[]';
BEGIN
    FOR proof IN SELECT value FROM jsonb_array_elements(_proofs) LOOP
        SELECT count(*) AS rows, encode(sha256(convert_to(coalesce(
                string_agg(line, E'\n' ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex') AS digest
            INTO own FROM day_lines(_branch, (proof->>0)::date, proof->>1) AS line;
        INSERT INTO day_proof (branch, business_date, part, row_count, digest, own_count, own_digest, seq)
        VALUES (_branch, (proof->>0)::date, proof->>1, (proof->>2)::bigint, proof->>3, own.rows,
            own.digest, _seq)
        ON CONFLICT (branch, business_date, part) DO UPDATE
        SET row_count = excluded.row_count, digest = excluded.digest, own_count = excluded.own_count,
            own_digest = excluded.own_digest, seq = excluded.seq, proven_at = now();
        IF own.digest <> proof->>3 OR own.rows <> (proof->>2)::bigint THEN
            unproven := unproven || jsonb_build_array(jsonb_build_array(proof->0, proof->1));
        END IF;
    END LOOP;
    RETURN unproven;
END $$;

-- Takes what stands in the session's stage, moves the cursor from _from to _to (equal for a day that is
-- sent once more), and compares days; all or nothing. MC002: the stage does not hold _rows rows.
CREATE OR REPLACE FUNCTION receive(_epoch INTEGER, _from BIGINT, _from_hash TEXT, _to BIGINT,
        _to_hash TEXT, _rows INTEGER, _head BIGINT, _proofs JSONB, OUT written BIGINT,
        OUT unproven JSONB)
    LANGUAGE plpgsql SET search_path = centre, pg_temp AS $$
DECLARE
    own INTEGER := begin_batch(_epoch, _from, _from_hash);
    batch RECORD;
    taken RECORD;
    day DATE;
    last_day DATE;
BEGIN
    SELECT coalesce(sum(part.rows), 0) AS rows, coalesce(array_agg(DISTINCT part.kind), '{}') AS kinds,
        array_remove(array_agg(DISTINCT part.day), NULL) AS days
        INTO batch FROM staged() AS part;
    IF batch.rows <> _rows THEN
        RAISE EXCEPTION USING ERRCODE = 'MC002';
    END IF;
    IF _from = _to THEN -- once more, perhaps in another life
        PERFORM drop_known_events(own);
    END IF;
    SELECT * INTO taken FROM take_rows(own, _epoch, batch.kinds);
    written := taken.written;
    IF written > 0 THEN
        FOREACH day IN ARRAY coalesce(batch.days, '{}')::date[] LOOP
            PERFORM count_day(own, day);
            last_day := greatest(last_day, day);
        END LOOP;
    END IF;
    PERFORM end_batch(_to, _to_hash, _head, taken.events, last_day);
    unproven := prove_days(own, _to, _proofs);
END $$;

CREATE OR REPLACE FUNCTION put_aside(_epoch INTEGER, _seq BIGINT, _line TEXT, _state TEXT) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = centre, pg_temp AS $$
BEGIN
    INSERT INTO set_aside (branch, epoch, seq, line, state)
    VALUES (own_branch(), _epoch, _seq, _line, _state)
    ON CONFLICT (branch, md5(line)) DO UPDATE SET at = now(), seq = excluded.seq;
    PERFORM raise_alarm('set_aside', _state);
END $$;

-- Takes what stands in the administrator's stage: the line of a branch that no table took when it came.
CREATE OR REPLACE FUNCTION take_again(_branch INTEGER, _epoch INTEGER, _md5 TEXT) RETURNS VOID
    LANGUAGE plpgsql SET search_path = centre, pg_temp AS $$
DECLARE
    brought RECORD;
    taken RECORD;
BEGIN
    -- A sync of the branch counts the same days: neither would see the other's rows.
    PERFORM 1 FROM branch WHERE key = _branch FOR UPDATE;
    SELECT * INTO brought FROM staged();
    SELECT * INTO taken FROM take_rows(_branch, _epoch, ARRAY[brought.kind]);
    IF brought.day IS NOT NULL THEN
        PERFORM count_day(_branch, brought.day::date);
    END IF;
    UPDATE branch SET events = events + taken.events WHERE key = _branch;
    DELETE FROM set_aside WHERE branch = _branch AND md5(line) = _md5;
END $$;
REVOKE ALL ON FUNCTION take_again(INTEGER, INTEGER, TEXT) FROM PUBLIC;

-- The city's own staff read what days came to and how branches stand, nothing of a citizen; see
-- app/sync/city.cpp. Their logins are members of motcua_city.
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'motcua_city') THEN
        CREATE ROLE motcua_city NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END $$;
CREATE INDEX IF NOT EXISTS day_proof_differs ON day_proof (branch, business_date)
    WHERE own_digest <> digest OR own_count <> row_count;
GRANT USAGE ON SCHEMA centre TO motcua_city;
GRANT SELECT ON daily, daily_desk, day_proof, place, published TO motcua_city;
GRANT SELECT (key, code, revoked, epoch, cursor_seq, head_seq, events, last_sync, last_day)
    ON branch TO motcua_city;
GRANT SELECT (branch, kind, raised_at, cleared_at) ON alarm TO motcua_city;
DROP POLICY IF EXISTS city ON daily;
CREATE POLICY city ON daily FOR SELECT TO motcua_city USING (TRUE);
DROP POLICY IF EXISTS city ON daily_desk;
CREATE POLICY city ON daily_desk FOR SELECT TO motcua_city USING (TRUE);
DROP POLICY IF EXISTS city ON day_proof;
CREATE POLICY city ON day_proof FOR SELECT TO motcua_city USING (TRUE);

-- What the other places under the same parent came to on each day since _from: totals, no more. A
-- branch asks at night, after its own sync; older ones read the columns up to "taken".
DROP FUNCTION IF EXISTS other_days(DATE);
CREATE FUNCTION other_days(_from DATE) RETURNS TABLE (other TEXT, vi TEXT, en TEXT, day DATE,
        given BIGINT, done BIGINT, wait_seconds BIGINT, taken BIGINT, waited BIGINT)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = centre, pg_temp AS $$
DECLARE
    own INTEGER := own_branch();
BEGIN
    IF own IS NULL THEN
        RAISE insufficient_privilege;
    END IF;
    RETURN QUERY
        WITH current_place AS (
            SELECT DISTINCT ON (code) code, parent, name_vi, name_en FROM place
            WHERE valid_from <= current_date AND coalesce(valid_until > current_date, TRUE)
            ORDER BY code, valid_from DESC),
        sister AS (
            SELECT key, code, name_vi, name_en FROM branch JOIN current_place USING (code)
            WHERE key <> own AND parent = (
                SELECT parent FROM branch JOIN current_place USING (code) WHERE key = own))
        SELECT sister.code, name_vi, name_en, business_date, sum(issued), sum(served),
            round(sum(wait_ms) / 1000.0 / nullif(sum(waits), 0))::bigint,
            coalesce((SELECT accepted FROM daily_desk
                WHERE daily_desk.branch = sister.key
                  AND daily_desk.business_date = daily.business_date), 0)::bigint,
            sum(waits)
        FROM sister JOIN daily ON daily.branch = sister.key
        WHERE business_date >= _from
        GROUP BY sister.key, sister.code, name_vi, name_en, business_date
        ORDER BY length(sister.code), sister.code COLLATE "C", business_date;
END $$;
REVOKE ALL ON FUNCTION other_days(DATE) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION other_days(DATE) TO motcua_branch;
