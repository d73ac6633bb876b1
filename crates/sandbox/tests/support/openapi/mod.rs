//! Requests of a bot, checked against Discord's own OpenAPI document and against the documented
//! limits that it lacks. The document is not part of the project: `DISCORD_OPENAPI` names it, or it
//! lies beside the project; without it nothing is checked.

mod complaint;
mod document;
mod limits;
mod unknown;

use std::env;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};

use self::document::{Document, Operation};

/// The variable that names the document.
const VARIABLE: &str = "DISCORD_OPENAPI";

/// What is wrong with a request; nothing when it is fine or there is no document.
///
/// `body` of a multipart request is its `payload_json`.
pub(crate) fn check(
    method: &str,
    path_and_query: &str,
    body: Option<&Value>,
    multipart: bool,
) -> Vec<String> {
    let Some(document) = document() else {
        return Vec::new();
    };
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    let operation = match document.operation(method, path) {
        Ok(operation) => operation,
        Err(complaint) => return vec![complaint],
    };
    let mut complaints = document.parameters(&operation, query);
    complaints.extend(check_body(document, &operation, body, multipart));
    complaints
}

/// What is wrong with the answer to a request that went well.
pub(crate) fn check_answer(method: &str, path: &str, status: u16, answer: &Value) -> Vec<String> {
    let Some(document) = document() else {
        return Vec::new();
    };
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    match document.operation(method, path) {
        Ok(operation) => match operation.answer(status) {
            Some(Some(pointer)) => complaint::all(&document.validator(&pointer), answer),
            Some(None) if answer.is_null() => Vec::new(),
            Some(None) => vec!["a body where none is defined".to_owned()],
            None => vec![format!("status {status} is not defined")],
        },
        Err(complaint) => vec![complaint],
    }
}

/// How a value differs from one of the document's named shapes, such as `MessageResponse`.
pub(crate) fn check_shape(name: &str, value: &Value) -> Vec<String> {
    document().map_or_else(Vec::new, |document| {
        let pointer = format!("/components/schemas/{name}");
        complaint::all(&document.validator(&pointer), value)
    })
}

fn check_body(
    document: &Document,
    operation: &Operation<'_>,
    body: Option<&Value>,
    multipart: bool,
) -> Vec<String> {
    let body = body.filter(|body| !body.is_null());
    let Some(expected) = operation.body() else {
        let is_sent = body.is_some_and(|body| *body != json!({}) && *body != json!([]));
        return is_sent
            .then(|| "a body is sent and none is defined".to_owned())
            .into_iter()
            .collect();
    };
    let Some(body) = body else {
        let is_missing = expected.required && !multipart;
        return is_missing
            .then(|| "a body is required".to_owned())
            .into_iter()
            .collect();
    };
    let mut complaints = complaint::all(&document.validator(&expected.pointer), body);
    complaints.extend(unknown::keys(document, body, expected.schema));
    complaints.extend(limits::broken(operation, body, multipart));
    complaints
}

/// Whether the document is there, so that anything is checked.
pub(crate) fn is_there() -> bool {
    document().is_some()
}

/// The document, read once.
#[expect(
    clippy::print_stderr,
    reason = "what is not checked must not pass for checked"
)]
fn document() -> Option<&'static Document> {
    static DOCUMENT: OnceLock<Option<Document>> = OnceLock::new();
    DOCUMENT
        .get_or_init(|| {
            let path = env::var_os(VARIABLE).map_or_else(|| beside("openapi.json"), PathBuf::from);
            let document = Document::read(&path);
            if let Err(reason) = &document {
                eprintln!(
                    "requests are not checked against Discord's OpenAPI document: {}: {reason}",
                    path.display()
                );
            }
            document.ok()
        })
        .as_ref()
}

/// A file about Discord that may lie in `shared/discord` beside the project.
pub(crate) fn beside(name: &str) -> PathBuf {
    let file = Path::new("shared/discord").join(name);
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    let mut found = above.map(|folder| folder.join(&file));
    found
        .find(|path| path.try_exists().is_ok_and(|exists| exists))
        .unwrap_or(file)
}
