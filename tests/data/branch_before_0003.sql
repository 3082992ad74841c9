-- A branch as program version 0.1.0 left it before migration 0003: created, a day of two tickets.
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
, lookup_key TEXT CHECK (length(lookup_key) = 64));
INSERT INTO "branch" VALUES('92d5e572-bc1e-44b3-92e3-f31319a1a932','CN7',7,'Chi nhánh số 7','Branch 7','Trung tâm','Centre','1 Phố Huế','{"announcement_languages":["vi","en"],"calls_before_no_show":2,"hundreds_word":"linh","last_ticket_minutes":30,"restore_number_gap":50,"same_day_until":"15:00","shift_lease_seconds":60,"undo_seconds":10}','Asia/Ho_Chi_Minh',1,6,'aa64dd2b50b317fb18976c02bea11b3f0cf0054fb5cbe4c0ac3333c692ab9c89',1795887028384,0,NULL,2026,NULL,0,0,NULL);
CREATE TABLE business_day (
business_date TEXT    NOT NULL PRIMARY KEY CHECK (length(business_date) = 10),
opened_at     BIGINT  NOT NULL,
closed_at     BIGINT,
times_opened  INTEGER NOT NULL CHECK (times_opened >= 1),
changed_seq   BIGINT  NOT NULL
);
INSERT INTO "business_day" VALUES('2026-11-29',1795887028107,1795887028384,1,6);
CREATE TABLE command (
id      TEXT   NOT NULL PRIMARY KEY,
request TEXT   NOT NULL,
answer  TEXT   NOT NULL,
seq     BIGINT NOT NULL REFERENCES event (seq)
);
INSERT INTO "command" VALUES('d1c68d9f-b777-4b04-8e0c-23ef4f4d1911','1d4df5cb4b3fd88cf67a8a1a6261aebfb48fac97e1182cf5de263875a5f273e8','{"code":"CN7"}',2);
INSERT INTO "command" VALUES('cb63015f-5d7c-497f-8e71-f875f72c8670','909c60216ad80712b5c69913081875e623cf3a30ed4d29f8a9b998940c09dd9a','{"at":"2026-11-29T00:30:28+07:00","business_date":"2026-11-29","expired":0,"state":"open"}',3);
INSERT INTO "command" VALUES('0b29a724-78e6-4711-afab-310359e46118','94f8e56db3f848e53f3d8052d4a12933a10f3007c293bfa08727b2f0619b6724','{"ahead":0,"arrived_at_ms":1795887028200,"booked_for_ms":0,"business_date":"2026-11-29","call_from":"","call_to":"","counters":[1],"group":"C","id":"a2b9ea05-d155-4caf-b040-aaffe0e21fbe","issued_at":"2026-11-29T00:30:28+07:00","kiosk":0,"procedure":"2.000815","ticket":"C001","token":"Y3g7Qmj-vY3E1DFb","tracking_code":"AKRK-93T4","wait":null}',4);
INSERT INTO "command" VALUES('fb9ba55a-de07-4fa1-84b0-096abfa18122','2b1ad37dd9194f2b82fe6ec3767fc7d17b01597afd0afdb846a4de587db6c723','{"ahead":0,"arrived_at_ms":1795887028290,"booked_for_ms":0,"business_date":"2026-11-29","call_from":"","call_to":"","counters":[1],"group":"H","id":"8d9b6b80-9b5b-4758-9af8-d9a9ecee563f","issued_at":"2026-11-29T00:30:28+07:00","kiosk":0,"procedure":"","ticket":"H001","token":"Ey680nzmuRz8PRyh","tracking_code":"BG8R-Y8Y1","wait":null}',5);
INSERT INTO "command" VALUES('0509ec36-6ead-4f93-8065-de5d5b5c779a','12f4084f764493acbd8519ba4760a9f6a371c0615c27a8e3291ea685a7d33a59','{"at":"2026-11-29T00:30:28+07:00","business_date":"2026-11-29","expired":2,"state":"closed"}',6);
CREATE TABLE counter (
number      INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
active      BOOLEAN NOT NULL,
changed_seq BIGINT  NOT NULL
);
INSERT INTO "counter" VALUES(1,1,2);
CREATE TABLE counter_group (
counter      INTEGER NOT NULL REFERENCES counter (number),
group_letter TEXT    NOT NULL REFERENCES ticket_group (letter),
changed_seq  BIGINT  NOT NULL,
PRIMARY KEY (counter, group_letter)
);
INSERT INTO "counter_group" VALUES(1,'H',2);
INSERT INTO "counter_group" VALUES(1,'C',2);
CREATE TABLE device (
kind    TEXT    NOT NULL CHECK (kind IN ('kiosk', 'board')),
number  INTEGER NOT NULL CHECK (number >= 1),
state   TEXT    NOT NULL,
volume  INTEGER NOT NULL CHECK (volume BETWEEN 0 AND 100),
seen_at BIGINT  NOT NULL,
PRIMARY KEY (kind, number)
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
INSERT INTO "event" VALUES(1,'branch_created',1795887027859,1795887027859,NULL,'d1c68d9f-b777-4b04-8e0c-23ef4f4d1911','{"branch":"92d5e572-bc1e-44b3-92e3-f31319a1a932","code":"CN7"}','e2328c10472afde3fecd3ba4cfcf4b474b1a2b8c10f74f790bc6cc42c383ed7c');
INSERT INTO "event" VALUES(2,'catalogue_imported',1795887027859,1795887027859,NULL,'d1c68d9f-b777-4b04-8e0c-23ef4f4d1911','{"counters":1,"digest":"b3ef612c0071973809feebb43873ca6fc12248e672e2bbce7e69902e97010aea","groups":[{"first":1,"last":999,"letter":"H"},{"first":1,"last":999,"letter":"C"}],"procedures":3}','3372457ef7f3886c034364c46aeb86b95712c72d25c749b8a157c1720cc9bef8');
INSERT INTO "event" VALUES(3,'day_opened',1795887028107,1795887028107,NULL,'cb63015f-5d7c-497f-8e71-f875f72c8670','{"date":"2026-11-29","skipped":0,"times_opened":1}','aa978e16c98deac688fc7062b0780cca59549037eed9cac46260c8e526c49d61');
INSERT INTO "event" VALUES(4,'ticket_issued',1795887028200,1795887028200,'a2b9ea05-d155-4caf-b040-aaffe0e21fbe','0b29a724-78e6-4711-afab-310359e46118','{"appointment":"","date":"2026-11-29","group":"C","kiosk":0,"priority":"","procedure":"2.000815","rank":1795887028200,"ticket":"C001","token":"54f1348f4462251baa3f2a78bc590ee6a5b0e239f370927d6e6c49d3ebe1953e"}','dceee42e966dd6083261ccb3550ef980005668a8558768b1258396cd968d63f4');
INSERT INTO "event" VALUES(5,'ticket_issued',1795887028290,1795887028290,'8d9b6b80-9b5b-4758-9af8-d9a9ecee563f','fb9ba55a-de07-4fa1-84b0-096abfa18122','{"appointment":"","date":"2026-11-29","group":"H","kiosk":0,"priority":"elderly","procedure":"","rank":1795885828290,"ticket":"H001","token":"5c118f23c16923eb3cad7a0b4cecaac2ce43613a0f39c8db21c703d8a9049758"}','0133362b06d7089254fbb5460f7e66203b87319c01a6a9b22663bffd847edb20');
INSERT INTO "event" VALUES(6,'day_closed',1795887028384,1795887028384,NULL,'0509ec36-6ead-4f93-8065-de5d5b5c779a','{"date":"2026-11-29","expired":2}','aa64dd2b50b317fb18976c02bea11b3f0cf0054fb5cbe4c0ac3333c692ab9c89');
CREATE TABLE help_request (
id              BIGINT  NOT NULL PRIMARY KEY,
kiosk           INTEGER NOT NULL,
reason          TEXT    NOT NULL,
at              BIGINT  NOT NULL,
acknowledged_at BIGINT
);
CREATE TABLE holiday (
holiday_date TEXT   NOT NULL PRIMARY KEY CHECK (length(holiday_date) = 10),
kind         TEXT   NOT NULL CHECK (kind IN ('off', 'compensation', 'make_up')),
name         TEXT   NOT NULL,
source       TEXT   NOT NULL,
changed_seq  BIGINT NOT NULL
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
changed_seq     BIGINT  NOT NULL, for_counter INTEGER REFERENCES counter (number),
PRIMARY KEY (ticket_id, ordinal),
CHECK (state NOT IN ('called', 'serving') OR (counter IS NOT NULL AND staff IS NOT NULL))
);
INSERT INTO "leg" VALUES('a2b9ea05-d155-4caf-b040-aaffe0e21fbe',1,'2026-11-29','C','expired',1795887028200,4,1795887028200,0,0,0,0,1795887028384,0,0,NULL,NULL,6,NULL);
INSERT INTO "leg" VALUES('8d9b6b80-9b5b-4758-9af8-d9a9ecee563f',1,'2026-11-29','H','expired',1795885828290,5,1795887028290,0,0,0,0,1795887028384,0,0,NULL,NULL,6,NULL);
CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'0001_create_branch','6aa6b8351a43cfc9fd73e51ee4d654ba2833b7be1084e89a1c529a57a7816780');
INSERT INTO "migration" VALUES(2,'0002_add_hall','3d31b873a919a312be01ca75e06705db3a96620bf851a523d5e9022bcf3e8cb5');
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
INSERT INTO "priority_class" VALUES('elderly',0,'Người cao tuổi','Older person',20,75,'39/2009',1,2);
CREATE TABLE procedure (
code         TEXT    NOT NULL PRIMARY KEY,
position     INTEGER NOT NULL,
group_letter TEXT    REFERENCES ticket_group (letter),
detail       TEXT    NOT NULL,
active       BOOLEAN NOT NULL,
changed_seq  BIGINT  NOT NULL
);
INSERT INTO "procedure" VALUES('1.004837',0,'H','{"cases":[{"documents":[{"copies":0,"name":"Tờ khai đăng ký giám hộ","originals":1,"required":true}],"fee_direct":0,"fee_note":"","limit":{"kind":"working_days","value":3},"limit_basis":"Luật","limit_verified":true,"name":""}],"code":"1.004837","field":"Hộ tịch","flags":[],"group":"H","late_starts_next_day":false,"name":{"en":"Guardianship","vi":"Đăng ký giám hộ"},"referral":""}',1,2);
INSERT INTO "procedure" VALUES('2.000815',1,'C','{"cases":[{"documents":[],"fee_direct":2000,"fee_note":"","limit":{"kind":"same_day","value":0},"limit_basis":"","limit_verified":true,"name":""}],"code":"2.000815","field":"Chứng thực","flags":[],"group":"C","late_starts_next_day":false,"name":{"en":"Certified copy","vi":"Chứng thực bản sao từ bản chính"},"referral":""}',1,2);
INSERT INTO "procedure" VALUES('3.000347',2,NULL,'{"cases":[{"documents":[],"fee_note":"","limit_basis":"","limit_verified":true,"name":""}],"code":"3.000347","field":"Giấy phép lái xe","flags":[],"group":"","late_starts_next_day":false,"name":{"en":"Driving licence","vi":"Đổi giấy phép lái xe"},"referral":"Nộp tại cơ quan Công an."}',1,2);
CREATE TABLE session (
weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
opens       TEXT    NOT NULL CHECK (length(opens) = 5),
closes      TEXT    NOT NULL CHECK (length(closes) = 5),
changed_seq BIGINT  NOT NULL,
PRIMARY KEY (weekday, opens),
CHECK (opens < closes)
);
INSERT INTO "session" VALUES(1,'07:30','11:30',2);
CREATE TABLE session_exception (
exception_date TEXT   NOT NULL PRIMARY KEY CHECK (length(exception_date) = 10),
sessions       TEXT   NOT NULL,
changed_seq    BIGINT NOT NULL
);
CREATE TABLE shift (
id           TEXT    NOT NULL PRIMARY KEY,
counter      INTEGER NOT NULL REFERENCES counter (number),
staff        TEXT    NOT NULL REFERENCES staff (code),
opened_at    BIGINT  NOT NULL,
heartbeat_at BIGINT  NOT NULL,
closed_at    BIGINT,
changed_seq  BIGINT  NOT NULL
, break_since BIGINT, break_reason TEXT);
CREATE TABLE speaker (
place       INTEGER NOT NULL PRIMARY KEY CHECK (place = 1),
device      TEXT    NOT NULL,
session     TEXT    NOT NULL,
lease_until BIGINT  NOT NULL
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
INSERT INTO "staff" VALUES('CB01','Nguyễn Thị Tân',1,NULL,0,0,2);
CREATE TABLE staff_group (
staff        TEXT   NOT NULL REFERENCES staff (code),
group_letter TEXT   NOT NULL REFERENCES ticket_group (letter),
changed_seq  BIGINT NOT NULL,
PRIMARY KEY (staff, group_letter)
);
INSERT INTO "staff_group" VALUES('CB01','H',2);
INSERT INTO "staff_group" VALUES('CB01','C',2);
CREATE TABLE staff_permission (
staff       TEXT   NOT NULL REFERENCES staff (code),
permission  TEXT   NOT NULL,
changed_seq BIGINT NOT NULL,
PRIMARY KEY (staff, permission)
);
CREATE TABLE synonym (
word        TEXT   NOT NULL PRIMARY KEY,
means       TEXT   NOT NULL,
changed_seq BIGINT NOT NULL
);
INSERT INTO "synonym" VALUES('sổ đỏ','["quyền sử dụng đất"]',2);
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
changed_seq   BIGINT  NOT NULL, kiosk INTEGER CHECK (kiosk >= 1), token TEXT CHECK (length(token) = 16), appointment TEXT,
UNIQUE (business_date, series, number)
);
INSERT INTO "ticket" VALUES('a2b9ea05-d155-4caf-b040-aaffe0e21fbe','2026-11-29','C',1,1795887028200,NULL,'2.000815','pending',4,NULL,'Y3g7Qmj-vY3E1DFb',NULL);
INSERT INTO "ticket" VALUES('8d9b6b80-9b5b-4758-9af8-d9a9ecee563f','2026-11-29','H',1,1795887028290,'elderly',NULL,'pending',5,NULL,'Ey680nzmuRz8PRyh',NULL);
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
INSERT INTO "ticket_group" VALUES('H',0,'Hộ tịch','Civil status','Hộ tịch','Civil status',1,999,1,2);
INSERT INTO "ticket_group" VALUES('C',1,'Chứng thực','Certification','Chứng thực','Certification',1,999,1,2);
CREATE TABLE waiting_line (
business_date TEXT    NOT NULL REFERENCES business_day (business_date),
group_letter  TEXT    NOT NULL REFERENCES ticket_group (letter),
last_number   INTEGER NOT NULL CHECK (last_number >= 0),
waiting       INTEGER NOT NULL CHECK (waiting >= 0),
changed_seq   BIGINT  NOT NULL,
PRIMARY KEY (business_date, group_letter)
);
INSERT INTO "waiting_line" VALUES('2026-11-29','C',1,0,6);
INSERT INTO "waiting_line" VALUES('2026-11-29','H',1,0,6);
CREATE UNIQUE INDEX business_day_open ON business_day ((closed_at IS NULL)) WHERE closed_at IS NULL;
CREATE INDEX leg_waiting ON leg (group_letter, rank, arrival_seq) WHERE state = 'waiting';
CREATE UNIQUE INDEX leg_at_counter ON leg (counter) WHERE state IN ('called', 'serving');
CREATE UNIQUE INDEX leg_of_staff ON leg (staff) WHERE state IN ('called', 'serving');
CREATE UNIQUE INDEX shift_open_at_counter ON shift (counter) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX shift_open_of_staff ON shift (staff) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX ticket_of_appointment ON ticket (appointment) WHERE appointment IS NOT NULL;
CREATE INDEX leg_of_day ON leg (business_date, first_called_at);
CREATE INDEX shift_by_end ON shift (closed_at);
CREATE INDEX appointment_of_day ON appointment (booked_date, booked_for);
CREATE INDEX appointment_of_phone ON appointment (phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX appointment_of_id ON appointment (id_hash) WHERE id_hash IS NOT NULL;
CREATE INDEX announcement_of_day ON announcement (business_date, id);
CREATE INDEX announcement_open ON announcement (id) WHERE state IN ('pending', 'playing');
CREATE INDEX help_request_open ON help_request (id) WHERE acknowledged_at IS NULL;
