import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideGate } from './decide';
import { renderDecision } from './decision-text';
import { deploymentRun, factsOf, policyOf, withFinding, withOutcome } from './testing/records';

const run = deploymentRun();
const failing = withFinding(run, 'MPO-2-25', { intermittent: true });
const waiver = { requirement: 'MPO-2-25', reason: 'correctif en mai', owner: 'Équipe courriel', expires: '2026-03-20' };

test('accepted: the target, the coverage and the decision', () => {
  const text = renderDecision(
    decideGate(factsOf(run, { baseline: { ...failing, startedAt: '2026-03-11T08:30:00.000Z' } }), policyOf()),
  );
  assert.match(text, /Cible : préproduction \(https:\/\/preprod\.example\/\) · campagne : 12 mars 2026 .* · verdict : conforme/);
  assert.match(text, /Corrigé depuis la référence : MPO-2-25/);
  assert.match(text, /Exigences testables décidées : 54 sur 54/);
  assert.match(text, /ACCEPTÉ — rien ne s’y oppose\n$/);
  assert.doesNotMatch(text, /Ce qui s’oppose|Constats/);
});

test('refused: what is against it, and each finding with what a waiver needs', () => {
  const text = renderDecision(decideGate(factsOf(failing), policyOf()));
  assert.match(text, /Ce qui s’oppose\n {2}✗ MPO-2-25 n’est pas respectée/);
  assert.match(
    text,
    /MPO-2-25 {2}empreinte : cst-[0-9a-f]{10}\n {6}attendu {4}: un seul courriel\n {6}observé {4}: aucun courriel en 30 s/,
  );
  assert.match(text, /intermittent/);
  assert.match(text, /REFUSÉ — un motif\n$/);
});

test('inconclusive, and a finding under a waiver', () => {
  const text = renderDecision(decideGate(factsOf(withOutcome(failing, 'MPO-2-26', 'cantTell')), policyOf({ waivers: [waiver] })));
  assert.match(text, /Ce qui manque pour décider\n {2}\? MPO-2-26 reste indécise/);
  assert.match(text, /Ce qui passe, à surveiller\n {2}! MPO-2-25 .*sous dérogation/);
  assert.match(text, /dérogation : Équipe courriel, jusqu’au 2026-03-20 : correctif en mai/);
  assert.match(text, /NON CONCLUANT — un motif\n$/);
});

test('no escape sequence but ours, and only when colours are asked for', () => {
  const record = withFinding(run, 'MPO-2-25', { observed: 'rien\u001b[2J\u0007' });
  const text = renderDecision(decideGate(factsOf(record), policyOf()));
  assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u);
  assert.match(renderDecision(decideGate(factsOf(record), policyOf()), { colours: true }), /\u001b\[31mREFUSÉ\u001b\[0m/);
});
