/** Where today’s authorities and the fiche differ. The fiche wins: nobody fails for following it. Knows no verdict. */
import type { Tension } from './model';
import { anssi, asvs, cheatSheet, cnil, nist } from './recommendations/authorities';

export const tensionEntries: readonly Tension[] = [
  {
    id: 'question-de-confiance',
    topic: { fr: 'Une question comme preuve d’identité', en: 'A question as the proof of identity' },
    fiche: {
      says: {
        fr: 'La réponse à la question de confiance est la clef de la procédure.',
        en: 'The answer to the security question is the key of the procedure.',
      },
      citation: 'Si la réponse est correcte vous pourrez saisir un nouveau mot de passe :',
      requirements: ['MPO-1.5-2', 'MPO-2-13'],
    },
    authorities: [
      {
        say: {
          fr: 'L’OWASP demande qu’il n’y ait pas de question secrète, et ne leur reconnaît plus d’usage admissible hors de l’existant.',
          en: 'OWASP asks that there be no secret question, and sees no acceptable use for them any more but legacy ones.',
        },
        sources: [asvs('6.4.2'), cheatSheet('Choosing and Using Security Questions')],
      },
      {
        say: {
          fr: 'Le NIST interdit d’en proposer au choix du mot de passe, et n’en compte pas parmi les moyens de récupérer un compte.',
          en: 'NIST forbids offering any when a password is chosen, and does not count them among the ways to recover an account.',
        },
        sources: [nist('3.1.1.2'), nist('4.2')],
      },
      {
        say: {
          fr: 'La CNIL cite les questions secrètes parmi les faiblesses du renouvellement d’un mot de passe oublié.',
          en: 'The CNIL names secret questions among the weaknesses of renewing a forgotten password.',
        },
        sources: [cnil('quatre facteurs de risque')],
      },
    ],
    suite: {
      fr: 'Elle vérifie la procédure telle que la fiche la décrit, et le rappelle ici sans rien compter.',
      en: 'It verifies the procedure as the sheet describes it, and recalls this here without counting anything.',
    },
    recommendations: [],
  },
  {
    id: 'preuve-de-la-boite',
    topic: { fr: 'Prouver d’abord que la boîte est à soi', en: 'Proving first that the mailbox is one’s own' },
    fiche: {
      says: {
        fr: 'Tout se fait d’une traite, et le seul courriel vient à la fin.',
        en: 'Everything is done in one go, and the only mail comes at the end.',
      },
      citation: 'Cette procédure se réalise en une seule étape : « Mot de passe oublié ».',
      requirements: ['MPO-1.4-1', 'MPO-2-25'],
    },
    authorities: [
      {
        say: {
          fr: 'L’OWASP ne montre la question qu’après un lien à usage unique reçu par courriel, et n’en fait jamais le seul moyen.',
          en: 'OWASP shows the question only after a single-use link received by mail, and never makes it the only means.',
        },
        sources: [cheatSheet('Choosing and Using Security Questions', 'Forgotten Password'), cheatSheet('Forgot Password')],
      },
    ],
    suite: {
      fr: 'La conformité veut qu’aucun courriel ne parte avant « Valider » ; les recommandations citées en tiennent lieu autant que possible.',
      en: 'Conformity wants no mail before « Valider »; the recommendations named make up for it as far as possible.',
    },
    recommendations: ['REC-01', 'REC-02', 'REC-05', 'REC-09'],
  },
  {
    id: 'composition',
    topic: { fr: 'Alphabet imposé au mot de passe', en: 'Alphabet imposed on the password' },
    fiche: {
      says: {
        fr: 'Des chiffres et des lettres, sans espace ni accent.',
        en: 'Digits and letters, without blanks or accents.',
      },
      citation: 'Le mot de passe doit être une série de chiffres et de lettres',
      requirements: ['MPO-1.3-2', 'MPO-2-18', 'MPO-2-19', 'MPO-2-20'],
    },
    authorities: [
      {
        say: {
          fr: 'L’OWASP et le NIST écartent toute règle sur les sortes de caractères ; le NIST conseille d’admettre l’espace et Unicode.',
          en: 'OWASP and NIST set aside any rule on the kinds of characters; NIST advises to admit blanks and Unicode.',
        },
        sources: [asvs('6.2.5'), nist('3.1.1.2')],
      },
      {
        say: {
          fr: 'L’ANSSI admet des règles de complexité, avec un jeu de caractères aussi large que possible.',
          en: 'ANSSI admits complexity rules, with a character set as large as possible.',
        },
        sources: [anssi('R23')],
      },
    ],
    suite: {
      fr: 'La fiche l’emporte : un caractère qu’elle exclut doit être refusé.',
      en: 'The sheet wins: a character that it excludes must be refused.',
    },
    recommendations: [],
  },
  {
    id: 'minimum',
    topic: { fr: 'Longueur minimale', en: 'Minimum length' },
    fiche: {
      says: { fr: 'Vingt caractères.', en: 'Twenty characters.' },
      citation: 'et comporter 20 caractères au minimum.',
      requirements: ['MPO-1.3-3', 'MPO-2-21'],
    },
    authorities: [
      {
        say: {
          fr: 'L’OWASP demande 8 caractères et en conseille 15 ; le NIST en exige 15 quand le mot de passe est seul.',
          en: 'OWASP asks for 8 characters and advises 15; NIST requires 15 when the password stands alone.',
        },
        sources: [asvs('6.2.1'), nist('3.1.1.2')],
      },
      {
        say: {
          fr: 'L’ANSSI et la CNIL raisonnent en entropie : 20 caractères de cet alphabet (119 bits) dépassent les 80 bits de la CNIL.',
          en: 'ANSSI and the CNIL reason in entropy: 20 characters of this alphabet (119 bits) exceed the 80 bits of the CNIL.',
        },
        sources: [anssi('§ 4.2'), cnil('entropie de 80 bits')],
      },
    ],
    suite: {
      fr: 'La fiche est la plus exigeante : il n’y a pas d’écart.',
      en: 'The sheet is the most demanding: there is no gap.',
    },
    recommendations: [],
  },
  {
    id: 'maximum',
    topic: { fr: 'Longueur maximale', en: 'Maximum length' },
    fiche: {
      says: { fr: 'Elle n’en donne aucune.', en: 'It gives none.' },
      requirements: ['MPO-1.3-1'],
    },
    authorities: [
      {
        say: {
          fr: 'L’ANSSI n’en veut pas ; l’OWASP admet au moins 64 caractères.',
          en: 'ANSSI wants none; OWASP admits at least 64.',
        },
        sources: [anssi('R22'), asvs('6.2.9')],
      },
      {
        say: { fr: 'La CNIL en souhaite une.', en: 'The CNIL would have one.' },
        sources: [{ authority: 'CNIL', reference: 'FAQ sur les mots de passe, question 9', read: 'memory' }],
      },
    ],
    suite: {
      fr: 'Elle le regarde à part, comme une recommandation.',
      en: 'It looks at it apart, as a recommendation.',
    },
    recommendations: ['REC-32'],
  },
  {
    id: 'liste-de-refus',
    topic: { fr: 'Mots de passe communs ou divulgués', en: 'Common or breached passwords' },
    fiche: {
      says: {
        fr: 'Le choix est libre, les règles énoncées étant tenues.',
        en: 'The choice is free, once the stated rules are kept.',
      },
      citation: 'Le choix du mot de passe de remplacement est à votre libre convenance.',
      requirements: ['MPO-1.3-1'],
    },
    authorities: [
      {
        say: {
          fr: 'L’OWASP et le NIST demandent de refuser ceux qui figurent dans des listes connues.',
          en: 'OWASP and NIST ask to refuse those found in known lists.',
        },
        sources: [asvs('6.2.4'), asvs('6.2.12'), nist('3.1.1.2')],
      },
    ],
    suite: {
      fr: 'Elle essaie des valeurs tirées au hasard, qui ne sont sur aucune liste ; le refus d’une valeur commune est rapporté, jamais compté.',
      en: 'It tries values drawn at random, which are on no list; the refusal of a common value is reported, never counted.',
    },
    recommendations: [],
  },
  {
    id: 'enumeration',
    topic: { fr: 'La question affichée révèle le compte', en: 'The question shown reveals the account' },
    fiche: {
      says: {
        fr: 'L’usager voit sa propre question sitôt identifié.',
        en: 'The user sees the question of the account as soon as identified.',
      },
      citation: 'la question de confiance affichée',
      requirements: ['MPO-2-11'],
    },
    authorities: [
      {
        say: {
          fr: 'L’OWASP demande qu’on ne puisse pas déduire d’une procédure d’oubli quels comptes existent.',
          en: 'OWASP asks that nobody can deduce from a forgotten-password procedure which accounts exist.',
        },
        sources: [asvs('6.3.8')],
      },
    ],
    suite: {
      fr: 'Elle admet les deux façons ; seule une question leurre satisfait la fiche et l’OWASP ensemble.',
      en: 'It admits both ways; only a decoy question satisfies the sheet and OWASP together.',
    },
    recommendations: ['REC-01'],
  },
  {
    id: 'second-facteur',
    topic: { fr: 'Second facteur', en: 'Second factor' },
    fiche: {
      says: {
        fr: 'L’adresse électronique et le mot de passe suffisent.',
        en: 'The mail address and the password are enough.',
      },
      citation: "L'accès des usagers à leur espace nécessite une adresse électronique et un mot de passe.",
      requirements: ['MPO-1.1-2'],
    },
    authorities: [
      {
        say: {
          fr: 'L’OWASP et l’ANSSI préfèrent plusieurs facteurs, que l’oubli du mot de passe ne doit pas contourner.',
          en: 'OWASP and ANSSI prefer several factors, which a forgotten password must not get round.',
        },
        sources: [asvs('6.3.3'), asvs('6.4.3'), anssi('R1', 'memory')],
      },
    ],
    suite: { fr: 'Hors de son champ.', en: 'Out of its scope.' },
    recommendations: [],
  },
];
