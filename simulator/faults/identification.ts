/** Faults of the identification: the CAPTCHA and the look-up of the address. */
import { assign } from 'xstate';
import type { Challenge } from '../captcha/challenge';
import type { Account } from '../directory';
import { addressKey } from '../rules/address';
import type { Fault } from './fault';
import { both, rewritten } from './support';

/** Look-ups that take two different addresses for the same one: only the comparison differs. */
const lookups: readonly (Pick<Fault, 'id' | 'title' | 'requirements' | 'observation'> & { fold: (address: string) => string })[] =
  [
    {
      id: 'FLT-019',
      title: both('Adresses comparées sans les accents', 'Addresses compared without accents'),
      requirements: ['MPO-1.5-1', 'MPO-D-3'],
      observation: both('héléne@ obtient la question de helene@', 'héléne@ is asked the question of helene@'),
      fold: (address) => address.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    },
    {
      id: 'FLT-020',
      title: both(
        'Adresses comparées en capitales Unicode (CVE-2019-19844)',
        'Addresses compared in Unicode upper case (CVE-2019-19844)',
      ),
      requirements: ['MPO-1.5-1', 'MPO-2-26'],
      observation: both('mıke@ obtient la question et le courriel de mike@', 'mıke@ gets the question and the mail of mike@'),
      fold: (address) => address.toUpperCase(),
    },
    {
      id: 'FLT-021',
      title: both('Étiquette « +… » de l’adresse ignorée', 'Plus tag of the address dropped'),
      requirements: ['MPO-1.5-1', 'MPO-D-3'],
      observation: both('nom+étiquette@ obtient la question de nom@', 'name+tag@ is asked the question of name@'),
      fold: (address) => address.toLowerCase().replace(/\+[^@]*/, ''),
    },
  ];

