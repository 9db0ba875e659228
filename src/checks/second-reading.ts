/** Whether the characters of an image were refused; the oracle may have misread them, and gets a second chance. Judges nothing. */
import { findCaptchaImage, type ControlOverrides, type ScreenName } from '../driver/controls';
import type { Page } from '../driver/visitor';
import { fold } from '../driver/words';
import type { Person } from './person';
import type { WalkContext } from './walk';

/** Characters that the oracle has read, typed and not sent yet. */
export interface Reading {
  /** Where the image was, before anything was typed. */
  readonly page: Page;
  /** Reads the image that is shown now, and types everything anew. */
  repeat(): Promise<void>;
}

/**
 * Sends identification. MPO-2-9: that the oracle misread an image is no fault of the target. Where the page says that its characters are wrong,
 * those of the next image are sent too, and their fate is what counts.
 */
export async function sendReading(
  { captcha, controls, journal }: WalkContext,
  person: Person,
  send: () => Promise<ScreenName>,
): Promise<ScreenName> {
  const { reading } = person;
  person.reading = undefined;
  const screen = await send();
  if (reading === undefined || captcha.fallible !== true || screen !== 'identification') return screen;
  if (!refusesCharacters(reading.page, person.visitor.page, controls)) return screen;
  journal.note(`${person.name} : les caractères lus par l’oracle sont refusés ; ceux de la nouvelle image sont essayés`);
  await reading.repeat();
  return send();
}

/** Whether an image is to be copied again, and what the page says now and did not say before is about its characters. */
export function refusesCharacters(before: Page | undefined, page: Page, overrides: ControlOverrides): boolean {
  // A code that came by mail is asked for in the like words, but shows no image.
  if (findCaptchaImage(page, overrides) === undefined && (page.status < 400 || page.status >= 500)) return false;
  const alerts = page.alerts.filter((alert) => before?.alerts.includes(alert) !== true);
  const said = alerts.length > 0 ? alerts.join(' ') : newWords(before?.text ?? '', page.text);
  return /caractere|\bimage|captcha|\bcode\b|recopi/.test(fold(said));
}

function newWords(before: Page['text'], now: Page['text']): string {
  let start = 0;
  while (start < now.length && now[start] === before[start]) start += 1;
  let end = 0;
  while (end < now.length - start && end < before.length - start && now.at(-1 - end) === before.at(-1 - end)) end += 1;
  return now.slice(start, now.length - end);
}
