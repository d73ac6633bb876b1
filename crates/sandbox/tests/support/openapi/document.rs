//! The OpenAPI document: finding the operation of a request, its parameters and its body's schema.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Map, Value, json};

use super::complaint;

/// The document's name among schemas.
const URI: &str = "urn:discord";

pub(super) struct Document {
    root: Value,
    registry: Registry,
    routes: Vec<Route>,
    /// By pointer; compiling one takes milliseconds, and there are few.
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

struct Route {
    template: String,
    literals: usize,
}

/// What the document says of a request.
pub(super) struct Operation<'a> {
    pub(super) method: String,
    pub(super) template: &'a str,
    item: &'a Value,
    operation: &'a Value,
    /// Names and values in the path.
    arguments: Vec<(&'a str, String)>,
}

/// The body that an operation takes.
pub(super) struct Body<'a> {
    pub(super) required: bool,
    pub(super) schema: &'a Value,
    pub(super) pointer: String,
}

impl Document {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let mut root: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        take_numbers_for_snowflakes(&mut root);
        let resource = Draft::Draft202012.create_resource(root.clone());
        let registry = Registry::try_new(URI, resource).map_err(|error| error.to_string())?;
        let paths = root.get("paths").and_then(Value::as_object);
        let mut routes: Vec<_> = paths
            .into_iter()
            .flat_map(Map::keys)
            .map(|template| Route {
                template: template.clone(),
                literals: template
                    .split('/')
                    .filter(|part| !part.starts_with('{'))
                    .count(),
            })
            .collect();
        routes.sort_by_key(|route| std::cmp::Reverse(route.literals));
        Ok(Self {
            root,
            registry,
            routes,
            validators: Mutex::default(),
        })
    }

    /// The operation of a request: of the paths that fit, the most literal that has the method.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn operation(&self, method: &str, path: &str) -> Result<Operation<'_>, String> {
        let path = within_api(path);
        let key = method.to_ascii_lowercase();
        let mut first = None;
        for route in &self.routes {
            let Some(arguments) = fit(&route.template, path) else {
                continue;
            };
            let paths = self.root.get("paths");
            let Some(item) = paths.and_then(|paths| paths.get(&route.template)) else {
                continue;
            };
            if let Some(operation) = item.get(&key) {
                return Ok(Operation {
                    method: method.to_ascii_uppercase(),
                    template: &route.template,
                    item,
                    operation,
                    arguments,
                });
            }
            first.get_or_insert(&route.template);
        }
        Err(first.map_or_else(
            || format!("no such path: {path}"),
            |template| format!("{method} is not defined for {template}"),
        ))
    }

    /// What is wrong with the parameters in the path and the query.
    pub(super) fn parameters(&self, operation: &Operation<'_>, query: &str) -> Vec<String> {
        let declared = self.declared(operation);
        let find = |place: &str, name: &str| {
            declared
                .iter()
                .find(|(parameter, _)| parameter["in"] == place && parameter["name"] == name)
        };
        let mut complaints = Vec::new();
        for (name, value) in &operation.arguments {
            if let Some((_, pointer)) = find("path", name) {
                let validator = self.validator(&format!("{pointer}/schema"));
                let found = complaint::all(&validator, &json!(value));
                complaints.extend(
                    found
                        .iter()
                        .map(|it| format!("path parameter {name}={value:?}{it}")),
                );
            }
        }
        let query: Vec<(String, String)> = reqwest::Url::parse(&format!("http://x/?{query}"))
            .map(|url| url.query_pairs().into_owned().collect())
            .unwrap_or_default();
        for (name, value) in &query {
            match find("query", name) {
                Some((_, pointer)) => {
                    let validator = self.validator(&format!("{pointer}/schema"));
                    // In a query everything is text.
                    let readings = [
                        json!(value),
                        serde_json::from_str(value).unwrap_or_default(),
                        json!([value]),
                    ];
                    if !readings.iter().any(|value| validator.is_valid(value)) {
                        complaints.push(format!("query parameter {name}={value:?} is not valid"));
                    }
                }
                None => complaints.push(format!("query parameter {name} is not defined")),
            }
        }
        for (parameter, _) in &declared {
            let is_missing = parameter["in"] == "query"
                && parameter["required"] == true
                && !query.iter().any(|(name, _)| parameter["name"] == **name);
            if is_missing {
                complaints.push(format!("query parameter {} is missing", parameter["name"]));
            }
        }
        complaints
    }

    /// The parameters of an operation, each with the pointer to it.
    fn declared(&self, operation: &Operation<'_>) -> Vec<(&Value, String)> {
        let path = escaped(operation.template);
        let method = operation.method.to_ascii_lowercase();
        [
            (operation.item, format!("/paths/{path}/parameters")),
            (
                operation.operation,
                format!("/paths/{path}/{method}/parameters"),
            ),
        ]
        .into_iter()
        .flat_map(|(holder, pointer)| {
            let list = holder.get("parameters").and_then(Value::as_array);
            list.into_iter()
                .flatten()
                .enumerate()
                .map(move |(index, it)| (it, format!("{pointer}/{index}")))
        })
        .filter_map(|(parameter, pointer)| match parameter.get("$ref") {
            Some(Value::String(reference)) => {
                let pointer = reference.trim_start_matches('#');
                self.root
                    .pointer(pointer)
                    .map(|it| (it, pointer.to_owned()))
            }
            _ => Some((self.root.pointer(&pointer)?, pointer)),
        })
        .collect()
    }

    /// What a schema refers to, or itself.
    pub(super) fn resolved<'a>(&'a self, mut schema: &'a Value) -> &'a Value {
        while let Some(Value::String(reference)) = schema.get("$ref") {
            match self.root.pointer(reference.trim_start_matches('#')) {
                Some(target) => schema = target,
                None => break,
            }
        }
        schema
    }

    /// The validator of the schema at a pointer, compiled once.
    #[expect(clippy::expect_used, reason = "what helps a test may fail like a test")]
    pub(super) fn validator(&self, pointer: &str) -> Arc<Validator> {
        let mut validators = self
            .validators
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let compiled = validators.entry(pointer.to_owned()).or_insert_with(|| {
            // Templates hold braces, which an address must not.
            let fragment = pointer.replace('{', "%7B").replace('}', "%7D");
            let schema = json!({"$ref": format!("{URI}#{fragment}")});
            let validator = jsonschema::options()
                .with_draft(Draft::Draft202012)
                .with_registry(self.registry.clone())
                .build(&schema)
                .expect("the document holds schemas");
            Arc::new(validator)
        });
        Arc::clone(compiled)
    }
}

