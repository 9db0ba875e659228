/** A failure that the second attempt does not repeat is not excused: the deployment did it once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, openPlace, rowsOf, told } from './trouble';

test('a right answer that is refused once: the failure stands, both attempts are kept, and the finding is said to be intermittent', async (t) => {
  let refusals = 0;
  const { target } = await openPlace(t, {
    instead({ method, url }) {
      if (refusals === 0 || method !== 'POST' || !url.endsWith('/mot-de-passe-oublie/question')) return undefined;
      refusals -= 1;
      return new Response(null, { status: 303, headers: { location: '/mot-de-passe-oublie/question' } });
    },
  });
  const judged = await judge(target, { tags: '@MPO-2-13 and not @opportuniste', onReady: () => (refusals = 1) });
  const [row, ...others] = rowsOf(judged, 'failed');
  assert.deepEqual([refusals, others.length], [0, 0], told(judged));
  assert.deepEqual([judged.code, judged.record.verdict, judged.record.attribution], [1, 'non-conforming', 'implementation']);

  assert.deepEqual(
    row?.otherAttempts?.map(({ outcome }) => outcome),
    ['passed'],
  );
  const [decisive, other] = [row?.journal ?? [], row?.otherAttempts?.[0]?.journal ?? []];
  assert.ok(decisive.some((line) => /écran « question de confiance »/.test(line)) && other.length > 0);
  const accountOf = (journal: readonly string[]) => journal.find((line) => /: compte /.test(line));
  assert.notEqual(accountOf(decisive), accountOf(other), 'the second attempt had a fresh account');

  const requirement = judged.record.requirements.find(({ id }) => id === 'MPO-2-13');
  assert.equal(requirement?.outcome, 'failed');
  const [finding] = requirement?.findings ?? [];
  assert.deepEqual([finding?.intermittent, finding?.scenario, finding?.attribution], [true, row?.id, 'implementation']);
  assert.ok(finding?.evidence.length);
  assert.equal(row?.twin, 'passed');
});
