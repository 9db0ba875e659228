/** The SMTP door of the embedded catcher: takes any mail from anybody, keeps it, delivers nothing. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { CatcherStore } from './catcher-store';
import { listening } from './listening';

/** Bytes of one message. Far above any real mail, far below what would exhaust the memory. */
const LARGEST = 10 * 1024 * 1024;

export interface SmtpDoor {
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

/** @param port 0 for any free one. @throws ConfigurationError when the port cannot be had. */
export async function openSmtpDoor(store: CatcherStore, host: string, port: number): Promise<SmtpDoor> {
  const server = new SMTPServer({
    banner: 'mdpo',
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    // Whatever credentials a sender is configured with are good.
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    disableReverseLookup: true,
    hideSMTPUTF8: false,
    size: LARGEST,
    closeTimeout: 1,
    onConnect: (_session, done) => done(refusal(store)),
    onMailFrom: (_address, _session, done) => done(refusal(store)),
    onRcptTo: (_address, _session, done) => done(refusal(store)),
    onData: (stream, session, done) => {
      receive(store, stream, session).then(
        (id) => done(null, `Ok: queued as ${id}`),
        (error: Error) => done(error),
      );
    },
  });
  // Those of clients that hang up. That of opening the port also comes here, and is told by `listening`.
  server.on('error', () => undefined);
  await listening('SMTP', server.server, host, port);
  const address = server.server.address() as AddressInfo;
  return { host, port: address.port, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function receive(store: CatcherStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('Message trop volumineux'), { responseCode: 552 });
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((recipient) => recipient.address) };
  return store.add(envelope, Buffer.concat(chunks), session.hostNameAppearsAs || '').id;
}

/** What a callback of the server wants: the error, or null. */
function refusal(store: CatcherStore): Error | null {
  try {
    store.assertAccepting();
    return null;
  } catch (error) {
    return error as Error;
  }
}
