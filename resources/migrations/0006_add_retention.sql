-- Whose record a visit still needs, for erasing people.
CREATE INDEX intake_of_applicant ON intake (applicant) WHERE applicant IS NOT NULL;
CREATE INDEX intake_of_owner ON intake (owner) WHERE owner IS NOT NULL;
