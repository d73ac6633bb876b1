-- What admins did, what they changed about answering, and which weekly digests went out.

CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    server BIGINT,
    who BIGINT,
    what TEXT NOT NULL,
    done_at BIGINT NOT NULL
);
CREATE INDEX audit_by_server ON audit (server, done_at);
CREATE INDEX audit_by_who ON audit (who);
CREATE INDEX audit_by_time ON audit (done_at);

CREATE TABLE changes (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    author BIGINT,
    changed_at BIGINT NOT NULL,
    undone_by BIGINT,
    undone_at BIGINT
);
CREATE INDEX changes_by_time ON changes (changed_at);

CREATE TABLE digests (
    server BIGINT NOT NULL,
    week BIGINT NOT NULL,
    PRIMARY KEY (server, week)
);

-- Milliseconds from being heard to being shown.
ALTER TABLE questions ADD COLUMN took_ms BIGINT;
