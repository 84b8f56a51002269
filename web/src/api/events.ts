// Server-sent events read with fetch, because EventSource cannot carry the access token.
import { apiPrefix, currentAccessToken } from './http';

export interface ServerEvent {
  name: string;
  data: string;
}

/** Cuts whole events off a growing text; what is not finished yet is given back. */
export function cutEvents(text: string): { events: ServerEvent[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events: ServerEvent[] = [];
  for (const block of blocks) {
    let name = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('event:')) name = line.slice(6).trim();
      else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
    if (data.length > 0) events.push({ name, data: data.join('\n') });
  }
  return { events, rest };
}

type Listener = (event: ServerEvent) => void;
const listeners = new Set<Listener>();
let stop: AbortController | null = null;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function readStream(signal: AbortSignal): Promise<void> {
  const answer = await fetch(`${apiPrefix}/events`, {
    headers: { Authorization: `Bearer ${currentAccessToken() ?? ''}`, Accept: 'text/event-stream' },
    signal,
  });
  if (!answer.ok || !answer.body) throw new Error(String(answer.status));
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const cut = cutEvents(text + value);
    text = cut.rest;
    for (const event of cut.events) for (const listener of listeners) listener(event);
  }
}

/** Listens until the returned function is called; the connection is shared and comes back by itself. */
export function onServerEvent(listener: Listener): () => void {
  listeners.add(listener);
  if (!stop) {
    const mine = new AbortController();
    stop = mine;
    void (async () => {
      for (let wait = 2_000; !mine.signal.aborted; wait = Math.min(wait * 2, 60_000)) {
        const begun = Date.now();
        await readStream(mine.signal).catch(() => undefined);
        if (Date.now() - begun > 30_000) wait = 1_000;
        await pause(wait);
      }
    })();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      stop?.abort();
      stop = null;
    }
  };
}
