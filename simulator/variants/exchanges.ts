/** Variants of what travels: addresses, parameters, encodings, statuses, redirects. */
import { randomBytes } from 'node:crypto';
import { both, formOf, posted } from '../faults/support';
import type { Screen } from '../machine';
import { screenOf } from '../web/gate';
import { fields, paths, SIGN_OUT_PATH } from '../web/paths';
import { draw } from './drawing';
import { entering, follow, locationOf, redirect, repainted, sessionAfter } from './entering';
import type { Variant } from './variant';

const SINGLE = '/demarche';
const screens = Object.entries(paths) as [Screen, string][];

export const exchangeVariants: readonly Variant[] = [
  {
    id: 'VAR-page-unique',
    title: both('Toute la démarche à une seule adresse', 'The whole procedure at one address'),
    readings: { 'AMB-19': 'page-unique' },
    difference: both(
      `Passé l’accueil, tout se fait à ${SINGLE} : la session dit quel écran s’affiche, les liens repassent par lui`,
      `Past the home page everything is done at ${SINGLE}: the session says which screen shows`,
    ),
    override: (reference, { sessions }) =>
      entering(reference, async (request, routes) => {
        const { pathname, searchParams } = new URL(request.url);
        const [response, shown] = await answered();
        return repainted(response, (html) => (shown ? single(html) : html));

        async function answered(): Promise<[Response, boolean]> {
          if (pathname === paths.home) return [await routes(request), true];
          if (pathname !== SINGLE) {
            const known = screens.some(([, path]) => path === pathname) || pathname === SIGN_OUT_PATH;
            return [known ? redirect(SINGLE, { headers: new Headers() }) : await routes(request), true];
          }
          if (request.method === 'POST') {
            const form = await formOf(request);
            const asked = form.get('ecran') ?? '';
            form.delete('ecran');
            const path = asked === 'sortie' ? SIGN_OUT_PATH : (paths[asked as Screen] ?? paths.signIn);
            const answer = await routes(posted(request, new URL(path, request.url), form));
            return [locationOf(answer) === undefined ? answer : redirect(SINGLE, answer), true];
          }
          const wanted = searchParams.get('vers');
          if (wanted !== null)
            return [redirect(SINGLE, await follow(request, paths[wanted as Screen] ?? paths.home, new Headers(), routes)), false];
          const session = sessionAfter(sessions, request, { headers: new Headers() });
          const screen = session ? screenOf(session) : 'signIn';
          return [await follow(request, paths[screen === 'home' ? 'signIn' : screen], new Headers(), routes), true];
        }
      }),
  },
  {
    id: 'VAR-parametres',
    title: both('Écrans choisis par un paramètre', 'Screens chosen by a parameter'),
    readings: {},
    difference: both(
      'Une adresse, « index.php », et un paramètre pour chaque écran, que le serveur vérifie ; un jeton de session dans l’adresse',
      'One address, « index.php », and a parameter for each screen, which the server checks; a token in the address',
    ),
    override: (reference) =>
      entering(reference, async (request, routes) => {
        const url = new URL(request.url);
        const screen = screens.find(([name]) => name === url.searchParams.get('page'));
        if (url.pathname !== '/index.php') {
          const known = url.pathname !== paths.home && screens.some(([, path]) => path === url.pathname);
          return known ? new Response('404', { status: 404 }) : repainted(await routes(request), parametrised);
        }
        const target = new URL(screen?.[1] ?? '/introuvable', request.url);
        const inner = request.method === 'POST' ? posted(request, target, await formOf(request)) : new Request(target, request);
        const answer = await routes(inner);
        const location = locationOf(answer);
        return location === undefined
          ? repainted(answer, parametrised)
          : redirect(parametrised(`"${location}"`).slice(1, -1), answer, 302);
      }),
  },
  {
    id: 'VAR-parametres-renommes',
    title: both('Noms de paramètres propres à chaque session', 'Parameter names of each session'),
    readings: {},
    difference: both(
      'Les champs changent de nom d’une session à l’autre ; chaque formulaire redit en cachette l’adresse et l’étape, dont le serveur ne fait rien',
      'Fields change their names from session to session; each form repeats the address and the step in hidden fields, which the server ignores',
    ),
    override: (reference, { sessions }) => {
      const known: readonly string[] = Object.values(fields);
      return entering(reference, async (request, routes) => {
        const suffix = (token: string) => `_${token.slice(0, 6).replace(/\W/g, 'x')}`;
        let inner = request;
        const session = sessionAfter(sessions, request, { headers: new Headers() });
        if (request.method === 'POST') {
          const sent = await formOf(request);
          const end = suffix(session?.token ?? '');
          const form = new URLSearchParams();
          for (const [name, value] of sent) if (name.endsWith(end)) form.append(name.slice(0, -end.length), value);
          inner = posted(request, request.url, form);
        }
        return repainted(await routes(inner), (html) => {
          const token = new RegExp(`name="${fields.token}" value="([^"]*)"`).exec(html)?.[1];
          if (token === undefined) return html;
          const hidden = session?.actor.getSnapshot().context.address ?? '';
          return html
            .replace(/name="([^"]+)"/g, (whole, name: string) =>
              known.includes(name) ? `name="${name}${suffix(token)}"` : whole,
            )
            .replace(
              /(<form method="post"[^>]*>)/g,
              `$1<input type="hidden" name="compte" value="${hidden.replace(/[^\w@.+-]/g, '')}"><input type="hidden" name="etape" value="1">`,
            );
        });
      });
    },
  },
  {
    id: 'VAR-rendu-direct',
    title: both('Écran suivant rendu dans la réponse', 'Next screen in the answer itself'),
    readings: {},
    difference: both(
      'Aucune redirection : chaque envoi répond 200 avec l’écran qui suit, à la même adresse',
      'No redirect: each submission answers 200 with the screen that follows, at the same address',
    ),
    override: (reference) =>
      entering(reference, async (request, routes) => {
        const answer = await routes(request);
        const location = request.method === 'POST' ? locationOf(answer) : undefined;
        return location === undefined ? answer : follow(request, location, answer.headers, routes);
      }),
  },
  {
    id: 'VAR-page-d-attente',
    title: both('Page d’attente avant le récapitulatif', 'A waiting page before the summary'),
    readings: {},
    difference: both(
      '« Valider » montre un instant « Traitement en cours », qui mène de lui-même au récapitulatif',
      '« Valider » shows « Traitement en cours » for a moment, which leads to the summary by itself',
    ),
    override: (reference) =>
      entering(reference, async (request, routes) => {
        const answer = await routes(request);
        if (request.method !== 'POST' || locationOf(answer) !== paths.summary) return answer;
        const headers = new Headers(answer.headers);
        headers.delete('location');
        headers.set('content-type', 'text/html; charset=utf-8');
        const html = `<!doctype html><html lang="fr"><head><title>Traitement en cours</title><meta http-equiv="refresh" content="1; url=${paths.summary}"></head><body><p>Veuillez patienter…</p></body></html>`;
        return new Response(html, { headers });
      }),
  },
  {
    id: 'VAR-latin-1',
    title: both('Pages en ISO-8859-1', 'Pages in ISO-8859-1'),
    readings: {},
    difference: both(
      'Les formulaires arrivent dans cet encodage, et ce qui n’y tient pas en entités',
      'Forms arrive in that encoding, and what does not fit in it as entities',
    ),
    override: (reference) =>
      entering(reference, async (request, routes) => {
        const sent = request.method === 'POST' && /urlencoded/.test(request.headers.get('content-type') ?? '');
        const inner = sent ? posted(request, request.url, fromLatin1(await request.text())) : request;
        const answer = await routes(inner);
        if (!/html/.test(answer.headers.get('content-type') ?? '')) return answer;
        const headers = new Headers(answer.headers);
        headers.set('content-type', 'text/html; charset=iso-8859-1');
        const html = (await answer.text())
          .replace('charset="utf-8"', 'charset="iso-8859-1"')
          .replace(/[^\0-\xff]/gu, (sign) => `&#${sign.codePointAt(0)};`);
        return new Response(Buffer.from(html, 'latin1'), { status: answer.status, headers });
      }),
  },
  {
    id: 'VAR-jetons-a-usage-unique',
    title: both('Un jeton par envoi, et une origine exigée', 'One token a submission, and an origin required'),
    readings: {},
    difference: both(
      'Le jeton d’un formulaire change à chaque envoi ; sans en-tête Origin, rien n’est lu',
      'The token of a form changes at every submission; without an Origin header, nothing is read',
    ),
    override: (reference) => {
      const { gate } = reference;
      const entered = entering(reference, async (request, routes) => {
        const own = request.headers.get('origin') === new URL(request.url).origin;
        return request.method === 'POST' && !own ? new Response('403', { status: 403 }) : routes(request);
      });
      return {
        gate: {
          ...entered.gate,
          settle(session, from, to) {
            session.token = randomBytes(18).toString('base64url');
            return gate.settle(session, from, to);
          },
        },
      };
    },
  },
  {
    id: 'VAR-lent',
    title: both('Réponses lentes', 'Slow answers'),
    readings: {},
    difference: both('Chaque envoi de formulaire attend un moment', 'Each submission takes a while'),
    override: (reference) => {
      // Some overtake others, as over a network.
      let count = 0;
      const wait = () => new Promise((resolve) => setTimeout(resolve, ((count += 1) % 3) * 5));
      return {
        ...entering(reference, async (request, routes) => {
          if (request.method === 'POST') await wait();
          return routes(request);
        }),
        views: draw({ words: { lead: { home: 'Le service répond lentement en ce moment.' } } }),
      };
    },
  },
];

