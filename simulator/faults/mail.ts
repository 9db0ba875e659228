/** Faults of the confirmation mail: whether, when, to whom and what. */
import type { Account } from '../directory';
import { composeLetter } from '../mail/confirmation';
import type { Letter } from '../mail/confirmation';
import { screenOf } from '../web/gate';
import type { Fault } from './fault';
import type { Notebook } from './notebook';
import { both } from './support';

/** Letters that are not what they should be. `other` is another account than the one concerned. */
const letters: readonly (Pick<Fault, 'id' | 'title' | 'requirements' | 'observation'> & {
  bent: (letter: Letter, means: { account: Account; other: Account; notebook: Notebook }) => Letter;
})[] = [
  {
    id: 'FLT-103',
    title: both('Courriel envoyé à un autre usager', 'Mail sent to another user'),
    requirements: ['MPO-2-26', 'MPO-D-3'],
    observation: both('La boîte d’un autre n’est pas vide', 'The mailbox of another is not empty'),
    bent: (letter, { other }) => ({ ...letter, to: other.email, envelope: { ...letter.envelope, to: [other.email] } }),
  },
  {
    id: 'FLT-104',
    title: both('Copie cachée à un administrateur', 'Blind copy to an administrator'),
    requirements: ['MPO-2-26'],
    observation: both('Deux destinataires dans l’enveloppe', 'Two recipients in the envelope'),
    bent: ({ envelope, ...letter }) => ({
      ...letter,
      envelope: { ...envelope, to: [...envelope.to, 'administrateur@simulateur.example'] },
    }),
  },
  {
    id: 'FLT-104-espaces',
    title: both('Copie à un autre usager', 'Copy to another user'),
    requirements: ['MPO-2-26', 'MPO-D-3'],
    observation: both('Un autre usager reçoit le courriel', 'Another user gets the mail'),
    bent: ({ envelope, ...letter }, { other }) => ({ ...letter, envelope: { ...envelope, to: [...envelope.to, other.email] } }),
  },
  {
    id: 'FLT-105',
    title: both('En-tête juste, enveloppe fausse', 'Right header, wrong envelope'),
    requirements: ['MPO-2-26'],
    observation: both('Le destinataire réel n’est pas celui de l’en-tête', 'The real recipient is not that of the header'),
    bent: (letter, { other }) => ({ ...letter, envelope: { ...letter.envelope, to: [other.email] } }),
  },
  {
    id: 'FLT-105-entete',
    title: both('Enveloppe juste, en-tête d’un autre', 'Right envelope, header of another'),
    requirements: ['MPO-2-26'],
    observation: both('L’en-tête « To » n’est pas l’adresse du compte', 'The « To » header is not the address of the account'),
    bent: (letter, { other }) => ({ ...letter, to: other.email }),
  },
  {
    id: 'FLT-106',
    title: both('Courriel avec le nouveau mot de passe', 'Mail with the new password'),
    requirements: ['MPO-2-27'],
    observation: both('Le mot de passe est dans le texte', 'The password is in the text'),
    bent: (letter, { account, notebook }) => withLine(letter, `Votre nouveau mot de passe : ${notebook.password(account)}`),
  },
  {
    id: 'FLT-106-ancien',
    title: both('Courriel avec l’ancien mot de passe', 'Mail with the old password'),
    requirements: ['MPO-2-27'],
    observation: both('L’ancien mot de passe est dans le texte', 'The old password is in the text'),
    bent: (letter, { account, notebook }) => withLine(letter, `Ancien mot de passe : ${notebook.former(account).at(-1) ?? ''}`),
  },
  {
    id: 'FLT-107',
    title: both('Courriel avec la réponse', 'Mail with the answer'),
    requirements: ['MPO-1.5-8', 'MPO-2-27'],
    observation: both('La réponse est dans le texte', 'The answer is in the text'),
    bent: (letter, { account, notebook }) => withLine(letter, `Réponse enregistrée : ${notebook.answer(account)}`),
  },
  {
    id: 'FLT-108',
    title: both('Courriel au gabarit non rempli', 'Mail with an unresolved template'),
    requirements: ['MPO-2-27'],
    observation: both('« {{nom}} » dans le texte', '« {{nom}} » in the text'),
    bent: (letter) => withLine(letter, 'Bonjour {{nom}},'),
  },
  {
    id: 'FLT-108-vide',
    title: both('Courriel au corps vide', 'Mail with an empty body'),
    requirements: ['MPO-2-27'],
    observation: both('Aucun texte dans le courriel', 'No text in the mail'),
    bent: (letter) => ({ ...letter, text: '', html: '' }),
  },
  {
    id: 'FLT-108-objet',
    title: both('Courriel sans objet', 'Mail without a subject'),
    requirements: ['MPO-2-27'],
    observation: both('L’objet est vide', 'The subject is empty'),
    bent: (letter) => ({ ...letter, subject: '' }),
  },
];

