import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { renderHtml } from './html';
import { createPictures } from './html/pictures';
import { imagesOf, richRecord } from './html/testing/pages';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';

const failing = failingRun();
const pages = {
  conforming: renderHtml(conformingRun().record),
  failing: renderHtml(failing.record, { images: imagesOf(failing.record) }),
  stopped: renderHtml(stoppedRun().record),
};
test('html: every requirement has its place, its words and its outcome', () => {
  for (const [name, html] of Object.entries(pages)) {
    const { document } = parseHTML(html);
    for (const { id, outcome, source } of failing.record.requirements) {
      const article = document.getElementById(id);
      assert.ok(article, `${name} ${id}`);
      if (name === 'failing') assert.equal(article.getAttribute('data-outcome'), outcome);
      const cited = source.citation.slice(0, 12).replace(/« /g, '«\u00a0');
      assert.ok(article.textContent?.includes(cited.split(' ')[0] ?? ''), id);
    }
  }
});

test('html: every scenario stands once in full, and every link has its target', () => {
  const { document } = parseHTML(pages.failing);
  for (const { id } of failing.record.scenarios) assert.equal(document.querySelectorAll(`[id="${id}"]`).length, 1, id);
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  assert.equal(new Set(ids).size, ids.length, 'no id twice');
  for (const link of document.querySelectorAll('a[href]')) {
    assert.ok(ids.includes(link.getAttribute('href')?.slice(1) ?? ''), link.getAttribute('href') ?? '');
  }
});

test('html: findings, what was not tested, readings and the verdict are said in words', () => {
  const text = parseHTML(pages.failing).document.body.textContent ?? '';
  for (const part of [
    'Non conforme',
    '3 exigences de la fiche ne sont pas respectées',
    'Preuves',
    'POST https://preprod.example/mot-de-passe',
    'Intermittent',
    'Ce qui n’a pas été testé, et pourquoi',
    'AMB-14',
    'message-explicite',
    'retour-au-début',
    'Graine',
  ]) {
    assert.ok(text.replaceAll('\u00a0', ' ').includes(part), part);
  }
});

