-- Where each server's weekly digest goes, and how far the sending of each has come.

CREATE TABLE digest_places (
    server BIGINT PRIMARY KEY,
    channel BIGINT NOT NULL,
    since BIGINT NOT NULL
);
CREATE INDEX digest_places_by_channel ON digest_places (channel);

ALTER TABLE digests ADD COLUMN begun_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE digests ADD COLUMN tried_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE digests ADD COLUMN sent BIGINT NOT NULL DEFAULT 0;
