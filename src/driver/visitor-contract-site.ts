/** The site of the tests that every driver passes: a few pages, each for one thing that a visitor must do. */
import { html, redirect, type Handler } from './testing';

/** An image of ten pixels by ten. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
);

/** @returns what answers, and the lines asked of it so far: `GET /lien`. */
export function createSite(): { handle: Handler; asked: string[] } {
  const asked: string[] = [];
  const pages: Record<string, (url: URL, request: Request) => Response | Promise<Response>> = {
    '/': () => html('<html lang="fr"><title>Accueil</title><a href="/lien">Votre espace professionnel</a></html>'),
    '/lien': () => html('<p>Arrivé</p><a href="/">Retour</a><a href="#bas">Bas</a><a href="mailto:a@b.example">Courriel</a>'),
    '/formulaire': () =>
      html(`<form method="post" action="/recu"><input type="hidden" name="jeton" value="abc">
        <label>Adresse électronique <input name="adresse" value="ancienne"></label>
        <label>Code <input name="code" maxlength="5"></label>
        <label>Fermé <input name="ferme" readonly value="fixe"></label>
        <label><input type="checkbox" name="case" value="oui"> Accepter</label>
        <label>Choix <select name="choix"><option value="1">un</option><option value="2">deux</option></select></label>
        <button name="bouton" value="v">Continuer</button><button name="bouton" value="w" formaction="/autre">Valider</button>
        <button disabled>Connexion</button></form>`),
    '/recu': async (_, request) => html(`<p>Reçu : <output>${escape(await request.text())}</output></p><a href="/">Suite</a>`),
    '/autre': async (_, request) => html(`<p>Ailleurs : ${escape(await request.text())}</p>`),
    '/multipart': () =>
      html(
        '<form method="post" action="/lu" enctype="multipart/form-data"><label>Votre réponse <input name="réponse"></label><button>Continuer</button></form>',
      ),
    '/lu': async (_, request) => html(`<p>Lu : ${escape(JSON.stringify([...(await request.formData()).entries()]))}</p>`),
    '/get': () =>
      html('<form action="/cherche?perdu=1"><label>Votre réponse <input name="q"></label><button>Continuer</button></form>'),
    '/cherche': (url) => html(`<p>Cherché : ${escape(url.search)}</p>`),
    '/pose': () => redirect('/temoin', 302, { 'set-cookie': 'temoin=1; Path=/; HttpOnly' }),
    '/temoin': (_, request) => html(`<p>Témoin : ${request.headers.get('cookie') ?? 'aucun'}</p>`),
    '/boucle': () => redirect('/boucle', 302),
    '/apres-envoi': () => html('<form method="post" action="/redirige"><button>Valider</button></form>'),
    '/redirige': (_, request) => redirect(request.method === 'POST' ? '/fin' : '/', 303),
    '/fin': (_, request) => html(`<p>Fin ${request.method}</p><a href="/">Accueil</a>`),
    '/compteur': () => html(`<p>Vue ${asked.filter((line) => line === 'GET /compteur').length}</p><a href="/lien">Lien</a>`),
    '/captcha': () =>
      html(`<form method="post" action="/recu"><label>Adresse électronique <input name="a"></label><img src="/image/${asked.length}" alt="Image">
        <label>Caractères de l’image <input name="c"></label><button>Continuer</button></form>`),
    '/refus': () =>
      html(`<div role="alert"><p>Refusé.</p><p>Recommencez.</p></div>
        <label>Code <input aria-invalid="true" aria-describedby="regle"></label>
        <div id="regle"><p>Trop <b>court</b>.</p><p>Cinq<br>chiffres.</p><p hidden>Caché.</p></div>`),
    '/json': () => Response.json({ erreur: 'Trop de demandes' }, { status: 429 }),
    '/vide': () => html(''),
    '/panne': () => html('<h1>Erreur</h1>', { status: 500 }),
    '/rien': () => new Response(null, { status: 204 }),
    '/vers-rien': () => html('<p>Ici</p><form method="post" action="/rien"><button>Valider</button></form>'),
    '/dehors': () => html('<a href="http://ailleurs.example/x?y">Dehors</a>'),
    '/envoi-dehors': () => redirect('http://ailleurs.example/', 302),
  };
  const handle: Handler = (request) => {
    const url = new URL(request.url);
    asked.push(`${request.method} ${url.pathname}`);
    if (url.pathname.startsWith('/image/')) return new Response(PNG, { headers: { 'content-type': 'image/png' } });
    return pages[url.pathname]?.(url, request) ?? html('<h1>Introuvable</h1>', { status: 404 });
  };
  return { handle, asked };
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
