-- Who may do what on a branch's server: one role for each face, with the least it needs to work.
-- Run by the server's administrator in the branch's database at every start, so that it also fits a
-- schema that was just brought up to date. What stands not here is not allowed.
--
-- Roles of single PCs are members of one of these; see operations/branchserver.cpp.

-- A server that was made before there were ratings.
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rating') THEN
        CREATE ROLE rating NOLOGIN;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO rating', current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA motcua FROM kiosk, board, counter, manager, rating;
GRANT USAGE ON SCHEMA motcua TO kiosk, board, counter, manager, rating;
SET search_path = motcua;

-- Everybody: whose branch this is, and its catalogue.
GRANT SELECT ON migration TO kiosk, board, counter, manager, rating;
GRANT SELECT (id, code, number, name_vi, name_en, organisation_vi, organisation_en, address,
        settings, time_zone, epoch, seq, head_hash, last_at, clock_lead, business_date,
        last_confirmed_year, skip_date, skip_numbers, retired)
    ON branch TO kiosk, board, counter, manager, rating;
GRANT SELECT ON counter TO rating;
GRANT SELECT ON ticket_group, priority_class, counter, counter_group, procedure, procedure_version,
        synonym, session, session_exception, holiday, business_day
    TO kiosk, board, counter, manager;

-- Whoever writes takes the branch's lock, and SELECT … FOR UPDATE asks for the right to change a
-- column. A board may lock the row, but its policy lets no change of it pass.
GRANT UPDATE (last_at) ON branch TO board;
GRANT UPDATE (seq, head_hash, last_at, clock_lead) ON branch TO kiosk, counter, manager, rating;
ALTER TABLE branch ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS branch_read ON branch;
CREATE POLICY branch_read ON branch FOR SELECT USING (TRUE);
DROP POLICY IF EXISTS branch_write ON branch;
CREATE POLICY branch_write ON branch FOR UPDATE TO kiosk, counter, manager, rating USING (TRUE);
DROP POLICY IF EXISTS branch_lock ON branch;
CREATE POLICY branch_lock ON branch FOR UPDATE TO board USING (TRUE) WITH CHECK (FALSE);

-- Everybody: what the hall shows. No tokens, with which a citizen is followed.
GRANT SELECT ON waiting_line TO kiosk, board, counter, manager;
GRANT SELECT (id, business_date, series, number) ON ticket TO kiosk, board, counter, manager;
GRANT SELECT ON leg TO kiosk, counter, manager;
GRANT SELECT (ticket_id, business_date, group_letter, state, queued_at, first_called_at, called_at,
        started_at, service_ms, counter)
    ON leg TO board;
GRANT SELECT ON shift TO counter, manager;
GRANT SELECT (id, counter, staff, opened_at, heartbeat_at, closed_at, break_since, break_reason)
    ON shift TO kiosk, board;
GRANT SELECT ON announcement, device, speaker TO kiosk, board, counter, manager;

-- Events and answers: added, never changed. Each face may add the kinds that are its own work; of
-- commands it finds again what came with an event that it sees.
GRANT INSERT ON event, command TO kiosk, counter, manager, rating;
GRANT SELECT ON command TO kiosk, counter, manager, rating;
GRANT SELECT (seq, kind) ON event TO kiosk, rating;
GRANT SELECT ON event TO counter, manager;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE command ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS event_of_kiosk ON event;
CREATE POLICY event_of_kiosk ON event TO kiosk
    USING (kind IN ('ticket_issued', 'ticket_printed', 'numbers_leased', 'ticket_lapsed'));
DROP POLICY IF EXISTS event_read ON event;
CREATE POLICY event_read ON event FOR SELECT TO manager USING (TRUE);
-- A counter reads no rating, so neither the events of one, which name ticket, counter and level.
DROP POLICY IF EXISTS event_read_at_counter ON event;
CREATE POLICY event_read_at_counter ON event FOR SELECT TO counter
    USING (kind NOT IN ('rated', 'comment_handled'));
DROP POLICY IF EXISTS event_of_counter ON event;
CREATE POLICY event_of_counter ON event FOR INSERT TO counter
    WITH CHECK (kind IN ('leg_called', 'leg_recalled', 'leg_started', 'leg_finished', 'leg_no_show',
        'leg_held', 'leg_resumed', 'leg_transferred', 'leg_reinstated', 'ticket_cancelled',
        'action_undone', 'shift_opened', 'shift_closed', 'shift_taken_over', 'break_started',
        'break_ended', 'sign_in_refused', 'intake_recorded', 'intake_corrected', 'dossier_opened',
        'form_issued', 'form_printed', 'register_opened', 'person_reused', 'visit_told'));
DROP POLICY IF EXISTS event_of_manager ON event;
CREATE POLICY event_of_manager ON event FOR INSERT TO manager
    WITH CHECK (kind IN ('day_opened', 'day_closed', 'appointments_imported', 'ticket_issued',
        'ticket_printed', 'leg_reinstated', 'ticket_cancelled', 'pin_set', 'comment_handled',
        'roster_set'));
