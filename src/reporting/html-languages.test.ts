import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { renderHtml } from './html';
import { englishVerdict } from './html/language/english-verdict';
import { richRecord } from './html/testing/pages';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';

const conforming = conformingRun().record;
const failing = failingRun().record;

test('english: the verdict is a sentence of the facts of the record', () => {
  assert.match(
    englishVerdict(conforming),
    /^The \d+ requirements of the fiche that were checked are met; 10 were not tested, each with its reason\.$/,
  );
  assert.equal(englishVerdict(failing), '3 requirements of the fiche are not met: MPO-1.3-3, MPO-2-21, MPO-2-25.');
  assert.match(
    englishVerdict({ ...failing, stopped: { attribution: 'environment', reason: '' } }),
    /The run broke off before its end\.$/,
  );
  assert.match(englishVerdict(stoppedRun().record), /^The run broke off before its end/);
  const inconclusive = { ...failing, verdict: 'inconclusive' as const };
  assert.match(englishVerdict(inconclusive), /^3 requirements of the fiche remain undecided: MPO-/);
  assert.match(
    englishVerdict({ ...inconclusive, selection: { filtered: true, words: '' } }),
    /^The verdict covers the selection alone/,
  );
  assert.equal(englishVerdict({ ...inconclusive, requirements: [] }), 'No requirement of the fiche could be decided.');
});

test('english: the page speaks English and marks what stays French', () => {
  const record = richRecord();
  const { document } = parseHTML(renderHtml(record, { language: 'en' }));
  assert.equal(document.documentElement.getAttribute('lang'), 'en');
  assert.equal(document.querySelector('.verdict .word')?.textContent, 'Non-conforming');
  assert.equal(document.querySelector('.quoted q')?.getAttribute('lang'), 'fr');
  const foreign = (selector: string) => {
    const found = [...document.querySelectorAll(selector)];
    assert.ok(found.length > 0, selector);
    for (const one of found) assert.equal(one.closest('[lang]')?.getAttribute('lang'), 'fr', `${selector} ${one.textContent}`);
  };
  for (const selector of [
    'blockquote',
    '.statement',
    '.scenario .name',
    '.scenario-link a',
    '.card',
    '.mail pre',
    '.finding dl > div:first-child > dd',
  ])
    foreign(selector);
  const own = document.body.cloneNode(true) as typeof document.body;
  for (const one of own.querySelectorAll('[lang=fr], code, script')) one.remove();
  const text = (own.textContent ?? '').replaceAll('préproduction', '');
  const french =
    /\b(exigence|scénario|Attendu|Observé|Échange|lignes?|écran|Conforme|lecture|courriel|jamais|depuis|réussi)\b/iu.exec(text);
  assert.equal(
    french?.[0],
    undefined,
    `French left in the English page: ${text.slice((french?.index ?? 0) - 60, (french?.index ?? 0) + 60)}`,
  );
});

test('french: nothing needs a language of its own', () => {
  const { document } = parseHTML(renderHtml(richRecord()));
  assert.deepEqual(
    [...document.querySelectorAll('[lang]')].map(({ tagName }) => tagName),
    ['HTML'],
  );
});
