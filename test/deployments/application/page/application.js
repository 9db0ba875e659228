// The application: a view for each screen, drawn in the shell's scene; addresses by the history API. The server decides what may be seen
// and what is accepted: a view asks it, and shows what it says.
import { actionButton, definitions, element, form, input, list, say, scene } from './elements.js';
import { get, getSession, messageOf, post, Refusal } from './server.js';

const settings = JSON.parse(document.getElementById('reglages').textContent);
const page = document.getElementById('page');
const main = document.querySelector('main');

const screens = [
  { path: /^\/$/, view: homeView },
  { path: /^\/connexion$/, view: signInView },
  { path: /^\/oubli$/, view: identificationView },
  { path: /^\/oubli\/question$/, step: 'question', view: questionView },
  { path: /^\/oubli\/nouveau$/, step: 'nouveau', view: newPasswordView },
  { path: /^\/oubli\/recapitulatif$/, step: 'recapitulatif', view: summaryView },
  { path: /^\/espace$/, view: spaceView },
  { path: /^\/espace\/services\/(\d+)$/, view: serviceView },
];

let latestTurn = 0;
let imagesAsked = 0;

window.addEventListener('popstate', () => void showScreen());
document.addEventListener('click', followLink);
void showScreen();

// The views. Each returns a title, what to put under it and, for the summary, a dialog to show over it.

function homeView() {
  return {
    title: 'Téléprocédures des entreprises',
    content: [
      element('p', {}, 'Déclarez, payez et suivez vos démarches en ligne.'),
      actionButton(settings.libelles.espace, () => goTo('/connexion')),
    ],
  };
}

function signInView() {
  const password = input('motDePasse', { type: 'password', autocomplete: 'current-password' });
  const fields = [
    input('identifiant', {
      'aria-label': 'Identifiant (adresse électronique)',
      placeholder: 'Identifiant (adresse électronique)',
      autocomplete: 'username',
    }),
    element('label', {}, 'Mot de passe ', password),
  ];
  async function submit(values) {
    await post('/api/connexion', values);
    await goTo('/espace');
  }
  return {
    title: 'Accès à vos services',
    content: [
      form(fields, settings.libelles.connexion, submit, () => (password.value = '')),
      element('p', {}, element('a', { href: '/oubli' }, settings.libelles.oubli)),
    ],
  };
}

async function identificationView() {
  const image = element('img', { alt: 'Image dont les caractères sont à recopier', width: '240', height: '80' });
  const characters = input('caracteres', { autocomplete: 'off' });
  const email = input('mel', {
    'aria-label': 'Mél',
    placeholder: 'Mél : prenom.nom@entreprise.example',
    inputmode: 'email',
    autocomplete: 'email',
  });
  // Each image can be submitted once: after a refusal, the next attempt needs another.
  async function renewImage() {
    characters.value = '';
    image.src = `/api/image?n=${(imagesAsked += 1)}`;
    // An image that does not come is shown as such by the browser.
    await image.decode().catch(() => undefined);
  }
  async function submit(values) {
    await post('/api/identification', values);
    await goTo('/oubli/question');
  }
  if (!settings.avecImage) return { title: 'Identifiez-vous', content: [form([email], settings.libelles.continuer, submit)] };
  await renewImage();
  const fields = [
    email,
    element('figure', {}, image),
    actionButton('Changer l’image', renewImage),
    element('label', {}, 'Caractères affichés dans le cadre ', characters),
  ];
  return { title: 'Identifiez-vous', content: [form(fields, settings.libelles.continuer, submit, renewImage)] };
}

async function questionView() {
  const { question } = await get('/api/question');
  const answer = input('reponse', { 'aria-labelledby': 'question-posee', placeholder: 'Votre réponse', autocomplete: 'off' });
  async function submit(values) {
    await post('/api/reponse', values);
    await goTo('/oubli/nouveau');
  }
  return {
    title: 'Votre question de confiance',
    content: [
      element('p', { id: 'question-posee' }, question),
      form([answer], settings.libelles.continuer, submit, () => (answer.value = '')),
    ],
  };
}

function newPasswordView() {
  const kind = { type: 'password', autocomplete: 'new-password' };
  const first = input('nouveau', { ...kind, 'aria-labelledby': 'intitule-nouveau', placeholder: 'Chiffres et lettres' });
  const second = input('repetition', { ...kind, 'aria-labelledby': 'intitule-repetition', placeholder: 'Le même' });
  const fields = [element('p', { id: 'intitule-nouveau' }, 'Nouveau mot de passe'), first];
  if (settings.avecConfirmation) {
    fields.push(element('p', { id: 'intitule-repetition' }, 'Saisissez-le une seconde fois'), second);
  }
  async function submit(values) {
    if (settings.controleLocal && !obeysRule(values.nouveau)) throw new Refusal(settings.regle);
    await post('/api/mot-de-passe', values);
    if (settings.recapitulatifImmediat) await goTo('/oubli/recapitulatif');
    else scene.replaceChildren(actionButton('Poursuivre', () => goTo('/oubli/recapitulatif')));
  }
  return {
    title: 'Choisissez un mot de passe',
    content: [
      element('p', {}, settings.regle),
      form(fields, settings.libelles.valider, submit, () => (first.value = second.value = '')),
    ],
  };
}

