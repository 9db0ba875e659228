/** What the embedded catcher holds: messages in memory, in order of arrival, the oldest leaving when it is full. */
import { randomUUID } from 'node:crypto';
import type { MailMessage } from './mailbox';
import type { FoundMessage } from './message-source';
import { decodeMail, type ReceivedMail } from './mime';

/** Sender (empty for the null sender) and recipients as given to RCPT TO. */
export type Envelope = ReceivedMail['envelope'];

/** Decoded once, when first asked for. */
export interface CaughtMail extends ReceivedMail, FoundMessage {
  /** The name the client gave; empty when delivered in process. */
  readonly helo: string;
}

/** What a mail server that is cut answers. `responseCode` is the name mail clients look for. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
  readonly responseCode = 421;
  constructor() {
    super('Service indisponible : le serveur de courriel est coupé.');
  }
}

export interface CatcherStore {
  /** @throws DeliveryRefused while cut. */
  add(envelope: Envelope, raw: Uint8Array, helo?: string): CaughtMail;
  /** Oldest first. */
  all(): readonly CaughtMail[];
  get(id: string): CaughtMail | undefined;
  /** How many ever arrived. */
  arrivals(): number;
  /** Calls back at each arrival, until the returned function is called. */
  onArrival(listener: () => void): () => void;
  /** Refuses from now on. */
  cut(): void;
  restore(): void;
  /** @throws DeliveryRefused while cut. */
  assertAccepting(): void;
}

/** @param capacity how many messages are kept. */
export function createCatcherStore(capacity: number): CatcherStore {
  const mails = new Map<string, CaughtMail>();
  const listeners = new Set<() => void>();
  let arrivals = 0;
  let isCut = false;

  function assertAccepting(): void {
    if (isCut) throw new DeliveryRefused();
  }

  return {
    add(envelope, raw, helo = '') {
      assertAccepting();
      const mail = createCaughtMail(envelope, raw, helo);
      mails.set(mail.id, mail);
      for (const oldest of mails.keys()) {
        if (mails.size <= capacity) break;
        mails.delete(oldest);
      }
      arrivals += 1;
      for (const listener of [...listeners]) listener();
      return mail;
    },
    all: () => [...mails.values()],
    get: (id) => mails.get(id),
    arrivals: () => arrivals,
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cut: () => {
      isCut = true;
    },
    restore: () => {
      isCut = false;
    },
    assertAccepting,
  };
}

function createCaughtMail(envelope: Envelope, raw: Uint8Array, helo: string): CaughtMail {
  let decoded: Promise<MailMessage> | undefined;
  const to = [...envelope.to];
  const mail: CaughtMail = {
    // Random, so that a catcher started again on the same port never gives a new message the id of an old one.
    id: randomUUID(),
    envelope: { from: envelope.from, to },
    recipients: to,
    receivedAt: new Date(),
    raw: Buffer.from(raw),
    helo,
    read: () => (decoded ??= decodeMail(mail)),
  };
  return mail;
}
