/** Says, in French, why a target does not answer. Knows the words of Node's fetch and of Chromium. */
import { TargetUnavailable } from '../verdict/errors';
import type { SeenControl } from './visitor';

/** A control that a person could not use: covered, moved away, gone since the page was read. */
export class ControlUnusable extends Error {
  override readonly name = 'ControlUnusable';
}

/** @param why what keeps a person from it, in French, after its name. */
export function unusable(control: SeenControl, why: string): ControlUnusable {
  return new ControlUnusable(`« ${control.name} » (${control.role}) ${why}`);
}

/** @param url where it is sought; its query may hold a secret, and is left out. */
export function gone(control: SeenControl, url: string): ControlUnusable {
  return unusable(control, `n’est plus sur la page ${url.replace(/[?#].*/, '')}`);
}

const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED|ERR_CONNECTION_REFUSED/, 'connexion refusée : rien n’écoute à cette adresse'],
  [/ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED/, 'nom d’hôte introuvable (DNS)'],
  [/TIMEOUT|TIMEDOUT|TimeoutError|Timeout \d+ms/i, 'pas de réponse dans le délai'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/, 'certificat TLS refusé'],
  [/TLS|SSL|EPROTO/, 'échec de la connexion TLS'],
  [
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_CONNECTION_(RESET|CLOSED)|ERR_EMPTY_RESPONSE|other side closed|\baborted\b|socket hang up/,
    'connexion coupée',
  ],
  [/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONTENT_LENGTH_MISMATCH/, 'connexion coupée'],
  [/ERR_PROXY|ERR_TUNNEL/, 'le mandataire (proxy) ne répond pas'],
  [/EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ERR_ADDRESS|ERR_INTERNET_DISCONNECTED/, 'hôte injoignable'],
  [/HPE_|HEADERS_OVERFLOW|ERR_INVALID_HTTP_RESPONSE|ERR_RESPONSE_HEADERS/, 'réponse HTTP illisible'],
  [/\bZ_[A-Z]+_ERROR|ERR_CONTENT_DECODING|failed to decompress/, 'contenu compressé illisible'],
  [/ERR_(INVALID|UNSAFE)_REDIRECT/, 'redirection vers une adresse illisible'],
];

const CODE =
  /\b(?:E[A-Z]{3,}[A-Z_]*|ERR_[A-Z0-9_]+|UND_ERR_[A-Z_]+|HPE_[A-Z_]+|Z_[A-Z]+_ERROR|[A-Z]+_[A-Z_]*CERT[A-Z_]*|CERT_[A-Z_]+)\b/;

/** @param cause what the client threw; its own causes are searched too. */
export function targetUnavailable(address: string, cause: unknown): TargetUnavailable {
  const host = URL.canParse(address) ? new URL(address).host : address;
  return new TargetUnavailable(`la cible ${host} ne répond pas : ${explain(cause)}`, { cause });
}

/** Why a connection failed, with the code that says so; `undefined` when its words are not known. Quotes no address. */
export function knownCause(cause: unknown): string | undefined {
  const said = saidBy(cause);
  const known = CAUSES.find(([pattern]) => pattern.test(said));
  const code = CODE.exec(said)?.[0];
  return known && (code ? `${known[1]} (${code})` : known[1]);
}

function explain(cause: unknown): string {
  const known = knownCause(cause);
  if (known !== undefined) return known;
  const code = CODE.exec(saidBy(cause))?.[0];
  if (code) return `échec de la requête (${code})`;
  return cause instanceof Error ? firstLine(cause) : String(cause);
}

function saidBy(cause: unknown): string {
  // Playwright goes on with a log, headers included: « Keep-Alive: timeout=5 » says nothing of the failure.
  return [...chain(cause)].map((error) => `${error.code ?? ''} ${error.name} ${firstLine(error)}`).join(' ');
}

function firstLine({ message }: Error): string {
  return message.split('\n')[0]!.replace(/^(apiRequestContext|page)\.\w+: /, '');
}

function* chain(cause: unknown): Generator<Error & { code?: string }> {
  let current = cause;
  for (let depth = 0; current instanceof Error && depth < 5; depth += 1) {
    yield current;
    if (current instanceof AggregateError && current.errors[0] instanceof Error) yield current.errors[0];
    current = current.cause;
  }
}
