/** What a site in trouble answers, for the tests of both drivers, and what is to be seen of it. Judges nothing. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { LONGEST_SOURCE } from './read-page';
import type { Page } from './visitor';

/** What is seen of a page, or what is said of a target that shows none. */
export type Seen = Partial<Pick<Page, 'status' | 'instead' | 'cutFrom'>> & {
  readonly text?: RegExp;
  readonly alerts?: readonly string[];
};

export interface Row {
  readonly what: string;
  readonly answer: RequestListener;
  readonly seen: Seen | RegExp;
  /** Where a browser, which runs scripts and saves files, sees something else. */
  readonly inBrowser?: Seen | RegExp;
  /** A page that takes its time, and has it. */
  readonly long?: boolean;
  /** Whether the tab is lost with the page. */
  readonly lost?: boolean;
}

const TEN_MB = 10 * 1024 * 1024;
const CUT = /connexion coupée/;
const LATE = /pas de réponse dans le délai/;

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const TYPE = 'content-type: text/html\r\n';

export const rows: readonly Row[] = [
  { what: 'a failure', answer: page('<h1>Erreur interne</h1>', 500), seen: { status: 500, text: /^Erreur interne$/ } },
  { what: 'a failure without a word', answer: page('', 500), seen: { status: 500, text: /^$/ } },
  {
    what: 'maintenance',
    answer: page('<h1>Maintenance</h1>', 503, { 'retry-after': '3600' }),
    seen: { status: 503, text: /Maint/ },
  },
  {
    what: 'maintenance that says it is well',
    answer: page('<h1>Site en maintenance</h1>'),
    seen: { status: 200, text: /mainten/ },
  },
  { what: 'a wall', answer: page('<h1>Entrez</h1>', 401, { 'www-authenticate': 'Basic realm="x"' }), seen: { status: 401 } },
  { what: 'a wall without a word', answer: page('', 401, { 'www-authenticate': 'Basic realm="x"' }), seen: { status: 401 } },
  { what: 'a sign-in on another host', answer: moved('https://sso.example/entrer?x'), seen: { status: 0, instead: 'outside' } },
  { what: 'nothing', answer: page(''), seen: { status: 200, text: /^$/ } },
  {
    what: 'JSON',
    answer: page('{"erreur":1}', 200, { 'content-type': 'application/json' }),
    seen: { status: 200, text: /erreur/ },
  },
  { what: 'a status that nobody knows', answer: raw('HTTP/1.1 999 Quoi\r\ncontent-length: 2\r\n\r\nok'), seen: { status: 999 } },
  {
    what: '10 MB',
    answer: page(`<p>Début</p><!--${'x'.repeat(TEN_MB - 20)}-->`, 200, { 'content-length': String(TEN_MB) }),
    seen: { status: 200, cutFrom: TEN_MB, text: /^Début$/ },
    long: true,
  },
  { what: 'a page without end', answer: endless, seen: { status: 200, cutFrom: LONGEST_SOURCE }, inBrowser: LATE },
  { what: 'tags without end', answer: page('<div><b>'.repeat(3_000) + 'fond'), seen: { status: 200, text: /^fond$/ } },
  {
    what: 'a loop of redirects',
    answer: (request, response) => moved(request.url!)(request, response),
    seen: { instead: 'redirects' },
  },
  {
    what: 'redirects without end',
    answer: (request, response) => moved(`${request.url}x`)(request, response),
    seen: { status: 0, instead: 'redirects' },
  },
  { what: 'a redirect to nowhere', answer: (_, response) => response.writeHead(302).end(), seen: { status: 302 } },
  {
    what: 'a redirect to no address',
    answer: moved('http://['),
    seen: { status: 302 },
    inBrowser: /redirection vers une adresse illisible/,
  },
  { what: 'silence', answer: () => undefined, seen: LATE },
  { what: 'silence after the headers', answer: (_, response) => response.writeHead(200, HTML).flushHeaders(), seen: LATE },
  { what: 'a page that drips', answer: dripping, seen: LATE },
  { what: 'a page cut in the middle', answer: cut, seen: CUT },
  { what: 'less than was announced', answer: raw(`HTTP/1.1 200 OK\r\n${TYPE}content-length: 99\r\n\r\n<p>a</p>`), seen: CUT },
  {
    what: 'more than was announced',
    answer: raw(`HTTP/1.1 200 OK\r\n${TYPE}content-length: 4\r\n\r\n<p>ab</p>`),
    seen: { status: 200, text: /^a$/ },
  },
  { what: 'a connection that is closed at once', answer: ({ socket }) => socket.end(), seen: CUT },
  { what: 'a connection that is reset', answer: ({ socket }) => socket.resetAndDestroy(), seen: CUT },
  { what: 'what is no HTTP', answer: raw('bonjour\r\n\r\n'), seen: /réponse HTTP illisible/ },
  {
    what: 'headers without end',
    answer: raw(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(500_000)}\r\n\r\n`),
    seen: /réponse HTTP illisible/,
  },
  { what: 'what is no gzip', answer: page('clair', 200, { 'content-encoding': 'gzip' }), seen: /contenu compressé illisible/ },
  {
    what: 'a little gzip that makes a lot',
    answer: page(gzipSync(`<p>Début</p><!--${'x'.repeat(TEN_MB)}-->`), 200, { 'content-encoding': 'gzip' }),
    seen: { status: 200, text: /^Début$/ },
    long: true,
  },
  {
    what: 'a charset that nobody knows',
    answer: page('<p>abc</p>', 200, { 'content-type': 'text/html; charset=x-y' }),
    seen: { text: /abc/ },
  },
  {
    what: 'a page that alerts',
    answer: page('<p>Après</p><script>alert("un"); confirm("deux"); prompt("trois")</script>'),
    seen: { text: /^Après$/, alerts: [] },
    inBrowser: { text: /^Après$/, alerts: ['un', 'deux', 'trois'] },
  },
  {
    what: 'a page whose scripts throw',
    answer: page('<p>Là</p><script>throw new Error("non")</script><script>Promise.reject(1); nulle.part()</script>'),
    seen: { status: 200, text: /^Là$/ },
  },
  {
    what: 'a page that alerts without end',
    answer: page('<p>x</p><script>for (;;) alert("encore")</script>'),
    seen: { text: /x/ },
    inBrowser: /pas de réponse|ne rendent pas la main/,
    lost: true,
  },
  {
    what: 'a page whose script never ends',
    answer: page('<p>x</p><script>setTimeout(() => { for (;;); }, 0)</script>'),
    seen: { text: /x/ },
    inBrowser: /pas de réponse|ne rendent pas la main/,
    lost: true,
  },
  {
    what: 'a page that loads itself without end',
    answer: page('<p>x</p><script>location.reload()</script>'),
    seen: { text: /x/ },
    inBrowser: { text: /x|la page se recharge sans fin/ },
  },
  {
    what: 'a page that breaks what scripts rely on',
    answer: page('<p>x</p><script>Object.defineProperty(globalThis, "Symbol", { value: null })</script>'),
    seen: { text: /x/ },
    inBrowser: /ses scripts s’y opposent/,
  },
  {
    what: 'a page shut in a sandbox',
    answer: page('<p>x</p>', 200, { 'content-security-policy': 'sandbox' }),
    seen: { text: /x/ },
  },
  // A file to be saved leaves a person where they were: here, nowhere yet.
  { what: 'a file', answer: page('x', 200, { 'content-disposition': 'attachment' }), seen: { status: 0, text: /^$/ } },
  {
    what: 'a file without a name',
    answer: page('x', 200, { 'content-type': 'application/octet-stream' }),
    seen: { status: 200, text: /^$/ },
    inBrowser: { status: 0, text: /^$/ },
  },
];

/** A page of a site that is well. */
export const home: RequestListener = page('<title>Accueil</title><a href="/0">Votre espace professionnel</a>');
/** A page that asks before it is left. */
export const holding: RequestListener = page(
  '<input aria-label="Champ"><a href="/">Partir</a><script>addEventListener("beforeunload", (event) => { event.preventDefault(); event.returnValue = "non"; })</script>',
);

function page(body: string | Buffer, status = 200, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => response.writeHead(status, { ...HTML, ...headers }).end(body);
}

function moved(location: string): RequestListener {
  return (_, response) => response.writeHead(302, { location }).end();
}

/** Says what it likes, whether it is HTTP or not. */
function raw(text: string): RequestListener {
  return ({ socket }) => socket.end(text);
}

function endless(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, HTML);
  response.write('<p>Début</p><!--');
  const chunk = 'x'.repeat(1024 * 1024);
  const timer = setInterval(() => response.write(chunk), 20);
  response.on('close', () => clearInterval(timer));
}

function dripping(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, HTML);
  const timer = setInterval(() => response.write('<p>goutte</p>'), 100);
  response.on('close', () => clearInterval(timer));
}

function cut(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, HTML);
  response.write(`<p>début</p>${'<!-- -->'.repeat(500)}`, () => response.destroy());
}
