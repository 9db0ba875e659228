import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Envelope } from '@cucumber/messages';
import { chromium } from 'playwright';
import { findBrowser } from '../driver/find-browser';
import { renderCucumberHtml } from './cucumber-html';
import { HOSTILE } from './testing/hostile';
import { play } from './testing/play';

const FEATURE = `Fonctionnalité: Choisir
  Scénario: premier
    Quand un
  Scénario: second ${HOSTILE.split('\n')[0]}
    Quand deux
`;

const messages = play({ 'features/1.feature': FEATURE }, (pickle) =>
  pickle.name === 'premier'
    ? [{ journal: ['GET / → 200', 'clic'], outcome: { kind: 'undecided', attribution: 'environment', reason: 'panne' } }]
    : [{ status: 'FAILED', error: `AssertionError: ${HOSTILE}`, journal: [HOSTILE] }],
);

/** The messages as they stand in the page. */
const messagesOf = (html: string): Envelope[] =>
  JSON.parse(/CUCUMBER_MESSAGES = (\[.*?\]);\n/s.exec(html)?.[1]?.replaceAll('\\x3C', '<') ?? '') as Envelope[];

test('cucumber: the whole document, with every message in it', async () => {
  const html = await renderCucumberHtml(messages);
  assert.match(html, /^<!DOCTYPE html>[^]*<\/html>\s*$/);
  const kept = messagesOf(html);
  assert.equal(kept.length, messages.length);
  const attachments = kept.flatMap(({ attachment }) => attachment ?? []);
  assert.deepEqual(attachments.map(({ mediaType }) => mediaType).sort(), [
    'application/vnd.mdpo.outcome+json',
    'text/plain',
    'text/plain',
  ]);
  assert.ok(attachments.some(({ body }) => body === 'GET / → 200\nclic'));
  assert.deepEqual(messagesOf(await renderCucumberHtml([])), []);
});

test('cucumber: opens offline in a browser, and runs nothing that a target says', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mdpo-cucumber-'));
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const file = path.join(folder, 'cucumber.html');
    await writeFile(file, await renderCucumberHtml(messages));
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => /^https?:/.test(request.url()) && asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.getByText('premier').first().waitFor();
    assert.match(await page.innerText('body'), /AssertionError/);
    assert.equal(await page.evaluate('window.hacked'), undefined);
    assert.deepEqual(asked, []);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});
