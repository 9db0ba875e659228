/** What the target showed and sent, as it may be published: no secret is left in it. Judges nothing. */
import { publishedMail } from './published-mail';
import type { MailMessage } from '../mail/mailbox';
import type { ReceivedMail, ShownScreen } from '../verdict/attachments';
import { exchangeLines } from './exchange-lines';
import type { Person } from './person';
import type { Scene } from './scene';
import { screenNames } from './screen-names';

/** Mails of one scenario: a property brings hundreds, all alike. */
const MOST_MAILS = 20;

/** The requests of everybody, in order. */
export function describeExchanges(scene: Scene): string[] {
  const { journal, target } = scene;
  const addresses = new Set(target.accounts.map(({ email }) => email.toLowerCase()));
  const named = (value: string) => (addresses.has(value.toLowerCase()) ? value : journal.placeholderOf(value));
  const exchanged = scene.everyone().map(({ name, visitor }) => ({ who: name, exchanges: visitor.exchanges() }));
  return exchangeLines(exchanged, named).map((line) => journal.mask(line));
}

/** The mails that came, oldest first. */
export function describeMails({ journal, post }: Scene): ReceivedMail[] {
  const mask = (text: string) => journal.mask(text);
  return post.seen.slice(0, MOST_MAILS).map((mail: MailMessage) => publishedMail(mail, mask));
}

/** What a person sees now; `undefined` for a page that is none of the screens. */
export function describeShown({ journal }: Scene, person: Person): ShownScreen | undefined {
  const last = person.seen.at(-1);
  if (last === undefined || last.screen === 'error' || last.screen === 'other') return undefined;
  const { screen, page } = last;
  const { title, text, status } = page;
  const address = URL.canParse(page.url) ? new URL(page.url).pathname : page.url;
  return journal.maskAll({ id: screen, name: screenNames[screen], address, status, title, text });
}

/** A PNG of what a person sees; `undefined` where there is none to have, or where the page shows a secret. */
export async function pictureOf({ journal }: Scene, { name, visitor }: Person): Promise<Buffer | undefined> {
  if (visitor.driver === 'http') return undefined;
  const { title, text, controls } = await visitor.look();
  const shown = JSON.stringify([title, text, controls.map((control) => [control.name, control.description])]);
  if (journal.mask(shown) !== shown) {
    journal.note(`${name} : capture écartée, la page montre un secret`);
    return undefined;
  }
  const picture = await visitor.screenshot();
  return picture && Buffer.from(picture);
}
