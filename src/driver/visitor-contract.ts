/** What every visitor does, whatever drives it: the same tests for each driver. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findCaptchaImage, findControl, findField } from './controls';
import type { Handler } from './testing';
import type { Page, SeenControl, Visitor, VisitorFactory } from './visitor';
import { createSite, PNG } from './visitor-contract-site';

/** Opens a driver on a site. */
export type OpenSite = (site: Handler) => Promise<{ visitors: VisitorFactory; close(): Promise<void> }>;

function named(page: Page, name: string): SeenControl {
  const control = page.controls.find((candidate) => candidate.name === name);
  assert.ok(control, `« ${name} » absent : ${page.controls.map((candidate) => candidate.name).join(', ')}`);
  return control;
}

export function describeVisitor(driver: string, open: OpenSite): void {
  describe(`a visitor (${driver})`, () => {
    const site = createSite();
    let visitors: VisitorFactory;
    let close: () => Promise<void> = () => Promise.resolve();
    before(async () => ({ visitors, close } = await open(site.handle)));
    after(() => close());

    const visit = async (run: (visitor: Visitor) => Promise<void>, images?: boolean): Promise<void> => {
      const visitor = await visitors.newVisitor(images === undefined ? undefined : { images });
      try {
        await run(visitor);
      } finally {
        await visitor.close();
      }
    };
    const scenario = (name: string, run: (visitor: Visitor) => Promise<void>, images?: boolean): void => {
      it(name, () => visit(run, images));
    };

    scenario('has seen nothing before its first page', async (visitor) => {
      assert.equal(visitor.page.url, 'about:blank');
      assert.equal((await visitor.look()).text, '');
      assert.equal((await visitor.back()).url, 'about:blank');
      assert.equal((await visitor.reload()).url, 'about:blank');
      assert.equal(visitor.lastSubmission(), undefined);
    });

    scenario('opens a page and reads it', async (visitor) => {
      const page = await visitor.open('/');
      assert.deepEqual([page.status, page.title, page.lang, page.text], [200, 'Accueil', 'fr', 'Votre espace professionnel']);
      assert.match(page.contentType, /^text\/html/);
      assert.match(page.source, /<title>Accueil/);
      assert.equal(page.needsScript, false);
      assert.equal(visitor.page, page);
    });

    scenario('keeps apart the blocks of a text and of its messages', async (visitor) => {
      const { alerts, text } = await visitor.open('/refus');
      assert.deepEqual(alerts, ['Refusé. Recommencez.', 'Trop court. Cinq chiffres.']);
      assert.match(text, /^Refusé\. Recommencez\. .*Trop court\. Cinq chiffres\.$/);
    });

    scenario('follows a link, goes back, reloads', async (visitor) => {
      const first = await visitor.open('/compteur');
      await visitor.activate(named(first, 'Lien'));
      assert.match(visitor.page.text, /^Arrivé/);
      assert.match((await visitor.back()).text, /^Vue/);
      const before = site.asked.length;
      assert.match((await visitor.reload()).text, /^Vue/);
      assert.equal(site.asked[before], 'GET /compteur');
    });

    scenario('stays where a link leads nowhere', async (visitor) => {
      await visitor.open('/lien');
      const asked = site.asked.length;
      for (const name of ['Bas', 'Courriel']) assert.match((await visitor.activate(named(visitor.page, name))).text, /^Arrivé/);
      assert.equal(site.asked.length, asked);
    });

    scenario('fills a form and sends it by its button', async (visitor) => {
      const page = await visitor.open('/formulaire');
      await visitor.type(findField(page, 'email')!, 'é+ &=@x.example');
      await visitor.type(named(page, 'Code'), '1234567');
      await visitor.type(named(page, 'Fermé'), 'autre');
      await visitor.activate(named(page, 'Accepter'));
      await visitor.type(named(page, 'Choix'), 'deux');
      const seen = await visitor.activate(findControl(page, 'continue')!);
      const body = 'jeton=abc&adresse=%C3%A9%2B+%26%3D%40x.example&code=12345&ferme=fixe&case=oui&choix=2&bouton=v';
      assert.equal(seen.text, `Reçu : ${body} Suite`);
      const submission = visitor.lastSubmission();
      assert.equal(submission?.body, body);
      assert.equal(submission.method, 'POST');
      assert.equal(submission.headers['content-type'], 'application/x-www-form-urlencoded');
      assert.equal(submission.headers.cookie, undefined);
    });

    scenario('sends by the button that is pressed, where that button says', async (visitor) => {
      const page = await visitor.open('/formulaire');
      assert.match((await visitor.activate(findControl(page, 'validate')!)).text, /^Ailleurs : .*bouton=w$/);
    });

    scenario('does nothing with a disabled button', async (visitor) => {
      const page = await visitor.open('/formulaire');
      assert.match((await visitor.activate(findControl(page, 'connect')!)).url, /\/formulaire$/);
    });

    scenario('replaces what a field holds, empties it too, and says whether it holds something', async (visitor) => {
      const page = await visitor.open('/formulaire');
      const address = findField(page, 'email')!;
      assert.equal(address.filled, true);
      await visitor.type(address, '');
      assert.equal(findField(await visitor.look(), 'email')?.filled, false);
      await visitor.type(address, 'un');
      await visitor.type(address, 'deux');
      assert.equal(findField(await visitor.look(), 'email')?.filled, true);
      assert.match((await visitor.activate(findControl(page, 'continue')!)).text, /adresse=deux&/);
    });

    scenario('sends a form with Enter', async (visitor) => {
      const page = await visitor.open('/formulaire');
      assert.match((await visitor.pressEnter(findField(page, 'email')!)).text, /^Reçu : .*bouton=v Suite$/);
    });

    scenario('sends multipart forms and forms by GET', async (visitor) => {
      let page = await visitor.open('/multipart');
      await visitor.type(findField(page, 'answer')!, 'Éléonore');
      assert.equal((await visitor.activate(findControl(page, 'continue')!)).text, 'Lu : [["réponse","Éléonore"]]');
      page = await visitor.open('/get');
      await visitor.type(findField(page, 'answer')!, 'a b');
      assert.equal((await visitor.activate(findControl(page, 'continue')!)).text, 'Cherché : ?q=a+b');
      assert.match(visitor.lastSubmission()?.url ?? '', /\/cherche\?q=a\+b$/);
    });

    scenario('keeps cookies, shares them with its tabs, forgets them when told', async (visitor) => {
      assert.equal((await visitor.open('/pose')).text, 'Témoin : temoin=1');
      const tab = await visitor.newTab();
      assert.equal((await tab.open('/temoin')).text, 'Témoin : temoin=1');
      await tab.close();
      await visit(async (other) => assert.equal((await other.open('/temoin')).text, 'Témoin : aucun'));
      await visitor.forget();
      assert.equal(visitor.page.url, 'about:blank');
      assert.equal((await visitor.open('/temoin')).text, 'Témoin : aucun');
    });

    scenario('follows redirects after a form, and does not send it again', async (visitor) => {
      const page = await visitor.open('/apres-envoi');
      const end = await visitor.activate(findControl(page, 'validate')!);
      assert.match(end.url, /\/fin$/);
      assert.match(end.text, /^Fin GET/);
      const asked = site.asked.length;
      await visitor.reload();
      assert.deepEqual(site.asked.slice(asked), ['GET /fin']);
    });

    scenario('sends a form again on reloading its answer', async (visitor) => {
      const page = await visitor.open('/formulaire');
      await visitor.activate(findControl(page, 'continue')!);
      const asked = site.asked.length;
      assert.match((await visitor.reload()).text, /^Reçu : jeton=abc/);
      assert.deepEqual(site.asked.slice(asked), ['POST /recu']);
    });

    scenario('goes back to the answer of a form without sending it again', async (visitor) => {
      const page = await visitor.open('/formulaire');
      const answer = await visitor.activate(findControl(page, 'continue')!);
      await visitor.activate(named(answer, 'Suite'));
      const asked = site.asked.length;
      await visitor.back();
      assert.ok(!site.asked.slice(asked).includes('POST /recu'));
    });

    scenario('loads the image of a form by itself, and gives its bytes', async (visitor) => {
      const asked = site.asked.length;
      const page = await visitor.open('/captcha');
      const [, image] = site.asked.slice(asked);
      assert.match(image ?? '', /^GET \/image\//);
      const seen = await visitor.image(findCaptchaImage(page)!);
      assert.deepEqual([seen?.status, seen?.contentType], [200, 'image/png']);
      assert.deepEqual(Buffer.from(seen!.bytes), PNG);
      assert.equal(site.asked.length, asked + 2);
    });

    scenario(
      'loads no image when told so',
      async (visitor) => {
        const asked = site.asked.length;
        const page = await visitor.open('/captcha');
        const image = findCaptchaImage(page);
        assert.equal(image && (await visitor.image(image)), undefined);
        assert.deepEqual(site.asked.slice(asked), ['GET /captcha']);
      },
      false,
    );

    scenario('sends a recorded request again with other values, and stays on its page', async (visitor) => {
      const page = await visitor.open('/formulaire');
      await visitor.type(findField(page, 'email')!, 'a@x.example');
      await visitor.type(named(page, 'Code'), '123');
      await visitor.activate(findControl(page, 'continue')!);
      const answer = await visitor.replay(visitor.lastSubmission()!, [
        { typed: 'a@x.example', sent: 'à & b' },
        { typed: '123', sent: null },
      ]);
      assert.equal(answer.text, 'Reçu : jeton=abc&adresse=%C3%A0+%26+b&ferme=fixe&choix=1&bouton=v Suite');
      assert.match(visitor.page.text, /123/);
      assert.match(visitor.lastSubmission()?.body ?? '', /123/);
    });

    scenario('sends a recorded request again as the page would, and goes where it leads', async (visitor) => {
      const page = await visitor.open('/formulaire');
      await visitor.type(findField(page, 'email')!, 'a@x.example');
      await visitor.activate(findControl(page, 'continue')!);
      const sent = visitor.lastSubmission()!;
      await visitor.open('/lien');
      await visitor.send(sent, [{ typed: 'a@x.example', sent: 'à & b' }]);
      assert.match(visitor.page.text, /^Reçu : jeton=abc&adresse=%C3%A0\+%26\+b&/);
    });

    scenario('keeps the cookies of an answer to a replay', async (visitor) => {
      const page = await visitor.open('/');
      const url = new URL('/pose', page.url).href;
      const answer = await visitor.replay({ method: 'GET', url, headers: {}, body: '' }, []);
      assert.equal(answer.text, 'Témoin : temoin=1');
      assert.equal((await visitor.open('/temoin')).text, 'Témoin : temoin=1');
    });

    scenario('keeps a trace of what was exchanged', async (visitor) => {
      const page = await visitor.open('/formulaire');
      await visitor.activate(findControl(page, 'continue')!);
      const trace = visitor.exchanges().map(({ method, url, status }) => `${method} ${new URL(url).pathname} ${status}`);
      assert.deepEqual(
        trace.filter((line) => !line.includes('favicon')),
        ['GET /formulaire 200', 'POST /recu 200'],
      );
      const [first, second] = visitor.exchanges();
      assert.match(first?.responseBody ?? '', /<form/);
      assert.equal(first?.responseHeaders['content-type'], 'text/html; charset=utf-8');
      assert.match(second?.requestBody ?? '', /^jeton=abc/);
      assert.ok(first!.at > 0 && second!.at >= first!.at);
    });

    scenario('reads whatever a server answers', async (visitor) => {
      const limited = await visitor.open('/json');
      assert.equal(limited.status, 429);
      assert.match(limited.text, /Trop de demandes/);
      assert.equal((await visitor.open('/vide')).text, '');
      assert.deepEqual([(await visitor.open('/panne')).status, visitor.page.text], [500, 'Erreur']);
      assert.equal((await visitor.open('/nulle-part')).status, 404);
    });

    scenario('stays on its page when the answer is empty', async (visitor) => {
      const page = await visitor.open('/vers-rien');
      assert.match((await visitor.activate(findControl(page, 'validate')!)).text, /^Ici/);
      assert.match((await visitor.open('/rien')).text, /^Ici/);
    });

    scenario('tells a loop of redirects', async (visitor) => {
      const page = await visitor.open('/boucle');
      assert.equal(page.status, 0);
      assert.match(page.text, /redirections, la dernière vers http.*\/boucle/);
    });

    scenario('never leaves the target', async (visitor) => {
      const page = await visitor.open('/dehors');
      const outside = await visitor.activate(named(page, 'Dehors'));
      assert.equal(outside.status, 0);
      assert.equal(outside.text, 'adresse hors de la cible : http://ailleurs.example/x?y');
      assert.match((await visitor.back()).text, /Dehors/);
      assert.match((await visitor.open('/envoi-dehors')).text, /^adresse hors de la cible : http:\/\/ailleurs.example\//);
      assert.match((await visitor.open('http://ailleurs.example/z')).text, /hors de la cible/);
    });

    scenario('says that a control is gone', async (visitor) => {
      const page = await visitor.open('/formulaire');
      await visitor.open('/');
      await assert.rejects(visitor.activate(findControl(page, 'continue')!), {
        name: 'ControlUnusable',
        message: /« Continuer » .*plus sur la page/,
      });
      await assert.rejects(visitor.type(findField(page, 'email')!, 'x'), { name: 'ControlUnusable' });
    });
  });
}