export const identificationFaults: readonly Fault[] = [
  {
    id: 'FLT-009',
    title: both('CAPTCHA vérifié seulement si le paramètre est présent', 'CAPTCHA checked only when the parameter is present'),
    requirements: ['MPO-2-8'],
    observation: both('Sans le paramètre, la question s’affiche', 'Without the parameter, the question is displayed'),
    override: ({ rules }) => ({
      rules: { isCaptchaRight: (typed, challenge) => typed === undefined || rules.isCaptchaRight(typed, challenge) },
    }),
  },
  {
    id: 'FLT-010',
    title: both('CAPTCHA vide accepté si l’image n’a pas été demandée', 'Empty CAPTCHA accepted when the image was never loaded'),
    requirements: ['MPO-2-8'],
    observation: both('Sans charger l’image, une valeur vide passe', 'Without loading the image, an empty value passes'),
    override: ({ rules, captcha }) => {
      const loaded = new WeakSet<Challenge>();
      return {
        captcha: {
          picture(challenge) {
            loaded.add(challenge);
            return captcha.picture(challenge);
          },
        },
        rules: {
          isCaptchaRight: (typed, challenge) => (loaded.has(challenge) ? rules.isCaptchaRight(typed, challenge) : typed === ''),
        },
      };
    },
  },
  {
    id: 'FLT-011',
    title: both('Les caractères de l’image précédente restent valables', 'The characters of the previous image stay valid'),
    requirements: ['MPO-2-8'],
    observation: both('Après un nouvel affichage, la première valeur passe', 'After a new display, the first value passes'),
    override: ({ rules, captcha }) => {
      const previous = new WeakMap<Challenge, Challenge>();
      return {
        machine: {
          actions: {
            issueChallenge: assign(({ context }) => {
              const challenge = captcha.issue();
              if (context.challenge) previous.set(challenge, context.challenge);
              return { challenge };
            }),
          },
        },
        rules: {
          isCaptchaRight(typed, challenge) {
            const before = previous.get(challenge);
            return rules.isCaptchaRight(typed, challenge) || (before !== undefined && rules.isCaptchaRight(typed, before));
          },
        },
      };
    },
  },
  {
    id: 'FLT-013',
    title: both('CAPTCHA jamais vérifié par le serveur', 'CAPTCHA never checked by the server'),
    requirements: ['MPO-2-8', 'MPO-D-5'],
    observation: both('Une valeur fausse passe', 'A wrong value passes'),
    override: () => ({ rules: { isCaptchaRight: () => true } }),
  },
  {
    id: 'FLT-015',
    title: both('Le même CAPTCHA pour tous pendant une minute', 'The same CAPTCHA for everybody for one minute'),
    requirements: ['MPO-2-7'],
    observation: both('Vingt sessions neuves reçoivent la même valeur', 'Twenty fresh sessions get one value'),
    override: ({ captcha }, { now }) => {
      let minute = -1;
      let text = '';
      return {
        captcha: {
          issue() {
            const challenge = captcha.issue();
            const current = Math.floor(now() / 60_000);
            if (current !== minute) [minute, text] = [current, challenge.text];
            return { id: challenge.id, text };
          },
        },
      };
    },
  },
  {
    id: 'FLT-016',
    title: both('L’image du CAPTCHA est en erreur', 'The CAPTCHA image is an error'),
    requirements: ['MPO-2-7'],
    observation: both('L’image répond 500', 'The image answers 500'),
    override: () => ({
      captcha: {
        picture() {
          throw new Error('no picture');
        },
      },
    }),
  },
  {
    id: 'FLT-017',
    title: both('Seuls les 4 premiers caractères du CAPTCHA comptent', 'Only the first 4 characters of the CAPTCHA count'),
    requirements: ['MPO-2-8'],
    observation: both('Le bon début suivi d’autre chose passe', 'The right beginning followed by junk passes'),
    override: () => ({
      rules: { isCaptchaRight: (typed, { text }) => typed?.slice(0, 4).toUpperCase() === text.slice(0, 4) },
    }),
  },
  {
    id: 'FLT-018',
    title: both('Le début d’une adresse suffit', 'The beginning of an address is enough'),
    requirements: ['MPO-1.5-1'],
    observation: both('Une adresse tronquée affiche la question', 'A cut address displays the question'),
    override: (_, { accounts }) => ({
      rules: {
        isWellFormedAddress: (typed) => typed.trim() !== '',
        findAccount: (typed) => accounts.find(({ email }) => addressKey(email).startsWith(addressKey(typed))),
      },
    }),
  },
  ...lookups.map(({ fold, ...described }): Fault => ({
    ...described,
    override: (_, { accounts }) => ({
      rules: { findAccount: (typed) => accounts.find(({ email }) => fold(email) === fold(typed.trim())) },
    }),
  })),
  {
    id: 'FLT-022',
    title: both(
      'Adresses à apostrophe, sous-domaine, chiffre ou accent refusées',
      'Addresses with an apostrophe, a sub-domain, a digit or an accent refused',
    ),
    requirements: ['MPO-1.5-1'],
    observation: both('o’connor@… est enregistrée, mais refusée', 'o’connor@… is registered, but refused'),
    override: () => ({ rules: { isWellFormedAddress: (typed) => /^[a-z.+-]+@[a-z-]+\.[a-z]{2,7}$/i.test(typed.trim()) } }),
  },
  {
    id: 'FLT-024',
    title: both('Le numéro d’abonné tient lieu d’adresse', 'The subscriber number is taken for an address'),
    requirements: ['MPO-1.5-1'],
    observation: both('Le numéro d’abonné affiche la question', 'The subscriber number displays the question'),
    override: ({ rules }, { accounts }) => {
      const numbered = (typed: string) => accounts.find(({ subscriberNumber }) => subscriberNumber === typed.trim());
      return {
        rules: {
          isWellFormedAddress: (typed) => rules.isWellFormedAddress(typed) || numbered(typed) !== undefined,
          findAccount: (typed) => rules.findAccount(typed) ?? numbered(typed),
        },
      };
    },
  },
  {
    id: 'FLT-025',
    title: both('Adresse inconnue : question du dernier usager cherché', 'Unknown address: question of the last user looked up'),
    requirements: ['MPO-2-11', 'MPO-D-3'],
    observation: both(
      'Une adresse connue puis une inconnue : même question',
      'A known address then an unknown one: same question',
    ),
    override: ({ rules }) => {
      let last: Account | undefined;
      return {
        rules: {
          findAccount: (typed) => {
            const found = rules.findAccount(typed);
            last = found ?? last;
            return found;
          },
          decoyQuestion: (typed) => last?.question ?? rules.decoyQuestion(typed),
        },
      };
    },
  },
  {
    id: 'FLT-026',
    title: both('Adresse inconnue : toute réponse ouvre la suite', 'Unknown address: any answer goes on'),
    requirements: ['MPO-2-14', 'MPO-D-1'],
    observation: both('L’écran du mot de passe s’affiche pour personne', 'The password screen is displayed for nobody'),
    override: ({ rules }) => ({
      rules: { isAnswerRight: (typed, account) => account === undefined || rules.isAnswerRight(typed, account) },
    }),
  },
  {
    id: 'FLT-134',
    title: both('Adresse préremplie avec celle du visiteur précédent', 'Address prefilled with the previous visitor’s'),
    requirements: ['MPO-2-6', 'MPO-D-3'],
    observation: both('Un visiteur neuf voit l’adresse d’un autre', 'A new visitor sees the address of another'),
    override: ({ rules, views }) => {
      let last = '';
      return {
        rules: {
          findAccount: (typed) => {
            last = typed;
            return rules.findAccount(typed);
          },
        },
        views: { identification: (view) => views.identification({ ...view, address: view.address || last }) },
      };
    },
  },
  {
    id: 'FLT-135',
    title: both('Une adresse mal formée fait une erreur du serveur', 'A malformed address ends in a server error'),
    requirements: ['MPO-2-6'],
    observation: both('« abc » répond 500', '« abc » answers 500'),
    override: ({ rules }) => ({
      rules: {
        isWellFormedAddress(typed) {
          if (!rules.isWellFormedAddress(typed)) throw new Error('malformed');
          return true;
        },
      },
    }),
  },
  {
    id: 'FLT-136',
    title: both(
      'Un compte qui n’est pas un espace professionnel est traité',
      'An account that is no professional space is served',
    ),
    requirements: ['MPO-1.2-1'],
    observation: both('Son mot de passe est changé', 'Its password is changed'),
    override: () => ({ rules: { mayRecover: () => true } }),
  },
  {
    id: 'FLT-137',
    title: both('Pas de champ pour les caractères de l’image', 'No field for the characters of the image'),
    requirements: ['MPO-2-7', 'MPO-2-5'],
    observation: both('L’image est là, rien où la recopier', 'The image is there, and nowhere to copy it'),
    override: ({ views }) => ({
      rules: { isCaptchaRight: () => true },
      views: {
        identification: rewritten(views.identification, /<div class="field[^"]*"><label for="caracteres">.*?<\/div>/, () => ''),
      },
    }),
  },
];
