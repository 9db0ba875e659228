/** Variants of the confirmation mail: its form, its words, its sender, its moment, its address. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../directory';
import { both } from '../faults/support';
import type { Letter } from '../mail/confirmation';
import type { Variant } from './variant';

const DELAY_MS = 150;
const NBSP = '\u00a0';

/** Letters that say the same otherwise. */
const letters: readonly (Omit<Variant, 'override'> & { written: (letter: Letter, account: Account) => Letter })[] = [
  {
    id: 'VAR-courriel-html',
    title: both('Courriel en HTML seul', 'Mail in HTML only'),
    readings: {},
    difference: both('Une seule partie, avec styles et entités', 'A single part, with styles and entities'),
    written: (letter) => ({
      ...letter,
      subject: 'Espace professionnel : information',
      text: '',
      html:
        '<html><head><style>p { color: #333 } @media { .a { margin: 0 } }</style></head><body><table><tr><td>Bonjour,</td></tr>' +
        '<tr><td>Vous avez modifi&eacute; le mot&nbsp;de&nbsp;passe de votre espace. Si ce n&rsquo;est pas vous, appelez&#8209;nous.</td></tr></table></body></html>',
    }),
  },
  {
    id: 'VAR-courriel-lien',
    title: both('Courriel d’un autre expéditeur, avec un lien', 'Mail from another sender, with a link'),
    readings: { 'AMB-24': 'avec-lien-de-connexion' },
    difference: both(
      'Expéditeur et objet différents, adresse du destinataire en minuscules, lien vers l’écran de connexion',
      'Another sender and subject, recipient’s address in lower case, a link to the sign-in screen',
    ),
    written: (letter, { email }) => {
      const to = email.toLowerCase();
      const link = 'https://simulateur.example/connexion';
      return {
        ...letter,
        envelope: { from: 'rebonds@envois.simulateur.example', to: [to] },
        from: { name: 'Assistance, service «\u00a0Comptes\u00a0»', address: 'assistance@simulateur.example' },
        to,
        subject: `[Sécurité] Vos accès ont changé${NBSP}: {vérifiez}`,
        text: `Bonjour,\n\nLe mot de passe de votre espace vient d’être remplacé. Pour vous connecter : ${link}\n`,
        html: `<p>Bonjour,</p><p>Le mot de passe de votre espace vient d’être remplacé. <a href="${link}">Se connecter</a></p>`,
      };
    },
  },
  {
    id: 'VAR-courriel-contact',
    title: both('Courriel à l’adresse de contact', 'Mail to the contact address'),
    readings: { 'AMB-25': 'adresse-de-contact' },
    difference: both(
      'Il va à l’adresse de l’entreprise, non à celle du compte',
      'It goes to the address of the enterprise, not to that of the account',
    ),
    written: (letter, { contactEmail, email }) => {
      const to = contactEmail ?? email;
      return { ...letter, to, envelope: { ...letter.envelope, to: [to] } };
    },
  },
];

export const mailingVariants: readonly Variant[] = [
  ...letters.map(({ written, ...described }): Variant => ({
    ...described,
    override: ({ mail }) => ({ mail: { letter: (account) => written(mail.letter(account), account) } }),
  })),
  {
    id: 'VAR-courriel-differe',
    title: both('Courriel différé, en texte seul', 'Delayed mail, in plain text only'),
    readings: {},
    difference: both(
      'Une seule partie, en quelques mots ; il part un moment après le récapitulatif, dont le texte l’annonce',
      'A single part, in a few words; it leaves a while after the summary, which announces it',
    ),
    override: ({ mail, views }) => ({
      mail: {
        letter: (account) => ({
          ...mail.letter(account),
          subject: 'Changement effectué',
          text: 'Bonjour.\nLe mot de passe de votre espace a été changé.\n',
          html: '',
        }),
        compose: (letter, id) => pause(DELAY_MS).then(() => mail.compose(letter, id)),
      },
      views: { summary: (view) => views.summary(view).replace('vous est envoyé', 'vous parviendra dans quelques instants') },
    }),
  },
];
