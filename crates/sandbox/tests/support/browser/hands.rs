//! What a person does in the browser: presses, types, chooses.

use std::path::Path;

use serde_json::json;
use tokio::time::timeout;

use super::{ANSWERS_WITHIN, Browser, PATIENCE};

impl Browser {
    /// Waits for an element and presses in its middle.
    pub(crate) async fn press(&mut self, selector: &str) {
        self.press_at(selector, "", "left").await;
    }

    /// Waits for an element with a text and presses in its middle.
    pub(crate) async fn press_text(&mut self, selector: &str, text: &str) {
        self.press_at(selector, text, "left").await;
    }

    /// Opens the menu of the last element that fits.
    pub(crate) async fn menu_of(&mut self, selector: &str, text: &str) {
        self.press_at(selector, text, "right").await;
    }

    /// Presses where the element stands still and nothing covers it, again should it have moved
    /// away meanwhile.
    async fn press_at(&mut self, selector: &str, text: &str, with: &str) {
        let heard = if with == "right" {
            "contextmenu"
        } else {
            "click"
        };
        let found = format!(
            "new Promise((done, fail) => {{
                const limit = Date.now() + {};
                const fits = (it) => it.innerText.includes({text}) && it.checkVisibility() && !it.disabled;
                let before = null;
                const look = () => {{
                    const it = [...document.querySelectorAll({selector})].filter(fits).at(-1);
                    if (Date.now() > limit) return fail(new Error('it is not there to be pressed'));
                    it?.scrollIntoView({{ block: 'nearest' }});
                    const box = it?.getBoundingClientRect();
                    const at = it && {{ x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 12) }};
                    const isStill = at && at.x === before?.x && at.y === before?.y;
                    before = at;
                    if (!isStill || !it.contains(document.elementFromPoint(at.x, at.y))) {{
                        return requestAnimationFrame(look);
                    }}
                    window.pressed = false;
                    const hear = (event) => {{ window.pressed ||= event.composedPath().includes(it); }};
                    window.addEventListener({heard}, hear, {{ capture: true, once: true }});
                    done(at);
                }};
                look();
            }})",
            PATIENCE.as_millis(),
            text = json!(text),
            selector = json!(selector),
            heard = json!(heard),
        );
        let pressing = async {
            loop {
                let at = self.value(&found).await;
                for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
                    let event = json!({
                        "type": kind, "x": at["x"], "y": at["y"], "clickCount": 1,
                        "button": if kind == "mouseMoved" { "none" } else { with },
                    });
                    self.call("Input.dispatchMouseEvent", event).await;
                }
                if self.value("window.pressed").await == true {
                    return;
                }
            }
        };
        let pressed = timeout(ANSWERS_WITHIN, pressing).await;
        pressed.unwrap_or_else(|_| panic!("{selector} {text} cannot be pressed"));
    }

    /// Types where the focus is.
    pub(crate) async fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text })).await;
    }

    pub(crate) async fn key(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "Tab" => 9,
            "ArrowUp" => 38,
            "ArrowDown" => 40,
            other => panic!("{other} is not known here"),
        };
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({
                "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code,
            });
            if key == "Enter" && kind == "keyDown" {
                event["text"] = json!("\r");
            }
            self.call("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Chooses in a `select` element.
    pub(crate) async fn choose(&mut self, selector: &str, label: &str) {
        let (selector, label) = (json!(selector), json!(label));
        let option = format!(
            "[...(document.querySelector({selector})?.options ?? [])]
                .find((it) => it.text.startsWith({label}))?.value"
        );
        let value = self.until(&option).await;
        let chosen = format!(
            "(() => {{
                const it = document.querySelector({selector});
                it.value = {value};
                it.dispatchEvent(new Event('input', {{ bubbles: true }}));
                it.dispatchEvent(new Event('change', {{ bubbles: true }}));
            }})()"
        );
        self.value(&chosen).await;
    }

    /// Picks a file in an input.
    pub(crate) async fn pick_file(&mut self, selector: &str, path: &Path) {
        let there = format!("document.querySelector({}) !== null", json!(selector));
        self.until(&there).await;
        let document = self.call("DOM.getDocument", json!({})).await;
        let root = &document["root"]["nodeId"];
        let wanted = json!({ "nodeId": root, "selector": selector });
        let found = self.call("DOM.querySelector", wanted).await;
        let picked = json!({ "nodeId": found["nodeId"], "files": [path] });
        self.call("DOM.setFileInputFiles", picked).await;
    }
}
