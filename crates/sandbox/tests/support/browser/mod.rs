//! A headless Chromium, driven over the Chrome DevTools Protocol. Whatever it complains about in
//! its console, and every request that leaves this machine, fails the story.

mod chromium;
mod hands;

use std::io::Write as _;
use std::path::Path;
use std::{env, thread};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::{Duration, timeout};
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

use chromium::Chromium;

/// How long a story waits for something in the page before it fails, however busy the machine is.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// How long the browser may take to answer: longer, so that the page can say what never happened.
pub(crate) const ANSWERS_WITHIN: Duration = Duration::from_secs(75);

/// Where pictures go that a story takes; nowhere unless it is set.
const PICTURES: &str = "LODESTAR_PICTURES";

/// Browsers are large: one at a time.
static ONE: Mutex<()> = Mutex::const_new(());

pub(crate) type Turn = MutexGuard<'static, ()>;

pub(crate) struct Browser {
    _chromium: Chromium,
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    session: String,
    next: u64,
    /// The one origin that may be asked for anything.
    origin: String,
    loaded: bool,
    complaints: Vec<String>,
    requests: Vec<String>,
    _turn: Turn,
}

/// How the page is looked at.
#[derive(Clone, Copy)]
pub(crate) struct Window {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) is_dark: bool,
}

pub(crate) const DESKTOP: Window = Window {
    width: 1280,
    height: 800,
    is_dark: false,
};
pub(crate) const PHONE: Window = Window {
    width: 390,
    height: 780,
    is_dark: false,
};

impl Window {
    pub(crate) const fn dark(self) -> Self {
        Self {
            is_dark: true,
            ..self
        }
    }
}

impl Browser {
    /// Waits for the one browser that may run.
    pub(crate) async fn turn() -> Turn {
        ONE.lock().await
    }

    /// Opens a page, or says that there is no browser.
    pub(crate) async fn open(url: &str) -> Option<Self> {
        Self::open_in(Self::turn().await, url).await
    }

    pub(crate) async fn open_in(turn: Turn, url: &str) -> Option<Self> {
        let Some(chromium) = Chromium::start().await else {
            let told = writeln!(std::io::stderr(), "skipped: there is no chromium");
            told.ok();
            return None;
        };
        let config = WebSocketConfig::default()
            .max_message_size(None)
            .max_frame_size(None);
        let (socket, _) = connect_async_with_config(&chromium.devtools, Some(config), false)
            .await
            .unwrap();
        let mut browser = Self {
            _chromium: chromium,
            socket,
            session: String::new(),
            next: 0,
            origin: url.to_owned(),
            loaded: false,
            complaints: Vec::new(),
            requests: Vec::new(),
            _turn: turn,
        };
        browser.attach().await;
        browser.resize(DESKTOP).await;
        browser.load().await;
        Some(browser)
    }

