/** Looks at the screens that need no account: home page, sign-in, identification. Types nothing. */
import { decodesAsImage } from '../checks/image';
import type { ControlOverrides, ScreenName } from '../driver/controls';
import { recogniseScreen } from '../driver/screens';
import { ControlUnusable } from '../driver/unavailable';
import type { Page, SeenImage, Visitor } from '../driver/visitor';
import type { TargetFile } from '../target/target-schema';
import { finding, misconfigured, ok, type Line, type Say } from './line';
import { entranceRows, namesOfNeeds, pathOf, takeInventory, type Inventory, type ScreenRow } from './screen-controls';
import { describeSeen } from './seen';

/** What was seen on the way. */
export interface Entrance {
  readonly pages: ReadonlyMap<ScreenName, Page>;
  /** The screens on which nothing that the next step needs is missing. */
  readonly usable: ReadonlySet<ScreenName>;
  /** The image of the CAPTCHA, where it loads. */
  readonly image?: SeenImage;
  /** Nothing more can be seen before the target file is corrected. */
  readonly stopped: boolean;
}

/** Walks from the home page as far as the controls lead. @throws TargetUnavailable when nothing answers. */
export async function lookAtEntrance(
  visitor: Visitor,
  file: TargetFile,
  overrides: ControlOverrides,
  say: Say,
): Promise<Entrance> {
  const pages = new Map<ScreenName, Page>();
  const usable = new Set<ScreenName>();
  let image: SeenImage | undefined;
  let page = await visitor.open('');
  let before: Page | undefined;
  for (const row of entranceRows) {
    const obstacle = findObstacle(page, file);
    if (obstacle !== undefined) {
      say(obstacle);
      return { pages, usable, stopped: true };
    }
    const { found, lines } = inspect(page, row, overrides, page === before);
    const gaps = [...lines];
    if (row.screen === 'identification' && found.has('captchaImage')) {
      image = await visitor.image(found.get('captchaImage')!);
      if (image === undefined || image.status !== 200 || !decodesAsImage(image)) {
        gaps.push(
          finding(
            row.screen,
            `MPO-2-7: the image of the CAPTCHA ${image === undefined ? 'is not loaded' : describeImage(image)}`,
          ),
        );
        image = undefined;
      }
    }
    if (gaps.length === 0) say(ok(row.screen, `${row.words} (${pathOf(page)}): ${namesOfNeeds(row)}`));
    for (const line of gaps) say(line);
    if (gaps.some(({ state }) => state === 'stop')) return { pages, usable, stopped: true };
    pages.set(row.screen, page);
    const needed = row.needs.filter(([name]) => name !== 'forgottenPassword');
    if (needed.every(([name]) => found.get(name)?.enabled === true) && (row.screen !== 'identification' || image !== undefined))
      usable.add(row.screen);
    const lead = row.lead && found.get(row.lead);
    if (lead === undefined || !lead.enabled) break;
    before = page;
    try {
      page = await visitor.activate(lead);
    } catch (error) {
      if (!(error instanceof ControlUnusable)) throw error;
      say(finding(row.screen, `${row.requirement}: nobody can use « ${lead.name} » on the ${row.words}: something covers it`));
      break;
    }
  }
  return { pages, usable, stopped: false, ...(image !== undefined && { image }) };
}

/** What keeps the suite out, whatever the deployment does. */
export function findObstacle(page: Page, { origins }: TargetFile): Line | undefined {
  if (page.needsScript) {
    const what = `${pathOf(page)} needs JavaScript, which plain HTTP does not run`;
    return misconfigured('driver', what, 'write in the target file:\n  driver: browser');
  }
  if (page.instead !== 'outside') return undefined;
  const { origin } = new URL(page.url);
  const line = `origins: [${[...origins, origin].join(', ')}]`;
  const remedy = `if its people are served there and you may test it, write in the target file:\n  ${line}`;
  return misconfigured('origins', `the way leads to ${origin}, which the target file does not name`, remedy);
}

/** @param still whether the control before left the page as it was. */
function inspect(page: Page, row: ScreenRow, overrides: ControlOverrides, still: boolean): Inventory {
  const inventory = takeInventory(page, row, overrides);
  if (recogniseScreen(page, { overrides }) === row.screen) return inventory;
  const isReply = page.status < 400 && page.status > 0 && /html|^$/.test(page.contentType) && page.text !== '';
  // Of another page there is no use in saying what is missing on it; of a home page that answers there is.
  const partly = isReply && (row.screen === 'home' || inventory.found.size > 0);
  if (partly && row.screen !== 'home' && inventory.lines.length > 0) return inventory;
  const what = `${row.requirement}: no ${row.words} there, but ${describeSeen(page)}`;
  const wrong = finding(row.screen, what, hint(row, still));
  return { found: partly ? inventory.found : new Map(), lines: partly ? [wrong, ...inventory.lines] : [wrong] };
}

function hint({ screen, words }: ScreenRow, still: boolean): string {
  if (screen === 'home') return 'is baseUrl the home page, the one that bears « Votre espace professionnel »?';
  const next = `the ${words} must come next`;
  return still ? `${next}; if a script leads on from there, write in the target file:\n  driver: browser` : next;
}

function describeImage({ status, contentType, bytes }: SeenImage): string {
  return status === 200 ? `is no image: ${bytes.length} bytes of ${contentType || 'no type'}` : `answers ${status}`;
}
