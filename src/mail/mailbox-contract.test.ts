/**
 * The contract, on every mailbox: the catcher in process, the catcher through its HTTP door, and a real MailHog where there is one
 * (`MDPO_MAILHOG_URL` with `MDPO_MAILHOG_SMTP`, or the program). `MDPO_REQUIRE_MAILHOG=1`: its absence is a failure.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatcher } from './embedded-catcher';
import { describeMailbox } from './mailbox-contract';
import { createMailhogMailbox } from './mailhog-mailbox';
import { findMailhog, startMailhog } from './mailhog-process';

describeMailbox('embedded catcher, in process', async () => {
  const catcher = createCatcher();
  const { smtp, close } = await catcher.listen();
  return { mailbox: catcher.mailbox, smtp, acceptsNullSender: true, close };
});

describeMailbox('embedded catcher, by the MailHog client', async () => {
  const { smtp, url, close } = await createCatcher().listen();
  return { mailbox: createMailhogMailbox({ url }), smtp, acceptsNullSender: true, close };
});

const url = process.env['MDPO_MAILHOG_URL'];
const program = findMailhog();

if (url !== undefined && url !== '') {
  describeMailbox(`MailHog at MDPO_MAILHOG_URL`, async () => {
    const [host = new URL(url).hostname, port = '1025'] = process.env['MDPO_MAILHOG_SMTP']?.split(':') ?? [];
    const mailbox = createMailhogMailbox({ url });
    return { mailbox, smtp: { host, port: Number(port) }, acceptsNullSender: false, close: () => mailbox.close() };
  });
} else if (program !== undefined) {
  describeMailbox('MailHog', async () => {
    const { url, smtp, stop } = await startMailhog(program);
    return { mailbox: createMailhogMailbox({ url }), smtp, acceptsNullSender: false, close: stop };
  });
} else {
  describe('Mailbox: MailHog', () => {
    it('runs against the real one', (t) => {
      assert.notEqual(process.env['MDPO_REQUIRE_MAILHOG'], '1', 'MailHog is required and absent: run bin/install-mailhog.sh');
      t.skip('no MailHog at hand: bin/install-mailhog.sh, or MDPO_MAILHOG_URL');
    });
  });
}
