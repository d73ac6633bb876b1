-- The first tables. Plain SQL: numbers are BIGINT (Discord's ids as two's complement, yes and no as
-- 1 and 0), times are milliseconds since 1970, words are TEXT.

-- One row: the key of this store's hashes, and proof that the store can be written to.
CREATE TABLE instance (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    salt TEXT NOT NULL,
    opened_at BIGINT NOT NULL
);

CREATE TABLE questions (
    id BIGINT PRIMARY KEY,
    asked_at BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    server BIGINT,
    channel BIGINT NOT NULL,
    message BIGINT,
    locale TEXT NOT NULL,
    text TEXT,
    text_hash TEXT,
    outcome TEXT NOT NULL,
    generation BIGINT NOT NULL,
    follows BIGINT REFERENCES questions (id) ON DELETE SET NULL,
    public BIGINT NOT NULL
);
CREATE INDEX questions_by_time ON questions (asked_at);
CREATE INDEX questions_by_asker ON questions (asker);
CREATE INDEX questions_by_server ON questions (server, asked_at);
CREATE INDEX questions_by_message ON questions (message);
CREATE INDEX questions_by_follows ON questions (follows);

CREATE TABLE answers (
    message BIGINT PRIMARY KEY,
    channel BIGINT NOT NULL,
    question BIGINT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    generation BIGINT NOT NULL,
    shown_at BIGINT NOT NULL
);
CREATE INDEX answers_by_question ON answers (question);
CREATE INDEX answers_by_channel ON answers (channel, shown_at);
CREATE INDEX answers_by_time ON answers (shown_at);

CREATE TABLE passages (
    message BIGINT NOT NULL REFERENCES answers (message) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    article TEXT NOT NULL,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (message, place)
);

CREATE TABLE votes (
    message BIGINT NOT NULL,
    voter BIGINT NOT NULL,
    server BIGINT,
    opinion TEXT NOT NULL,
    reason TEXT,
    voted_at BIGINT NOT NULL,
    PRIMARY KEY (message, voter)
);
CREATE INDEX votes_by_voter ON votes (voter);
CREATE INDEX votes_by_server ON votes (server);
CREATE INDEX votes_by_time ON votes (voted_at);

CREATE TABLE missed (
    id BIGINT PRIMARY KEY,
    server BIGINT,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    article TEXT,
    assignee BIGINT,
    changed_at BIGINT NOT NULL
);
CREATE INDEX missed_by_server ON missed (server);

CREATE TABLE reports (
    missed BIGINT NOT NULL REFERENCES missed (id) ON DELETE CASCADE,
    reporter BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    locale TEXT NOT NULL,
    remind BIGINT NOT NULL,
    reported_at BIGINT NOT NULL,
    reminded_at BIGINT,
    PRIMARY KEY (missed, reporter)
);
CREATE INDEX reports_by_reporter ON reports (reporter);
CREATE INDEX reports_by_time ON reports (reported_at);

CREATE TABLE channel_settings (
    channel BIGINT PRIMARY KEY,
    server BIGINT NOT NULL,
    mode TEXT NOT NULL,
    answers_in TEXT NOT NULL,
    forum BIGINT NOT NULL,
    solved_tag BIGINT
);
CREATE INDEX channel_settings_by_server ON channel_settings (server);
