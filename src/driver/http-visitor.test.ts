import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCaptchaImage, findControl, findField } from './controls';
import { createHttpVisitors } from './http-visitor';
import { html, redirect, serve, type Handler } from './testing';
import type { Visitor } from './visitor';
import { describeVisitor } from './visitor-contract';

const BASE = 'http://cible.test/';

describeVisitor('http, in process', (site) =>
  Promise.resolve({
    visitors: createHttpVisitors({ baseUrl: BASE, transport: async (request) => site(request) }),
    close: () => Promise.resolve(),
  }),
);

describeVisitor('http, over a socket', async (site) => {
  const server = await serve(site);
  return { visitors: createHttpVisitors({ baseUrl: server.url }), close: () => server.close() };
});

/** A visitor of a site of a few addresses, and what it asked for. */
async function visiting(pages: Record<string, Handler>): Promise<{ visitor: Visitor; asked: Request[] }> {
  const asked: Request[] = [];
  const transport: Handler = (request) => {
    asked.push(request.clone());
    return pages[new URL(request.url).pathname]?.(request) ?? html('', { status: 404 });
  };
  const visitors = createHttpVisitors({
    baseUrl: BASE,
    transport: async (request) => transport(request),
    headers: { 'X-Testeur': 'oui' },
  });
  return { visitor: await visitors.newVisitor(), asked };
}

