import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import test from 'node:test';
import { SMTPServer } from 'smtp-server';
import { faultCheck } from './faults';
import { Outbox } from './outbox';

/** A mail server that says each of these codes to the recipients in turn, then accepts. */
async function withServer(codes: number[], work: (outbox: Outbox, tried: string[], accepted: Promise<string>) => Promise<void>) {
  const tried: string[] = [];
  let accept: (address: string) => void;
  const accepted = new Promise<string>((resolve) => (accept = resolve));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      tried.push(address);
      const responseCode = codes.shift();
      done(responseCode === undefined ? null : Object.assign(new Error('Not now'), { responseCode }));
    },
    onData(stream, { envelope }, done) {
      stream.resume().on('end', () => {
        accept(envelope.rcptTo.map(({ address }) => address).join());
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const outbox = new Outbox({ host: '127.0.0.1', port: (server.server.address() as AddressInfo).port }, faultCheck(undefined));
  try {
    await work(outbox, tried, accepted);
  } finally {
    await outbox.close();
    await new Promise<void>((resolve) => server.close(resolve));
  }
}

test('A mail that the server cannot take now reaches it later, once', async () => {
  await withServer([451], async (outbox, tried, accepted) => {
    outbox.confirmChange('a+b@c.example');
    assert.equal(await accepted, 'a+b@c.example');
    assert.equal(tried.length, 2);
  });
});

test('A mail that the server will never take is not tried again', async () => {
  await withServer([550], async (outbox, tried) => {
    outbox.confirmChange('a@c.example');
    await outbox.close();
    assert.equal(tried.length, 1);
  });
});

for (const address of ["O'Connor+tva@Sous.Domaine.example", 'mıke@c.example', `${'l'.repeat(64)}@c.example`]) {
  test(`The mail goes to ${address} as it is registered`, async () => {
    await withServer([], async (outbox, _, accepted) => {
      outbox.confirmChange(address);
      assert.equal((await accepted).toLowerCase(), address.toLowerCase());
    });
  });
}
