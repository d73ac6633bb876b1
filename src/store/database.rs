//! The connection: the only file that knows which database is in use.
//!
//! Everything else uses SQL that other databases understand too. A transaction begins with its
//! first write, so that it waits its turn instead of failing when another was faster.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::pool::PoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, SqlSafeStr as _};

use super::error::Cause;

/// The database driver.
pub(super) type Sql = sqlx::Sqlite;
pub(super) type Row = sqlx::sqlite::SqliteRow;
pub(super) type Transaction = sqlx::Transaction<'static, Sql>;

/// The most connections. More would only queue up for the one writer that `SQLite` allows at a
/// time.
const CONNECTIONS: u32 = 4;

/// How long a statement waits for a connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// Attempts to open a store, in addition to one per migration, when processes that start at the
/// same time may get in the way: whenever two create the same tables, one of them fails.
const MORE_ATTEMPTS: usize = 2;

/// Bytes in the key of a store's hashes (blake3's key length).
const SALT_BYTES: usize = 32;

/// An open database.
#[derive(Debug, Clone)]
pub(super) struct Database {
    pub(super) pool: sqlx::Pool<Sql>,
    /// The key of this store's hashes.
    pub(super) salt: [u8; SALT_BYTES],
    in_memory: bool,
}

impl Database {
    /// Opens the file, or a database in memory, brings its tables up to date and writes to it: a
    /// store that cannot be written to is of no use. A statement waits at most `busy` until another
    /// connection or process has finished.
    pub(super) async fn open(path: Option<&Path>, busy: Duration) -> sqlx::Result<Self> {
        let attempts = migrations().iter().count() + MORE_ATTEMPTS;
        let mut attempt = 1;
        loop {
            match Self::try_open(path, busy).await {
                Err(error) if attempt < attempts && Cause::may_be_a_race(&error) => attempt += 1,
                opened => return opened,
            }
        }
    }

    async fn try_open(path: Option<&Path>, busy: Duration) -> sqlx::Result<Self> {
        let pool = match path {
            Some(path) => {
                let path = std::path::absolute(path)?;
                create_private(&path)?;
                let options = options(busy)
                    .filename(&path)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Normal);
                PoolOptions::new()
                    .max_connections(CONNECTIONS)
                    .acquire_timeout(ACQUIRE_TIMEOUT)
                    .connect_with(options)
                    .await?
            }
            // A database in memory exists only in its one connection, which must therefore never
            // close.
            None => {
                PoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(ACQUIRE_TIMEOUT)
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .connect_with(options(busy).in_memory(true))
                    .await?
            }
        };
        migrations().run(&pool).await?;
        let salt = touch(&pool).await?;
        Ok(Self {
            pool,
            salt,
            in_memory: path.is_none(),
        })
    }

    /// Whether closing the database would lose it.
    pub(super) fn is_in_memory(&self) -> bool {
        self.in_memory
    }

    /// Fails unless the database can be written to.
    pub(super) async fn probe(&self) -> sqlx::Result<()> {
        touch(&self.pool).await.map(|_| ())
    }

    /// Begins a transaction. Its first statement must be a write.
    pub(super) async fn begin(&self) -> sqlx::Result<Transaction> {
        self.pool.begin().await
    }

    /// Makes sure that no deleted data is left in the files. Pages are overwritten as they are
    /// freed (`secure_delete`); this empties the write-ahead log, which has earlier copies of them.
    /// A concurrent reader may prevent that; the next call then does it.
    pub(super) async fn scrub(&self) -> sqlx::Result<()> {
        if !self.in_memory {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
                .execute(&self.pool)
                .await?;
        }
        Ok(())
    }

    /// Reads the whole database and returns the first problem, if any.
    pub(super) async fn examine(&self) -> sqlx::Result<Option<String>> {
        let found: String = sqlx::query_scalar("PRAGMA quick_check(1)")
            .fetch_one(&self.pool)
            .await?;
        Ok(Some(found).filter(|found| found != "ok"))
    }
}

fn options(busy: Duration) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .busy_timeout(busy)
        .foreign_keys(true)
        .pragma("secure_delete", "ON")
        .disable_statement_logging()
}

/// Creates the folder and the file, closed to other users of this machine, since people's questions
/// are private. An existing file is not opened: closing it would release the locks that the
/// database has on it.
fn create_private(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new();
    file.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    match file.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn migrations() -> Migrator {
    let migration = |version, name: &'static str, sql: &'static str| {
        let sql = sql.into_sql_str();
        Migration::new(version, name.into(), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations(vec![
        migration(1, "first", include_str!("migrations/0001_first.sql")),
        migration(10, "loop", include_str!("migrations/0010_loop.sql")),
        migration(20, "digest", include_str!("migrations/0020_digest.sql")),
        migration(
            30,
            "corrections",
            include_str!("migrations/0030_corrections.sql"),
        ),
    ])
}

/// Records that the store is in use, with a new key if it has none yet. Returns the key in force.
async fn touch(pool: &sqlx::Pool<Sql>) -> sqlx::Result<[u8; SALT_BYTES]> {
    let mut fresh = [0; SALT_BYTES];
    getrandom::fill(&mut fresh).map_err(|error| sqlx::Error::Io(std::io::Error::other(error)))?;
    let salt: String = sqlx::query_scalar(
        "INSERT INTO instance (id, salt, opened_at) VALUES (1, $1, $2) \
         ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at RETURNING salt",
    )
    .bind(blake3::Hash::from_bytes(fresh).to_hex().as_str())
    .bind(Timestamp::now().as_millisecond())
    .fetch_one(pool)
    .await?;
    let salt = blake3::Hash::from_hex(salt).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(*salt.as_bytes())
}

/// Renames the database and the files that belong to it, so that the next start begins with an
/// empty one. Returns the new name.
pub(super) fn set_aside(path: &Path, now: Timestamp) -> std::io::Result<PathBuf> {
    let beside = |ending: String| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let mark = format!(".aside-{}", now.as_millisecond());
    let aside = beside(mark.clone());
    if aside.try_exists()? {
        return Err(std::io::ErrorKind::AlreadyExists.into());
    }
    // Rename the log first: without it the database is merely older, but with another's log it is
    // corrupt.
    for companion in ["-wal", "-shm"] {
        let from = beside(companion.to_owned());
        if from.try_exists()? {
            std::fs::rename(from, beside(format!("{mark}{companion}")))?;
        }
    }
    std::fs::rename(path, &aside)?;
    Ok(aside)
}
