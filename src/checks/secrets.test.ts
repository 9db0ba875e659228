import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Journal } from './journal';
import { isCommonWord, leaksInExchanges, leaksInMails } from './leaks';
import { findSecret, secretForms } from './secret-forms';

const secret = 'L’été à « Médor & Cie »';
const exchange = {
  at: 0,
  method: 'GET',
  url: 'http://localhost/question',
  requestBody: secret,
  status: 200,
  responseHeaders: {},
  responseBody: '',
};

const hidden: readonly [string, string][] = [
  ['en clair', `<p>${secret}</p>`],
  ['en clair', secret.toUpperCase()],
  ['encodé pour une adresse', `/suite?r=${encodeURIComponent(secret)}`],
  ['encodé comme un formulaire', new URLSearchParams({ r: secret }).toString()],
  ['échappé pour HTML', `value="${secret.replace('&', '&amp;')}"`],
  ['en base64', Buffer.from(secret).toString('base64')],
  ['en hexadécimal', Buffer.from(secret).toString('hex').toUpperCase()],
  ['en empreinte SHA-256', createHash('sha256').update(secret).digest('hex')],
];
for (const [words, text] of hidden) {
  test(`a secret is found ${words}`, () => assert.equal(findSecret(`avant ${text} après`, secret)?.words, words));
}

test('no secret is found where there is none, and an empty one nowhere', () => {
  assert.equal(findSecret('Quel est le nom de votre chien ?', secret), undefined);
  assert.equal(findSecret('n’importe quoi', ''), undefined);
});

test('what the target sent counts, what the person sent does not', () => {
  assert.deepEqual(leaksInExchanges([exchange], secret), []);
  const [body] = leaksInExchanges([{ ...exchange, responseBody: `<!-- ${secret} -->` }], secret);
  assert.deepEqual(body, { where: 'le corps de la réponse à GET /question', form: 'en clair' });
  assert.equal(
    leaksInExchanges([{ ...exchange, responseHeaders: { 'set-cookie': `r=${encodeURIComponent(secret)}` } }], secret).length,
    1,
  );
  assert.equal(leaksInExchanges([{ ...exchange, url: `http://localhost/?r=${encodeURIComponent(secret)}` }], secret).length, 1);
});

test('a secret that anybody may read proves nothing', () => {
  const question = 'Quel est le nom de votre chien ?';
  const home = { ...exchange, responseBody: '<p>Bienvenue</p>' };
  const sent = { ...exchange, method: 'POST', responseBody: secret };
  assert.ok(isCommonWord('chien', question, [home]));
  assert.ok(isCommonWord('bienvenue', question, [home, sent]));
  assert.ok(!isCommonWord(secret, question, [home, sent]));
});

test('a mail is searched in its decoded parts', () => {
  const mail = {
    id: '1',
    envelope: { from: '', to: [] },
    receivedAt: new Date(0),
    subject: 'Confirmation',
    text: '',
    html: `<b>${secret}</b>`,
    headers: {},
    raw: '',
  };
  assert.equal(leaksInMails([{ ...mail, html: secret }], secret).length, 1);
  assert.equal(leaksInMails([{ ...mail, html: '' }], secret).length, 0);
});

test('a journal shows no secret, in any form, and the longer of two that overlap first', () => {
  const journal = new Journal();
  journal.protect('Abcdefghij1234567890', 'court');
  journal.protect('Abcdefghij1234567890XY', 'long');
  journal.protect(secret, 'réponse');
  for (const { text } of secretForms(secret)) journal.note(`vu : ${text}`);
  journal.note('Abcdefghij1234567890XY puis Abcdefghij1234567890');
  assert.ok(
    journal.lines.slice(0, -1).every((line) => line === 'vu : ‹réponse›'),
    journal.lines.join('\n'),
  );
  assert.equal(journal.lines.at(-1), '‹long› puis ‹court›');
});
