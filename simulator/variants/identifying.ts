/** Variants of the identification: addresses, unknown ones, and the CAPTCHA. */
import { assign } from 'xstate';
import type { Challenge } from '../captcha/challenge';
import type { Override } from '../bending';
import type { Account } from '../directory';
import { both, formOf, posted, rewritten, senderOf, sessionOf } from '../faults/support';
import type { Parts } from '../parts';
import { isWellFormedAddress } from '../rules/address';
import type { Rules } from '../rules';
import type { Session, Sessions } from '../sessions';
import { paths } from '../web/paths';
import { draw } from './drawing';
import { entering, follow, repainted, restated } from './entering';
import type { Variant } from './variant';

const CHECK_PATH = '/controle';
const CHECK_FIELD = 'controle';
const NBSP = '\u00a0';

/** When the question screen asks for characters again (AMB-18). */
const repetitions: readonly (Pick<Variant, 'id' | 'title' | 'difference'> & { asks: (session: Session) => boolean })[] = [
  {
    id: 'VAR-captcha-redemande',
    title: both('CAPTCHA redemandé après une réponse fausse', 'CAPTCHA asked again after a wrong answer'),
    difference: both(
      'La question revient avec une nouvelle image à recopier',
      'The question comes back with a new image to copy',
    ),
    asks: ({ actor }) => actor.getSnapshot().context.wrongAnswers > 0,
  },
  {
    id: 'VAR-captcha-deux-fois',
    title: both('CAPTCHA demandé avec la question aussi', 'CAPTCHA asked with the question too'),
    difference: both(
      'L’écran de la question porte toujours une image à recopier',
      'The question screen always has an image to copy',
    ),
    asks: () => true,
  },
];

export const identifyingVariants: readonly Variant[] = [
  {
    id: 'VAR-adresse-sans-casse',
    title: both('Adresse sans égard à la casse', 'Address in any letter case'),
    readings: { 'AMB-13': 'adresse-insensible-casse' },
    difference: both(
      'La casse ne compte pas ; une espace autour fait une autre adresse',
      'Letter case does not count; a blank around makes another address',
    ),
    override: (_, { accounts }) => {
      const find = (typed: string): Account | undefined => accounts.find(({ email }) => lower(typed) === lower(email));
      return { rules: { findAccount: find, signInAccount: find } };
    },
  },
  {
    id: 'VAR-inconnu-explicite',
    title: both('Adresse inconnue dite comme telle', 'Unknown address said to be so'),
    readings: { 'AMB-14': 'message-explicite' },
    difference: both(
      'L’identification revient avec un message qui dit que l’adresse n’est celle d’aucun espace',
      'The identification comes back with a message that says that the address is of no space',
    ),
    override: ({ rules }) => ({
      rules: { isWellFormedAddress: (typed) => isKnown(rules, typed) },
      views: draw({
        words: { problem: { addressMalformed: `Cette adresse n’est celle d’aucun espace professionnel${NBSP}: vérifiez-la.` } },
      }),
    }),
  },
  {
    id: 'VAR-inconnu-generique',
    title: both('Un message pour l’adresse comme pour l’image', 'One message for the address and the image alike'),
    readings: { 'AMB-14': 'message-générique' },
    difference: both(
      'L’identification revient sans dire ce qui est faux',
      'The identification comes back without saying what is wrong',
    ),
    override: ({ rules }) => {
      const message = 'L’adresse ou les caractères de l’image sont inexacts.';
      const codes = ['addressMissing', 'addressMalformed', 'charactersMissing', 'charactersWrong'] as const;
      return {
        rules: { isWellFormedAddress: (typed) => isKnown(rules, typed) },
        views: draw({
          words: { problem: Object.fromEntries(codes.map((code) => [code, message])) },
          pieces: (plain) => ({
            field: (field) => plain.field({ ...field, problems: [] }),
            form: (form) =>
              `${form.problems
                .slice(0, 1)
                .map((one) => `<p role="alert">${one}</p>`)
                .join('')}${plain.form(form)}`,
          }),
        }),
      };
    },
  },
  {
    id: 'VAR-captcha-reutilisable',
    title: both('CAPTCHA réutilisable dans la visite', 'CAPTCHA that may serve again within the visit'),
    readings: { 'AMB-15': 'captcha-réutilisable-dans-la-session' },
    difference: both(
      'Après un refus l’image reste la même ; elle ne change qu’à un nouvel affichage',
      'After a refusal the image stays; it only changes at a new display',
    ),
    override: () => ({
      machine: {
        actions: {
          issueChallenge: assign(({ context, event }) => {
            const kept = event.type === 'identity.submitted' ? context.challenge : undefined;
            return { challenge: kept ?? context.desk.captcha.issue() };
          }),
        },
      },
    }),
  },
  {
    id: 'VAR-captcha-dans-la-page',
    title: both('Image incluse dans la page, espaces ignorées', 'Image within the page, blanks ignored'),
    readings: {},
    difference: both(
      'L’image est dans la source, sans texte de remplacement ; espaces et casse ne comptent pas',
      'The image is in the source, without alternative text; blanks and letter case do not count',
    ),
    override: (reference, { sessions }) => ({
      ...entering(reference, async (request, routes) => {
        const answer = await routes(request);
        const policy = answer.headers.get('content-security-policy') ?? '';
        answer.headers.set('content-security-policy', policy.replace("img-src 'self'", "img-src 'self' data:"));
        return answer;
      }),
      rules: { isCaptchaRight: (typed, { text }) => typed?.replace(/\s/g, '').toUpperCase() === text },
      views: {
        identification: rewritten(reference.views.identification, /<img class="captcha"[^>]*>/, ({ token }) => {
          const challenge = sessionOf(sessions, token)?.actor.getSnapshot().context.challenge;
          const bytes = challenge ? reference.captcha.picture(challenge) : new Uint8Array();
          return `<img src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}">`;
        }),
      },
    }),
  },
  {
    id: 'VAR-captcha-a-la-connexion',
    title: both('CAPTCHA à la connexion aussi', 'CAPTCHA at the sign-in too'),
    readings: {},
    difference: both(
      'L’écran de connexion demande les caractères d’une image, changée à chaque affichage',
      'The sign-in screen asks for the characters of an image, which changes at each display',
    ),
    override: (reference, { sessions }) => {
      const { captcha, rules, views } = reference;
      const asked = new WeakMap<Session['actor'], Challenge>();
      return {
        views: {
          signIn(view) {
            const challenge = captcha.issue();
            const session = sessionOf(sessions, view.token);
            if (session) asked.set(session.actor, challenge);
            return views.signIn(view).replace('<button', () => `${checkField(challenge)}<button`);
          },
        },
        ...checking(reference, sessions, paths.signIn, asked, rules.isCaptchaRight),
      };
    },
  },
  ...repetitions.map(({ asks, ...described }): Variant => ({
    ...described,
    readings: { 'AMB-18': 'captcha-répété' },
    override: (reference, { sessions }) => {
      const { captcha, rules, views } = reference;
      const asked = new WeakMap<Session['actor'], Challenge>();
      return {
        views: {
          question(view) {
            const session = sessionOf(sessions, view.token);
            const html = views.question(view);
            if (!session || !asks(session)) return html;
            const challenge = captcha.issue();
            asked.set(session.actor, challenge);
            return html.replace('<button', () => `${checkField(challenge)}<button`);
          },
        },
        ...checking(reference, sessions, paths.question, asked, rules.isCaptchaRight),
      };
    },
  })),
];