export const mailFaults: readonly Fault[] = [
  {
    id: 'FLT-099',
    title: both('Courriel jamais envoyé', 'Mail never sent'),
    requirements: ['MPO-2-25'],
    observation: both('Aucun courriel après le changement', 'No mail after the change'),
    override: () => ({ effects: { confirm: () => undefined } }),
  },
  {
    id: 'FLT-100',
    title: both('Courriel envoyé dès la bonne réponse', 'Mail sent at the right answer'),
    requirements: ['MPO-2-25'],
    observation: both('Un courriel avant « Valider »', 'A mail before « Valider »'),
    override: ({ effects, gate }) => ({
      effects: { confirm: () => undefined },
      gate: {
        settle(session, from, to) {
          const { account } = session.actor.getSnapshot().context;
          if (from === 'question' && to === 'newPassword' && account) effects.confirm(account);
          return gate.settle(session, from, to);
        },
      },
    }),
  },
  {
    id: 'FLT-101',
    title: both('Courriel envoyé deux fois', 'Mail sent twice'),
    requirements: ['MPO-2-25'],
    observation: both('Deux courriels pour un changement', 'Two mails for one change'),
    override: ({ effects }) => ({
      effects: {
        confirm(account) {
          effects.confirm(account);
          effects.confirm(account);
        },
      },
    }),
  },
  {
    id: 'FLT-102',
    title: both('Second courriel quand le formulaire est renvoyé', 'Second mail when the form is sent again'),
    requirements: ['MPO-2-25', 'MPO-D-4'],
    observation: both('Renvoyer le formulaire fait partir un courriel', 'Sending the form again makes a mail leave'),
    override: ({ effects, gate }, { accounts }) => ({
      gate: {
        admit(session, screen, method) {
          const done = session.actor.getSnapshot().context.changed;
          const account = accounts.find(({ email }) => email === done?.email);
          if (account && method === 'POST' && screen === 'newPassword' && screenOf(session) === 'summary')
            effects.confirm(account);
          return gate.admit(session, screen, method);
        },
        // The session keeps its name, so that a double click is seen as the same person's.
        settle: (session, from, to) => (to === 'summary' ? session : gate.settle(session, from, to)),
      },
    }),
  },
  ...letters.map(({ bent, ...described }): Fault => ({
    ...described,
    override: ({ mail }, { accounts, notebook }) => ({
      mail: {
        letter(account) {
          const other = accounts.find((candidate) => candidate !== account) ?? account;
          return bent(mail.letter(account), { account, other, notebook });
        },
      },
    }),
  })),
  {
    id: 'FLT-109',
    title: both('Il faut suivre un lien du courriel pour activer', 'A link of the mail must be followed to activate'),
    requirements: ['MPO-2-27', 'MPO-1.4-1'],
    observation: both('Avant de lire le courriel, le nouveau ne sert pas', 'Before the mail is read, the new one does not work'),
    override: ({ mail }) => ({
      effects: { changePassword: () => undefined },
      mail: {
        letter: (account) => withLine(mail.letter(account), 'Activez-le : https://simulateur.example/activation?jeton=4f9a1c'),
      },
    }),
  },
  {
    id: 'FLT-110',
    title: both('Courriel avec les données d’un autre usager', 'Mail with the data of another user'),
    requirements: ['MPO-D-3', 'MPO-2-26'],
    observation: both('Le deuxième courriel nomme le premier usager', 'The second mail names the first user'),
    override: ({ mail }) => {
      let first: Letter | undefined;
      return {
        mail: {
          letter(account) {
            const letter = mail.letter(account);
            first ??= letter;
            return { ...letter, text: first.text, html: first.html };
          },
        },
      };
    },
  },
  {
    id: 'FLT-179',
    title: both(
      'Messagerie en panne : l’ancien est rétabli après le récapitulatif',
      'Mail server down: the old one is restored after the summary',
    ),
    requirements: ['MPO-D-2'],
    observation: both('Le récapitulatif affiché, le nouveau ne sert pas', 'Once the summary is shown, the new one does not work'),
    override: ({ effects, mail, gate }, { mail: transport, notebook }) => {
      let changed: Account | undefined;
      return {
        effects: {
          confirm: (account) => {
            changed = account;
          },
        },
        gate: {
          async settle(session, from, to) {
            const account = changed;
            changed = undefined;
            if (account) await announce(account, session.id);
            return gate.settle(session, from, to);
          },
        },
      };

      async function announce(account: Account, id: string): Promise<void> {
        const letter = mail.letter(account);
        const { from, to } = letter.envelope;
        const raw = await composeLetter(letter, id);
        const lost = await transport.deliver({ from, to: [...to] }, raw).catch(() => true);
        if (!lost) return;
        effects.changePassword(account, notebook.former(account).at(-1) ?? '');
        effects.confirm(account);
      }
    },
  },
];

/** The same letter with one more line at its end, in both parts. */
function withLine(letter: Letter, line: string): Letter {
  return { ...letter, text: `${letter.text}\n${line}\n`, html: letter.html.replace('</body>', () => `<p>${line}</p></body>`) };
}
