import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor } from 'xstate';
import { openCaptchaDesk } from './captcha/challenge';
import { openDirectory } from './directory';
import { referenceEffects } from './effects';
import { fixtures } from './fixtures';
import { procedure, TRIES_PER_PROCEDURE } from './machine';
import type { ProcedureEvent, Screen } from './machine';
import type { Letter } from './mail/confirmation';
import { confirmationLetter } from './mail/confirmation';
import { referenceRules } from './rules';
import { NEW_PASSWORD, person, seededRandom } from './testing';

const A = person('A');

/** One person in front of the machine, with a clock and a letter box. */
function start() {
  const accounts = openDirectory(fixtures, 16);
  const clock = { now: 1_000_000 };
  const letters: Letter[] = [];
  const desk = {
    rules: referenceRules(accounts, { key: new Uint8Array(32), cost: 16 }),
    captcha: openCaptchaDesk(seededRandom('machine')).desk,
    effects: referenceEffects({
      cost: 16,
      now: () => clock.now,
      closeSpaces: () => undefined,
      letter: (account) => confirmationLetter(account, clock.now),
      post: (letter) => letters.push(letter),
    }),
  };
  const newPerson = () => {
    const actor = createActor(procedure, { input: desk }).start();
    const send = (...events: ProcedureEvent[]): Screen => {
      for (const event of events) actor.send(event);
      return actor.getSnapshot().value;
    };
    const context = () => actor.getSnapshot().context;
    const identify = (address: string = A.email, characters?: string) => {
      send({ type: 'identification.opened' });
      return send({ type: 'identity.submitted', address, characters: characters ?? context().challenge?.text });
    };
    const answer = (text: string | undefined) => send({ type: 'answer.submitted', answer: text });
    const choose = (password: string | undefined, confirmation: string | undefined) =>
      send({ type: 'password.submitted', password, confirmation });
    const codes = () => context().problems.map(({ code }) => code);
    return { send, context, identify, answer, choose, codes };
  };
  return { ...newPerson(), newPerson, letters, clock, accounts };
}

test('the screens follow one another in the order of the fiche', () => {
  const { send, identify, answer, choose, letters } = start();
  assert.equal(send({ type: 'home.opened' }), 'home');
  assert.equal(send({ type: 'signIn.opened' }), 'signIn');
  assert.equal(identify(), 'question');
  assert.equal(answer(A.answer), 'newPassword');
  assert.equal(letters.length, 0, 'no mail before « Valider »');
  assert.equal(choose(NEW_PASSWORD, NEW_PASSWORD), 'summary');
  assert.deepEqual(
    letters.map(({ envelope }) => envelope.to),
    [[A.email]],
  );
  assert.equal(send({ type: 'signIn.opened' }), 'signIn');
  assert.equal(send({ type: 'credentials.submitted', identifier: A.email, password: NEW_PASSWORD }), 'services');
  assert.equal(send({ type: 'signOut.submitted' }), 'signIn');
  assert.equal(send({ type: 'services.opened' }), 'signIn', 'signed out');
});

test('no later screen opens before those that precede it are done (MPO-D-1)', () => {
  const later = ['question.opened', 'newPassword.opened', 'summary.opened', 'services.opened'] as const;
  const submitted: ProcedureEvent[] = [
    { type: 'answer.submitted', answer: A.answer },
    { type: 'password.submitted', password: NEW_PASSWORD, confirmation: NEW_PASSWORD },
  ];
  const { send, identify, letters } = start();
  for (const type of later) assert.equal(send({ type }), 'home', type);
  for (const event of submitted) assert.equal(send(event), 'home', event.type);
  send({ type: 'identification.opened' });
  for (const type of later) assert.equal(send({ type }), 'identification', type);
  for (const event of submitted) assert.equal(send(event), 'identification', event.type);
  identify();
  assert.equal(send({ type: 'newPassword.opened' }), 'question');
  assert.equal(send(submitted[1] as ProcedureEvent), 'question');
  assert.equal(letters.length, 0);
});

test('the identification wants an address and the characters of the image now displayed (MPO-2-8)', () => {
  const { identify, codes, context, send } = start();
  const cases: [string, string | undefined, string][] = [
    [A.email, 'wrong', 'charactersWrong'],
    [A.email, '', 'charactersMissing'],
    ['', undefined, 'addressMissing'],
    ['abc', undefined, 'addressMalformed'],
  ];
  for (const [address, characters, code] of cases) {
    assert.equal(identify(address, characters), 'identification');
    assert.deepEqual(codes(), [code]);
  }
  const before = context().challenge;
  assert.equal(identify(A.email, before?.text), 'identification', 'the characters of the previous image');
  assert.notEqual(context().challenge?.id, before?.id);
  const shown = context().challenge?.text;
  assert.equal(send({ type: 'identity.submitted', address: A.email, characters: shown?.toLowerCase() }), 'question');
});

test('a wrong answer asks again, then the procedure starts over; the answer is the account’s (MPO-2-14)', () => {
  const { identify, answer, codes } = start();
  identify();
  for (let i = 1; i < TRIES_PER_PROCEDURE; i += 1) {
    assert.equal(answer(person('B').answer), 'question');
    assert.deepEqual(codes(), ['answerWrong']);
  }
  assert.equal(answer(undefined), 'identification');
  assert.deepEqual(codes(), ['tooManyTries']);
  identify();
  assert.equal(answer(''), 'question');
  assert.deepEqual(codes(), ['answerMissing']);
  assert.equal(answer(A.answer), 'newPassword', 'a typo is not fatal (AMB-16)');
});