function obeysRule(password) {
  return password.length >= 20 && /^[0-9A-Za-z]+$/.test(password) && /[0-9]/.test(password) && /[A-Za-z]/.test(password);
}

async function summaryView() {
  const { mel, numeroAbonne, reponse, suite } = await get('/api/recapitulatif');
  const rows = [
    ['Adresse électronique', mel],
    ['Numéro d’abonné', numeroAbonne],
  ];
  if (reponse !== undefined) rows.push(['Réponse de confiance', reponse]);
  const wayOn = element('a', { href: suite }, 'Accéder à mes services en ligne');
  return {
    title: 'Demande traitée',
    content: [element('p', {}, 'Votre demande de changement de mot de passe est terminée.')],
    dialog: element(
      'dialog',
      { open: '', 'aria-labelledby': 'titre-recapitulatif' },
      element('h2', { id: 'titre-recapitulatif', tabindex: '-1' }, 'Récapitulatif'),
      element('p', {}, 'Votre mot de passe a été changé. Un courriel de confirmation vous est adressé.'),
      definitions(rows),
      ...(settings.recapitulatifAvecIssue ? [wayOn] : []),
    ),
  };
}

async function spaceView() {
  const { mel, numeroAbonne, services, dossiers } = await get('/api/espace');
  async function signOut() {
    await post('/api/deconnexion', {});
    await goTo('/');
  }
  return {
    title: 'Bienvenue dans votre espace',
    content: [
      definitions([
        ['Adresse électronique', mel],
        ['Numéro d’abonné', numeroAbonne],
      ]),
      element('h2', {}, 'Services'),
      list(services.map((service, rank) => element('a', { href: `/espace/services/${rank}` }, service))),
      element('h2', {}, 'Dossiers'),
      list(dossiers),
      actionButton('Se déconnecter', signOut),
    ],
  };
}

async function serviceView([, rank]) {
  const { services } = await get('/api/espace');
  const service = services[Number(rank)];
  if (service === undefined) return notFoundView();
  return {
    title: service,
    content: [
      element('p', {}, 'Ce service est à votre disposition.'),
      element('a', { href: '/espace' }, 'Revenir à mes services'),
    ],
  };
}

function notFoundView() {
  return { title: 'Page introuvable', content: [element('a', { href: '/' }, 'Revenir à l’accueil')] };
}

function unavailableView() {
  return { title: 'Service indisponible', content: [element('a', { href: '/' }, 'Revenir à l’accueil')] };
}

// Addresses.

async function goTo(path, message) {
  history.pushState(null, '', path);
  await showScreen(message);
}

function followLink(event) {
  const link = event.target.closest('a[href^="/"]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  event.preventDefault();
  void goTo(link.getAttribute('href'));
}

/** Draws the screen of the present address, or the one to which the server sends back. */
async function showScreen(message = '') {
  const turn = (latestTurn += 1);
  main.setAttribute('aria-busy', 'true');
  try {
    const session = await getSession();
    if (turn !== latestTurn) return;
    const { step, view, match } = screenAt(location.pathname);
    if (step !== undefined && !session.ecrans.includes(step))
      return await sendBack('/oubli', 'Reprenez la procédure depuis le début.');
    const drawing = await view(match);
    // Another screen may have been asked for meanwhile.
    if (turn === latestTurn) draw(drawing, message);
  } catch (error) {
    if (turn !== latestTurn) return;
    if (error.status === 401) return await sendBack('/connexion', error.message);
    draw(unavailableView(), messageOf(error));
  }
}

function screenAt(path) {
  for (const screen of screens) {
    const match = screen.path.exec(path);
    if (match) return { ...screen, match };
  }
  return { view: notFoundView };
}

async function sendBack(path, message) {
  history.replaceState(null, '', path);
  await showScreen(message);
}

function draw({ title, content, dialog }, message) {
  document.title = `${title} – Téléprocédures des entreprises`;
  const heading = element('h1', { tabindex: '-1' }, title);
  scene.replaceChildren(heading, ...content);
  say(message);
  document.querySelector('dialog')?.remove();
  page.inert = dialog !== undefined;
  if (dialog) document.body.append(dialog);
  (dialog?.querySelector('h2') ?? heading).focus();
  main.removeAttribute('aria-busy');
}
