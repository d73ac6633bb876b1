-- Answers whose sources changed after they were shown, and what it takes to correct them.

-- Whether the message can be edited at all: what one person alone sees cannot, nor what stands where
-- the bot may no longer write.
ALTER TABLE answers ADD COLUMN editable BIGINT NOT NULL DEFAULT 1;

-- The section that a passage stands in; unknown for what was shown before this was kept.
ALTER TABLE passages ADD COLUMN section BIGINT;
-- Whether its text is another one than the answer quotes; the message says so.
ALTER TABLE passages ADD COLUMN changed BIGINT NOT NULL DEFAULT 0;

-- What is still to be done.
CREATE TABLE corrections (
    message BIGINT PRIMARY KEY REFERENCES answers (message) ON DELETE CASCADE,
    changed_at BIGINT NOT NULL,
    not_before BIGINT NOT NULL
);
