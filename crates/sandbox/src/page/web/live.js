// The WebSocket to the sandbox: what people do goes out with a number and comes back done or
// refused; what they see comes in by itself. It connects again when the sandbox was away.

const AGAIN_MS = 1000;

const listeners = new Map();
const open = new Map();
let socket = null;
let next = 1;

/** Calls `hear` with every message of a kind; kinds `open` and `closed` tell of the connection. */
export function on(kind, hear) {
  const heard = listeners.get(kind) ?? [];
  listeners.set(kind, [...heard, hear]);
}

function tell(kind, message) {
  for (const hear of listeners.get(kind) ?? []) hear(message);
}

export function connect() {
  socket = new WebSocket(`ws://${location.host}/sandbox/live`);
  socket.addEventListener("open", () => tell("open"));
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data);
    if (message.kind === "done") settle(message);
    else tell(message.kind, message);
  });
  socket.addEventListener("close", () => {
    for (const { reject } of open.values()) reject(new Refused({ message: "The connection was lost" }));
    open.clear();
    tell("closed");
    setTimeout(connect, AGAIN_MS);
  });
}

function settle({ to, result, refused }) {
  const waiting = open.get(to);
  open.delete(to);
  if (refused) waiting?.reject(new Refused(refused));
  else waiting?.resolve(result ?? {});
}

/** What Discord answers when it refuses something. */
export class Refused extends Error {
  constructor(body) {
    super(body.message);
    this.code = body.code;
    this.details = [...leaves(body.errors)];
  }
}

/** What is wrong where, out of Discord's tree of errors. */
function* leaves(tree, path = []) {
  for (const [key, below] of Object.entries(tree ?? {})) {
    if (key === "_errors") for (const { message } of below) yield { path: path.join("."), message };
    else yield* leaves(below, [...path, key]);
  }
}

/** Does something as a person. Resolves with the result; rejects with `Refused`. */
export function act(as, what) {
  return new Promise((resolve, reject) => {
    if (socket?.readyState !== WebSocket.OPEN) {
      reject(new Refused({ message: "The sandbox is not running" }));
      return;
    }
    const id = next++;
    open.set(id, { resolve, reject });
    socket.send(JSON.stringify({ id, as, act: what }));
  });
}
