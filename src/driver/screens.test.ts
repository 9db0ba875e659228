import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Account } from '../target/account';
import { recogniseScreen, type ScreenName } from './screens';
import { pageOf } from './testing';

const account: Account = {
  email: 'camille@lumiere.example',
  password: 'x',
  question: 'Quelle était l’adresse de votre école ?',
  answer: 'y',
  subscriberNumber: '800123456',
  services: ['Déclarer la TVA'],
  dossiers: ['Lumière du Sud SARL'],
};

const signInForm = `<form><label>Identifiant (adresse électronique) <input type="email"></label>
  <label>Mot de passe <input type="password"></label><button>Connexion</button></form>`;
const identificationForm = `<form><label>Adresse électronique <input></label><img src="/i/1" alt="Image">
  <label>Caractères de l’image <input></label><button>Continuer</button></form>`;
const passwordForm = `<form><label>Nouveau mot de passe <input type="password"></label>
  <label>Confirmez le nouveau mot de passe <input type="password"></label><button>Valider</button></form>`;

const steps = '<ol><li>Identification</li><li>Question de confiance</li><li>Récapitulatif</li></ol>';

const screens: Readonly<Record<string, readonly [ScreenName, string]>> = {
  home: ['home', '<h1>Bienvenue</h1><a href="/c">Votre espace professionnel</a>'],
  'home with a search': [
    'home',
    '<form role="search"><input type="search"><button>Valider</button></form><button>Votre espace professionnel</button>',
  ],
  'home that lists public services': ['home', '<a href="/c">Votre espace professionnel</a><p>Déclarer la TVA</p>'],
  'home that lists the steps': ['home', `${steps}<a href="/c">Votre espace professionnel</a>`],
  'sign-in that lists the steps': ['sign-in', `${steps}${signInForm}`],
  'refusal that lists the steps': ['other', `${steps}<p>Votre session a expiré.</p><a href="/o">Recommencer</a>`],
  'summary that lists the steps, with the sign-in form': ['summary', `${steps}<p>${account.email}</p>${signInForm}`],
  'summary by its title, under a link home': [
    'summary',
    '<title>Récapitulatif</title><a href="/">Votre espace professionnel</a><a href="/c">Suite</a>',
  ],
  'summary of somebody who is signed in': ['summary', '<title>Récapitulatif</title><button>Déconnexion</button>'],
  'services titled as a summary, once signed in': [
    'services',
    '<title>Récapitulatif</title><button>Déconnexion</button><p>Lumière du Sud SARL</p>',
  ],
  'services with a link to some document': [
    'services',
    '<p>Lumière du Sud SARL</p><a href="/r">Récapitulatif des déclarations</a>',
  ],
  'services under a link home': [
    'services',
    '<a href="/">Votre espace professionnel</a><p>Déclarer la TVA</p><p>Lumière du Sud SARL</p>',
  ],
  'identification without a form': ['identification', identificationForm.replace(/<\/?form>/g, '')],
  'question without a form': ['question', '<p>Animal ?</p><label>Votre réponse <input></label><button>Continuer</button>'],
  'new password without a form': ['new-password', passwordForm.replace(/<\/?form>/g, '')],
  'sign-in without a form': ['sign-in', signInForm.replace(/<\/?form>/g, '')],
  'sign-in': ['sign-in', `${signInForm}<a href="/o">Mot de passe oublié ?</a>`],
  'sign-in with a breadcrumb to the home page': ['sign-in', `<a href="/">Votre espace professionnel</a>${signInForm}`],
  'sign-in whose button has another label': ['sign-in', signInForm.replace('Connexion', 'Se connecter')],
  'sign-in in a table without labels': [
    'sign-in',
    '<form><table><tr><td>Identifiant<td><input><tr><td>Mot de passe<td><input type="password"></table><button>Connexion</button></form>',
  ],
  'sign-in with a captcha of its own': [
    'sign-in',
    signInForm.replace('<button>', '<img src="/captcha"><label>Code de l’image <input></label><button>'),
  ],
  'sign-in that speaks of the summary of registration': [
    'sign-in',
    `${signInForm}<p>Ces informations figurent sur le récapitulatif d’inscription.</p>`,
  ],
  'sign-in that speaks of a change as a condition': [
    'sign-in',
    `${signInForm}<p>Si votre mot de passe a été modifié, utilisez le nouveau.</p>`,
  ],
  'sign-in after a change that did not happen': [
    'sign-in',
    `${signInForm}<p role="alert">Votre session a expiré. Votre mot de passe n’a pas été modifié.</p>`,
  ],
  identification: ['identification', identificationForm],
  'identification with a link to sign in': ['identification', `<a href="/c">Connexion</a>${identificationForm}`],
  'identification beside a sign-in form': ['identification', `${signInForm}${identificationForm}`],
  'identification without labels': [
    'identification',
    '<form><input type="email"><img src="/x/captcha.png"><input><button>Continuer</button></form>',
  ],
  'identification asked as a question': [
    'identification',
    identificationForm.replace('Adresse électronique', 'Quelle est votre adresse électronique ?'),
  ],
  'identification refused': ['identification', `<p role="alert">Les caractères sont incorrects.</p>${identificationForm}`],
  'identification without a captcha': [
    'identification',
    '<form><label>Adresse électronique <input></label><button>Continuer</button></form>',
  ],
  'captcha asked again alone': [
    'identification',
    '<form><img src="/i" alt="Image"><label>Caractères de l’image <input></label><button>Continuer</button></form>',
  ],
  question: [
    'question',
    '<p>Quel est votre animal ?</p><form><label>Votre réponse <input></label><button>Continuer</button></form>',
  ],
  'question without a label': ['question', '<p>Quel est votre animal ?</p><form><input><button>Continuer</button></form>'],
  'question as the label': ['question', `<form><label>${account.question} <input></label><button>Continuer</button></form>`],
  'question above a field without a label': [
    'question',
    `<p>${account.question}</p><form><img src="aide.png" alt="Aide"><input><button>Continuer</button></form>`,
  ],
  'question with the captcha asked again': [
    'question',
    '<form><label>Votre réponse <input></label><img src="/captcha"><label>Code <input></label><button>Continuer</button></form>',
  ],
  'question whose answer is masked': [
    'question',
    '<form><label>Réponse <input type="password"></label><button>Continuer</button></form>',
  ],
  'question as the label of a masked field': [
    'question',
    `<form><label>${account.question} <input type="password"></label><button>Continuer</button></form>`,
  ],
  'new password': ['new-password', passwordForm],
  'new password that speaks of the summary to come': [
    'new-password',
    `<p>Vous serez dirigé vers le récapitulatif.</p>${passwordForm}`,
  ],
  'new password shown in clear': ['new-password', passwordForm.replaceAll('type="password"', 'type="text"')],
  'new password without its confirmation': [
    'new-password',
    '<form><label>Nouveau mot de passe <input type="password"></label><button>Valider</button></form>',
  ],
  'new password refused': [
    'new-password',
    `<p role="alert">Votre mot de passe doit être différent du dernier utilisé.</p>${passwordForm}`,
  ],
  summary: ['summary', '<h1>Récapitulatif</h1><p>Votre mot de passe a été modifié.</p><a href="/s">Accéder à mes services</a>'],
  'summary that only says so': ['summary', '<h1>Récapitulatif</h1><a href="/s">Continuer</a>'],
  'summary with the sign-in form': ['summary', `<p>Votre nouveau mot de passe est enregistré.</p>${signInForm}`],
  'summary by its title, with the sign-in form': ['summary', `<title>Récapitulatif</title>${signInForm}`],
  'summary with the account': [
    'summary',
    `<p>La modification de votre mot de passe a bien été prise en compte.</p><p>${account.email} ${account.subscriberNumber}</p><a href="/">Accueil</a>`,
  ],
  'summary as a dialog over the form': [
    'summary',
    `${passwordForm}<div role="dialog" aria-modal="true">Votre mot de passe a bien été changé. <a href="/c">Connexion</a></div>`,
  ],
  'summary that only says so, as a dialog over the form': [
    'summary',
    `${passwordForm}<div role="dialog" aria-modal="true"><h2>Récapitulatif</h2><a href="/c">Connexion</a></div>`,
  ],
  services: ['services', '<h1>Vos services</h1><ul><li>Déclarer la TVA</li></ul>'],
  'services that say when the password was changed': [
    'services',
    '<p>Votre mot de passe a été modifié le 3 mars.</p><p>Lumière du Sud SARL</p><button>Déconnexion</button>',
  ],
  'services of another account': [
    'services',
    '<h1>Vos services</h1><a href="/">Votre espace professionnel</a><button>Déconnexion</button>',
  ],
  'services by the number alone': ['services', '<p>Abonné n° 800123456</p>'],
  'a refusal that repeats the address': ['other', `<p>Mot de passe incorrect pour ${account.email}.</p>`],
  nothing: ['other', ''],
  'a text': ['other', '<p>Merci de votre visite.</p>'],
};

