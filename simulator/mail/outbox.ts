/** Keeps each message until the mail server has taken it (REC-30). Knows nothing of its content. */
import type { Envelope, MailTransport } from '../model';

export interface OutboxItem {
  readonly envelope: Envelope;
  /** Called once; the bytes are kept for later tries, so that a message is the same each time. */
  readonly compose: () => Promise<Uint8Array>;
}

export interface Outbox {
  post(item: OutboxItem): void;
  /** Resolves when it is empty, or when all that is left waits for the next try. */
  idle(): Promise<void>;
  /** Gives up what is left. */
  close(): void;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
/** A server that is down for long must not fill the memory: the oldest messages are then lost. */
const LIMIT = 1_000;

/** Tries at once, then again after a growing wait; each message leaves once. */
export function openOutbox(transport: MailTransport): Outbox {
  let waiting: OutboxItem[] = [];
  const bytes = new WeakMap<OutboxItem, Uint8Array>();
  let round: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT_MS;
  let closed = false;

  async function tryAll(): Promise<void> {
    const tried = new Set<OutboxItem>();
    for (;;) {
      // Messages posted meanwhile are taken in the same round; those refused wait for the next.
      const item = waiting.find((candidate) => !tried.has(candidate));
      if (!item || closed) break;
      tried.add(item);
      if (await leaves(item)) waiting = waiting.filter((other) => other !== item);
    }
    round = undefined;
    if (waiting.length === 0 || closed) {
      wait = FIRST_WAIT_MS;
      return;
    }
    timer = setTimeout(start, wait);
    timer.unref();
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }

  async function leaves(item: OutboxItem): Promise<boolean> {
    try {
      const raw = bytes.get(item) ?? (await item.compose());
      bytes.set(item, raw);
      await transport.deliver({ from: item.envelope.from, to: [...item.envelope.to] }, raw);
      return true;
    } catch {
      return false; // The reason does not matter: the change stands and the message is tried again.
    }
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!round && waiting.length > 0) round = tryAll();
  }

  return {
    post(item) {
      if (closed) return;
      waiting.push(item);
      if (waiting.length > LIMIT) waiting.shift();
      start();
    },
    async idle() {
      while (round) await round;
    },
    close() {
      closed = true;
      waiting = [];
      clearTimeout(timer);
    },
  };
}
