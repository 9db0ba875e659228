/** Recommendations on how passwords and identifiers are typed, compared and kept. */
import { anssi, asvs, nist, practice, rgaa, wcag } from './authorities';
import { underTheme } from './entry';

export const password = underTheme('password', [
  {
    id: 'REC-32',
    title: { fr: 'Longs mots de passe admis et vérifiés en entier', en: 'Long passwords admitted and verified whole' },
    statement: {
      fr: 'Un mot de passe de 64 caractères et plus est accepté, et seule sa valeur entière connecte : aucune de ses abréviations n’y suffit.',
      en: 'A password of 64 characters and more is accepted, and only its whole value signs in: no shortened form of it will do.',
    },
    sources: [
      asvs('6.2.8'),
      asvs('6.2.9'),
      nist('3.1.1.2'),
      anssi('R22'),
      { authority: 'CNIL', reference: 'FAQ sur les mots de passe, question 9', read: 'memory' },
      practice('PHP', 'password_verify, bcrypt (72)'),
    ],
    requirements: ['MPO-D-6'],
    readings: ['AMB-06'],
  },
  {
    id: 'REC-33',
    title: { fr: 'Collage et gestionnaires de mots de passe admis', en: 'Pasting and password managers allowed' },
    statement: {
      fr: 'Chaque champ accepte une valeur collée ou remplie par un gestionnaire, et le formulaire se soumet avec elle.',
      en: 'Every field takes a value pasted or filled in by a manager, and the form submits with it.',
    },
    sources: [asvs('6.2.7'), nist('3.1.1.2'), wcag('3.3.8 Accessible Authentication (Minimum)')],
    requirements: ['MPO-2-15'],
  },
  {
    id: 'REC-34',
    title: { fr: 'Saisie masquée, affichage au choix', en: 'Masked entry, shown on demand' },
    statement: {
      fr: 'Les mots de passe se saisissent dans des champs masqués, avec au besoin une commande pour les montrer ; l’identifiant échappe aux majuscules et aux corrections automatiques.',
      en: 'Passwords are typed in masked fields, with a control to show them if need be; the identifier escapes automatic capitals and corrections.',
    },
    sources: [asvs('6.2.6'), nist('3.1.1.2'), practice('Apereo CAS', 'autocapitalize=none, spellcheck=false')],
    requirements: ['MPO-2-28'],
  },
  {
    id: 'REC-35',
    title: { fr: 'Rôle de chaque champ déclaré', en: 'Purpose of every field declared' },
    statement: {
      fr: 'L’attribut « autocomplete » vaut « username » ou « email » pour l’adresse, « new-password » pour les deux champs du nouveau mot de passe, « current-password » à la connexion ; il n’est jamais à « off ».',
      en: 'The « autocomplete » attribute is « username » or « email » for the address, « new-password » for both fields of the new password, « current-password » at sign-in; it is never « off ».',
    },
    sources: [
      rgaa('11.13'),
      wcag('1.3.5 Identify Input Purpose'),
      {
        authority: 'WHATWG',
        reference: 'HTML Living Standard, § 4.10.18.7 Autofill',
        url: 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill',
        read: 'memory',
      },
      practice('Chromium', 'Password Form Styles that Chromium Understands'),
      practice('Django', 'test_html_autocomplete_attributes'),
    ],
  },
  {
    id: 'REC-36',
    title: { fr: 'Adresses qui se ressemblent, comptes distincts', en: 'Look-alike addresses, distinct accounts' },
    statement: {
      fr: 'Deux adresses qui ne diffèrent que par des lettres ressemblantes d’Unicode (i sans point, pleine chasse, forme décomposée) mènent chacune à sa question et à sa boîte ; le courriel part toujours vers l’adresse enregistrée.',
      en: 'Two addresses that differ only by look-alike Unicode letters (dotless i, full width, decomposed form) each lead to their own question and mailbox; the mail always leaves for the stored address.',
    },
    applicability: {
      fr: 'Demande deux comptes d’adresses ressemblantes.',
      en: 'Needs two accounts with look-alike addresses.',
    },
    sources: [
      practice('Django', 'CVE-2019-19844, test_user_email_unicode_collision'),
      practice('Devise', 'test avoid case mapping collisions'),
      practice('django-allauth, django-oscar', 'CVE-2019-19844'),
    ],
    requirements: ['MPO-1.5-1', 'MPO-2-26'],
    readings: ['AMB-13'],
  },
]);