DROP POLICY IF EXISTS event_of_rating ON event;
CREATE POLICY event_of_rating ON event TO rating USING (kind = 'rated');
DROP POLICY IF EXISTS command_of_kiosk ON command;
CREATE POLICY command_of_kiosk ON command FOR SELECT TO kiosk, counter, rating
    USING (EXISTS (SELECT 1 FROM event WHERE event.seq = command.seq));
DROP POLICY IF EXISTS command_read ON command;
CREATE POLICY command_read ON command FOR SELECT TO manager USING (TRUE);
DROP POLICY IF EXISTS command_add ON command;
CREATE POLICY command_add ON command FOR INSERT TO kiosk, counter, manager, rating
    WITH CHECK (TRUE);

-- Kiosk: gives numbers and prints them.
GRANT SELECT ON ticket TO kiosk;
GRANT INSERT ON ticket TO kiosk, manager;
GRANT UPDATE (print_state, changed_seq) ON ticket TO kiosk;
GRANT INSERT ON leg TO kiosk, counter, manager;
GRANT INSERT ON waiting_line TO kiosk, counter, manager;
GRANT UPDATE (last_number, waiting, changed_seq) ON waiting_line TO kiosk, counter, manager;
-- Numbers it holds for the time without the server, and those it told too late.
GRANT UPDATE (leased_from, leased, lapsed) ON waiting_line TO kiosk;
GRANT SELECT (lookup_key) ON branch TO kiosk;
-- Of bookings it sees all but the hashes, and with these the one whose code or hash it names, see Database::seekBookings(): numbers can
-- be tried one by one, but nothing can be carried away and tried elsewhere.
GRANT SELECT ON booking TO kiosk, counter, manager;
GRANT SELECT ON appointment TO kiosk;
ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS appointment_sought ON appointment;
CREATE POLICY appointment_sought ON appointment FOR SELECT TO kiosk
    USING (string_to_array(current_setting('motcua.sought', TRUE), E'\n')
        && ARRAY[code, phone_hash, id_hash]);
DROP POLICY IF EXISTS appointment_read ON appointment;
CREATE POLICY appointment_read ON appointment FOR SELECT TO counter, manager USING (TRUE);
DROP POLICY IF EXISTS appointment_write ON appointment;
CREATE POLICY appointment_write ON appointment TO manager USING (TRUE);
GRANT SELECT ON help_request TO kiosk, counter, manager;
GRANT INSERT (id, kiosk, reason, at) ON help_request TO kiosk;
GRANT INSERT (id, kiosk, reason, at, counter) ON help_request TO manager;
GRANT INSERT ON device TO kiosk, board;
GRANT UPDATE (state, volume, seen_at) ON device TO kiosk, board;
ALTER TABLE device ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS device_read ON device;
CREATE POLICY device_read ON device FOR SELECT USING (TRUE);
DROP POLICY IF EXISTS device_of_kiosk ON device;
CREATE POLICY device_of_kiosk ON device TO kiosk USING (kind = 'kiosk');
DROP POLICY IF EXISTS device_of_board ON device;
CREATE POLICY device_of_board ON device TO board USING (kind = 'board');
-- Whom a kiosk gives a number waits; it can neither call him nor say that somebody did. A manager can
-- only put people back into the line or end their wait.
ALTER TABLE leg ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS leg_read ON leg;
CREATE POLICY leg_read ON leg FOR SELECT USING (TRUE);
DROP POLICY IF EXISTS leg_of_kiosk ON leg;
CREATE POLICY leg_of_kiosk ON leg FOR INSERT TO kiosk, manager
    WITH CHECK (state = 'waiting' AND ordinal = 1 AND counter IS NULL AND staff IS NULL
        AND for_counter IS NULL AND called_at = 0 AND first_called_at = 0 AND calls = 0);
-- But it ends the wait of a number that nobody has on paper: the branch gave it, and the kiosk, which
-- did not hear of it, gave one of its own.
GRANT UPDATE (state, ended_at, changed_seq) ON leg TO kiosk;
DROP POLICY IF EXISTS leg_replaced ON leg;
CREATE POLICY leg_replaced ON leg FOR UPDATE TO kiosk
    USING (state = 'waiting' AND ordinal = 1 AND calls = 0
        AND EXISTS (SELECT 1 FROM ticket WHERE ticket.id = leg.ticket_id
            AND ticket.print_state = 'pending' AND ticket.kiosk IS NOT NULL))
    WITH CHECK (state = 'cancelled');
DROP POLICY IF EXISTS leg_of_manager ON leg;
CREATE POLICY leg_of_manager ON leg FOR UPDATE TO manager
    USING (TRUE) WITH CHECK (state IN ('waiting', 'cancelled', 'expired'));
DROP POLICY IF EXISTS leg_of_counter ON leg;
CREATE POLICY leg_of_counter ON leg TO counter USING (TRUE);

-- Manager: what the centre told of other branches; totals.
GRANT SELECT ON other_day TO manager;

-- Board: says aloud what was called.
GRANT UPDATE (state) ON announcement TO board, counter, manager;
GRANT INSERT, UPDATE ON speaker TO board;