/** What a browser sends from a page in ISO-8859-1, which it takes for windows-1252. */
function fromLatin1(body: string): URLSearchParams {
  const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const decoded = (text: string) => {
    const typed = text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    // In one call, some versions of Node 20 read windows-1252 as ISO 8859-1: « ’ » would be lost.
    const decoder = new TextDecoder('windows-1252');
    const read = decoder.decode(bytes(typed), { stream: true }) + decoder.decode();
    return read.replace(/&#(\d+);/g, (__, code: string) => String.fromCodePoint(Number(code)));
  };
  const form = new URLSearchParams();
  for (const pair of body.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    form.append(decoded(name), decoded(value));
  }
  return form;
}

/** Every address of the pages becomes the one, and each form says which screen it is of. */
function single(html: string): string {
  return html
    .replace(/<form method="(post|get)" action="([^"]*)"([^>]*)>/g, (whole, method: string, path: string, rest: string) => {
      const screen = path === SIGN_OUT_PATH ? 'sortie' : screens.find(([, known]) => known === path)?.[0];
      if (screen === undefined) return whole;
      const name = method === 'post' ? 'ecran' : 'vers';
      return `<form method="${method}" action="${SINGLE}"${rest}><input type="hidden" name="${name}" value="${screen}">`;
    })
    .replace(/href="([^"]*)"/g, (whole, path: string) => {
      const screen = screens.find(([, known]) => known === path)?.[0];
      return screen === undefined || screen === 'home' ? whole : `href="${SINGLE}?vers=${screen}"`;
    });
}

/** Every address of a screen becomes a parameter; of a GET form, a hidden field. */
function parametrised(html: string): string {
  let changed = html;
  for (const [screen, path] of screens) {
    if (screen === 'home') continue;
    changed = changed
      .replaceAll(
        `<form method="get" action="${path}">`,
        `<form method="get" action="/index.php"><input type="hidden" name="page" value="${screen}">`,
      )
      .replaceAll(`"${path}"`, `"/index.php?page=${screen}"`);
  }
  return changed;
}
