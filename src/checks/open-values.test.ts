import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Readings } from './admission';
import { observeAttempts, passwordsToTry } from './attempts';
import type { AttemptObservation, ChangeObservation } from './change';
import { Observations } from './observations';
import { assertNotLeftOpen, judgeAcceptance, judgeRefusal } from './open-values';
import type { Attempt, Person } from './person';
import type { Scene } from './scene';
import { CapabilityMissing } from '../verdict/errors';

const CURRENT = 'Tournesol7Garrigue2Mistral';
const BASE = 'Abcdefghijklmnopqr12';
const MAIL = { recipients: ['a@b.example'], addressees: ['a@b.example'], subject: 'Confirmation' };
const page = { status: 200, url: 'http://cible.test/', alerts: [], text: '', controls: [], contentType: 'text/html' };
const attemptOf = (value: string) =>
  ({ shape: 'forme', value, confirmation: value, ownRequest: false, screen: 'other', page }) as unknown as Attempt;

/** One proposal of which the effects are given; `kept` is the password in force afterwards. */
function staged(value: string, readings: Readings, seen: Partial<ChangeObservation>, announced = '', kept = value) {
  const person = {
    passwords: [CURRENT],
    attempts: [attemptOf(value)],
    seen: [{ screen: 'new-password', page: { text: announced } }],
  };
  const accepted = seen.oldOpens === false;
  const attempt: AttemptObservation = {
    shape: 'forme',
    summaryShown: accepted,
    serverFailed: false,
    seen: 'vu',
    opens: accepted,
  };
  const observed = { email: 'a@b.example', oldOpens: true, mails: [], witnessOpens: true, attempts: [attempt], ...seen };
  const observe = async () => {
    if (accepted) person.passwords.unshift(kept);
    return observed;
  };
  return [{ readings, observe, observations: new Observations() } as unknown as Scene, person as unknown as Person] as const;
}
const changed = { oldOpens: false, mails: [MAIL] };

test('what the fiche refuses fails when it is accepted, unless a declared reading lets it pass', async () => {
  const value = `${BASE}!`;
  assert.equal((await judgeRefusal(...staged(value, {}, changed))).length, 1);
  assert.deepEqual(await judgeRefusal(...staged(value, { 'AMB-02': 'spéciaux-admis' }, changed)), []);
  assert.deepEqual(await judgeRefusal(...staged(value, { 'AMB-02': 'spéciaux-admis' }, {})), [], 'a refusal will do too');
});

test('what is let pass must be accepted wholly: old password, mail, the value without its blanks', async () => {
  const signs = { 'AMB-02': 'spéciaux-admis' };
  const requirements = async (...given: Parameters<typeof staged>) =>
    (await judgeRefusal(...staged(...given))).flatMap((finding) => finding.requirements);
  assert.deepEqual(await requirements(`${BASE}!`, signs, { ...changed, mails: [] }), ['MPO-2-25']);
  const trimming = { 'AMB-10': 'rognage-bords' };
  assert.deepEqual(await requirements(`${BASE} `, trimming, changed, '', BASE), []);
  assert.deepEqual(await requirements(`${BASE} `, trimming, changed), ['MPO-D-6']);
});

test('what conforms fails when it is refused, unless a maximum was declared and announced', async () => {
  const long = 'a1'.repeat(40);
  const declared = { 'AMB-06': 'maximum-déclaré' };
  const findings = async (readings: Readings, announced: string) =>
    (await judgeAcceptance(...staged(long, readings, {}, announced))).length;
  assert.equal(await findings({}, '64 caractères au maximum'), 1);
  assert.equal(await findings(declared, '20 caractères au minimum et 64 caractères au maximum'), 0);
  assert.equal(await findings(declared, '20 caractères au minimum'), 1, 'not announced');
  assert.equal(await findings(declared, 'Pas plus de 30 caractères'), 1, 'lower than may be declared');
  assert.equal(await findings(declared, 'Jusqu’à 128 caractères'), 1, 'refused below what is announced');
  assert.deepEqual(await judgeAcceptance(...staged(long, declared, changed)), [], 'accepted all the same');
});

test('a password that may be refused is no means to something else', () => {
  const long = attemptOf('a1'.repeat(40));
  assert.throws(() => assertNotLeftOpen(long, CURRENT, { 'AMB-06': 'maximum-déclaré' }), CapabilityMissing);
  assert.doesNotThrow(() => assertNotLeftOpen(long, CURRENT, {}));
});

test('where blanks are trimmed, the trimmed value is tried first, and the one in force is not tried again', () => {
  const trimming = { 'AMB-10': 'rognage-bords' };
  const attempts = [attemptOf(`${BASE} `), attemptOf(`${CURRENT} `)];
  assert.deepEqual(passwordsToTry(attempts, CURRENT, trimming), [BASE, `${BASE} `]);
  assert.deepEqual(passwordsToTry(attempts, CURRENT, {}), [`${BASE} `, `${CURRENT} `]);
  const opens = observeAttempts(attempts, CURRENT, new Set([BASE]), trimming).map((attempt) => attempt.opens);
  assert.deepEqual(opens, [true, undefined]);
});
