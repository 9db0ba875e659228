/** What every Mailbox must do, whatever the server: run against each by `mailbox-contract.test.ts`. Uses unique recipients only. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import nodemailer, { type Transporter } from 'nodemailer';
import { MailTimeout } from './mail-timeout';
import type { Mailbox } from './mailbox';

export interface MailboxUnderTest {
  readonly mailbox: Mailbox;
  readonly smtp: { readonly host: string; readonly port: number };
  /** MailHog refuses `MAIL FROM:<>`. */
  readonly acceptsNullSender: boolean;
  close(): Promise<void>;
}

const SENDER = 'ne-pas-repondre@simulateur.test';
/** Above any delivery on loopback; only a failure lasts so long. */
const LONG_MS = 10_000;
const NO_TIME_MS = 60;

export function describeMailbox(name: string, open: () => Promise<MailboxUnderTest>): void {
  describe(`Mailbox: ${name}`, () => {
    let server: MailboxUnderTest;
    let mailbox: Mailbox;
    let transport: Transporter;

    before(async () => {
      server = await open();
      mailbox = server.mailbox;
      // The pool keeps a thousand messages from a thousand handshakes.
      transport = nodemailer.createTransport({
        ...server.smtp,
        pool: true,
        maxConnections: 4,
        maxMessages: Infinity,
        socketTimeout: LONG_MS,
      });
    });
    after(async () => {
      transport?.close();
      await server?.close();
    });

    const unique = (tag: string): string => `${tag}.${randomUUID().slice(0, 8)}@exemple.test`;
    const send = (to: string, more: object = {}): Promise<unknown> =>
      transport.sendMail({ from: SENDER, to, subject: 'Objet', text: 'Texte', ...more });
    /** Bytes sent exactly as given: nodemailer's own encoding is out of the way. */
    const sendRaw = (to: string, raw: string | Buffer): Promise<unknown> =>
      transport.sendMail({ envelope: { from: SENDER, to: [to] }, raw });
    const only = async (to: string) => {
      const messages = await mailbox.messages({ to });
      assert.equal(messages.length, 1, `one message for ${to}`);
      return messages[0]!;
    };

    describe('finding by the exact recipient', () => {
      it('does not take a longer address for the one asked', async () => {
        const alice = unique('alice');
        await send(`x${alice}`);
        await send(`${alice}.evil`);
        assert.deepEqual(await mailbox.messages({ to: alice }), []);
        await send(alice, { subject: 'Pour alice' });
        assert.equal((await only(alice)).subject, 'Pour alice');
      });

      it('keeps a plus tag apart from its base address', async () => {
        const base = unique('bob');
        const tagged = base.replace('@', '+etiquette@');
        await send(tagged, { subject: 'Étiquetée' });
        assert.deepEqual(await mailbox.messages({ to: base }), []);
        assert.equal((await only(tagged)).subject, 'Étiquetée');
      });

      it('ignores the case of letters, and nothing else', async () => {
        const claire = unique('Claire.Dupont');
        await send(claire);
        assert.equal((await only(claire.toUpperCase())).subject, 'Objet');
        assert.equal((await only(claire.toLowerCase())).subject, 'Objet');
        assert.deepEqual(await mailbox.messages({ to: claire.replace('Dupont', 'Dup0nt') }), []);
      });

      it('reads the envelope, not the To header', async () => {
        const [real, shown] = [unique('reel'), unique('affiche')];
        await sendRaw(real, `From: ${SENDER}\r\nTo: ${shown}\r\nSubject: Enveloppe\r\n\r\nTexte\r\n`);
        assert.deepEqual((await only(real)).envelope, { from: SENDER, to: [real] });
        assert.deepEqual(await mailbox.messages({ to: shown }), []);
      });

      it('finds copies and blind copies', async () => {
        const [to, cc, bcc] = [unique('dest'), unique('copie'), unique('cache')];
        await send(to, { cc, bcc });
        for (const recipient of [to, cc, bcc]) {
          const message = await only(recipient);
          assert.deepEqual([...message.envelope.to].sort(), [to, cc, bcc].sort());
          assert.ok(!message.raw.includes(bcc), 'a blind copy is nowhere in the message');
        }
      });

      it('lists everybody’s messages when no recipient is given', async () => {
        const [first, second] = [unique('un'), unique('deux')];
        const since = await mailbox.mark();
        await send(first);
        await send(second);
        const recipients = (await mailbox.messages({ since })).flatMap((message) => message.envelope.to);
        assert.deepEqual(
          recipients.filter((to) => [first, second].includes(to)),
          [first, second],
        );
      });
    });

    describe('marks and pages', () => {
      it('separates what was there from what came later', async () => {
        const to = unique('marque');
        await send(to, { subject: 'Avant' });
        const since = await mailbox.mark();
        assert.deepEqual(await mailbox.messages({ to, since }), []);
        await send(to, { subject: 'Après' });
        assert.deepEqual(
          (await mailbox.messages({ to, since })).map(({ subject }) => subject),
          ['Après'],
        );
        assert.deepEqual(
          (await mailbox.messages({ to })).map(({ subject }) => subject),
          ['Avant', 'Après'],
        );
      });

      it('keeps a mark as it was taken', async () => {
        const to = unique('fige');
        const since = await mailbox.mark();
        const size = since.size;
        await send(to);
        await mailbox.mark();
        assert.equal(since.size, size);
      });

      for (const count of [60, 520]) {
        it(`reads ${count} messages across pages, newest last, and marks them all`, async () => {
          const to = unique(`page${count}`);
          for (let sent = 0; sent < count; sent += 1) await send(to, { subject: `n° ${sent}` });
          const messages = await mailbox.messages({ to });
          assert.deepEqual(
            messages.map(({ subject }) => subject),
            Array.from({ length: count }, (_, index) => `n° ${index}`),
          );
          assert.equal(new Set(messages.map(({ id }) => id)).size, count);
          const mark = await mailbox.mark();
          assert.ok(messages.every(({ id }) => mark.has(id)));
        });
      }

      it('loses none of those that many send at once', async () => {
        const recipients = Array.from({ length: 40 }, (_, index) => unique(`parallele${index}`));
        const since = await mailbox.mark();
        await Promise.all(recipients.map((to) => send(to, { subject: `Pour ${to}` })));
        const found = await Promise.all(recipients.map(only));
        assert.deepEqual(
          found.map(({ subject }) => subject),
          recipients.map((to) => `Pour ${to}`),
        );
        assert.ok(found.every(({ id }) => !since.has(id)));
      });
    });

    describe('decoding', () => {
      const french = 'Réinitialisation de votre mot de passe : « Espace professionnel » œuvre, 100 €';

      it('reads a subject encoded as Q or as B, in several words and charsets', async () => {
        const cases = {
          q: ['=?UTF-8?Q?R=C3=A9initialisation_du_mot?=\r\n =?UTF-8?Q?_de_passe?=', 'Réinitialisation du mot de passe'],
          b: [`=?UTF-8?B?${Buffer.from('Mot de passe oublié').toString('base64')}?=`, 'Mot de passe oublié'],
          latin: ['=?ISO-8859-1?Q?Mot_de_passe_oubli=E9?=', 'Mot de passe oublié'],
          utf8: ['Mot de passe oublié', 'Mot de passe oublié'],
        };
        for (const [name, [encoded, decoded]] of Object.entries(cases)) {
          const to = unique(`objet-${name}`);
          await sendRaw(to, `From: ${SENDER}\r\nSubject: ${encoded}\r\n\r\nTexte\r\n`);
          assert.equal((await only(to)).subject, decoded, name);
        }
      });

      for (const encoding of ['quoted-printable', 'base64'] as const) {
        it(`reads text and HTML in ${encoding}, with long lines`, async () => {
          const to = unique(encoding);
          const text = `${french}\n${'é'.repeat(500)}`;
          await send(to, { subject: french, text, html: `<p>${text}</p>`, textEncoding: encoding });
          const message = await only(to);
          assert.equal(message.subject, french);
          assert.equal(message.text.trim(), text);
          assert.equal(message.html.trim(), `<p>${text}</p>`);
        });
      }

      it('reads nested parts: alternatives in a mixed message with an attachment and an image', async () => {
        const to = unique('imbrique');
        await send(to, {
          text: french,
          html: `<p>${french}</p><img src="cid:logo">`,
          attachments: [
            { filename: 'notice.txt', content: 'Pièce jointe' },
            { filename: 'logo.png', content: Buffer.from('89504e470d0a', 'hex'), cid: 'logo' },
          ],
        });
        const message = await only(to);
        assert.equal(message.text.trim(), french);
        assert.match(message.html, /^<p>Réinitialisation/);
        assert.ok(!message.text.includes('Pièce jointe'));
      });

      it('gives no HTML to a text, and gives a lone HTML the text that a person reads', async () => {
        const [plain, rich] = [unique('texte'), unique('html')];
        await send(plain, { text: french });
        await send(rich, { text: undefined, html: `<h1>${french}</h1><p>Une ligne.</p>` });
        assert.equal((await only(plain)).html, '');
        assert.equal((await only(rich)).text, `${french}\nUne ligne.`);
      });

      it('reads a body in an 8-bit charset', async () => {
        const to = unique('latin');
        const head = `From: ${SENDER}\r\nSubject: Latin\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n`;
        await sendRaw(to, Buffer.from(`${head}Content-Transfer-Encoding: 8bit\r\n\r\nMot de passe réinitialisé\r\n`, 'latin1'));
        const message = await only(to);
        assert.equal(message.text.trim(), 'Mot de passe réinitialisé');
        assert.equal(message.subject, 'Latin');
      });

      it('reads windows-1252 in quoted-printable', async () => {
        const to = unique('windows');
        const head = `From: ${SENDER}\r\nSubject: W\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\n`;
        await sendRaw(to, `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n=AB=A0100 =80 d=92imp=F4t=A0=BB\r\n`);
        assert.equal((await only(to)).text.trim(), '«\u00a0100 € d’impôt\u00a0»');
      });

      it('gives headers in lower case, decoded, the date of receipt, and lines that begin with a dot', async () => {
        const to = unique('entetes');
        const before = Date.now();
        await send(to, {
          from: { name: 'Impôts – Éric', address: SENDER },
          text: '.début\n..fin',
          headers: { 'X-Essai': 'Oui' },
        });
        const message = await only(to);
        assert.match(message.headers['from'] ?? '', /Impôts – Éric/);
        assert.equal(message.headers['x-essai'], 'Oui');
        assert.equal(message.text.trim(), '.début\n..fin');
        assert.match(message.raw, /^(From|To|Subject|MIME|Message|Date|X-Essai)/m);
        assert.ok(Math.abs(message.receivedAt.getTime() - before) < 60_000);
      });
    });

    describe('waiting', () => {
      it('returns at once what is there already', async () => {
        const to = unique('deja');
        await send(to, { subject: 'Déjà là' });
        assert.equal((await mailbox.waitForMessage({ to, timeoutMs: 0 })).subject, 'Déjà là');
      });

      it('returns what comes later', async () => {
        const to = unique('plus-tard');
        const waiting = mailbox.waitForMessage({ to, timeoutMs: LONG_MS });
        await send(to, { subject: 'Plus tard' });
        assert.equal((await waiting).subject, 'Plus tard');
      });

      it('passes over what is old, what does not match, and who is somebody else', async () => {
        const to = unique('choix');
        await send(to, { subject: 'Bon mais ancien' });
        const since = await mailbox.mark();
        const waiting = mailbox.waitForMessage({
          to,
          since,
          match: ({ subject }) => subject.startsWith('Bon'),
          timeoutMs: LONG_MS,
        });
        await send(to, { subject: 'Mauvais' });
        await send(`x${to}`, { subject: 'Bon mais pour un autre' });
        await send(to, { subject: 'Bon' });
        assert.equal((await waiting).subject, 'Bon');
      });

      it('says at the time-out for whom, how long, and what came instead, but no content', async () => {
        const [to, other] = [unique('attendu'), unique('autre')];
        const since = await mailbox.mark();
        await send(other, { subject: 'Pour un autre', text: 'contenu-confidentiel' });
        await assert.rejects(mailbox.waitForMessage({ to, since, timeoutMs: NO_TIME_MS }), (error: unknown) => {
          assert.ok(error instanceof MailTimeout);
          assert.match(error.message, new RegExp(`pour ${to} en 0,06 s`));
          assert.ok(error.message.includes(`- « Pour un autre » pour ${other}`), error.message);
          assert.ok(!error.message.includes('contenu-confidentiel'));
          assert.deepEqual(error.seen.at(-1), { subject: 'Pour un autre', to: [other] });
          return true;
        });
      });

      it('lets an error of the predicate through', async () => {
        const to = unique('predicat');
        await send(to);
        const match = (): boolean => {
          throw new RangeError('prédicat');
        };
        await assert.rejects(mailbox.waitForMessage({ to, match, timeoutMs: LONG_MS }), RangeError);
      });
    });

    describe('watching', () => {
      it('returns nothing when nothing comes', async () => {
        assert.deepEqual(await mailbox.watch({ to: unique('silence'), quietMs: NO_TIME_MS }), []);
      });

      it('returns what was there and all that came, not the first only', async () => {
        const to = unique('guet');
        await send(to, { subject: 'Avant' });
        const watching = mailbox.watch({ to, quietMs: 500 });
        await send(to, { subject: 'Pendant' });
        await send(to, { subject: 'Pendant encore' });
        assert.deepEqual(
          (await watching).map(({ subject }) => subject),
          ['Avant', 'Pendant', 'Pendant encore'],
        );
      });
    });

    it('accepts a null sender where the server does', async (t) => {
      if (!server.acceptsNullSender) return t.skip('this server refuses MAIL FROM:<>');
      const to = unique('nul');
      await transport.sendMail({ envelope: { from: '', to: [to] }, raw: 'Subject: Sans retour\r\n\r\nTexte\r\n' });
      assert.equal((await only(to)).envelope.from, '');
    });
  });
}