function checkField({ id }: Challenge): string {
  return (
    `<p><img src="${CHECK_PATH}/${id}" alt="Caractères à recopier"><label for="${CHECK_FIELD}">Caractères de l’image</label>` +
    `<input id="${CHECK_FIELD}" name="${CHECK_FIELD}" autocomplete="off"></p>`
  );
}

/** Serves the images that a screen asks to copy, and sends its form on once they were. */
function checking(
  reference: Readonly<Parts>,
  sessions: Sessions,
  path: string,
  asked: WeakMap<Session['actor'], Challenge>,
  isRight: Rules['isCaptchaRight'],
): Override {
  return entering(reference, async (request, routes) => {
    const { pathname } = new URL(request.url);
    const session = senderOf(sessions, request);
    const challenge = session && asked.get(session.actor);
    if (pathname.startsWith(`${CHECK_PATH}/`)) {
      if (!challenge || !pathname.endsWith(challenge.id)) return new Response('', { status: 404 });
      return new Response(reference.captcha.picture(challenge), { headers: { 'content-type': 'image/png' } });
    }
    if (request.method !== 'POST' || pathname !== path || !session || !challenge) return routes(request);
    const form = await formOf(request);
    const right = isRight(form.get(CHECK_FIELD) ?? undefined, challenge);
    form.delete(CHECK_FIELD);
    asked.delete(session.actor);
    if (right) return routes(posted(request, request.url, form));
    const again = await follow(request, path, new Headers(), routes);
    const message = '<p class="problem" role="alert">Les caractères saisis ne sont pas ceux de l’image.</p><form';
    return restated(await repainted(again, (html) => html.replace('<form', message)), 422);
  });
}

function isKnown(
  rules: { findAccount(typed: string): Account | undefined; mayRecover(account: Account): boolean },
  typed: string,
): boolean {
  const account = isWellFormedAddress(typed) ? rules.findAccount(typed) : undefined;
  return account !== undefined && rules.mayRecover(account);
}

/** In ASCII alone: « ı » is not « i ». */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
