/** Readings of the summary, of the mail, and of what surrounds the procedure. The first value of each is the default. */
import type { Reading } from '../model';

export const readings20To38: readonly Reading[] = [
  {
    id: 'AMB-20',
    question: { fr: 'Que montre le récapitulatif ?', en: 'What does the summary show?' },
    values: [
      {
        value: 'récap-identifiants',
        meaning: {
          fr: 'Le numéro d’abonné, l’adresse électronique et la question de confiance ; jamais la réponse, jamais un mot de passe.',
          en: 'The subscriber number, the e-mail address and the security question; never the answer, never a password.',
        },
      },
      {
        value: 'récap-minimal',
        meaning: {
          fr: 'Une confirmation et un chemin vers la connexion, sans donnée du compte.',
          en: 'A confirmation and a way to sign in, with no data of the account.',
        },
      },
    ],
    reason: {
      fr: 'Ces trois données sont celles que la section 1.5 dit communicables, en mettant la réponse à part. L’écran lui-même n’est pas connu : ce qu’il montre est relevé, et seuls les secrets y sont proscrits (MPO-1.5-8).',
      en: 'These three are the data that section 1.5 says may be communicated, setting the answer apart. The screen itself is not known: what it shows is reported, and only secrets are banned from it (MPO-1.5-8).',
    },
    scored: false,
  },
  {
    id: 'AMB-21',
    question: { fr: 'Que veut dire « automatiquement dirigé » ?', en: 'What does « automatiquement dirigé » mean?' },
    values: [
      {
        value: 'sans-action',
        meaning: {
          fr: 'Aucun geste de l’usager, en 5 secondes au plus, par quelque moyen technique que ce soit.',
          en: 'No action by the user, within 5 seconds, by any technical means.',
        },
      },
      {
        value: 'redirection-http',
        meaning: {
          fr: 'Le serveur répond à « Valider » par une redirection HTTP vers le récapitulatif.',
          en: 'The server answers « Valider » with an HTTP redirect to the summary.',
        },
      },
    ],
    reason: {
      fr: 'Le mot exclut le geste de l’usager, et ne dit rien du moyen.',
      en: 'The word rules out an action by the user, and says nothing of the means.',
    },
    scored: true,
  },
  {
    id: 'AMB-22',
    question: { fr: '« Valider » connecte-t-il l’usager ?', en: 'Does « Valider » sign the user in?' },
    values: [
      {
        value: 'connexion-explicite',
        meaning: {
          fr: 'Non : les services ne s’ouvrent qu’après la saisie du nouveau mot de passe.',
          en: 'No: the services open only once the new password has been typed.',
        },
      },
      {
        value: 'connexion-automatique',
        meaning: {
          fr: 'Oui : les services peuvent s’ouvrir depuis le récapitulatif sans nouvelle saisie.',
          en: 'Yes: the services may open from the summary with nothing typed again.',
        },
      },
    ],
    reason: {
      fr: 'On accède aux services « à l’aide de votre nouveau mot de passe », et la fiche s’achève sur sa saisie et « Connexion ».',
      en: 'The services are reached « à l’aide de votre nouveau mot de passe », and the sheet ends with typing it and « Connexion ».',
    },
    scored: true,
  },
  {
    id: 'AMB-23',
    question: {
      fr: 'Le courriel informe-t-il, ou faut-il y donner suite ?',
      en: 'Does the mail inform, or must it be acted upon?',
    },
    values: [
      {
        value: 'notification',
        meaning: {
          fr: 'Il informe, une fois le changement fait : le nouveau mot de passe est en vigueur avant toute lecture.',
          en: 'It informs, once the change is made: the new password is in force before anyone reads it.',
        },
      },
    ],
    reason: {
      fr: '« Alors » renvoie au récapitulatif, d’où le nouveau mot de passe sert déjà, et la procédure tient en une étape. Une activation par le courriel n’a pas d’appui dans le texte : cette lecture n’est pas proposée.',
      en: '« Alors » refers to the summary, from which the new password already serves, and the procedure is a single step. Activation by mail has no support in the text: that reading is not offered.',
    },
    scored: true,
  },
  {
    id: 'AMB-24',
    question: { fr: 'Que peut contenir le courriel ?', en: 'What may the mail hold?' },
    values: [
      {
        value: 'sans-secret',
        meaning: {
          fr: 'L’annonce du changement ; ni mot de passe, ni réponse, ni lien qui agisse.',
          en: 'The announcement of the change; no password, no answer, no link that acts.',
        },
      },
      {
        value: 'avec-lien-de-connexion',
        meaning: {
          fr: 'La même annonce, avec un lien vers la page de connexion.',
          en: 'The same announcement, with a link to the sign-in page.',
        },
      },
    ],
    reason: {
      fr: '« Confirmation » s’entend du changement, et la section 1.5 tient à la confidentialité de l’accès. Y écrire un mot de passe n’est une lecture pour personne.',
      en: '« Confirmation » is that of the change, and section 1.5 cares for the confidentiality of the access. Writing a password in it is nobody’s reading.',
    },
    scored: true,
  },
  {
    id: 'AMB-25',
    question: { fr: 'Quelle adresse reçoit le courriel ?', en: 'Which address receives the mail?' },
    values: [
      {
        value: 'adresse-du-compte',
        meaning: {
          fr: 'Celle du compte, donnée à l’identification, et elle seule.',
          en: 'That of the account, given at the identification, and it alone.',
        },
      },
      {
        value: 'adresse-de-contact',
        meaning: {
          fr: 'Une adresse de contact que le compte a par ailleurs.',
          en: 'A contact address that the account has besides.',
        },
      },
    ],
    reason: {
      fr: '« Votre boite aux lettres électronique » fait écho à « votre adresse électronique », la seule que la fiche connaisse.',
      en: '« Votre boite aux lettres électronique » echoes « votre adresse électronique », the only one the sheet knows of.',
    },
    scored: true,
  },
  {
    id: 'AMB-26',
    question: { fr: 'Où se trouve l’usager après un mot de passe refusé ?', en: 'Where is the user after a refused password?' },
    values: [
      {
        value: 'reprise-sur-place',
        meaning: {
          fr: 'Sur le même écran, champs vidés, avec un message ; il peut corriger aussitôt.',
          en: 'On the same screen, fields emptied, with a message; a correction can follow at once.',
        },
      },
      {
        value: 'recommencer',
        meaning: {
          fr: 'La procédure est à reprendre à un écran antérieur.',
          en: 'The procedure has to be resumed from an earlier screen.',
        },
      },
    ],
    reason: {
      fr: 'Rien n’oblige à recommencer, et une règle de 20 caractères rend un premier refus probable.',
      en: 'Nothing makes one start again, and a rule of 20 characters makes a first refusal likely.',
    },
    scored: false,
  },
  {
    id: 'AMB-27',
    question: {
      fr: 'Que répondre à une adresse demandée directement, à un retour en arrière, à un rechargement ?',
      en: 'What is the response to an address asked for directly, to going back, to reloading?',
    },
    values: [
      {
        value: 'sans-effet',
        meaning: {
          fr: 'Toute réponse convient, pourvu qu’aucun écran ultérieur ne soit utilisable et que rien ne change. Les deux autres lectures en sont des formes.',
          en: 'Any response will do, provided no later screen can be used and nothing changes. The two other readings are forms of it.',
        },
      },
      {
        value: 'redirection-au-début',
        meaning: {
          fr: 'L’usager est ramené au début de la procédure.',
          en: 'The user is taken back to the beginning of the procedure.',
        },
      },
      {
        value: 'erreur-403',
        meaning: {
          fr: 'Le serveur refuse, par une erreur HTTP 403.',
          en: 'The server refuses, with an HTTP error 403.',
        },
      },
    ],
    reason: {
      fr: '« Enchaînement des écrans » et « devez ensuite » imposent l’ordre, et laissent libre la façon de le défendre.',
      en: '« Enchaînement des écrans » and « devez ensuite » impose the order, and leave open how it is defended.',
    },
    scored: true,
  },
  {
    id: 'AMB-28',
    question: { fr: 'La procédure est-elle limitée dans le temps ?', en: 'Is the procedure limited in time?' },
    values: [
      {
        value: 'non-spécifié',
        meaning: {
          fr: 'La fiche n’en dit rien : avec ou sans délai, les deux se valent.',
          en: 'The sheet does not say: with or without a limit, both will do.',
        },
      },
      {
        value: 'délai-≤-30-min',
        meaning: {
          fr: 'Une procédure laissée sans suite expire en 30 minutes au plus.',
          en: 'A procedure left alone expires within 30 minutes.',
        },
      },
    ],
    reason: {
      fr: 'Le texte est muet ; un délai relève de la recommandation REC-13.',
      en: 'The text is silent; a limit is a matter for the recommendation REC-13.',
    },
    scored: false,
  },
  {
    id: 'AMB-29',
    question: {
      fr: 'Une personne déjà connectée peut-elle suivre la procédure ?',
      en: 'May a person who is already signed in follow the procedure?',
    },
    values: [
      {
        value: 'non-spécifié',
        meaning: {
          fr: 'La fiche n’en dit rien : toute réponse convient.',
          en: 'The sheet does not say: any response will do.',
        },
      },
      {
        value: 'redirigé-vers-espace',
        meaning: {
          fr: 'Elle est renvoyée à son espace.',
          en: 'They are sent back to their space.',
        },
      },
      {
        value: 'autorisé',
        meaning: {
          fr: 'Elle peut la suivre comme une autre.',
          en: 'They may follow it like anyone else.',
        },
      },
    ],
    reason: {
      fr: 'La procédure s’adresse à qui a oublié son mot de passe ; le cas n’est pas envisagé.',
      en: 'The procedure is meant for those who have forgotten their password; the case is not considered.',
    },
    scored: false,
  },
  {
    id: 'AMB-30',
    question: {
      fr: 'Peut-on entrer dans la procédure par un lien direct ?',
      en: 'May the procedure be entered by a direct link?',
    },
    values: [
      {
        value: 'lien-direct-toléré',
        meaning: {
          fr: 'Oui ou non, indifféremment, pourvu que le chemin depuis l’accueil existe.',
          en: 'Yes or no alike, provided the way from the home page exists.',
        },
      },
      {
        value: 'entrée-unique',
        meaning: {
          fr: 'L’accueil est la seule entrée.',
          en: 'The home page is the only way in.',
        },
      },
    ],
    reason: {
      fr: '« Débute par l’accès à la page d’accueil » décrit le chemin de l’usager, sans interdire d’arriver autrement.',
      en: '« Débute par l’accès à la page d’accueil » describes the user’s way, without forbidding to come by another.',
    },
    scored: false,
  },
  {
    id: 'AMB-31',
    question: {
      fr: 'Les libellés et les rôles (bouton, lien) sont-ils à prendre à la lettre ?',
      en: 'Are labels and roles (button, link) to be taken literally?',
    },
    values: [
      {
        value: 'libellé-exact, rôle-tolérant',
        meaning: {
          fr: 'Le nom accessible est celui de la fiche, à la casse, aux blancs, aux guillemets et à un « ? » final près ; un bouton peut être un lien pour naviguer, mais « Continuer », « Valider » et « Connexion » soumettent, et « Mot de passe oublié » est un lien.',
          en: 'The accessible name is that of the sheet, but for letter case, blanks, guillemets and a final « ? »; a button may be a link for navigation, but « Continuer », « Valider » and « Connexion » submit, and « Mot de passe oublié » is a link.',
        },
      },
      {
        value: 'rôle-strict',
        meaning: {
          fr: 'De plus, ce que la fiche nomme bouton est un bouton.',
          en: 'Besides, what the sheet calls a button is a button.',
        },
      },
      {
        value: 'libellé-approché',
        meaning: {
          fr: 'Un libellé voisin convient aussi, comme « Se connecter » pour « Connexion ».',
          en: 'A similar label will also do, such as « Se connecter » for « Connexion ».',
        },
      },
    ],
    reason: {
      fr: 'La fiche met les libellés entre guillemets et distingue « bouton » de « lien » ; la nature technique d’une commande de navigation ne change rien pour qui clique.',
      en: 'The sheet puts the labels between guillemets and tells « bouton » from « lien »; the technical nature of a navigation control makes no difference to whoever clicks.',
    },
    scored: true,
  },
  {
    id: 'AMB-32',
    question: {
      fr: 'Que devient un compte désactivé, bloqué ou jamais activé ?',
      en: 'What becomes of an account that is disabled, locked or was never activated?',
    },
    values: [
      {
        value: 'non-spécifié',
        meaning: {
          fr: 'La fiche n’en dit rien : toute réponse convient.',
          en: 'The sheet does not say: any response will do.',
        },
      },
      {
        value: 'réactive',
        meaning: {
          fr: 'La procédure lui rend l’accès.',
          en: 'The procedure gives it access again.',
        },
      },
      {
        value: 'refuse',
        meaning: {
          fr: 'La procédure ne lui change rien et ne lui envoie aucun courriel.',
          en: 'The procedure changes nothing for it and sends it no mail.',
        },
      },
    ],
    reason: {
      fr: 'Le texte ne connaît que des comptes ouverts ; le reste relève des recommandations.',
      en: 'The text knows open accounts only; the rest is a matter for recommendations.',
    },
    scored: false,
  },
  {
    id: 'AMB-33',
    question: {
      fr: 'La question est-elle libre ou choisie dans une liste ?',
      en: 'Is the question free text or chosen from a list?',
    },
    values: [
      {
        value: 'texte-du-compte',
        meaning: {
          fr: 'Quelle que soit son origine, le texte enregistré s’affiche mot pour mot.',
          en: 'Whatever its origin, the registered text is displayed word for word.',
        },
      },
      {
        value: 'liste-fermée',
        meaning: {
          fr: 'C’est l’une des questions d’une liste fixe, elle aussi affichée mot pour mot.',
          en: 'It is one of the questions of a fixed list, also displayed word for word.',
        },
      },
    ],
    reason: {
      fr: '« Votre question de confiance », « que vous aviez indiquée » : elle appartient à l’usager, d’où qu’elle vienne.',
      en: '« Votre question de confiance », « que vous aviez indiquée »: it belongs to the user, wherever it comes from.',
    },
    scored: true,
  },
  {
    id: 'AMB-34',
    question: { fr: 'Un champ peut-il rester vide ?', en: 'May a field be left empty?' },
    values: [
      {
        value: 'refus',
        meaning: {
          fr: 'Non : un envoi incomplet est refusé.',
          en: 'No: an incomplete submission is refused.',
        },
      },
    ],
    reason: {
      fr: '« Saisissez » est un impératif, pour chaque champ.',
      en: '« Saisissez » is an imperative, for every field.',
    },
    scored: true,
  },
  {
    id: 'AMB-35',
    question: {
      fr: 'Que donnent deux procédures menées de front pour un même compte ?',
      en: 'What comes of two procedures run side by side for one account?',
    },
    values: [
      {
        value: 'dernier-validé-l’emporte',
        meaning: {
          fr: 'Chaque « Valider » est jugé au regard du mot de passe alors en vigueur ; le dernier accepté vaut seul.',
          en: 'Each « Valider » is judged against the password then in force; the last one accepted alone holds.',
        },
      },
      {
        value: 'premier-consomme',
        meaning: {
          fr: 'Le premier « Valider » accepté met fin à l’autre procédure.',
          en: 'The first accepted « Valider » ends the other procedure.',
        },
      },
    ],
    reason: {
      fr: 'Le texte est muet, mais « dernier mot de passe utilisé » s’apprécie au moment de valider. En aucun cas deux mots de passe ne valent ensemble.',
      en: 'The text is silent, but « dernier mot de passe utilisé » is judged at the time of validating. In no case do two passwords hold together.',
    },
    scored: true,
  },
  {
    id: 'AMB-36',
    question: {
      fr: 'Les écrans doivent-ils afficher les coordonnées de l’assistance ?',
      en: 'Must the screens display how to reach the help desk?',
    },
    values: [
      {
        value: 'non',
        meaning: {
          fr: 'Non ; si elles sont affichées, elles s’accordent avec la section 3.',
          en: 'No; if they are displayed, they agree with section 3.',
        },
      },
      {
        value: 'oui-en-pied-de-page',
        meaning: {
          fr: 'Oui, au pied de chaque écran.',
          en: 'Yes, at the foot of each screen.',
        },
      },
    ],
    reason: {
      fr: 'La section 3 renseigne le lecteur de la fiche, et ne décrit aucun écran.',
      en: 'Section 3 informs the reader of the sheet, and describes no screen.',
    },
    scored: false,
  },
  {
    id: 'AMB-37',
    question: {
      fr: 'L’écran du nouveau mot de passe doit-il énoncer la règle ?',
      en: 'Must the new-password screen state the rule?',
    },
    values: [
      {
        value: 'recommandé',
        meaning: {
          fr: 'C’est souhaitable, sans être exigé ; une règle affichée doit être juste.',
          en: 'It is desirable, not required; a rule that is displayed must be right.',
        },
      },
      {
        value: 'obligatoire',
        meaning: {
          fr: 'La règle doit s’y lire avant la saisie.',
          en: 'The rule must be readable there before anything is typed.',
        },
      },
    ],
    reason: {
      fr: 'La phrase est une note de la fiche à son lecteur ; l’afficher relève de la recommandation REC-16.',
      en: 'The sentence is a note from the sheet to its reader; displaying it is a matter for the recommendation REC-16.',
    },
    scored: false,
  },
  {
    id: 'AMB-38',
    question: {
      fr: 'Un mot de passe trop commun ou divulgué peut-il être refusé ?',
      en: 'May a password that is too common, or known to have leaked, be refused?',
    },
    values: [
      {
        value: 'libre-convenance',
        meaning: {
          fr: 'La fiche ne le prévoit pas ; la suite n’en propose aucun et ne juge pas ce refus.',
          en: 'The sheet does not provide for it; the suite proposes none and does not judge such a refusal.',
        },
      },
      {
        value: 'liste-noire',
        meaning: {
          fr: 'Les valeurs d’une liste de mots de passe communs ou divulgués sont refusées.',
          en: 'The values of a list of common or leaked passwords are refused.',
        },
      },
    ],
    reason: {
      fr: '« À votre libre convenance » s’y oppose, les recommandations de sécurité y invitent : la suite s’abstient.',
      en: '« À votre libre convenance » stands against it, security guidance calls for it: the suite abstains.',
    },
    scored: false,
  },
];
