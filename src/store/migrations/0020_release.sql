-- Answers under which it stands that their source has changed since.
CREATE TABLE marks (
    message BIGINT PRIMARY KEY REFERENCES answers (message) ON DELETE CASCADE,
    marked_at BIGINT NOT NULL
);