    async fn attach(&mut self) {
        let targets = self.call("Target.getTargets", json!({})).await;
        let targets = targets["targetInfos"].as_array().unwrap();
        let page = targets.iter().find(|it| it["type"] == "page").unwrap();
        let target = json!({ "targetId": page["targetId"], "flatten": true });
        let attached = self.call("Target.attachToTarget", target).await;
        self.session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.call(&format!("{domain}.enable"), json!({})).await;
        }
    }

    /// Loads the page, again.
    pub(crate) async fn load(&mut self) {
        self.loaded = false;
        let url = json!({ "url": self.origin });
        self.call("Page.navigate", url).await;
        let loading = async {
            while !self.loaded {
                self.hear().await;
            }
        };
        timeout(PATIENCE, loading).await.unwrap();
    }

    pub(crate) async fn resize(&mut self, window: Window) {
        let Window {
            width,
            height,
            is_dark,
        } = window;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500,
        });
        self.call("Emulation.setDeviceMetricsOverride", metrics)
            .await;
        let scheme = if is_dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let media = json!({ "features": features });
        self.call("Emulation.setEmulatedMedia", media).await;
    }

    /// The value of an expression in the page.
    pub(crate) async fn value(&mut self, expression: &str) -> Value {
        let asked = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true,
            "userGesture": true,
        });
        let answer = self.call("Runtime.evaluate", asked).await;
        let thrown = &answer["exceptionDetails"];
        assert!(thrown.is_null(), "{expression}: {thrown:#}");
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is true, looking again whenever the page changes.
    #[track_caller]
    pub(crate) fn until<'a>(
        &'a mut self,
        expression: &'a str,
    ) -> impl Future<Output = Value> + use<'a> {
        let waiting = format!(
            "new Promise((done, fail) => {{
                const look = () => {{
                    const found = ({expression});
                    if (!found) return;
                    observer.disconnect();
                    clearTimeout(limit);
                    done(found instanceof Node ? true : found);
                }};
                const observer = new MutationObserver(look);
                const all = {{ subtree: true, childList: true, attributes: true, characterData: true }};
                observer.observe(document, all);
                const limit = setTimeout(() => fail(new Error('it never happens; there is ' + document.getElementById('main')?.innerText.slice(-600))), {});
                look();
            }})",
            PATIENCE.as_millis()
        );
        async move { self.value(&waiting).await }
    }

    /// Waits until an element holds a text.
    pub(crate) async fn reads(&mut self, selector: &str, text: &str) {
        let expression = format!(
            "[...document.querySelectorAll({})].some((it) => it.innerText.includes({}))",
            json!(selector),
            json!(text)
        );
        self.until(&expression).await;
    }

    /// Takes a picture, for people who want to look.
    pub(crate) async fn picture(&mut self, name: &str) {
        let Some(folder) = env::var_os(PICTURES) else {
            return;
        };
        let taken = self
            .call("Page.captureScreenshot", json!({ "format": "png" }))
            .await;
        let bytes = STANDARD.decode(taken["data"].as_str().unwrap()).unwrap();
        let path = Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(path, bytes).unwrap();
    }

    /// What the page asked for so far.
    pub(crate) fn requests(&self) -> &[String] {
        &self.requests
    }

    pub(crate) async fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.next += 1;
        let id = self.next;
        let mut call = json!({ "id": id, "method": method, "params": parameters });
        if !self.session.is_empty() {
            call["sessionId"] = json!(self.session);
        }
        let frame = Frame::Text(call.to_string().into());
        self.socket.send(frame).await.unwrap();
        let answered = async {
            loop {
                let heard = self.hear().await;
                if heard["id"] == id {
                    return heard;
                }
            }
        };
        let answer = timeout(ANSWERS_WITHIN, answered).await;
        let answer = answer.unwrap_or_else(|_| panic!("no answer to {method} {parameters}"));
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].clone()
    }

    async fn hear(&mut self) -> Value {
        loop {
            let frame = self.socket.next().await.expect("the browser is gone");
            let Frame::Text(text) = frame.unwrap() else {
                continue;
            };
            let heard: Value = serde_json::from_str(&text).unwrap();
            self.note(&heard);
            return heard;
        }
    }

    fn note(&mut self, heard: &Value) {
        let about = &heard["params"];
        match heard["method"].as_str().unwrap_or_default() {
            "Page.loadEventFired" => self.loaded = true,
            "Runtime.exceptionThrown" => {
                let thrown = &about["exceptionDetails"];
                self.complaints.push(thrown.to_string());
            }
            "Runtime.consoleAPICalled" if about["type"] != "log" => {
                self.complaints.push(about["args"].to_string());
            }
            "Log.entryAdded" => self.complaints.push(about["entry"].to_string()),
            "Network.requestWillBeSent" => {
                let url = about["request"]["url"].as_str().unwrap_or_default();
                self.requests.push(url.to_owned());
            }
            "Network.webSocketCreated" => {
                let url = about["url"].as_str().unwrap_or_default();
                self.requests.push(url.to_owned());
            }
            _ => {}
        }
    }

    /// Requests to anywhere but the sandbox.
    fn strays(&self) -> Vec<&String> {
        let socket = self.origin.replacen("http", "ws", 1);
        let is_ours = |url: &&String| {
            let known = [self.origin.as_str(), &socket, "data:"];
            !known.iter().any(|known| url.starts_with(known))
        };
        self.requests.iter().filter(is_ours).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let strays = self.strays();
        if thread::panicking() {
            let mut stderr = std::io::stderr().lock();
            let told = writeln!(stderr, "{:#?} {strays:?}", self.complaints);
            told.ok();
        } else {
            assert!(self.complaints.is_empty(), "{:#?}", self.complaints);
            assert!(strays.is_empty(), "{strays:?}");
        }
    }
}
