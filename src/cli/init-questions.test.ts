import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, questions, readAnswer, type Answer } from './init-questions';

function answered(answer: Answer, text: string) {
  const question = questions.find((one) => one.answer === answer);
  assert.ok(question);
  return readAnswer(question, text);
}

for (const [text, value] of [
  ['fixed:a:b "c" # ${X', { strategy: 'fixed', value: 'a:b "c" # ${X' }],
  ['command:./read', { strategy: 'command', command: './read' }],
  [
    String.raw`command:"C:\Program Files\read.exe" --n '' it''s 'a "b"' l'un {image}`,
    { strategy: 'command', command: String.raw`C:\Program Files\read.exe`, args: ['--n', '', 'its', 'a "b"', "l'un", '{image}'] },
  ],
  ['http:http://127.0.0.1:9/read?a=b#c', { strategy: 'http', url: 'http://127.0.0.1:9/read?a=b#c' }],
  ['manual', { strategy: 'manual' }],
  ['none', { strategy: 'none' }],
] as const) {
  test(`the way past the CAPTCHA is understood: ${text}`, () => assert.deepEqual(answered('captcha', text), { value }));
}

test('the mail server, who may read it and where mail is sent make one key', () => {
  const draft = Object.fromEntries(
    (
      [
        ['mail', 'mailpit:http://127.0.0.1:8025/a:b'],
        ['mailLogin', 'qualité:s3cret:!'],
        ['smtp', '[::1]:1025'],
      ] as const
    ).map(([answer, text]) => {
      const read = answered(answer, text);
      assert.ok('value' in read, JSON.stringify(read));
      return [answer, read.value];
    }),
  );
  const server = { kind: 'mailpit', url: 'http://127.0.0.1:8025/a:b', user: 'qualité', password: 's3cret:!', smtp: '[::1]:1025' };
  assert.deepEqual(answersOf(draft).mail, server);
  for (const answer of ['mailLogin', 'smtp'] as const) assert.deepEqual(answered(answer, 'none'), { value: undefined });
  assert.deepEqual(answersOf({ mail: { kind: 'mailhog', url: 'http://a' }, mailLogin: undefined, smtp: undefined }).mail, {
    kind: 'mailhog',
    url: 'http://a',
  });
});

for (const [answer, text, said] of [
  ['name', '', 'given ""; accepted: a text that is not empty'],
  ['name', 'a\nb', 'holds a control character; accepted: one line of text'],
  ['baseUrl', 'qa.example', 'given "qa.example"; accepted: an address that begins with http:// or https://'],
  ['baseUrl', 'ftp://qa:S3CRET@x', 'given "ftp://…@x"; accepted: an address that begins with http:// or https://'],
  ['driver', 'telnet', 'given "telnet"; accepted: http, browser'],
  ['driver', '${DRIVER}', 'given "${DRIVER}"; accepted: http, browser'],
  ['captcha', 'fixe:S3CRET', 'captcha.strategy: given "fixe"; accepted: fixed, command, http, manual or none'],
  ['captcha', 'fixed:', 'captcha.value: given a value that is not quoted here; accepted: a text that is not empty'],
  ['captcha', 'fixed', 'captcha.value: missing; accepted: a text'],
  ['captcha', 'command: ', 'captcha.command: missing; accepted: a text'],
  ['captcha', 'http:/read', 'captcha.url: given "/read"; accepted: an address that begins with http:// or https://'],
  ['captcha', 'manual:S3CRET', 'captcha.detail: no such key; accepted: strategy'],
  ['mail', 'mailpt:http://127.0.0.1', 'mail.kind: given "mailpt"; accepted: mailhog, mailpit'],
  ['mail', 'mailhog', 'mail.url: missing; accepted: an address that begins with http:// or https://'],
  ['mailLogin', ':S3CRET', 'mail.user: given ""; accepted: a text that is not empty'],
  ['mailLogin', 'qa', 'mail.password: missing; accepted: a text'],
  ['smtp', 'mail', 'given "mail"; accepted: host:port, for instance 127.0.0.1:1025'],
  ['accounts', '', 'given ""; accepted: a text that is not empty'],
] as const) {
  test(`${answer} refuses « ${text.replace('\n', '⏎')} », in the words of its key`, () =>
    assert.deepEqual(answered(answer, text), { refusal: said }));
}

test('an address or a place that the environment gives is taken as it stands', () => {
  for (const [answer, text] of [
    ['baseUrl', '${SITE}'],
    ['captcha', 'http:${READER}/read'],
    ['mail', 'mailhog:${MAIL}'],
    ['smtp', '${SMTP_HOST}:25'],
    ['smtp', '${SMTP}'],
    ['mailLogin', 'qa:${PASSWORD}'],
  ] as const) {
    assert.ok('value' in answered(answer, text), `${answer} ${text}`);
  }
  assert.ok('refusal' in answered('baseUrl', '$SITE'));
});

test('what is offered is accepted', () => {
  for (const { answer, offered } of questions) assert.ok('value' in answered(answer, offered), answer);
});
