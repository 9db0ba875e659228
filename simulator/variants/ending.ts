/** Variants of what follows « Valider »: the summary, and who is signed in. */
import { assign } from 'xstate';
import { both, escaped } from '../faults/support';
import { fresh } from '../machine';
import { fields, paths } from '../web/paths';
import { draw, hiddenToken } from './drawing';
import { entering, follow, locationOf } from './entering';
import type { Variant } from './variant';

const NBSP = '\u00a0';

export const endingVariants: readonly Variant[] = [
  {
    id: 'VAR-recap-minimal',
    title: both('Récapitulatif d’une phrase', 'A summary of one sentence'),
    readings: { 'AMB-20': 'récap-minimal' },
    difference: both(
      'Une confirmation et un lien, sans donnée du compte',
      'A confirmation and a link, with no data of the account',
    ),
    override: () => ({
      views: draw({
        words: {
          title: { summary: 'Mot de passe oublié' },
          lead: { summary: 'Votre nouveau mot de passe est enregistré.' },
          label: { onToServices: 'Connexion' },
        },
        pieces: { card: () => '' },
      }),
    }),
  },
  {
    id: 'VAR-recap-muet',
    title: both('Récapitulatif sans un mot du succès', 'A summary without a word of success'),
    readings: {},
    difference: both(
      'Un titre, « Récapitulatif de votre demande », les données du compte et un lien',
      'A title, « Récapitulatif de votre demande », the data of the account and a link',
    ),
    override: () => ({
      views: draw({ words: { title: { summary: 'Récapitulatif de votre demande' }, lead: { summary: '' } } }),
    }),
  },
  {
    id: 'VAR-recap-avec-connexion',
    title: both('Formulaire de connexion sur le récapitulatif', 'Sign-in form on the summary'),
    readings: {},
    difference: both(
      'On s’y connecte sans passer par un autre écran ; l’adresse y est déjà écrite',
      'One signs in there without another screen; the address is already written',
    ),
    override: ({ views }, { sessions }) => ({
      views: {
        summary: (view) => {
          const session = [...sessions.all()].find(({ actor }) => actor.getSnapshot().context.changed === view.card);
          return views
            .summary(view)
            .replace(
              /<p><a class="button".*?<\/p>/s,
              () =>
                `<form method="post" action="${paths.signIn}">${hiddenToken(session?.token ?? '')}` +
                `<label for="i">Identifiant</label><input id="i" name="${fields.identifier}" value="${escaped(view.card.email)}">` +
                `<label for="m">Nouveau mot de passe</label><input id="m" type="password" name="${fields.currentPassword}">` +
                '<button>Connexion</button></form>',
            );
        },
      },
    }),
  },
  {
    id: 'VAR-recap-en-dialogue',
    title: both('Récapitulatif dans une boîte de dialogue', 'Summary in a dialog'),
    readings: {},
    difference: both(
      'À la même adresse, par-dessus le formulaire qui vient d’être rempli',
      'At the same address, over the form that was just filled in',
    ),
    override: (reference) => ({
      views: {
        summary: (view) =>
          draw({ words: { lead: { newPassword: '' } } }).newPassword!({ token: '', problems: [] }).replace(
            '</body>',
            '<div role="dialog" aria-modal="true" aria-labelledby="titre"><h2 id="titre">Récapitulatif</h2>' +
              `<dl><dt>Adresse électronique</dt><dd>${escaped(view.card.email)}</dd></dl>` +
              `<p><a href="${paths.signIn}">Accéder à mes services</a></p></div></body>`,
          ),
      },
      ...entering(reference, async (request, routes) => {
        const answer = await routes(request);
        const location = request.method === 'POST' ? locationOf(answer) : undefined;
        return location === paths.summary ? follow(request, location, answer.headers, routes) : answer;
      }),
    }),
  },
  {
    id: 'VAR-connexion-automatique',
    title: both('« Valider » connecte l’usager', '« Valider » signs the user in'),
    readings: { 'AMB-22': 'connexion-automatique' },
    difference: both(
      'Le récapitulatif mène droit aux services, et offre de se déconnecter',
      'The summary leads straight to the services, and offers to sign out',
    ),
    override: ({ views }) => ({
      machine: {
        actions: {
          settle: assign(({ context: { account, address } }) => ({ ...fresh, address, changed: account, signedIn: account })),
        },
      },
      views: {
        summary: (view) =>
          views
            .summary(view)
            .replace('Votre mot de passe a été modifié. ', '')
            .replace(`href="${paths.signIn}"`, `href="${paths.services}"`)
            .replace('</nav>', `<a href="${paths.services}">Déconnexion</a></nav>`),
      },
    }),
  },
  {
    id: 'VAR-deja-connecte',
    title: both('Qui est connecté est renvoyé à son espace', 'Whoever is signed in is sent back to their space'),
    readings: { 'AMB-22': 'connexion-automatique', 'AMB-29': 'redirigé-vers-espace' },
    difference: both(
      `« Valider » connecte${NBSP}; l’écran de connexion et la procédure ne s’ouvrent plus tant que l’on n’est pas sorti`,
      '« Valider » signs in; neither the sign-in screen nor the procedure opens until one has signed out',
    ),
    override: ({ gate }) => ({
      machine: {
        actions: {
          settle: assign(({ context: { account, address } }) => ({ ...fresh, address, changed: account, signedIn: account })),
        },
      },
      gate: {
        admit(session, screen, method) {
          const inside = session.actor.getSnapshot().context.signedIn !== undefined;
          return !(inside && (screen === 'signIn' || screen === 'identification')) && gate.admit(session, screen, method);
        },
        missing: (session, screen) =>
          session?.actor.getSnapshot().context.signedIn === undefined ? gate.missing(session, screen) : 'services',
      },
    }),
  },
];
