/** What both drivers make of the options that they share: further origins, the name of the suite, a pace. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { version } from '../../package.json';
import { createBrowserVisitors } from './browser-visitor';
import { findControl } from './controls';
import { createHttpVisitors } from './http-visitor';
import { html, redirect, serve } from './testing';
import type { Page, SeenControl, Visitor, VisitorFactory } from './visitor';

interface SharedOptions {
  readonly allowedOrigins?: readonly string[];
  readonly selectors?: readonly string[];
  readonly userAgent?: string;
  readonly pace?: () => Promise<void>;
}

const drivers: Record<'http' | 'browser', (baseUrl: string, options: SharedOptions) => Promise<VisitorFactory>> = {
  http: async (baseUrl, options) => createHttpVisitors({ baseUrl, ...options }),
  browser: (baseUrl, options) => createBrowserVisitors({ baseUrl, ...options }),
};

function named(page: Page, name: string): SeenControl {
  return page.controls.find((control) => control.name === name) ?? assert.fail(`« ${name} » is not on the page`);
}

for (const [driver, create] of Object.entries(drivers)) {
  describe(`a target and the sign-in of its people, elsewhere (${driver})`, () => {
    /** What each was asked, in the order it came. */
    const asked = { target: [] as Request[], signIn: [] as Request[] };
    const lines = (requests: readonly Request[]): string[] =>
      requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`).filter((line) => !line.endsWith('favicon.ico'));
    let target: Awaited<ReturnType<typeof serve>>;
    let signIn: Awaited<ReturnType<typeof serve>>;
    /** Another host, with cookies of its own. */
    let signInOrigin = '';

    before(async () => {
      signIn = await serve(async (request) => {
        asked.signIn.push(request);
        if (request.method === 'POST') return redirect(`${target.url}espace`);
        const headers = { ...(new URL(request.url).pathname === '/entrer' && { 'set-cookie': 'ici=1; Path=/' }) };
        const cookie = `<p>Témoin : ${request.headers.get('cookie') ?? 'aucun'}</p>`;
        return html(`${cookie}<form method="post"><button>Entrer</button></form>`, { headers });
      });
      signInOrigin = `http://localhost:${new URL(signIn.url).port}`;
      target = await serve(async (request) => {
        asked.target.push(request);
        const { pathname } = new URL(request.url);
        if (pathname === '/renvoi') return redirect(`${signInOrigin}/renvoi`, 302);
        if (pathname === '/deux') return redirect('/espace', 302);
        if (pathname === '/espace') return html('<p>Espace</p><a href="/">Suite</a>');
        const { port } = new URL(request.url);
        return html(`<a href="${signInOrigin}/entrer?jeton=x">Entrer ailleurs</a><a href="http://localhost:${port}/espace">Ici même</a>
          <form method="post" action="${signInOrigin}/envoi"><img src="${signInOrigin}/image" alt=""><button>Envoyer ailleurs</button></form>
          <form method="post" action="/espace"><button>Valider</button></form>
          <iframe src="${signInOrigin}/cadre"></iframe><script>fetch("${signInOrigin}/donnees").catch(() => {})</script>`);
      });
    });
    after(async () => {
      await target?.close();
      await signIn?.close();
    });
    const scenario = (
      name: string,
      options: () => SharedOptions,
      run: (visitor: Visitor, made: VisitorFactory) => Promise<void>,
    ): void => {
      it(name, async () => {
        asked.target.length = asked.signIn.length = 0;
        const visitors = await create(target.url, options());
        try {
          await run(await visitors.newVisitor(), visitors);
        } finally {
          await visitors.close();
        }
      });
    };

    scenario(
      'asks nothing of an origin that is not listed, whatever leads there',
      () => ({}),
      async (visitor) => {
        const seen = [await visitor.activate(named(await visitor.open('/'), 'Entrer ailleurs'))];
        seen.push(await visitor.activate(named(await visitor.open('/'), 'Envoyer ailleurs')));
        seen.push(await visitor.open('/renvoi'), await visitor.open(signInOrigin));
        seen.push(await visitor.replay({ method: 'POST', url: `${signInOrigin}/`, headers: {}, body: 'a=1' }, []));
        for (const page of seen) {
          assert.deepEqual([page.status, page.instead], [0, 'outside']);
          assert.equal(new URL(page.url).origin, signInOrigin);
        }
        assert.deepEqual(lines(asked.signIn), []);
      },
    );

    scenario(
      'leads through an origin that is listed, and forgets it too',
      () => ({ allowedOrigins: [signInOrigin] }),
      async (visitor) => {
        const entering = await visitor.activate(named(await visitor.open('/'), 'Entrer ailleurs'));
        assert.match(entering.text, /^Témoin : aucun/);
        const referer = asked.signIn.find(({ url }) => url.includes('/entrer'))?.headers.get('referer');
        assert.equal(referer, target.url, 'another origin is told no more than where one comes from');
        assert.match((await visitor.activate(named(entering, 'Entrer'))).text, /^Espace/);
        assert.match((await visitor.open(`${signInOrigin}/entrer`)).text, /ici=1/);
        await visitor.forget();
        assert.match((await visitor.open('/renvoi')).text, /^Témoin : aucun/);
        assert.ok(lines(asked.signIn).includes('POST /entrer'));
      },
    );

    scenario(
      'takes the other names of this machine for the target itself, on its port',
      () => ({}),
      async (visitor) => {
        const page = await visitor.activate(named(await visitor.open('/'), 'Ici même'));
        assert.match(page.text, /^Espace/);
        assert.equal(new URL(page.url).hostname, 'localhost');
      },
    );

    scenario(
      'names the suite in all that it sends',
      () => ({}),
      async (visitor) => {
        await visitor.activate(named(await visitor.open('/'), 'Valider'));
        await visitor.replay(visitor.lastSubmission()!, []);
        const names = new Set(asked.target.map(({ headers }) => headers.get('user-agent')));
        assert.equal(names.size, 1);
        const [name] = names;
        if (driver === 'http') assert.equal(name, `mdpo-conformance/${version} (+conformance suite)`);
        else assert.match(name ?? '', new RegExp(`^Mozilla/5\\.0 .*Chrome/\\S+ .* mdpo-conformance/${version}$`));
      },
    );

    scenario(
      'takes another name',
      () => ({ userAgent: 'recette/7 (contact@cible.example)' }),
      async (visitor) => {
        await visitor.open('/espace');
        assert.match(asked.target[0]?.headers.get('user-agent') ?? '', /(^|Safari\/\S+ )recette\/7 \(contact@cible\.example\)$/);
      },
    );

    it('finds a control by the CSS selector that a target file names', async () => {
      const page = '<button class="x">Un</button><button class="y" id="deux">Deux</button><a class="y" href="/">Trois</a>';
      const site = await serve(() => html(page));
      const factory = await create(site.url, { selectors: ['#deux', 'a.y', '.absent'] });
      try {
        const visitor = await factory.newVisitor();
        const seen = await visitor.open('');
        assert.deepEqual(
          seen.controls.map(({ selectors }) => selectors),
          [undefined, ['#deux'], ['a.y']],
        );
        assert.equal(findControl(seen, 'continue', { continue: { css: '#deux' } })?.name, 'Deux');
        assert.equal(findControl(seen, 'continue', { continue: { css: '.absent' } }), undefined);
      } finally {
        await factory.close();
        await site.close();
      }
      await assert.rejects(create(site.url, { selectors: ['a['] }), /controls: given css "a\["; accepted: a CSS selector/);
    });

    it('refuses what is no origin and what is no name', async () => {
      await assert.rejects(async () => create(target.url, { allowedOrigins: ['ailleurs'] }), {
        name: 'ConfigurationError',
        message: /^allowedOrigins\[0\], given "ailleurs"/,
      });
      for (const userAgent of ['', 'deux\nlignes', 'é', ' bord']) {
        await assert.rejects(async () => create(target.url, { userAgent }), {
          name: 'ConfigurationError',
          message: `userAgent, given ${JSON.stringify(userAgent)}, accepted: printable ASCII on one line`,
        });
      }
    });

    let paces = 0;
    const counting = (): SharedOptions => ({ allowedOrigins: [signInOrigin], pace: async () => void (paces += 1) });
    scenario('keeps a pace, redirects and replays included', counting, async (visitor) => {
      const count = async (act: () => Promise<unknown>): Promise<number> => {
        const start = paces;
        await act();
        return paces - start;
      };
      assert.equal(await count(() => visitor.open('/espace')), 1);
      assert.equal(await count(() => visitor.open('/deux')), 2);
      assert.equal(await count(() => visitor.open('/renvoi')), 2);
      assert.equal(await count(() => visitor.replay({ method: 'GET', url: target.url, headers: {}, body: '' }, [])), 1);
      assert.deepEqual(lines(asked.target), ['GET /espace', 'GET /deux', 'GET /espace', 'GET /renvoi', 'GET /']);
      assert.deepEqual(lines(asked.signIn), ['GET /renvoi']);
    });

    let release: () => void = () => undefined;
    let awaited: () => void = () => undefined;
    const waited = new Promise<void>((resolve) => (awaited = resolve));
    const holding = (): SharedOptions => ({
      pace: () => {
        awaited();
        return new Promise((resolve) => (release = resolve));
      },
    });
    scenario('asks nothing before it may', holding, async (visitor) => {
      const opening = visitor.open('/espace');
      await waited;
      assert.deepEqual(lines(asked.target), []);
      release();
      assert.match((await opening).text, /^Espace/);
    });

    scenario(
      'goes back to the answer of a form without sending it again, at a pace or without images',
      counting,
      async (visitor, visitors) => {
        for (const one of [visitor, await visitors.newVisitor({ images: false })]) {
          await one.activate(named(await one.activate(named(await one.open('/'), 'Valider')), 'Suite'));
          asked.target.length = 0;
          assert.match((await one.back()).text, /^Espace/);
          assert.deepEqual(lines(asked.target), []);
        }
      },
    );
  });
}
