/** The requests of a person and their answers, one a line, without the values that were sent: for the report. Judges nothing. */
import type { Exchange } from '../driver/visitor';

/** Lines of one scenario: a property exchanges thousands. */
const [FIRST, LAST] = [160, 40];

/** @param exchanged by each, in order. @param named what may be shown of a value: its placeholder, or itself; `undefined`: it is numbered. */
export function exchangeLines(
  exchanged: readonly { readonly who: string; readonly exchanges: readonly Exchange[] }[],
  named: (value: string) => string | undefined,
): string[] {
  // One person after the other: of what two do at the same moment, the order is not the same in every run.
  const all = exchanged.flatMap(({ who, exchanges }) => exchanges.map((exchange) => ({ who, exchange })));
  const numbers = new Map<string, number>();
  const shown = (value: string): string => {
    if (value === '') return '';
    const number = numbers.get(value) ?? numbers.size + 1;
    const name = named(value);
    if (name === undefined) numbers.set(value, number);
    return name ?? `‹valeur ${number}›`;
  };
  const describe = ({ who, exchange }: (typeof all)[number]) => `${who} : ${describeExchange(exchange, shown)}`;
  const left = all.length - FIRST - LAST;
  if (left <= 0) return all.map(describe);
  return [...all.slice(0, FIRST).map(describe), `… ${left} autres échanges …`, ...all.slice(-LAST).map(describe)];
}

function describeExchange(exchange: Exchange, shown: (value: string) => string): string {
  const { method, status, responseHeaders, requestBody } = exchange;
  const sent = requestBody === '' ? '' : ` (${describeBody(requestBody, shown)})`;
  const type = responseHeaders['content-type']?.split(';')[0];
  const location = responseHeaders['location'];
  const answer = [
    `${status}`,
    ...(location === undefined ? [] : [`vers ${describeAddress(location, shown)}`]),
    ...(type === undefined ? [] : [type]),
    ...cookieNames(responseHeaders['set-cookie']),
  ];
  return `${method} ${describeAddress(exchange.url, shown)}${sent} → ${answer.join(', ')}`;
}

/** Path and names of parameters. A part of a path that looks drawn at random is a value like another. */
function describeAddress(address: string, shown: (value: string) => string): string {
  if (!URL.canParse(address, 'http://relative.invalid')) return 'adresse illisible';
  const url = new URL(address, 'http://relative.invalid');
  const path = url.pathname.split('/').map((part) => (looksDrawn(part) ? shown(part) : part));
  const query = [...url.searchParams].map(([name, value]) => `${name}=${shown(value)}`);
  return `${path.join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

function looksDrawn(part: string): boolean {
  if (!/\d/.test(part) || !/[a-z]/i.test(part) || /\.[a-z]{2,4}$/.test(part)) return false;
  return part.length >= 16 || (part.length >= 8 && /[a-z]/.test(part) && /[A-Z]/.test(part));
}

function describeBody(body: string, shown: (value: string) => string): string {
  const fields = fieldsOf(body);
  if (fields === undefined) return `corps de ${Buffer.byteLength(body)} octets`;
  return fields.map(([name, value]) => `${name}=${shown(value)}`).join(', ');
}

/** Of a form or a flat JSON object. */
function fieldsOf(body: string): (readonly [string, string])[] | undefined {
  if (/^\s*[[{]/.test(body)) {
    try {
      const entries = Object.entries(JSON.parse(body) as Record<string, unknown>);
      return entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const);
    } catch {
      return undefined;
    }
  }
  return /^[^\s=&]+=[^\s]*$/.test(body) ? [...new URLSearchParams(body)] : undefined;
}

function cookieNames(header: string | undefined): string[] {
  const names = [...(header ?? '').matchAll(/(?:^|,\s*|\n)([^=;,\s]+)=/g)].map((match) => match[1]!);
  return names.length === 0 ? [] : [`témoin ${names.join(', ')}`];
}