describe('the http visitor', () => {
  it('sends what a browser sends with a form', async () => {
    const { visitor, asked } = await visiting({
      '/': () => html('<form method="post" action="/x#f"><button>Valider</button></form>'),
      '/x': () => redirect('/y', 302),
      '/y': () => html('<p>y</p>'),
    });
    const page = await visitor.open('/');
    await visitor.activate(findControl(page, 'validate')!);
    const [first, post, end] = asked;
    assert.equal(first?.headers.get('accept-language'), 'fr-FR,fr;q=0.9');
    assert.equal(post?.headers.get('origin'), 'http://cible.test');
    assert.equal(post?.headers.get('referer'), BASE);
    assert.equal(post?.headers.get('x-testeur'), 'oui');
    assert.deepEqual([end?.method, end?.headers.get('content-type'), end?.headers.get('origin')], ['GET', null, null]);
  });

  it('sends the form again after 307 and 308', async () => {
    const { visitor, asked } = await visiting({
      '/': () => html('<form method="post" action="/x"><input name="a" value="1"><button>Valider</button></form>'),
      '/x': () => redirect('/y', 307),
      '/y': async (request) => html(await request.text()),
    });
    assert.equal((await visitor.activate(findControl(await visitor.open('/'), 'validate')!)).text, 'a=1');
    assert.equal(asked.at(-1)?.method, 'POST');
  });

  it('builds a form as HTML says', async () => {
    const { visitor } = await visiting({
      '/': () =>
        html(`<base href="/sous/"><form id="f" method="POST" action="recu">
          <input name="a" disabled value="x"><fieldset disabled><input name="b" value="x"></fieldset><input value="sans nom">
          <input type="radio" name="r" value="1" checked><label><input type="radio" name="r" value="2">Deux</label>
          <input type="checkbox" name="k" checked><select name="s"><option disabled>choisir<option>un</select>
          <select name="m" multiple><option selected>u<option selected value="v">w</select><select name="vide"></select>
          <textarea name="t">\nligne 1\nligne 2</textarea><input type="file" name="doc"><input type="reset"><button type="button" name="z">Z</button>
          <input type="image" name="im" src="/b.png" alt="Valider"></form>
          <input form="f" type="hidden" name="hors" value="dehors"><button form="f" name="aussi" value="1">Continuer</button>`),
      '/sous/recu': async (request) => html(`<p>${(await request.text()).replace(/&/g, '&amp;')}</p>`),
    });
    const fixed = 'k=on&s=un&m=u&m=v&t=ligne+1%0D%0Aligne+2&doc=';
    const image = await visitor.activate(findControl(await visitor.open('/'), 'validate')!);
    assert.equal(image.text, `r=1&${fixed}&im.x=0&im.y=0&hors=dehors`);
    const page = await visitor.open('/');
    await visitor.activate(page.controls.find((control) => control.name === 'Deux')!);
    assert.equal((await visitor.activate(findControl(page, 'continue')!)).text, `r=2&${fixed}&hors=dehors&aussi=1`);
  });

  it('sends what one line may hold, cut by maxlength', async () => {
    const { visitor } = await visiting({
      '/': () =>
        html(
          '<form><input aria-label="a" name="a" maxlength="4"><input aria-label="e" type="email" name="e"><textarea aria-label="t" name="t" maxlength="3"></textarea><button>Valider</button></form>',
        ),
    });
    const page = await visitor.open('/');
    const [a, e, t] = page.controls;
    await visitor.type(a!, 'x\r\nyz😀');
    await visitor.type(e!, '  a@b.example\n');
    await visitor.type(t!, '1\n234');
    const { url } = await visitor.activate(findControl(page, 'validate')!);
    assert.equal(new URL(url).searchParams.get('a'), 'xyz\ufffd');
    assert.equal(new URL(url).searchParams.get('e'), 'a@b.example');
    assert.equal(new URL(url).searchParams.get('t'), '1\r\n2');
  });

  it('empties a form with its reset button, and follows a link dressed as a button', async () => {
    const { visitor } = await visiting({
      '/': () =>
        html(
          '<form><input name="a" aria-label="a"><input type="reset" value="Effacer"></form><a role="button" href="/y">Connexion</a>',
        ),
      '/y': () => html('<p>y</p>'),
    });
    const page = await visitor.open('/');
    await visitor.type(page.controls[0]!, 'x');
    assert.equal(visitor.page.controls[0]?.filled, true);
    await visitor.activate(page.controls[1]!);
    assert.equal(visitor.page.controls[0]?.filled, false);
    assert.equal((await visitor.activate(findControl(page, 'connect')!)).text, 'y');
  });

  it('does not act on what is out of sight', async () => {
    const { visitor } = await visiting({
      '/': () => html('<form><input hidden aria-label="a"><button hidden>Valider</button></form>'),
    });
    const [field, button] = (await visitor.open('/')).controls;
    await assert.rejects(visitor.activate(button!), { name: 'ControlUnusable', message: /pas visible/ });
    await assert.rejects(visitor.type(field!, 'x'), { name: 'ControlUnusable' });
  });

  it('follows a page that moves on soon, and waits for one that asks for itself', async () => {
    let views = 0;
    const { visitor } = await visiting({
      '/a': () => html('<meta http-equiv="Refresh" content="2; URL=\'/b\'"><p>a</p>'),
      '/b': () => html('<p>b</p>', { headers: { refresh: '1;/c' } }),
      '/c': () => html('<meta http-equiv="refresh" content="30;url=/d"><p>c</p>'),
      '/attente': () => html((views += 1) < 3 ? `<meta http-equiv="refresh" content="1"><p>attendez</p>` : '<p>prêt</p>'),
      '/tourne': () => html('<meta http-equiv="refresh" content="0;url=/tourne2">'),
      '/tourne2': () => html('<meta http-equiv="refresh" content="0;url=/tourne">'),
    });
    assert.equal((await visitor.open('/a')).text, 'c');
    assert.equal((await visitor.open('/attente')).text, 'attendez');
    assert.equal((await visitor.look()).text, 'attendez');
    assert.equal((await visitor.look()).text, 'prêt');
    assert.equal((await visitor.look()).text, 'prêt');
    assert.match((await visitor.open('/tourne')).text, /^plus de 10 redirections/);
  });

  it('answers a page in its charset', async () => {
    const latin1 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'));
    const { visitor, asked } = await visiting({
      '/': () =>
        new Response(
          latin1(
            '<meta charset="iso-8859-1"><form method="post" action="/x"><label>Votre réponse <input name="réponse"></label><button>Continuer</button></form>',
          ),
          {
            headers: { 'content-type': 'text/html' },
          },
        ),
      '/x': () => html(''),
    });
    const page = await visitor.open('/');
    await visitor.type(findField(page, 'answer')!, 'Éléonore €');
    await visitor.activate(findControl(page, 'continue')!);
    assert.equal(await asked.at(-1)?.text(), 'r%E9ponse=%C9l%E9onore+%80');
  });

  it('gives the images that a page carries in itself', async () => {
    const { visitor } = await visiting({
      '/': () =>
        html(`<form><img alt="captcha" src="data:image/gif;base64,R0lGODlh"><img alt="b" src="data:,a%C3%A9"><svg viewBox="0 0 1 1"><text>é</text></svg>
          <label>Code <input></label></form>`),
    });
    const page = await visitor.open('/');
    const [gif, text, svg] = page.controls;
    assert.equal(findCaptchaImage(page), gif);
    assert.deepEqual(await visitor.image(gif!), {
      status: 200,
      contentType: 'image/gif',
      bytes: new Uint8Array(Buffer.from('GIF89a')),
    });
    assert.equal(Buffer.from((await visitor.image(text!))!.bytes).toString(), 'aé');
    assert.match(Buffer.from((await visitor.image(svg!))!.bytes).toString(), /^<svg.*é/);
  });

  it('leaves a hole where an image does not come', async () => {
    const { visitor } = await visiting({
      '/': () =>
        html('<form><img src="/captcha" alt=""><img src="http://ailleurs.example/captcha" alt=""><img alt="sans source"></form>'),
      '/captcha': () => {
        throw new Error('panne');
      },
    });
    const page = await visitor.open('/');
    for (const image of page.controls) assert.equal(await visitor.image(image), undefined);
  });

  it('cuts a body without end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(120));
      },
    });
    const { visitor } = await visiting({ '/': () => new Response(endless, { headers: { 'content-type': 'text/plain' } }) });
    assert.equal((await visitor.open('/')).text.length, 5 * 1024 * 1024);
    assert.ok(sent < 10);
  });

  it('says in French why a target does not answer', async () => {
    const server = await serve(() => html(''));
    await server.close();
    const opening = async (options: Parameters<typeof createHttpVisitors>[0]): Promise<unknown> =>
      (await createHttpVisitors(options).newVisitor()).open('/');
    const { host } = new URL(server.url);
    await assert.rejects(opening({ baseUrl: server.url }), {
      name: 'TargetUnavailable',
      message: `la cible ${host} ne répond pas : connexion refusée : rien n’écoute à cette adresse (ECONNREFUSED)`,
    });
    const silent = (): Promise<Response> => new Promise(() => undefined);
    await assert.rejects(opening({ baseUrl: BASE, transport: silent, timeoutMs: 20 }), {
      name: 'TargetUnavailable',
      message: 'la cible cible.test ne répond pas : pas de réponse dans le délai',
    });
    const broken = (): Promise<Response> => Promise.reject(new Error('défaut'));
    await assert.rejects(opening({ baseUrl: BASE, transport: broken }), { name: 'TargetUnavailable', message: /: défaut$/ });
  });

  it('says so when a socket is cut in the middle of a page, or stays silent', async () => {
    const server = await serve(
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => {
              controller.enqueue(new TextEncoder().encode('<p>début'));
              setTimeout(() => controller.error(new Error('coupé')), 5);
            },
          }),
        ),
    );
    const visitor = await createHttpVisitors({ baseUrl: server.url }).newVisitor();
    await assert.rejects(visitor.open('/'), { name: 'TargetUnavailable', message: /connexion coupée/ });
    await server.close();
  });

  it('opens nothing that is not an address', async () => {
    const { visitor, asked } = await visiting({});
    for (const address of ['http://[', 'javascript:alert(1)', 'file:///etc/hosts'])
      assert.equal((await visitor.open(address)).status, 0);
    assert.equal(asked.length, 0);
  });
});
