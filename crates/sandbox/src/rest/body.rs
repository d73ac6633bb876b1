//! The body of a request: JSON, or JSON with files as `multipart/form-data`.

use std::collections::BTreeMap;

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use crate::error::ApiError;
use crate::world::Upload;

/// The largest request, in bytes, from Discord's documentation.
const MAX_BYTES: usize = 25 * 1024 * 1024;

/// The largest file, in bytes, from Discord's documentation.
const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;

/// A body that has been read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    /// `payload_json` of a multipart body. `None` when there is nothing.
    pub(crate) json: Option<Value>,
    pub(crate) is_multipart: bool,
    files: BTreeMap<String, Upload>,
}

impl Body {
    /// # Errors
    /// 40005 for one that is too large, 50109 for bad JSON, 0 for a broken multipart.
    pub(crate) async fn read(request: Request) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, MAX_BYTES)
            .await
            .map_err(|_| ApiError::request_too_large())?;
        let is_multipart = parts
            .headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("multipart/form-data"));
        if !is_multipart {
            return Ok(Self {
                json: parsed(&bytes)?,
                ..Self::default()
            });
        }
        let request = Request::from_parts(parts, bytes.into());
        let multipart = Multipart::from_request(request, &())
            .await
            .map_err(|_| ApiError::bad_request())?;
        Self::read_parts(multipart).await
    }

    /// The body, or an empty object.
    pub(crate) fn value(&self) -> Value {
        self.json
            .clone()
            .unwrap_or_else(|| Value::Object(serde_json::Map::new()))
    }

    pub(crate) fn file_count(&self) -> usize {
        self.files.len()
    }

    /// Names of the files, as the journal keeps them.
    pub(crate) fn file_names(&self) -> Vec<String> {
        self.files.values().map(|file| file.name.clone()).collect()
    }

    /// The files, with what the `attachments` of the message say of them.
    pub(crate) fn files(&self, message: &Value) -> Vec<Upload> {
        let described = message.get("attachments").and_then(Value::as_array);
        let described: Vec<&Value> = described.into_iter().flatten().collect();
        self.files
            .iter()
            .map(|(key, file)| {
                let mut file = file.clone();
                let about = described.iter().find(|it| number(it.get("id")) == *key);
                let text = |name: &str| about?.get(name)?.as_str().map(str::to_owned);
                file.description = text("description");
                file.name = text("filename").unwrap_or(file.name);
                file
            })
            .collect()
    }

    async fn read_parts(mut multipart: Multipart) -> Result<Self, ApiError> {
        let mut body = Self {
            is_multipart: true,
            ..Self::default()
        };
        while let Some(field) = multipart
            .next_field()
            .await
            .map_err(|_| ApiError::bad_request())?
        {
            let name = field.name().unwrap_or_default().to_owned();
            let filename = field.file_name().map(str::to_owned);
            let content_type = field.content_type().map(str::to_owned);
            let bytes = field.bytes().await.map_err(|_| ApiError::bad_request())?;
            if name == "payload_json" {
                body.json = parsed(&bytes)?;
                continue;
            }
            let Some(filename) = filename else {
                continue;
            };
            if bytes.len() > MAX_FILE_BYTES {
                return Err(ApiError::request_too_large());
            }
            let key = name
                .strip_prefix("files[")
                .and_then(|rest| rest.strip_suffix(']'))
                .unwrap_or(&name)
                .to_owned();
            let upload = Upload {
                name: filename,
                content_type,
                description: None,
                bytes: bytes.to_vec(),
            };
            body.files.insert(key, upload);
        }
        Ok(body)
    }
}

fn parsed(bytes: &Bytes) -> Result<Option<Value>, ApiError> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let value = serde_json::from_slice(bytes).map_err(|_| ApiError::invalid_json())?;
    Ok(Some(value))
}

/// An id of an attachment, which libraries send as a number or as a string.
fn number(id: Option<&Value>) -> String {
    match id {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