impl<'a> Operation<'a> {
    pub(super) fn body(&self) -> Option<Body<'a>> {
        let body = self.operation.get("requestBody")?;
        let content = body.get("content")?.as_object()?;
        let json = content.get_key_value("application/json");
        let (kind, media) = json.or_else(|| content.iter().next())?;
        let (path, method) = (escaped(self.template), self.method.to_ascii_lowercase());
        let kind = escaped(kind);
        Some(Body {
            required: body.get("required") == Some(&json!(true)),
            schema: media.get("schema")?,
            pointer: format!("/paths/{path}/{method}/requestBody/content/{kind}/schema"),
        })
    }
}

impl Operation<'_> {
    /// Where the schema of the answer with a status stands: `None` for a status that is not
    /// defined, and nothing in it for an answer without a body.
    pub(super) fn answer(&self, status: u16) -> Option<Option<String>> {
        let status = status.to_string();
        let answer = self.operation.get("responses")?.get(&status)?;
        let (path, method) = (escaped(self.template), self.method.to_ascii_lowercase());
        let kind = "application/json";
        let has_body = answer.get("content").and_then(|it| it.get(kind)).is_some();
        let kind = escaped(kind);
        Some(
            has_body.then(|| {
                format!("/paths/{path}/{method}/responses/{status}/content/{kind}/schema")
            }),
        )
    }
}

/// Discord also reads a number as an id.
fn take_numbers_for_snowflakes(node: &mut Value) {
    match node {
        Value::Object(fields) => {
            if fields.get("format") == Some(&json!("snowflake")) {
                match fields.get_mut("type") {
                    Some(Value::Array(types)) => types.push(json!("integer")),
                    Some(single) => *single = json!([single, "integer"]),
                    None => {}
                }
            }
            fields.values_mut().for_each(take_numbers_for_snowflakes);
        }
        Value::Array(items) => items.iter_mut().for_each(take_numbers_for_snowflakes),
        _ => {}
    }
}

/// A path without origin, `/api` and version.
fn within_api(path: &str) -> &str {
    let path = path
        .split_once("://")
        .and_then(|(_, rest)| rest.find('/').and_then(|at| rest.get(at..)))
        .unwrap_or(path);
    let Some(rest) = path
        .strip_prefix("/api")
        .filter(|rest| rest.starts_with('/'))
    else {
        return path;
    };
    let (version, below) = rest
        .strip_prefix("/v")
        .and_then(|rest| rest.split_once('/'))
        .unwrap_or_default();
    if version.is_empty() || !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return rest;
    }
    rest.get(rest.len() - below.len() - 1..).unwrap_or(rest)
}

/// The arguments of a path that fits a template.
fn fit<'a>(template: &'a str, path: &str) -> Option<Vec<(&'a str, String)>> {
    let (expected, given) = (template.split('/'), path.split('/'));
    if expected.clone().count() != given.clone().count() {
        return None;
    }
    let mut arguments = Vec::new();
    for (expected, given) in expected.zip(given) {
        // Some libraries write `%40me`.
        let given = decoded(given);
        let name = expected
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'));
        match name {
            Some(name) if !given.is_empty() => arguments.push((name, given)),
            None if expected == given => {}
            _ => return None,
        }
    }
    Some(arguments)
}

/// A part of a path with its `%xx` read.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'%');
        let byte = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = byte.and_then(|_| after.get(2..)).unwrap_or(after);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A key as part of a JSON pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
