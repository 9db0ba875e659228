/** Which hosts may be sent traffic, and on whose word. Resolves no name. */
import { isIP } from 'node:net';
import { withoutCredentials } from './problems';
import type { TargetFile } from './target-schema';

/** Hosts of the State: nobody sends them traffic without a written order. */
const STATE = /(^|\.)(gouv\.[a-z]{2,}|service-public\.(fr|gouv\.fr)|impots\.fr|gov|gov\.[a-z]{2}|europa\.eu)$/i;
/** Names that lead nowhere on the public network: RFC 2606, 6761, 6762, 8375, and what offices call their own. */
const PRIVATE_NAME =
  /^[^.]+$|(^|\.)(test|localhost|local|internal|lan|home\.arpa|intranet|intra|corp|private|example|invalid)$|(^|\.)example\.(com|net|org)$/i;
/** RFC 1122, 1918, 3927, 4193, 4291, 6598. */
const PRIVATE_ADDRESS =
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|0\.0\.0\.0$|::1$|f[cd]|fe[89ab])/i;

export type Publicity = 'private' | 'public' | 'state';

/** How public the host of an address is. A name tells by itself: nothing is looked up. */
export function publicityOf(address: string): Publicity {
  // The dot that may close a host name changes nothing of where it leads.
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  if (isIP(host) !== 0) return PRIVATE_ADDRESS.test(host) ? 'private' : 'public';
  if (STATE.test(host)) return 'state';
  return PRIVATE_NAME.test(host) ? 'private' : 'public';
}

/**
 * Why the target may not be sent traffic.
 * @param confirmed whether who runs the suite says that they are authorised (`--i-am-authorized`).
 * @returns what to write, or `undefined` when nothing is lacking.
 */
export function lackOfAuthorisation(file: TargetFile, confirmed: boolean): { key: string; words: string } | undefined {
  const found = addressesOf(file).filter(({ address }) => publicityOf(address) !== 'private');
  const worst = found.find(({ address }) => publicityOf(address) === 'state') ?? found[0];
  if (worst === undefined) return undefined;
  const state = publicityOf(worst.address) === 'state';
  const lacking = [
    ...(file.authorized ? [] : ['authorized: true']),
    ...(state && file.operator === undefined ? ['operator: who you are'] : []),
    ...(state && file.order === undefined ? ['order: the reference of the written order that allows it'] : []),
  ];
  const steps = [
    ...(lacking.length > 0 ? [`write ${lacking.join(', ')} in the file`] : []),
    ...(confirmed ? [] : ['run with --i-am-authorized']),
  ];
  if (steps.length === 0) return undefined;
  const what = state ? 'a public government host' : 'a public host';
  const words = `given ${withoutCredentials(worst.address)}: ${what} is refused unless you are authorised to test it: then ${steps.join(' and ')}`;
  return { key: worst.key, words };
}

/** Every address that a run would send something to. */
function addressesOf(file: TargetFile): { key: string; address: string }[] {
  const { baseUrl, mail, captcha, origins, outage, provisioning } = file;
  const hooks = { 'outage.cut': outage?.cut, 'outage.restore': outage?.restore, provisioning };
  return [
    { key: 'baseUrl', address: baseUrl },
    { key: 'mail.url', address: mail.url },
    ...(mail.smtp === undefined ? [] : [{ key: 'mail.smtp', address: `smtp://${mail.smtp}`.replace('smtp:', 'http:') }]),
    ...(captcha.strategy === 'http' ? [{ key: 'captcha.url', address: captcha.url }] : []),
    ...origins.map((address, index) => ({ key: `origins.${index}`, address })),
    ...Object.entries(hooks).flatMap(([key, hook]) =>
      hook !== undefined && 'url' in hook ? [{ key: `${key}.url`, address: hook.url }] : [],
    ),
  ];
}
