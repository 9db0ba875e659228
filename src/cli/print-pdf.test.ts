import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { renderHtml } from '../reporting/html';
import { failingRun } from '../reporting/testing/fixtures';
import { BrowserUnavailable } from '../verdict/errors';
import { packageRoot } from './environment';
import { printPdf } from './print-pdf';

test('a report is printed whole: a PDF with its title, its pages and its tags', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mdpo-pdf-'));
  t.after(() => rm(folder, { recursive: true }));
  const [html, pdf] = [path.join(folder, 'index.html'), path.join(folder, 'rapport.pdf')];
  await writeFile(html, renderHtml(failingRun().record, { language: 'en' }));
  await printPdf(html, pdf);
  const bytes = (await readFile(pdf)).toString('latin1');
  assert.ok(bytes.startsWith('%PDF'));
  // A title with accents is written in UTF-16.
  const title = Buffer.from('Non-conforming — préproduction', 'utf16le').swap16().toString('hex');
  assert.ok(bytes.toLowerCase().includes(title) || bytes.includes('Non-conforming'), 'the title of the page');
  const pages = Math.max(...[...bytes.matchAll(/\/Count (\d+)/g)].map(([, number]) => Number(number)));
  assert.ok(pages > 2, `${pages} pages`);
  assert.match(bytes, /\/MarkInfo/);
});

test('printing asks for nothing but the file', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mdpo-pdf-'));
  const asked: string[] = [];
  const server = createServer(({ url }, response) => (asked.push(url ?? ''), void response.end())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const html = path.join(folder, 'index.html');
  const { port } = server.address() as AddressInfo;
  await writeFile(
    html,
    `<title>x</title><img src="http://127.0.0.1:${port}/x"><script>fetch('http://127.0.0.1:${port}/y')</script>`,
  );
  await printPdf(html, path.join(folder, 'x.pdf'));
  assert.deepEqual(asked, []);
});

test('no browser, no PDF: that is said, with what to do', async (t) => {
  const before = process.env['MDPO_BROWSER'];
  process.env['MDPO_BROWSER'] = '/nowhere/chromium';
  t.after(() => {
    if (before === undefined) delete process.env['MDPO_BROWSER'];
    else process.env['MDPO_BROWSER'] = before;
  });
  await assert.rejects(printPdf('index.html', 'rapport.pdf'), BrowserUnavailable);
});

test('a page that is not there cannot be printed', async () => {
  await assert.rejects(printPdf('/nowhere/index.html', '/nowhere/rapport.pdf'), BrowserUnavailable);
});

test('a report that cannot be printed stands all the same, and its command says what is missing', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mdpo-pdf-'));
  t.after(() => rm(folder, { recursive: true }));
  const argv = [
    path.join(packageRoot, 'bin', 'mdpo.js'),
    'run',
    '--tags',
    '@ecrans',
    '--fault',
    'FLT-108',
    '--pdf',
    '--out',
    folder,
  ];
  const child = spawn(process.execPath, argv, {
    env: { ...process.env, MDPO_BROWSER: '/nonexistent' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  assert.equal(code, 3, said);
  assert.match(said, /^mdpo: .*\/nonexistent/m);
  assert.doesNotMatch(said, /defect/);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => /^index/.test(name)),
    ['index.html'],
  );
});
