import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createBrowserVisitors } from './browser-visitor';
import { findControl, findField } from './controls';
import { findBrowser } from './find-browser';
import { html, pageOf, serve, type Handler } from './testing';
import type { Visitor, VisitorFactory } from './visitor';
import { describeVisitor } from './visitor-contract';

describeVisitor('browser', async (site) => {
  const server = await serve(site);
  const visitors = await createBrowserVisitors({ baseUrl: server.url });
  return {
    visitors,
    close: async () => {
      await visitors.close();
      await server.close();
    },
  };
});

/** Markup of every kind, on which both drivers must see the same. */
const VARIED = `<!doctype html><html lang="fr"><head><title>Varié  é</title><style>.non { display: none } p .cache { visibility: hidden }
  .sr { position: absolute; left: -9999px; width: 1px; height: 1px }</style></head><body>
  <nav><a href="/a">Votre <b>espace</b><br>professionnel</a><a href="/l"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9" alt="Accueil"></a></nav>
  <p>Un <span>mot</span><span class="cache">caché</span>, <em>deux</em>.</p><p class="non">Rien <a href="/z">z</a></p><p hidden>Rien</p>
  <table><tr><th>Adresse</th><td><input name="a" value="x"></td></tr><tr><td><label for="b">Mél</label></td><td><input id="b" type="email" autocomplete="email"></td></tr></table>
  <form><fieldset disabled><legend>Groupe <button>Un</button></legend><label>Deux <input maxlength="7"></label></fieldset>
    <label><span>Mot de passe</span> <small>(20 caractères)</small><input type="password" aria-describedby="aide" aria-invalid="true"></label><p id="aide">Trop court</p>
    <label for="t">Texte</label><textarea id="t">contenu</textarea><label>Liste <select><option>un<option selected>deux</select></label>
    <label><input type="checkbox" checked> Case</label><input type="radio" aria-label="Radio"><input type="search" placeholder="Rechercher">
    <input type="submit"><input type="submit" value="Valider"><input type="reset"><button type="button" aria-disabled="true">Aide <span aria-hidden="true">?</span></button></form>
  <div role="button" tabindex="0" title="Bulle">OK</div><span id="x1">Con</span><span id="x2">nexion</span><button aria-labelledby="x1 x2">!</button>
  <details><summary>Plus</summary><a href="/d">Détail</a></details><dialog open><p>Dialogue</p><button>Fermer</button></dialog><a class="sr" href="#c">Contenu</a>
  <p role="alert">Attention<br>à vous</p><div aria-live="polite"></div><output>7</output><ul><li>a<li>b</ul><button inert>Inerte</button><a>Sans adresse</a>
  <div contenteditable="true" role="textbox" aria-label="Libre">v</div><div style="text-transform: uppercase">Majuscules</div></body></html>`;

