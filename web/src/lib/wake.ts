import { currentConnection, subscribeConnection } from './socket.js';

/** A screen that lights up, a page out of the browser's memory and a network that is found again come within a moment. */
const ONE_RETURN_MS = 300;
/** After a restart of the server all phones are back within a second or two; they need not ask for everything in the same one. */
const SPREAD_MS = 1500;

type Listener = () => void;

/** Tells all who listen, `wait` ms after the first call; further calls meanwhile are part of it. */
function gathered(listeners: ReadonlySet<Listener>): (wait: number) => void {
  let waits = false;
  return (wait) => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      for (const listener of [...listeners]) listener();
    }, wait);
  };
}

const wakers = new Set<Listener>();
const connected = new Set<Listener>();
const tellWakers = gathered(wakers);
const tellConnected = gathered(connected);
let wasLost = false;

function seen(): void {
  if (document.visibilityState === 'visible') tellWakers(ONE_RETURN_MS);
}

function connectionChanged(): void {
  const connection = currentConnection();
  if (connection === 'lost') wasLost = true;
  if (connection !== 'connected') return;
  tellConnected(wasLost ? Math.random() * SPREAD_MS : 0);
  wasLost = false;
}

let listening = false;
function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) seen();
  });
  window.addEventListener('online', seen);
  subscribeConnection(connectionChanged);
}

function add(listeners: Set<Listener>, listener: Listener): () => void {
  listen();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The phone woke up, the page was come back to, or the network was found again: once for all that say so at the same time. */
export const onWake = (listener: Listener): (() => void) => add(wakers, listener);

/** The connection for live messages stands, after a loss each phone a little later than the other. */
export const onConnected = (listener: Listener): (() => void) => add(connected, listener);