describe('recogniseScreen', () => {
  for (const [name, [screen, source]] of Object.entries(screens)) {
    it(name, () => assert.equal(recogniseScreen(pageOf(source), { account }), screen));
  }

  it('knows a success by many words', () => {
    const said = [
      'Le changement de votre mot de passe est effectif.',
      'Nous avons modifié votre mot de passe.',
      'Vous avez changé de mot de passe.',
      'Votre mot de passe est à jour.',
      'Le nouveau mot de passe est en vigueur.',
      'Réinitialisation réussie.',
      'Votre mot de passe a été renouvelé.',
      'Vous pouvez dès à présent accéder à vos services avec votre nouveau mot de passe.',
    ];
    for (const words of said) assert.equal(recogniseScreen(pageOf(`<p>${words}</p><a href="/s">Suite</a>`)), 'summary', words);
    assert.equal(recogniseScreen(pageOf('<title>Mot de passe modifié — Portail</title><a href="/s">Suite</a>')), 'summary');
    const unsaid = [
      'Une fois la procédure suivie, vous pouvez désormais vous connecter avec votre nouveau mot de passe.',
      'Nous n’avons pas modifié votre mot de passe.',
      'Votre mot de passe n’est pas à jour.',
      'Le changement de votre mot de passe n’est pas effectif.',
      'Si vous avez changé de mot de passe, utilisez le nouveau.',
    ];
    for (const words of unsaid) assert.equal(recogniseScreen(pageOf(`<p>${words}</p><a href="/s">Suite</a>`)), 'other', words);
  });

  it('needs no account for the screens of the procedure', () => {
    const needing = new Set([
      'question as the label',
      'question as the label of a masked field',
      'services that say when the password was changed',
      'question above a field without a label',
      'services',
      'services by the number alone',
      'services under a link home',
      'services with a link to some document',
      'services titled as a summary, once signed in',
      'summary that lists the steps, with the sign-in form',
    ]);
    for (const [name, [screen, source]] of Object.entries(screens))
      if (!needing.has(name)) assert.equal(recogniseScreen(pageOf(source)), screen, name);
  });

  it('takes a failure of the server for an error, whatever it shows', () => {
    for (const source of ['', '<h1>Erreur</h1>', identificationForm])
      assert.equal(recogniseScreen(pageOf(source, { status: 500 })), 'error');
    assert.equal(
      recogniseScreen(pageOf('<h1>Introuvable</h1><a href="/">Votre espace professionnel</a>', { status: 404 })),
      'error',
    );
    assert.equal(
      recogniseScreen(pageOf('{"erreur":"trop de demandes"}', { status: 429, contentType: 'application/json' })),
      'error',
    );
  });

  it('reads a refusal by the screen that it shows', () => {
    assert.equal(recogniseScreen(pageOf(passwordForm, { status: 422 })), 'new-password');
    assert.equal(recogniseScreen(pageOf(signInForm, { status: 401 })), 'sign-in');
  });

  it('tells a change that is done from one refused, asked for or announced', () => {
    const screenAfter = (sentence: string): ScreenName => recogniseScreen(pageOf(`<p>${sentence}</p>${passwordForm}`));
    for (const done of [
      'Votre mot de passe a été modifié.',
      'Votre mot de passe a bien été enregistré !',
      'Votre nouveau mot de passe est désormais actif.',
      'Le changement de votre mot de passe est effectué.',
      'Mot de passe réinitialisé avec succès',
      'Votre mot de passe vient d’être changé : connectez-vous.',
      'Félicitations ! Vous pouvez vous connecter.',
    ])
      assert.equal(screenAfter(done), 'summary', done);
    for (const refused of [
      'Le mot de passe est invalide.',
      'Le mot de passe est valide 12 mois.',
      'Votre mot de passe a expiré et doit être changé.',
      'Ce mot de passe a déjà été utilisé.',
      'Le mot de passe n’a pas été enregistré.',
      'Le mot de passe est modifié dès que vous cliquez sur « Valider ».',
      'Votre mot de passe ne peut être modifié.',
      'Après avoir cliqué, votre mot de passe est enregistré.',
      'La modification de votre mot de passe n’a pas été prise en compte.',
      'Échec : votre mot de passe n’est pas modifié.',
    ])
      assert.equal(screenAfter(refused), 'new-password', refused);
  });

  it('knows an espace by marks that no other page bears, where nothing is known of its account', () => {
    const espace = pageOf('<title>Mes dossiers</title><a href="/fermer">Fermer ma session</a>');
    const form = '<form><label>Mot de passe <input type="password"></label><label>Identifiant <input></label></form>';
    assert.equal(recogniseScreen(espace), 'other');
    assert.equal(recogniseScreen(espace, { signedIn: ['fermer ma  session', 'Mes dossiers'] }), 'services');
    assert.equal(recogniseScreen(espace, { signedIn: ['Fermer ma session', 'Mon compte'] }), 'other');
    assert.equal(recogniseScreen(espace, { signedIn: [] }), 'other');
    const refused = pageOf(`<title>Mes dossiers</title>${form}<a href="/fermer">Fermer ma session</a>`);
    assert.equal(recogniseScreen(refused, { signedIn: ['Fermer ma session'] }), 'sign-in');
  });

  it('takes no data for a screen', () => {
    assert.equal(recogniseScreen(pageOf('{"recapitulatif":true}', { contentType: 'application/json' })), 'other');
    assert.equal(recogniseScreen(pageOf('', { contentType: 'application/pdf' })), 'other');
  });
});
