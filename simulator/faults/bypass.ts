/** Faults of the filter that keeps the order of the screens: requests that it does not know, and lets pass. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Bilingual } from '../model';
import { paths } from '../web/paths';
import type { Fault } from './fault';
import { both, formOf, posted } from './support';

/** A way round the filter. */
interface Bypass {
  readonly id: string;
  readonly title: Bilingual;
  readonly observation: Bilingual;
  /** What the routes make of a request that the filter does not know; `undefined`: it knows it. */
  readonly unknown: (request: Request) => Promise<Request | undefined>;
}

/** Another method, another format. */
const methods: readonly Bypass[] = [
  {
    id: 'FLT-129-json',
    title: both('Le filtre des écrans ignore le JSON', 'The filter of the screens ignores JSON'),
    observation: both('La question est sautée par un envoi en JSON', 'The question is skipped by sending JSON'),
    unknown: async (request) => {
      if (request.method !== 'POST' || !isJson(request)) return undefined;
      return posted(request, request.url, new URLSearchParams((await request.json()) as Record<string, string>));
    },
  },
  {
    id: 'FLT-129-put',
    title: both('Le filtre des écrans ignore PUT', 'The filter of the screens ignores PUT'),
    observation: both('La question est sautée par un envoi PUT', 'The question is skipped by a PUT'),
    unknown: async (request) => (request.method === 'PUT' ? posted(request, request.url, await formOf(request)) : undefined),
  },
  ...['HEAD', 'GET'].map((method): Bypass => ({
    id: `FLT-129-${method.toLowerCase()}`,
    title: both(
      `Le filtre des écrans ignore les champs d’une requête ${method}`,
      `The filter of the screens ignores the fields of a ${method}`,
    ),
    observation: both(`La question est sautée par une requête ${method}`, `The question is skipped by a ${method}`),
    unknown: async (request) => {
      const { origin, pathname, searchParams } = new URL(request.url);
      if (request.method !== method || searchParams.size === 0) return undefined;
      return posted(request, `${origin}${pathname}`, searchParams);
    },
  })),
  {
    id: 'FLT-129-referer',
    title: both('Le filtre des écrans se fie à Referer', 'The filter of the screens trusts Referer'),
    observation: both(
      'La question est sautée par un envoi qui se dit venu de l’écran suivant',
      'The question is skipped by a form that says it comes from the next screen',
    ),
    unknown: async (request) => {
      const said = request.headers.get('referer')?.endsWith(paths.newPassword) === true;
      return said && request.method === 'POST' ? posted(request, request.url, await formOf(request)) : undefined;
    },
  },
];

/** Another spelling of the address, which the routes understand. */
const spellings: readonly (Omit<Bypass, 'unknown'> & { readonly understood: (path: string) => string })[] = [
  {
    id: 'FLT-130-casse',
    title: both('Le filtre des écrans tient à la casse de l’adresse', 'The filter of the screens minds letter case'),
    observation: both('L’adresse en majuscules n’est pas gardée', 'The address in capitals is not guarded'),
    understood: (path) => path.toLowerCase(),
  },
  {
    id: 'FLT-130-barre',
    title: both('Le filtre des écrans tient à la fin de l’adresse', 'The filter of the screens minds a trailing slash'),
    observation: both('L’adresse suivie de « / » n’est pas gardée', 'The address with a trailing slash is not guarded'),
    understood: (path) => path.replace(/(.)\/+$/, '$1'),
  },
  {
    id: 'FLT-130-double',
    title: both('Le filtre des écrans tient aux barres de l’adresse', 'The filter of the screens minds double slashes'),
    observation: both('L’adresse à la barre doublée n’est pas gardée', 'The address with a double slash is not guarded'),
    understood: (path) => path.replace(/\/{2,}/g, '/'),
  },
  {
    id: 'FLT-130-code',
    title: both('Le filtre des écrans lit l’adresse sans la décoder', 'The filter of the screens does not decode the address'),
    observation: both('L’adresse à la lettre codée n’est pas gardée', 'The address with an encoded letter is not guarded'),
    understood: (path) => path.replace(/%[0-7][0-9a-f]/gi, decodeURIComponent),
  },
  {
    id: 'FLT-130-parametre',
    title: both('Le filtre des écrans tient aux paramètres de l’adresse', 'The filter of the screens minds path parameters'),
    observation: both('L’adresse suivie de « ;a=1 » n’est pas gardée', 'The address with a path parameter is not guarded'),
    understood: (path) => path.replace(/;[^/]*/g, ''),
  },
];

const screenPaths: readonly string[] = Object.values(paths);

export const bypassFaults: readonly Fault[] = [
  ...methods,
  ...spellings.map(({ understood, ...described }): Bypass => ({
    ...described,
    unknown: async (request) => {
      const url = new URL(request.url);
      const path = understood(url.pathname);
      if (path === url.pathname || !screenPaths.includes(path)) return undefined;
      const address = `${url.origin}${path}`;
      if (request.method === 'POST') return posted(request, address, await formOf(request));
      return new Request(address, { headers: request.headers });
    },
  })),
].map(bypassing);

/** What the filter does not know asks for the right answer no more; the account must still be identified. */
function bypassing({ unknown, ...described }: Bypass): Fault {
  return {
    ...described,
    requirements: ['MPO-D-1'],
    override: ({ gate }) => {
      const unfiltered = new AsyncLocalStorage<boolean>();
      return {
        gate: {
          async enter(request, answer) {
            const passed = await unknown(request);
            return passed === undefined ? gate.enter(request, answer) : unfiltered.run(true, () => gate.enter(passed, answer));
          },
        },
        machine: {
          guards: {
            isAuthorised: ({ context }) =>
              context.authorised || (unfiltered.getStore() === true && context.account !== undefined),
          },
        },
      };
    },
  };
}

function isJson({ headers }: Request): boolean {
  return /\bjson\b/i.test(headers.get('content-type') ?? '');
}
