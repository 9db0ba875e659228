/**
 * A process that makes the moves of a run again as a bare Playwright script would: `node -r ./bin/register.js bench/replay-moves.ts
 * MOVES.json`. Prints the milliseconds that it took, its own start-up left out.
 */
import { readFileSync } from 'node:fs';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright';
import { createSimulator, serveSimulator, type Simulator } from '../simulator';
import { findBrowser } from '../src/driver/find-browser';
import type { Move, Named, Played } from './moves';

/** Races between two people may end otherwise, and what follows then finds another page. */
const toleratedFailures = 0.02;
const patienceMs = 3_000;

async function replay(scenarios: readonly Played[]): Promise<{ made: number; failed: number }> {
  const executablePath = findBrowser({ playwrightPath: chromium.executablePath() });
  let simulator: Simulator | undefined;
  const served = await serveSimulator({ fetch: (request) => simulator!.fetch(request) }, { port: 0 });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const count = { made: 0, failed: 0 };
  for (const { session, moves } of scenarios) {
    const drawn = session.random.values();
    simulator = createSimulator({
      mail: { deliver: async () => {} },
      ...(session.passwordCost !== undefined && { passwordCost: session.passwordCost }),
      random: () => Buffer.from(drawn.next().value ?? '', 'base64'),
    });
    const tabs = new Map<number, Page>();
    for (const move of moves) {
      count.made += 1;
      try {
        await make(move, tabs, served.url, (images) => arrive(browser.newContext({ locale: 'fr-FR' }), images));
      } catch {
        count.failed += 1;
      }
    }
    for (const context of browser.contexts()) await context.close();
    simulator.close();
  }
  await browser.close();
  await served.close();
  return count;
}

async function arrive(opening: Promise<BrowserContext>, images: boolean): Promise<Page> {
  const context = await opening;
  context.setDefaultTimeout(patienceMs);
  if (!images) await context.route(/captcha|\.png/, (route) => route.abort());
  return context.newPage();
}

async function make(
  move: Move,
  tabs: Map<number, Page>,
  origin: string,
  newPerson: (images: boolean) => Promise<Page>,
): Promise<unknown> {
  if (move.do === 'arrive') return tabs.set(move.visitor, await newPerson(move.images));
  if (move.do === 'tab') return tabs.set(move.visitor, await tabs.get(move.of)!.context().newPage());
  const page = tabs.get(move.visitor)!;
  const here = (address: string): string => address.replace(/^http:\/\/127\.0\.0\.1:\d+/, origin);
  switch (move.do) {
    case 'open':
      return page.goto(new URL(here(move.address), origin).href);
    case 'type':
      return find(page, move.field).fill(move.text);
    case 'click':
      return arriving(page, move.navigates, () => find(page, move.on).click());
    case 'enter':
      return arriving(page, move.navigates, () => find(page, move.on).press('Enter'));
    case 'back':
      return page.goBack();
    case 'reload':
      return page.reload();
    case 'forget':
      return page.context().clearCookies();
    case 'picture':
      return page.screenshot({ fullPage: true });
    case 'leave':
      return page.close();
    case 'send': {
      const { method, url, headers, body } = move.request;
      return page.context().request.fetch(here(url), { method, headers, data: body });
    }
  }
}

async function arriving(page: Page, navigates: boolean, act: () => Promise<void>): Promise<void> {
  await Promise.all([...(navigates ? [page.waitForEvent('load')] : []), act()]);
}

function find(page: Page, { kind, role, name, rank }: Named): Locator {
  if (kind === 'field') return page.getByLabel(name, { exact: true }).nth(rank);
  return page.getByRole(role as 'button', { name, exact: true }).nth(rank);
}

async function main(file: string): Promise<void> {
  const scenarios = JSON.parse(readFileSync(file, 'utf8')) as Played[];
  const started = performance.now();
  const { made, failed } = await replay(scenarios);
  const took = performance.now() - started;
  if (failed > made * toleratedFailures) throw new Error(`${failed} of ${made} moves could not be made again`);
  console.log(JSON.stringify({ took, made, failed }));
}

main(process.argv[2]!).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