test('ten wrong answers close an address to everyone, account or not, until the window has passed (REC-05)', () => {
  for (const address of [A.email, 'inconnu@nulle-part.example']) {
    const { newPerson, clock } = start();
    for (let i = 0; i < 10; i += 1) {
      const someone = newPerson();
      someone.identify(address);
      assert.equal(someone.answer('faux'), 'question');
    }
    const owner = newPerson();
    owner.identify(address);
    assert.equal(owner.answer(A.answer), 'question');
    assert.deepEqual(owner.codes(), ['answerWrong'], 'nothing tells it from a wrong answer');
    clock.now += 15 * 60_000;
    assert.equal(owner.answer(A.answer), address === A.email ? 'newPassword' : 'question');
  }
});

test('an unknown address and an account of another kind are asked a decoy that no answer satisfies (AMB-14)', () => {
  const questions = new Set(fixtures.map(({ question }) => question));
  for (const address of ['inconnu@nulle-part.example', person('N').email]) {
    const { identify, answer, context, send } = start();
    assert.equal(identify(address), 'question');
    const decoy = context().question;
    assert.ok(decoy && !questions.has(decoy));
    for (const text of ['', 'faux', A.answer, person('N').answer]) assert.notEqual(answer(text), 'newPassword');
    assert.equal(send({ type: 'newPassword.opened' }), 'question');
    identify(address.toUpperCase());
    assert.equal(context().question, decoy, 'always the same');
  }
});

test('a refused password changes nothing and says why; the next one may be right (AMB-26)', () => {
  const { identify, answer, choose, codes, letters } = start();
  identify();
  answer(A.answer);
  const cases: [string | undefined, string | undefined, string[]][] = [
    [undefined, undefined, ['passwordMissing']],
    ['court1', 'court1', ['password.short']],
    [NEW_PASSWORD, undefined, ['confirmationMissing']],
    [NEW_PASSWORD, NEW_PASSWORD.toLowerCase(), ['confirmationDiffers']],
    ['0e123456789012345678', '0e876543210987654321', ['confirmationDiffers']],
    [A.password, A.password, ['passwordInForce']],
  ];
  for (const [password, confirmation, expected] of cases) {
    choose(password, confirmation);
    assert.deepEqual(codes(), expected);
  }
  assert.equal(choose('', NEW_PASSWORD), 'newPassword');
  assert.equal(letters.length, 0);
  assert.equal(choose(NEW_PASSWORD, NEW_PASSWORD), 'summary');
});

test('one right answer authorises one change (MPO-D-4)', () => {
  const { identify, answer, choose, send, letters } = start();
  identify();
  answer(A.answer);
  choose(NEW_PASSWORD, NEW_PASSWORD);
  assert.equal(choose(`${NEW_PASSWORD}4`, `${NEW_PASSWORD}4`), 'summary');
  assert.equal(send({ type: 'newPassword.opened' }), 'summary');
  assert.equal(send({ type: 'question.opened' }), 'summary');
  assert.equal(letters.length, 1);
});

test('identifying someone else voids the authorisation (MPO-D-3)', () => {
  const { identify, answer, send } = start();
  identify();
  answer(A.answer);
  identify(person('B').email);
  assert.equal(send({ type: 'newPassword.opened' }), 'question');
});

test('« Valider » is judged against the password then in force (AMB-08, AMB-35)', () => {
  const { newPerson, letters } = start();
  const [first, second] = [newPerson(), newPerson()];
  for (const someone of [first, second]) {
    someone.identify();
    someone.answer(A.answer);
  }
  assert.equal(first.choose(NEW_PASSWORD, NEW_PASSWORD), 'summary');
  assert.equal(second.choose(NEW_PASSWORD, NEW_PASSWORD), 'newPassword');
  assert.deepEqual(second.codes(), ['passwordInForce']);
  assert.equal(second.choose(A.password, A.password), 'summary', 'the last but one is allowed');
  assert.equal(letters.length, 2);
});

test('both the address and the password are needed to enter (MPO-1.1-2)', () => {
  const { send, codes } = start();
  send({ type: 'signIn.opened' });
  const cells: [string | undefined, string | undefined][] = [
    [A.email, ''],
    ['', A.password],
    ['', ''],
    [undefined, undefined],
    [A.email, `${A.password}x`],
    [A.email, A.password.toLowerCase()],
    [person('B').email, A.password],
    [A.subscriberNumber, A.password],
  ];
  for (const [identifier, password] of cells) {
    assert.equal(send({ type: 'credentials.submitted', identifier, password }), 'signIn');
    assert.deepEqual(codes(), ['credentialsWrong']);
  }
  assert.equal(send({ type: 'credentials.submitted', identifier: A.email, password: A.password }), 'services');
});

test('a person in the space whose password is changed must sign in again (REC-15)', () => {
  const { send } = start();
  send({ type: 'signIn.opened' }, { type: 'credentials.submitted', identifier: A.email, password: A.password });
  assert.equal(send({ type: 'space.closed' }), 'signIn');
  assert.equal(send({ type: 'services.opened' }), 'signIn');
});
