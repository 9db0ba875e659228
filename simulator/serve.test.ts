import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { smtpTransport } from './mail/smtp-transport';
import { serveSimulator } from './serve';
import { Browser, cheapSimulator, NEW_PASSWORD, person } from './testing';

test('serves the pages over a socket, and says clearly that a port is busy', async () => {
  const { simulator } = cheapSimulator();
  const served = await serveSimulator(simulator, { port: 0 });
  try {
    const answer = await fetch(`${served.url}/`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Votre espace professionnel/);
    const port = Number(new URL(served.url).port);
    await assert.rejects(serveSimulator(simulator, { port }), /port \d+ of 127\.0\.0\.1 is already in use/);
  } finally {
    await served.close();
  }
  await assert.rejects(fetch(served.url));
});

test('mails leave by SMTP, addresses beyond ASCII too', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const { simulator } = cheapSimulator({ mail: smtpTransport({ host: '127.0.0.1', port }) });
  for (const account of [person('A'), person('H'), person('K')]) {
    await (await new Browser(simulator).reachNewPassword(account)).choose(NEW_PASSWORD);
  }
  await simulator.idle();
  assert.deepEqual(received, [person('A').email, person('H').email, person('K').email]);
  simulator.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

test('a mail server that is down makes delivery fail', async () => {
  await assert.rejects(
    smtpTransport({ host: '127.0.0.1', port: 1 }).deliver({ from: 'a@b.example', to: ['c@d.example'] }, Buffer.from('x')),
  );
});