test('html: what the run went through of the machine is drawn and said', () => {
  const { document } = parseHTML(pages.failing);
  const section = document.getElementById('modele');
  const text = (section?.textContent ?? '').replaceAll('\u00a0', ' ');
  const classes = (selector: string) =>
    [...(section?.querySelectorAll(selector) ?? [])].map((element) => element.getAttribute('class'));
  assert.deepEqual(classes('.state'), ['state taken', 'state missing']);
  // Into the first screen, twice described; out of it, well or badly; and back.
  const expected = ['taken', 'taken', 'missing', 'missing', 'spared'].map((status) => `arrow ${status}`);
  assert.deepEqual(classes('.chart-scroll .arrow'), expected);
  for (const part of [
    'Passages que la fiche décrit : 2 sur 4.',
    'frappe [bon code]',
    'Jamais parcourue, bien que la fiche la décrive.',
    'La fiche n’en dit rien (AMB-16, REC-15).',
    'Rien ne dit pourquoi.',
    'à son adresse : jamais demandé',
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.equal(parseHTML(pages.stopped).document.getElementById('modele'), null);
});

test('html: on whose word a host of the State was tested, and what the twin of a failing scenario gave', () => {
  const { record } = failing;
  const scenarios = record.scenarios.map((one) => (one.outcome === 'failed' ? { ...one, twin: 'passed' as const } : one));
  const target = { ...record.target, authorisation: { operator: 'Équipe recette', order: 'note 12' } };
  const text = parseHTML(renderHtml({ ...record, target, scenarios })).document.body.textContent ?? '';
  assert.match(text, /OpérateurÉquipe recetteOrdre de missionnote 12/);
  assert.match(text, /Le même scénario sur le simulateur de référence\s: réussi\./);
});

test('html: nothing comes from outside, and the policy admits our style and script alone', () => {
  for (const html of Object.values(pages)) {
    const { document } = parseHTML(html);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const inline = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; /);
    assert.ok(policy.includes(`style-src ${digest(inline('style'))};`));
    assert.ok(policy.includes(`script-src ${digest(inline('script'))};`));
    assert.equal(document.querySelectorAll('[style], link, iframe, object, embed, base').length, 0);
    for (const element of document.querySelectorAll('[src]'))
      assert.match(element.getAttribute('src') ?? '', /^data:image\/png;base64,/);
    for (const link of document.querySelectorAll('a[href], use[href]')) assert.match(link.getAttribute('href') ?? '', /^#/);
  }
});

test('html: right under the verdict it says what keeps the run from being the whole truth', () => {
  const said = (record: RunRecord) => {
    const { document } = parseHTML(renderHtml(record));
    const list = document.querySelector('.cautions');
    if (list !== null) assert.ok(list.parentElement?.matches('.verdict'));
    return [...(list?.querySelectorAll('strong') ?? [])].map(({ textContent }) => textContent);
  };
  const { record } = conformingRun();
  assert.deepEqual(said(record), []);
  assert.deepEqual(said({ ...record, suite: { commit: 'abc', state: 'clean' } }), []);
  assert.deepEqual(said({ ...record, suite: { state: 'unknown' } }), ['Suite d’état inconnu.']);
  assert.deepEqual(said({ ...record, target: { ...record.target, fault: 'FLT-046' } }), ['Simulateur volontairement fautif.']);
  assert.deepEqual(said({ ...record, target: { ...record.target, variant: 'VAR-x' } }), ['Simulateur en variante.']);
  assert.deepEqual(said({ ...record, level: 'recommendation' }), ['Recommandations seules.']);
  assert.deepEqual(said(richRecord()), ['Campagne interrompue.', 'Campagne partielle.', 'Suite modifiée.']);
});

test('html: what the verdict rests on is said whole', () => {
  const record = richRecord();
  const text = parseHTML(renderHtml(record)).document.querySelector('.grounds')?.textContent ?? '';
  for (const part of [
    ...['préproduction', 'https://preprod.example/', 'navigateur', 'AMB-14 = message-explicite', 'Équipe recette', 'note 12'],
    ...[
      'exigences de la fiche',
      'étiquettes @MPO-1.3-3',
      '42',
      'chromium',
      record.suite?.commit ?? '',
      'modifiées depuis le commit',
    ],
    ...[record.evidence?.sha256 ?? '', 'evidence/manifest.json', '12 mars 2026'],
  ]) {
    assert.ok(text.replaceAll('\u00a0', ' ').includes(part), part);
  }
  assert.match(parseHTML(pages.conforming).document.querySelector('.grounds')?.textContent ?? '', /Opérateurnon consigné/);
});

test('html: screens in order, by their picture or their text, and mails', () => {
  const record = richRecord();
  const { document } = parseHTML(renderHtml(record, { images: imagesOf(record) }));
  const screens = [...document.querySelectorAll('#ecrans .screen')];
  assert.deepEqual(
    screens.map((one) => one.querySelector('h3')?.textContent),
    ['1 accueil', '2 connexion', '3 question'],
  );
  assert.deepEqual(
    screens.map((one) => one.querySelectorAll('img').length),
    [0, 1, 0],
  );
  assert.equal(screens[1]?.querySelector('img')?.getAttribute('alt'), 'Écran «\u00a0connexion\u00a0»');
  assert.match(screens[0]?.textContent ?? '', /Saisissez l’adresse électronique[\s\S]*Sans navigateur, pas d’image/);
  assert.match(document.getElementById('courriels')?.textContent ?? '', /Votre mot de passe a été modifié[\s\S]*cd34/);
  assert.equal(parseHTML(pages.failing).document.getElementById('ecrans'), null);
});

test('html: each scenario holds its exchange, folded; a long one is shortened and says so', () => {
  const { record } = failing;
  const exchange = Array.from({ length: 1000 }, (_, rank) => `> GET /${rank}`);
  const html = renderHtml({ ...record, scenarios: record.scenarios.map((one) => ({ ...one, exchange })) });
  const { document } = parseHTML(html);
  const lines = (selector: string) => document.querySelector(selector)?.querySelectorAll('ol li').length;
  assert.equal(document.querySelectorAll('details.exchange').length >= record.scenarios.length, true);
  assert.equal(document.querySelectorAll('details.exchange[open]').length, 0);
  assert.equal(lines('.scenario.passed .exchange'), 12);
  assert.equal(lines('.scenario.failed .exchange'), 400);
  assert.match(
    document.querySelector('.scenario.failed .exchange')?.textContent ?? '',
    /… et 600\u00a0lignes de plus dans conformance\.json/,
  );
});

test('html: the size stays reasonable with 375 scenarios, exchanges included', () => {
  for (const html of Object.values(pages)) assert.ok(html.length < 900_000, `${html.length}`);
  const { record } = conformingRun();
  const exchange = Array.from({ length: 60 }, () => '< '.repeat(100));
  const scenarios = Array.from({ length: 375 }, (_, rank) => ({ ...record.scenarios[rank % 60]!, id: `s${rank}`, exchange }));
  const requirements = record.requirements.map((one, rank) => ({
    ...one,
    scenarios: scenarios.slice(rank * 6, rank * 6 + 6).map(({ id }) => id),
  }));
  const size = Buffer.byteLength(renderHtml({ ...record, scenarios, requirements }));
  assert.ok(size < 3_000_000, `${size}`);
});

test('pictures: each once, within the budget, and named when they are absent', () => {
  const pictures = createPictures(
    new Map([
      ['aa', '12345'],
      ['bb', '123456'],
    ]),
    10,
  );
  assert.deepEqual(
    ['aa', 'aa', 'bb', 'cc'].map((sha256) => pictures(sha256).kind),
    ['embedded', 'repeated', 'left-out', 'left-out'],
  );
});
