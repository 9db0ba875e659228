import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MailMessage } from '../mail/mailbox';
import { publishedMail } from './published-mail';

const SECRET = 'Secret42Secret42Secret42';
const mask = (text: string) => text.replaceAll(SECRET, '‹mot de passe›');
const mail = (change: Partial<MailMessage>): MailMessage => ({
  ...{ id: '1', receivedAt: new Date(0), subject: 'Confirmation', html: '', text: 'Votre mot de passe a changé.' },
  ...{ envelope: { from: 'no@example.test', to: ['a@example.test'] }, headers: { subject: 'Confirmation' } },
  raw: 'Subject: Confirmation\r\n\r\nVotre mot de passe a changé.\r\n',
  ...change,
});

test('a mail without a secret is kept as it was received', () => {
  const plain = mail({});
  assert.equal(publishedMail(plain, mask).source, plain.raw);
});

test('a source that hides a secret is not kept, in whatever encoding, and what is read of it is masked', () => {
  const encoded = Buffer.from(`Votre mot de passe : ${SECRET}, à garder.`).toString('base64');
  for (const raw of [`Subject: x\r\n\r\n${encoded}\r\n`, 'Subject: x\r\n\r\nSecret42Sec=\r\nret42Secret42\r\n']) {
    const published = publishedMail(mail({ raw }), mask);
    assert.match(published.source, /source not kept/);
    assert.equal(JSON.stringify(published).includes(encoded.slice(0, 20)), false);
  }
  assert.match(publishedMail(mail({ text: `Le voici : ${SECRET}` }), mask).text, /‹mot de passe›/);
});

test('the value of a link that opens something does not show', () => {
  const text = 'https://cible.example/suite?jeton=0123456789abcdef0123 et https://cible.example/nouveau-mot-de-passe-oublie';
  assert.equal(
    publishedMail(mail({ text }), mask).text,
    'https://cible.example/suite?jeton=‹valeur masquée› et https://cible.example/nouveau-mot-de-passe-oublie',
  );
});
