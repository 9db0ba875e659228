/** The one page: what is done stands there to be read, what is to be done now is a form, what comes after is not there. */

import type { Account } from './accounts';
import { size } from './captcha';
import type { FaultCheck } from './faults';
import { button, field } from './fields';
import { html, type Markup } from './html';
import { ruleText } from './password-rules';
import type { Screen, View } from './view';

type Errors = Readonly<Record<string, string>>;

export function page({ screen, errors = {}, alert, notice }: View, token: string, faulty: FaultCheck): string {
  const wrong = alert ?? (Object.keys(errors).length > 0 && `À corriger : ${Object.values(errors).join(' ')}`);
  // Checked by the server alone, so that its words and not those of the browser say what is wrong.
  const unchecked = !faulty('regles-dans-la-page') && html`novalidate`;
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${titles[screen.name]} – Portail des téléprocédures</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header><h1>Portail des téléprocédures</h1></header>
        <main>
          ${wrong && html`<p class="alerte" role="alert">${wrong}</p>`}
          ${notice && html`<p class="avis" role="status">${notice}</p>`}
          <form method="post" action="/" accept-charset="utf-8" ${unchecked}>
            <input type="hidden" name="jeton" value="${token}" />
            ${sections(screen, errors, faulty)}
          </form>
        </main>
      </body>
    </html>`.text;
}

const titles: Readonly<Record<Screen['name'], string>> = {
  home: 'Accueil',
  'sign-in': 'Se connecter',
  identification: 'Retrouver l’accès : votre compte',
  question: 'Retrouver l’accès : votre question de confiance',
  password: 'Retrouver l’accès : votre nouveau mot de passe',
  changed: 'Demande reçue',
  summary: 'C’est fait',
  space: 'Vos services et dossiers',
};

function sections(screen: Screen, errors: Errors, faulty: FaultCheck): Markup[] {
  switch (screen.name) {
    case 'home':
      return [welcome(faulty)];
    case 'sign-in':
      return [signInStep(screen.email, errors)];
    case 'identification':
      return [identificationStep(screen, errors)];
    case 'question': {
      const early = faulty('champs-trop-tot') ? [passwordStep(errors, faulty)] : [];
      return [recognised(screen.account), questionStep(screen.question, errors), ...early];
    }
    case 'password':
      return [recognised(screen.account), answered(screen.account, screen.answer), passwordStep(errors, faulty)];
    case 'changed':
      return [
        recognised(screen.account),
        html`<section>
          <h2>Demande reçue</h2>
          ${button('suite', 'Poursuivre')}
        </section>`,
      ];
    case 'summary':
      return [recognised(screen.account), answered(screen.account), done(screen.account)];
    case 'space':
      return [space(screen.account, screen.opened)];
  }
}

function welcome(faulty: FaultCheck): Markup {
  return html`<section aria-labelledby="accueil">
    <h2 id="accueil">Bienvenue</h2>
    <p>Déclarez, payez et suivez vos dossiers en ligne.</p>
    ${button('ouvrir', faulty('bouton-espace-renomme') ? 'Entrer' : 'Votre espace professionnel')}
  </section>`;
}

function signInStep(email: string | undefined, errors: Errors): Markup {
  return html`<section class="faite" aria-label="Accueil">
      <p>Bienvenue. L’accès à vos dossiers demande une adresse et un mot de passe.</p>
    </section>
    <section aria-label="Identifiants">
      <fieldset>
        <legend>Se connecter</legend>
        ${signInFields(errors, email)}
      </fieldset>
      <p><a href="/?oubli">Mot de passe oublié</a></p>
    </section>`;
}

function signInFields(errors: Errors, email?: string): Markup[] {
  return [
    field({
      name: 'ident',
      label: 'Votre adresse e-mail',
      type: 'text',
      value: email,
      autocomplete: 'username',
      error: errors['ident'],
    }),
    field({
      name: 'passe',
      label: 'Votre mot de passe',
      type: 'password',
      autocomplete: 'current-password',
      error: errors['passe'],
    }),
    button('connexion', 'Connexion'),
  ];
}

function identificationStep({ captcha, email }: Screen & { name: 'identification' }, errors: Errors): Markup {
  return html`<section aria-label="Étape 1 sur 3">
    <fieldset>
      <legend>Votre compte</legend>
      ${field({ name: 'adr', label: 'Adresse de messagerie du compte', type: 'email', value: email, autocomplete: 'email', error: errors['adr'] })}
      <img
        id="image"
        src="/image/${captcha.id}.png"
        width="${size.width}"
        height="${size.height}"
        alt="Six lettres et chiffres à recopier"
      />
      ${field({
        name: 'img',
        label: 'Lettres et chiffres de l’image',
        type: 'text',
        hint: 'Six caractères ; majuscules et minuscules se valent.',
        autocomplete: 'off',
        error: errors['img'],
      })}
      ${button('identifier', 'Continuer')} ${button('autre-image', 'Afficher une autre image')}
      ${button('abandonner', 'Abandonner')}
    </fieldset>
  </section>`;
}

function recognised({ email }: Account): Markup {
  return html`<section class="faite" aria-label="Étape 1, faite"><p>Adresse reconnue : ${email}</p></section>`;
}

function questionStep(question: string, errors: Errors): Markup {
  return html`<section aria-label="Étape 2 sur 3">
    <fieldset>
      <legend>Votre question de confiance</legend>
      <p id="question" class="question">${question}</p>
      ${field({ name: 'rep', label: 'Réponse', type: 'text', unlabelled: true, describedBy: 'question', error: errors['rep'] })}
      ${button('repondre', 'Continuer')} ${button('abandonner', 'Abandonner')}
    </fieldset>
  </section>`;
}

function answered({ question }: Account, answer?: string): Markup {
  return html`<section class="faite" aria-label="Étape 2, faite">
    <p>Question de confiance :</p>
    <p class="question">${question}</p>
    <p>Votre réponse est exacte${answer && html` : ${answer}`}.</p>
  </section>`;
}

function passwordStep(errors: Errors, faulty: FaultCheck): Markup {
  const pattern = faulty('regles-dans-la-page') ? '(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]{20,}' : undefined;
  const autocomplete = 'new-password';
  const again = field({ name: 'bis', label: 'Tapez-le à nouveau', type: 'password', error: errors['bis'], pattern });
  return html`<section aria-label="Étape 3 sur 3">
    <fieldset aria-describedby="regle">
      <legend>Votre nouveau mot de passe</legend>
      <p id="regle" class="aide">${ruleText}</p>
      ${field({
        name: 'neuf',
        label: 'Choisissez un mot de passe',
        type: 'password',
        describedBy: 'regle',
        error: errors['neuf'],
        autocomplete,
        pattern,
      })}
      ${!faulty('sans-confirmation') && again} ${button('valider', faulty('valider-renomme') ? 'Enregistrer' : 'Valider')}
      ${button('abandonner', 'Abandonner')}
    </fieldset>
  </section>`;
}

function done({ email, subscriberNumber }: Account): Markup {
  return html`<section aria-labelledby="fait">
    <h2 id="fait">C’est fait</h2>
    <p>Votre mot de passe a été changé. Un courriel de confirmation est envoyé à l’adresse ${email}.</p>
    <p>Votre numéro d’abonné : ${subscriberNumber}</p>
    <fieldset>
      <legend>Accéder à vos services avec votre nouveau mot de passe</legend>
      ${signInFields({})}
    </fieldset>
  </section>`;
}

function space({ email, subscriberNumber, services, dossiers }: Account, opened?: string): Markup {
  const list = (key: string, names: readonly string[]): Markup =>
    html`<ul>
      ${names.map((name, index) => html`<li><a href="/?${key}=${index}">${name}</a></li>`)}
    </ul>`;
  return html`<section aria-labelledby="espace">
      <h2 id="espace">Votre espace</h2>
      <p>Adresse du compte : ${email}</p>
      <p>Numéro d’abonné : ${subscriberNumber}</p>
      ${button('quitter', 'Se déconnecter')}
    </section>
    ${opened && html`<section aria-label="Ouvert"><p role="status">Vous consultez : ${opened}</p></section>`}
    <section aria-labelledby="services">
      <h2 id="services">Vos services</h2>
      ${list('service', services)}
    </section>
    <section aria-labelledby="dossiers">
      <h2 id="dossiers">Vos dossiers</h2>
      ${list('dossier', dossiers)}
    </section>`;
}
