// The page: puts the parts together and draws them when something changes.

import { drawComposer, focusComposer, reply } from "./composer.js";
import { el, fill } from "./dom.js";
import { showForm } from "./form.js";
import { forum } from "./forum.js";
import { closePanes, drawHeader } from "./header.js";
import { onForm } from "./interaction.js";
import { connect, on } from "./live.js";
import { drawMembers } from "./members.js";
import { onMessageActs } from "./message.js";
import { draw as drawMessages, messages, refusedPlace } from "./messages.js";
import { here, isForum, listen, see } from "./scene.js";
import { drawSidebar, step } from "./sidebar.js";

const [sidebar, header, place, composer, members] = ["sidebar", "header", "place", "composer", "members"].map((id) => document.getElementById(id));
const away = el("div", { class: "away", role: "alert" }, "The sandbox is not running. Waiting for it…");

function drawAll() {
  if (!see().scene || !here()) return;
  drawSidebar(sidebar);
  drawHeader(header);
  drawMembers(members);
  drawPlace();
}

function drawPlace() {
  const { place: now, scene } = see();
  const there = here();
  if (!scene || !there) return;
  drawComposer(composer);
  const wanted = isForum(there) ? forum(there) : now?.refused ? refusedPlace(now.refused) : now ? messages() : null;
  if (wanted && place.firstChild !== wanted) fill(place, wanted);
  if (wanted === messages()) drawMessages();
}

function globalKey(event) {
  const isWriting = event.target.closest?.("input, textarea, select, dialog, [popover]");
  if (event.key === "Escape" && document.getElementById("frame").dataset.pane) closePanes();
  else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  } else if (!isWriting && event.key.length === 1 && /[\p{L}\p{N}/@]/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && event.target === document.body) focusComposer();
}

listen("scene", drawAll);
listen("place", drawPlace);
listen("look", drawAll);
on("open", () => away.remove());
on("closed", () => document.body.append(away));
onForm(showForm);
onMessageActs({
  reply,
  redraw: drawPlace,
});
document.addEventListener("keydown", globalKey);
document.getElementById("shade").addEventListener("click", closePanes);
connect();
