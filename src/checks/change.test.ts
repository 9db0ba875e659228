import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAccepted, judgeMails, judgeRefused, type AttemptObservation, type ChangeObservation } from './change';

const email = 'alice@example.test';
const mail = { recipients: [email], addressees: [email], subject: 'Mot de passe modifié' };
const accepted: ChangeObservation = {
  email,
  attempts: [{ shape: '20 caractères', summaryShown: true, serverFailed: false, seen: 'écran « récapitulatif »', opens: true }],
  oldOpens: false,
  mails: [mail],
  witnessOpens: true,
};
const refused: ChangeObservation = {
  email,
  attempts: [
    { shape: '19 caractères', summaryShown: false, serverFailed: false, seen: 'écran « nouveau mot de passe »', opens: false },
  ],
  oldOpens: true,
  mails: [],
  witnessOpens: true,
};
const attempt = (change: Partial<AttemptObservation>, seen = refused) => ({
  ...seen,
  attempts: [{ ...seen.attempts[0]!, ...change }],
});
const named = (findings: readonly { requirements: readonly string[] }[]) => findings.map(({ requirements }) => requirements);

/** Each row: what was seen, and the requirements it violates; an empty list stands for those of the scenario. */
const acceptedRows: readonly [string, ChangeObservation, string[][]][] = [
  ['everything took effect', accepted, []],
  ['refused, wholly', { ...refused }, [[]]],
  ['refused, and the old one is gone too', { ...refused, oldOpens: false }, [['MPO-D-2']]],
  ['changed, without summary', attempt({ summaryShown: false }, accepted), [['MPO-2-23']]],
  ['summary, without change', { ...attempt({ opens: false }, accepted), oldOpens: true }, [['MPO-1.3-6', 'MPO-2-23']]],
  ['both open', { ...accepted, oldOpens: true }, [['MPO-1.3-7']]],
  ['no mail', { ...accepted, mails: [] }, [['MPO-2-25']]],
  ['two mails', { ...accepted, mails: [mail, mail] }, [['MPO-2-25']]],
  ['mail to another', { ...accepted, mails: [{ ...mail, recipients: ['bruno@example.test'] }] }, [['MPO-2-26']]],
  ['mail to another besides', { ...accepted, mails: [{ ...mail, recipients: [email, 'admin@example.test'] }] }, [['MPO-2-26']]],
  ['envelope right, header wrong', { ...accepted, mails: [{ ...mail, addressees: ['bruno@example.test'] }] }, [['MPO-2-26']]],
  ['letter case of the address is not scored', { ...accepted, mails: [{ ...mail, recipients: ['Alice@EXAMPLE.test'] }] }, []],
  ['another account changed', { ...accepted, witnessOpens: false }, [['MPO-D-3']]],
  ['no other account in the pool', { ...accepted, witnessOpens: undefined }, []],
];
for (const [name, seen, expected] of acceptedRows) {
  test(`accepted: ${name}`, () => assert.deepEqual(named(judgeAccepted(seen)), expected));
}

const refusedRows: readonly [string, ChangeObservation, string[][]][] = [
  ['nothing changed', refused, []],
  ['nothing was proposed', { ...refused, attempts: [] }, []],
  ['accepted, wholly', attempt({ summaryShown: true, opens: true }, { ...accepted }), [[]]],
  ['an error on the screen, but it opens', { ...attempt({ opens: true }), oldOpens: false }, [[]]],
  [
    'summary, the old one gone, and a value that no form lets through',
    { ...attempt({ summaryShown: true }), oldOpens: false },
    [[]],
  ],
  ['summary, without effect', attempt({ summaryShown: true }), [['MPO-2-23']]],
  ['the password in force, and a summary', attempt({ summaryShown: true, opens: undefined }), [[]]],
  ['the password in force, an error and a mail', { ...attempt({ opens: undefined }), mails: [mail] }, [['MPO-2-25']]],
  ['the server failed', attempt({ serverFailed: true }), [[]]],
  ['a mail', { ...refused, mails: [mail] }, [['MPO-2-25']]],
  ['no password opens any more', { ...refused, oldOpens: false }, [['MPO-D-2']]],
  ['another account changed', { ...refused, witnessOpens: false }, [['MPO-D-3']]],
];
for (const [name, seen, expected] of refusedRows) {
  test(`refused: ${name}`, () => assert.deepEqual(named(judgeRefused(seen)), expected));
}

test('every finding says what was looked at, in the order of the oracles', () => {
  const [finding] = judgeRefused({ ...attempt({ opens: true }), oldOpens: false });
  assert.match(finding!.observed, /« 19 caractères » est accepté/);
  assert.deepEqual(
    finding!.evidence.map((line) => line.split(' : ')[0]),
    ['proposé', 'mot de passe antérieur', 'courriels', 'autre compte'],
  );
});

test('acceptance is not judged where nothing was proposed', () => {
  assert.throws(() => judgeAccepted({ ...accepted, attempts: [] }), /aucun mot de passe n’a été proposé/);
});

test('mails alone are judged as after a change', () => {
  assert.deepEqual(judgeMails(email, [mail]), []);
  assert.deepEqual(named(judgeMails(email, [])), [['MPO-2-25']]);
});
