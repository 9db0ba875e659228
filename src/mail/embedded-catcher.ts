/**
 * The mail server that comes with the suite: nothing to install, nothing leaves it. In process it needs no socket; listening, it
 * takes SMTP, answers MailHog's reading calls and shows a page for people.
 */
import { createCatcherStore, type CatcherStore, type Envelope } from './catcher-store';
import { openHttpDoor } from './catcher-http';
import { openSmtpDoor } from './catcher-smtp';
import { type Clock, systemClock } from './clock';
import type { Mailbox } from './mailbox';
import type { MessageSource } from './message-source';
import { createSourceMailbox } from './source-mailbox';

export interface ListenOptions {
  /** Default 0: any free port. */
  readonly smtpPort?: number;
  readonly httpPort?: number;
  /** Default 127.0.0.1: it keeps mails for whoever asks. */
  readonly host?: string;
}

export interface ListeningCatcher {
  readonly smtp: { readonly host: string; readonly port: number };
  /** Of the page for people, and of the API: `http://127.0.0.1:8025`. */
  readonly url: string;
  /** Closes both doors and whatever is connected. The store stays. */
  close(): Promise<void>;
}

export interface Catcher {
  /** Straight on the store: no HTTP, and a wait ends on arrival. */
  readonly mailbox: Mailbox;
  /** Takes a message in process: it is in the mailbox when this resolves. @throws DeliveryRefused while cut. */
  deliver(envelope: Envelope, raw: Uint8Array): Promise<void>;
  /** @throws ConfigurationError when a port cannot be had; then neither is open. */
  listen(options?: ListenOptions): Promise<ListeningCatcher>;
  /** Refuses every message (421) until `restore`. Reading goes on. */
  cut(): void;
  restore(): void;
}

const CAPACITY = 10_000;

export interface CatcherOptions {
  /** Messages kept, the oldest leaving first. Default 10 000. */
  readonly capacity?: number;
  readonly clock?: Clock;
}

export function createCatcher({ capacity = CAPACITY, clock = systemClock }: CatcherOptions = {}): Catcher {
  const store = createCatcherStore(capacity);
  return {
    mailbox: createSourceMailbox('messagerie intégrée', createStoreSource(store, clock), clock),
    async deliver(envelope, raw) {
      store.add(envelope, raw);
    },
    async listen({ smtpPort = 0, httpPort = 0, host = '127.0.0.1' } = {}) {
      const smtp = await openSmtpDoor(store, host, smtpPort);
      try {
        const http = await openHttpDoor(store, host, httpPort);
        return {
          smtp: { host: smtp.host, port: smtp.port },
          url: http.url,
          close: async () => {
            await Promise.all([smtp.close(), http.close()]);
          },
        };
      } catch (error) {
        await smtp.close();
        throw error;
      }
    },
    cut: store.cut,
    restore: store.restore,
  };
}

function createStoreSource(store: CatcherStore, clock: Clock): MessageSource {
  return {
    ids: async () => new Set(store.all().map((mail) => mail.id)),
    find: async () => store.all(),
    latest: async () => store.all().slice(-20),
    revision: store.arrivals,
    async change({ revision, timeoutMs, signal }) {
      if (store.arrivals() !== revision) return;
      const arrival = new AbortController();
      const forget = store.onArrival(() => arrival.abort());
      await clock.pause(timeoutMs, AbortSignal.any([arrival.signal, signal]));
      forget();
    },
  };
}