-- Counter: calls, serves and records. What was recorded it can add to, not change; the dossier's row
-- says where it stands.
GRANT SELECT ON ticket, appointment TO counter, manager;
GRANT SELECT (public_key) ON branch TO counter;
-- What it records is sealed to the centre too.
GRANT SELECT (public_key) ON centre TO counter, manager;
-- How the branch stands with it.
GRANT SELECT ON centre, day_proof TO manager;
GRANT UPDATE (state, first_called_at, called_at, started_at, serving_since, ended_at, service_ms,
        calls, counter, staff, changed_seq)
    ON leg TO counter, manager;
GRANT INSERT ON shift, announcement TO counter;
GRANT UPDATE (heartbeat_at, closed_at, break_since, break_reason, changed_seq) ON shift TO counter;
GRANT UPDATE (acknowledged_at) ON help_request TO counter, manager;
GRANT SELECT ON staff, staff_group, staff_permission TO counter, manager;
GRANT UPDATE (failed_attempts, last_attempt_at, changed_seq) ON staff TO counter;
GRANT SELECT ON number_floor TO counter;
GRANT SELECT, INSERT ON person, person_word, dossier, intake, intake_draft, issued_form, form_print
    TO counter;
GRANT UPDATE (official_code, book, register_number, procedure, procedure_version, case_index,
        channel, state, received, due, paused_at, notices, result_channel, fee, fee_exempt, sets,
        unit, applicant, owner, handed_over_at, changed_seq)
    ON dossier TO counter;
GRANT UPDATE (box, saved_at) ON intake_draft TO counter;
GRANT DELETE ON intake_draft TO counter;
GRANT UPDATE (state, changed_seq) ON form_print TO counter;

-- Manager: opens and closes days, counts them, sets PINs, takes in bookings. Nobody's record.
GRANT UPDATE (business_date, epoch, skip_date, skip_numbers) ON branch TO manager;
GRANT SELECT (lookup_key) ON branch TO manager;
GRANT UPDATE (lookup_key) ON branch TO manager;
GRANT INSERT ON business_day TO manager;
GRANT UPDATE (closed_at, times_opened, changed_seq) ON business_day TO manager;
GRANT SELECT, INSERT, DELETE ON daily, daily_legs TO manager;
GRANT UPDATE (closed_at, changed_seq) ON shift TO manager;
GRANT UPDATE (pin_hash, failed_attempts, changed_seq) ON staff TO manager;
GRANT INSERT, UPDATE ON appointment TO manager;
GRANT SELECT, INSERT, UPDATE ON roster TO manager;
GRANT SELECT (id, ticket_id, leg, business_date, recorded_at, outcome, is_correction, dossier,
        procedure, changed_seq)
    ON intake TO manager;
-- Where dossiers stand, and not whose they are.
GRANT SELECT (id, code, official_code, business_date, number, book, register_number, procedure,
        procedure_version, case_index, channel, state, received, due, paused_at, notices,
        result_channel, fee, fee_exempt, sets, unit, handed_over_at, changed_seq)
    ON dossier TO manager;
GRANT SELECT (ticket_id) ON intake_draft TO manager;
GRANT DELETE ON intake_draft TO manager;

-- Rating: what a citizen says of a visit. No counter may write or read one, so that no clerk rates
-- himself; whoever gives one cannot change it, and sees neither people nor staff.
GRANT SELECT (id, series, number) ON ticket TO rating;
GRANT SELECT (ticket_id, ordinal, business_date, group_letter, state, ended_at, counter, changed_seq)
    ON leg TO rating;
GRANT SELECT (counter, closed_at) ON shift TO rating;
GRANT SELECT (public_key) ON branch TO rating, manager;
GRANT INSERT ON rating TO rating;
GRANT SELECT (ticket_id, leg) ON rating TO rating;
GRANT SELECT ON rating TO manager;
GRANT UPDATE (state, handled_by, handled_at, note, changed_seq) ON rating TO manager;
ALTER TABLE rating ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS rating_read ON rating;
CREATE POLICY rating_read ON rating FOR SELECT TO rating, manager USING (TRUE);
DROP POLICY IF EXISTS rating_give ON rating;
CREATE POLICY rating_give ON rating FOR INSERT TO rating
    WITH CHECK (handled_by IS NULL AND handled_at = 0 AND note = '' AND state IS NOT DISTINCT FROM
        CASE WHEN content = '' THEN NULL ELSE 'received' END);
DROP POLICY IF EXISTS rating_handle ON rating;
CREATE POLICY rating_handle ON rating FOR UPDATE TO manager
    USING (state = 'received') WITH CHECK (state = 'handled');

-- The last step of a PC that joins: a password of its own, for good, in the place of the one that came
-- with the code. Nobody can change when his own password ends, so this borrows the right to.
CREATE OR REPLACE FUNCTION finish_joining(secret TEXT) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL ''infinity''', session_user, secret);
END
$$;
ALTER FUNCTION finish_joining(TEXT) OWNER TO branch_enroller;
REVOKE ALL ON FUNCTION finish_joining(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION finish_joining(TEXT) TO kiosk, board, counter, manager, rating;