describe('the browser visitor', () => {
  const pages: Record<string, Handler> = {
    '/spa': () =>
      html(`<div id="app"></div><script>
        const app = document.getElementById('app');
        setTimeout(() => { app.innerHTML = '<form><label>Votre réponse <input></label><button>Continuer</button></form>';
          app.querySelector('form').onsubmit = async (event) => {
            event.preventDefault();
            const value = app.querySelector('input').value;
            navigator.sendBeacon('/mesure', 'x');
            const reply = await fetch('/api', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reponse: value }) });
            const data = await reply.json();
            setTimeout(() => { app.innerHTML = '<p role="status">' + data.message + '</p><input type="password" aria-label="Nouveau mot de passe">'; }, 10);
            fetch('/mesure', { method: 'POST', body: 'vue=1' });
          }; }, 20);</script>`),
    '/api': async (request) => {
      const { reponse } = (await request.json()) as { reponse?: string };
      await new Promise((resolve) => setTimeout(resolve, 120));
      return Response.json({ message: `Reçu ${reponse ?? 'rien'}` });
    },
    '/mesure': () => new Response(null, { status: 204 }),
    '/saute': () => html('<p>Avant</p><form method="post" action="/suite"><button>Valider</button></form>'),
    '/suite': () => html('<p>Patientez</p><script>location.href = "/fin"</script>'),
    '/fin': () => html('<p>Fin</p>'),
    '/couvert': () =>
      html('<form action="/fin"><button>Valider</button></form><div style="position:fixed;inset:0;background:white">Voile</div>'),
    '/exige': () =>
      html(
        '<form action="/fin"><label>Nouveau mot de passe <input type="password" required></label><button>Valider</button></form>',
      ),
    '/onglet': () => html('<a href="/fin" target="_blank">Connexion</a>'),
    '/alerte': () => html('<button onclick="alert(\'Mot de passe refusé\')">Valider</button>'),
    '/invisible': () =>
      html(`<style>.ruse { position: absolute; left: -5000px } .clair { opacity: 0 }</style>
        <input class="ruse" aria-label="Adresse électronique"><input class="clair" aria-label="Adresse électronique">
        <input style="width:0;padding:0;border:0" aria-label="Adresse électronique"><label>Adresse électronique <input></label>`),
    '/remplace': () =>
      html(
        '<div id="a"><button>Valider</button></div><p>0</p><script>let n = 0; const put = () => { document.getElementById("a").innerHTML = "<button>Valider</button>"; document.querySelector("button").onclick = () => { document.querySelector("p").textContent = ++n; put(); }; }; put();</script>',
      ),
    '/lourd': () => html('<p>Lu</p><img src="/jamais">'),
    '/jamais': () => new Promise(() => undefined),
    '/lent': () => new Promise(() => undefined),
    '/varie': () => html(VARIED),
    '/cadre': () => html('<p>Hôte</p><iframe src="/fin"></iframe>'),
  };
  let visitors: VisitorFactory;
  let server: { url: string; close(): Promise<void> };
  before(async () => {
    server = await serve((request) => pages[new URL(request.url).pathname]?.(request) ?? html('', { status: 404 }));
    visitors = await createBrowserVisitors({ baseUrl: server.url, timeoutMs: 2_000 });
  });
  after(async () => {
    await visitors?.close();
    await server?.close();
  });
  const scenario = (name: string, run: (visitor: Visitor) => Promise<void>): void => {
    it(name, async () => {
      const visitor = await visitors.newVisitor();
      try {
        await run(visitor);
      } finally {
        await visitor.close();
      }
    });
  };

  scenario('waits for a page that draws itself, and for the data it asks for', async (visitor) => {
    const page = await visitor.open('/spa');
    await visitor.type(findField(page, 'answer')!, 'Éléonore');
    const seen = await visitor.activate(findControl(page, 'continue')!);
    assert.deepEqual(seen.alerts, ['Reçu Éléonore']);
    assert.ok(findField(seen, 'newPassword'));
    assert.equal(visitor.lastSubmission()?.body, '{"reponse":"Éléonore"}');
    assert.match(visitor.exchanges().find(({ url }) => url.endsWith('/api'))?.responseBody ?? '', /Reçu/);
    const answer = await visitor.replay(visitor.lastSubmission()!, [{ typed: 'Éléonore', sent: 'autre' }]);
    assert.match(answer.text, /Reçu autre/);
    assert.match((await visitor.replay(visitor.lastSubmission()!, [{ typed: 'Éléonore', sent: null }])).text, /Reçu rien/);
    assert.deepEqual((await visitor.look()).alerts, ['Reçu Éléonore']);
  });

  scenario('follows a page that goes on by itself', async (visitor) => {
    const page = await visitor.open('/saute');
    assert.equal((await visitor.activate(findControl(page, 'validate')!)).text, 'Fin');
  });

  scenario('says why a control cannot be used', async (visitor) => {
    const page = await visitor.open('/couvert');
    await assert.rejects(visitor.activate(findControl(page, 'validate')!), {
      name: 'ControlUnusable',
      message: /« Valider » .*recouvert/,
    });
  });

  scenario('hears what the browser itself says of a field', async (visitor) => {
    const page = await visitor.open('/exige');
    const seen = await visitor.activate(findControl(page, 'validate')!);
    assert.match(seen.url, /\/exige$/);
    assert.equal(seen.alerts.length, 1);
  });

  scenario('stays in one tab, and hears what pops up', async (visitor) => {
    let page = await visitor.open('/onglet');
    assert.equal((await visitor.activate(findControl(page, 'connect')!)).text, 'Fin');
    page = await visitor.open('/alerte');
    assert.deepEqual((await visitor.activate(findControl(page, 'validate')!)).alerts, ['Mot de passe refusé']);
    assert.deepEqual((await visitor.look()).alerts, []);
  });

  scenario('sees what a person sees', async (visitor) => {
    const page = await visitor.open('/invisible');
    assert.deepEqual(
      page.controls.map(({ visible }) => visible),
      [false, false, false, true],
    );
    assert.equal(findField(page, 'email')?.index, 3);
  });

  scenario('finds again a control that the page drew anew', async (visitor) => {
    const page = await visitor.open('/remplace');
    const button = findControl(page, 'validate')!;
    await visitor.activate(button);
    assert.match((await visitor.activate(button)).text, /2/);
  });

  scenario('reads a page whose resources never come, and its own frame only', async (visitor) => {
    assert.equal((await visitor.open('/lourd')).text, 'Lu');
    assert.deepEqual([(await visitor.open('/cadre')).text, visitor.page.status], ['Hôte', 200]);
  });

  scenario('sees the very page that the http driver reads', async (visitor) => {
    const { source, controls, ...seen } = await visitor.open('/varie');
    const read = pageOf(source, { url: seen.url });
    assert.deepEqual({ ...seen, controls, source }, { ...read, contentType: seen.contentType, controls, source });
    assert.deepEqual(controls, read.controls);
  });

  scenario('pictures the page', async (visitor) => {
    await visitor.open('/fin');
    assert.deepEqual(
      Buffer.from((await visitor.screenshot())!)
        .subarray(1, 4)
        .toString(),
      'PNG',
    );
  });

  scenario('says that a target does not answer in time', async (visitor) => {
    await assert.rejects(visitor.open('/lent'), {
      name: 'TargetUnavailable',
      message: /^la cible 127\.0\.0\.1:\d+ ne répond pas : pas de réponse dans le délai/,
    });
  });

  it('says that nothing listens', async () => {
    const gone = await serve(() => html(''));
    await gone.close();
    const factory = await createBrowserVisitors({ baseUrl: gone.url });
    try {
      const visitor = await factory.newVisitor();
      await assert.rejects(visitor.open('/'), { name: 'TargetUnavailable', message: /connexion refusée/ });
    } finally {
      await factory.close();
    }
  });

  it('says that the browser is gone', async () => {
    const factory = await createBrowserVisitors({ baseUrl: server.url });
    const visitor = await factory.newVisitor();
    await factory.close();
    await assert.rejects(visitor.open('/'), { name: 'BrowserUnavailable' });
    await assert.rejects(factory.newVisitor(), { name: 'BrowserUnavailable' });
    await visitor.close();
  });

  it('says what to do without a browser', async () => {
    assert.throws(() => findBrowser({ env: { PATH: '/nulle/part' } }), {
      name: 'BrowserUnavailable',
      message: /npx playwright install/,
    });
    assert.throws(() => findBrowser({ env: { MDPO_BROWSER: '/nulle/part' } }), {
      name: 'BrowserUnavailable',
      message: /MDPO_BROWSER désigne/,
    });
    assert.equal(findBrowser({ env: { MDPO_BROWSER: process.execPath, PATH: '' } }), process.execPath);
    await assert.rejects(createBrowserVisitors({ baseUrl: 'http://127.0.0.1/', executablePath: '/bin/false' }), {
      name: 'BrowserUnavailable',
      message: /\/bin\/false ne démarre pas/,
    });
  });
});
