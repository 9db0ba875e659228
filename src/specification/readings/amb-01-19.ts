/** Readings of the password, of the identification and of the question. The first value of each is the default. */
import type { Reading } from '../model';

export const readings01To19: readonly Reading[] = [
  {
    id: 'AMB-01',
    question: {
      fr: 'Faut-il au moins un chiffre et au moins une lettre ?',
      en: 'Must there be at least one digit and at least one letter?',
    },
    values: [
      {
        value: 'chiffres-et-lettres',
        meaning: {
          fr: 'Les deux sortes sont exigées : lettres seules et chiffres seuls sont refusés.',
          en: 'Both sorts are required: letters only and digits only are refused.',
        },
      },
      {
        value: 'alphabet-seul',
        meaning: {
          fr: 'La phrase délimite seulement les caractères permis : lettres seules ou chiffres seuls peuvent être acceptés.',
          en: 'The sentence only delimits the allowed characters: letters only or digits only may be accepted.',
        },
      },
    ],
    reason: {
      fr: 'Par deux fois la fiche relie les deux mots par « et », jamais par « ou » ; « composé d’une série de » énumère ce dont la valeur est faite.',
      en: 'Twice the sheet joins the two words by « et », never by « ou »; « composé d’une série de » lists what the value is made of.',
    },
    scored: true,
  },
  {
    id: 'AMB-02',
    question: {
      fr: 'Un caractère spécial (! - _ @ …) fait-il refuser le mot de passe ?',
      en: 'Does a special character (! - _ @ …) have the password refused?',
    },
    values: [
      {
        value: 'alphanumérique-strict',
        meaning: {
          fr: 'Tout ce qui n’est ni chiffre ni lettre est refusé.',
          en: 'Anything that is neither a digit nor a letter is refused.',
        },
      },
      {
        value: 'spéciaux-admis',
        meaning: {
          fr: 'Chiffres et lettres restent exigés, et d’autres signes peuvent s’y ajouter ; espaces et lettres accentuées demeurent refusées.',
          en: 'Digits and letters remain required, and other signs may be added; blanks and accented letters stay refused.',
        },
      },
    ],
    reason: {
      fr: '« Doit être une série de chiffres et de lettres » définit la valeur entière. Objection : interdire ensuite les espaces serait alors superflu.',
      en: '« Doit être une série de chiffres et de lettres » defines the whole value. Objection: forbidding blanks afterwards would then be superfluous.',
    },
    scored: true,
  },
  {
    id: 'AMB-03',
    question: { fr: 'Quels caractères sont des lettres et des chiffres ?', en: 'Which characters are letters and digits?' },
    values: [
      {
        value: 'latin-de-base',
        meaning: {
          fr: 'Les lettres A à Z et a à z, les chiffres 0 à 9, et eux seuls.',
          en: 'The letters A to Z and a to z, the digits 0 to 9, and they alone.',
        },
      },
      {
        value: 'lettres-unicode',
        meaning: {
          fr: 'Les lettres et chiffres de toute écriture, pourvu qu’ils soient sans accent (α, ß, œ, ٣ …).',
          en: 'The letters and digits of any script, provided they bear no accent (α, ß, œ, ٣ …).',
        },
      },
    ],
    reason: {
      fr: 'La fiche parle à des usagers français : ôtez de leur alphabet les lettres accentuées, il reste a à z. Au-delà commence une zone grise, que la suite relève sans la sanctionner.',
      en: 'The sheet speaks to French users: take the accented letters from their alphabet, and a to z remain. Beyond lies a grey zone, which the suite reports and never fails.',
    },
    scored: false,
  },
  {
    id: 'AMB-04',
    question: { fr: 'Qu’est-ce qu’un caractère accentué ?', en: 'What is an accented character?' },
    values: [
      {
        value: 'tout-diacritique',
        meaning: {
          fr: 'Toute lettre portant un signe (é, ç, ñ, å …), codée d’un seul tenant ou décomposée, et tout signe isolé : refusés.',
          en: 'Any letter with a mark (é, ç, ñ, å …), composed or decomposed, and any mark by itself: refused.',
        },
      },
      {
        value: 'accents-français',
        meaning: {
          fr: 'Seules les lettres accentuées du français sont visées (à â ä é è ê ë î ï ô ö ù û ü ÿ ç) ; les autres relèvent de l’alphabet admis (AMB-03).',
          en: 'Only the accented letters of French are meant (à â ä é è ê ë î ï ô ö ù û ü ÿ ç); the others depend on the alphabet admitted (AMB-03).',
        },
      },
    ],
    reason: {
      fr: 'L’administration range d’ordinaire la cédille et le tréma parmi les « caractères accentués » ; une règle qui dépendrait du codage choisi par le clavier serait arbitraire.',
      en: 'Administrative French usually counts the cedilla and the diaeresis among « caractères accentués »; a rule that hung on the encoding chosen by a keyboard would be arbitrary.',
    },
    scored: true,
  },
  {
    id: 'AMB-05',
    question: { fr: 'Faut-il une majuscule ?', en: 'Is a capital letter required?' },
    values: [
      {
        value: 'casse-libre',
        meaning: {
          fr: 'Non : minuscules et chiffres suffisent, majuscules et chiffres aussi.',
          en: 'No: lower-case letters and digits are enough, and so are capitals and digits.',
        },
      },
    ],
    reason: {
      fr: 'Le choix est libre hors des contraintes énoncées, et aucune ne parle de casse. Exiger une majuscule n’a aucun appui dans le texte : cette lecture n’est pas proposée.',
      en: 'The choice is free beyond the constraints stated, and none mentions letter case. Requiring a capital has no support in the text: that reading is not offered.',
    },
    scored: true,
  },
  {
    id: 'AMB-06',
    question: { fr: 'Y a-t-il une longueur maximale ?', en: 'Is there a maximum length?' },
    values: [
      {
        value: 'sans-maximum',
        meaning: {
          fr: 'Aucune qu’un usager rencontre : 128 caractères sont acceptés et gardés en entier.',
          en: 'None that a user meets: 128 characters are accepted and kept whole.',
        },
      },
      {
        value: 'maximum-déclaré',
        meaning: {
          fr: 'Un maximum d’au moins 64 caractères, annoncé à l’écran ; au-delà, un refus motivé, jamais une coupure silencieuse.',
          en: 'A maximum of at least 64 characters, announced on the screen; beyond it a refusal with a message, never a silent cut.',
        },
      },
    ],
    reason: {
      fr: '« 20 caractères au minimum » fixe un plancher et rien d’autre. Les autorités divergent sur l’utilité d’un plafond ; la fiche n’en pose pas.',
      en: '« 20 caractères au minimum » sets a floor and nothing else. The authorities disagree on the use of a ceiling; the sheet sets none.',
    },
    scored: true,
  },
  {
    id: 'AMB-07',
    question: {
      fr: 'Un mot de passe qui ne diffère du précédent que par la casse est-il différent ?',
      en: 'Is a password that differs from the last by letter case only a different one?',
    },
    values: [
      {
        value: 'égalité-exacte',
        meaning: {
          fr: 'Oui : seule une valeur identique, caractère pour caractère, est refusée.',
          en: 'Yes: only an identical value, character for character, is refused.',
        },
      },
      {
        value: 'différence-insensible-casse',
        meaning: {
          fr: 'Non : une valeur qui ne change que de casse peut être refusée.',
          en: 'No: a value that changes letter case only may be refused.',
        },
      },
      {
        value: 'différence-significative',
        meaning: {
          fr: 'Une valeur trop proche de la précédente peut être refusée, casse comprise.',
          en: 'A value too close to the last one may be refused, letter case included.',
        },
      },
    ],
    reason: {
      fr: 'Est différent ce qui n’est pas identique ; puisque la connexion distingue la casse (AMB-11), deux casses font deux mots de passe.',
      en: 'What is not identical is different; since signing in tells letter case apart (AMB-11), two cases make two passwords.',
    },
    scored: true,
  },
  {
    id: 'AMB-08',
    question: {
      fr: 'Quel est le « dernier mot de passe utilisé » ?',
      en: 'Which one is the « dernier mot de passe utilisé »?',
    },
    values: [
      {
        value: 'mot-de-passe-courant',
        meaning: {
          fr: 'Celui qui est en vigueur ; un plus ancien peut être repris.',
          en: 'The one in force; an older one may be taken again.',
        },
      },
      {
        value: 'dernier-servi-à-connexion',
        meaning: {
          fr: 'Le dernier avec lequel une connexion a réussi : un mot de passe jamais utilisé pour se connecter peut être repris.',
          en: 'The last one with which a sign-in succeeded: a password never used to sign in may be taken again.',
        },
      },
      {
        value: 'historique-n',
        meaning: {
          fr: 'Les derniers mots de passe successifs : le courant et quelques-uns avant lui sont refusés.',
          en: 'The last few passwords: the one in force and some before it are refused.',
        },
      },
    ],
    reason: {
      fr: 'C’est celui que l’on remplace (« mot de passe de remplacement »), et le singulier n’en exclut qu’un.',
      en: 'It is the one being replaced (« mot de passe de remplacement »), and the singular excludes only one.',
    },
    scored: true,
  },
  {
    id: 'AMB-09',
    question: { fr: 'En quelle unité compte-t-on 20 « caractères » ?', en: 'In which unit are 20 « caractères » counted?' },
    values: [
      {
        value: 'points-de-code',
        meaning: {
          fr: 'En points de code Unicode : un caractère saisi, un caractère compté.',
          en: 'In Unicode code points: one character typed, one character counted.',
        },
      },
      {
        value: 'octets',
        meaning: {
          fr: 'En octets UTF-8 : une lettre hors de l’alphabet latin de base en vaut plusieurs.',
          en: 'In UTF-8 bytes: a letter outside the basic Latin alphabet counts for several.',
        },
      },
      {
        value: 'unités-utf16',
        meaning: {
          fr: 'En unités UTF-16 : seuls les caractères rares en valent deux.',
          en: 'In UTF-16 units: only rare characters count for two.',
        },
      },
      {
        value: 'graphèmes',
        meaning: {
          fr: 'En signes tels qu’on les voit : une lettre et son accent décomposé n’en font qu’un.',
          en: 'In signs as they are seen: a letter and its decomposed accent make one.',
        },
      },
    ],
    reason: {
      fr: 'C’est le sens ordinaire du mot. Avec les seuls chiffres et lettres de l’alphabet admis, toutes ces unités donnent le même compte : la différence ne se voit pas.',
      en: 'It is the ordinary meaning of the word. With only the digits and letters of the admitted alphabet all these units give the same count: the difference cannot be seen.',
    },
    scored: false,
  },
  {
    id: 'AMB-10',
    question: {
      fr: 'Quelles espaces sont interdites, et peut-on rogner celles des bords ?',
      en: 'Which blanks are forbidden, and may those at the ends be trimmed?',
    },
    values: [
      {
        value: 'espace-refusé',
        meaning: {
          fr: 'Toute espace, visible ou non, à toute place, fait refuser la valeur ; rien n’est rogné.',
          en: 'Any blank, visible or not, anywhere, has the value refused; nothing is trimmed.',
        },
      },
      {
        value: 'rognage-bords',
        meaning: {
          fr: 'Les espaces des bords sont ôtées avant le contrôle : 20 caractères suivis d’une espace peuvent passer, et la valeur rognée permet alors de se connecter ; 19 suivis d’une espace restent refusés.',
          en: 'Blanks at the ends are removed before the check: 20 characters and a blank may pass, and the trimmed value then opens the space; 19 and a blank stay refused.',
        },
      },
    ],
    reason: {
      fr: '« Ni espaces » ne fait pas d’exception pour les bords, et rogner en silence enregistrerait autre chose que ce qui fut saisi (MPO-D-6).',
      en: '« Ni espaces » makes no exception for the ends, and trimming in silence would keep something else than what was typed (MPO-D-6).',
    },
    scored: true,
  },
  {
    id: 'AMB-11',
    question: {
      fr: 'La connexion distingue-t-elle les majuscules du mot de passe ?',
      en: 'Does signing in tell the letter case of the password apart?',
    },
    values: [
      {
        value: 'sensible-à-la-casse',
        meaning: {
          fr: 'Oui : une autre casse est un autre mot de passe, et elle est refusée.',
          en: 'Yes: another letter case is another password, and it is refused.',
        },
      },
    ],
    reason: {
      fr: 'Une majuscule et une minuscule sont deux caractères ; les confondre changerait la valeur saisie (MPO-D-6). L’inverse ne se défend pas et n’est pas proposé.',
      en: 'A capital and a small letter are two characters; merging them would change the value typed (MPO-D-6). The opposite cannot be defended and is not offered.',
    },
    scored: true,
  },
  {
    id: 'AMB-12',
    question: {
      fr: 'Qu’est-ce que l’« identifiant » de la connexion finale ?',
      en: 'What is the « identifiant » of the final sign-in?',
    },
    values: [
      {
        value: 'adresse-électronique',
        meaning: {
          fr: 'L’adresse électronique du compte, qui doit fonctionner ; le numéro d’abonné peut fonctionner aussi.',
          en: 'The e-mail address of the account, which must work; the subscriber number may work as well.',
        },
      },
      {
        value: 'numéro-abonné',
        meaning: {
          fr: 'Le numéro d’abonné, que la fiche nomme parmi les informations du compte.',
          en: 'The subscriber number, which the sheet names among the data of the account.',
        },
      },
      {
        value: 'les-deux',
        meaning: {
          fr: 'L’un ou l’autre, au choix de l’usager.',
          en: 'Either of them, as the user prefers.',
        },
      },
    ],
    reason: {
      fr: 'Les sections 1.1 et 1.3 disent que l’on accède à l’espace par l’adresse électronique et le mot de passe ; « identifiant » n’est défini nulle part ailleurs.',
      en: 'Sections 1.1 and 1.3 say that the space is reached by e-mail address and password; « identifiant » is defined nowhere else.',
    },
    scored: true,
  },
  {
    id: 'AMB-13',
    question: { fr: 'Comment deux adresses électroniques sont-elles comparées ?', en: 'How are two e-mail addresses compared?' },
    values: [
      {
        value: 'adresse-tolérante',
        meaning: {
          fr: 'L’adresse telle qu’enregistrée doit fonctionner ; qu’une autre casse ou des espaces autour soient admises ou non, les deux se valent.',
          en: 'The address as registered must work; whether another letter case or blanks around it are admitted or not, both will do.',
        },
      },
      {
        value: 'adresse-exacte',
        meaning: {
          fr: 'Seule l’adresse telle qu’enregistrée fonctionne ; une autre casse est une autre adresse.',
          en: 'Only the address as registered works; another letter case is another address.',
        },
      },
      {
        value: 'adresse-insensible-casse',
        meaning: {
          fr: 'L’adresse fonctionne quelle qu’en soit la casse.',
          en: 'The address works in any letter case.',
        },
      },
    ],
    reason: {
      fr: 'La fiche parle de l’adresse « que vous aviez choisie », et la norme du courrier laisse la casse ouverte. Dans tous les cas, deux adresses enregistrées distinctes ne se confondent jamais, et le courriel va à celle qui est enregistrée.',
      en: 'The sheet speaks of the address « que vous aviez choisie », and the mail standard leaves letter case open. In every case two distinct registered addresses are never confused, and the mail goes to the registered one.',
    },
    scored: true,
  },
  {
    id: 'AMB-14',
    question: {
      fr: 'Que se passe-t-il pour une adresse inconnue, les caractères de l’image étant justes ?',
      en: 'What happens for an unknown address when the characters of the image are right?',
    },
    values: [
      {
        value: 'sans-fuite-ni-progression',
        meaning: {
          fr: 'Toute réponse convient qui ne montre la question de personne d’autre, n’ouvre pas la saisie du mot de passe et n’envoie aucun courriel. Les trois autres lectures en sont des formes.',
          en: 'Any response will do that shows nobody else’s question, does not open the entry of the password and sends no mail. The three other readings are forms of it.',
        },
      },
      {
        value: 'question-leurre',
        meaning: {
          fr: 'Une question fictive, toujours la même pour une même adresse, à laquelle aucune réponse ne convient.',
          en: 'A made-up question, always the same for a given address, to which no answer is right.',
        },
      },
      {
        value: 'message-générique',
        meaning: {
          fr: 'Un message qui ne dit pas ce qui est faux, de l’adresse ou des caractères.',
          en: 'A message that does not say which is wrong, the address or the characters.',
        },
      },
      {
        value: 'message-explicite',
        meaning: {
          fr: 'Un message qui dit que l’adresse est inconnue.',
          en: 'A message that says the address is unknown.',
        },
      },
    ],
    reason: {
      fr: 'La fiche ne décrit que le cas où l’adresse est connue ; « la question de confiance affichée » suppose un compte. Le reste est affaire de recommandation (REC-01, REC-02).',
      en: 'The sheet only describes the case where the address is known; « la question de confiance affichée » supposes an account. The rest is a matter of recommendation (REC-01, REC-02).',
    },
    scored: true,
  },
  {
    id: 'AMB-15',
    question: {
      fr: 'Les caractères de l’image servent-ils plus d’une fois, et leur casse compte-t-elle ?',
      en: 'Do the characters of the image serve more than once, and does their letter case matter?',
    },
    values: [
      {
        value: 'captcha-à-usage-unique',
        meaning: {
          fr: 'Vérifiés par le serveur pour cette visite, consommés au premier envoi, puis une nouvelle image ; la casse est tolérée.',
          en: 'Checked by the server for that visit, consumed at the first submission, then a new image; letter case is tolerated.',
        },
      },
      {
        value: 'captcha-réutilisable-dans-la-session',
        meaning: {
          fr: 'Une fois justes, ils peuvent resservir dans la même visite, jamais dans une autre ni avec une image plus ancienne.',
          en: 'Once right, they may serve again within the same visit, never in another one nor for an older image.',
        },
      },
      {
        value: 'sensible-à-la-casse',
        meaning: {
          fr: 'Ils doivent être recopiés avec leurs majuscules et leurs minuscules.',
          en: 'They must be copied with their capitals and small letters.',
        },
      },
    ],
    reason: {
      fr: '« L’image fournie » est celle que l’on vient de fournir. La casse se lit mal dans une image déformée. Le réemploi dans une même visite relève de la recommandation REC-07.',
      en: '« L’image fournie » is the one just supplied. Letter case is hard to read in a distorted image. Reuse within one visit is a matter for the recommendation REC-07.',
    },
    scored: true,
  },
  {
    id: 'AMB-16',
    question: {
      fr: 'Que se passe-t-il après une réponse fausse, et combien d’essais sont permis ?',
      en: 'What happens after a wrong answer, and how many tries are allowed?',
    },
    values: [
      {
        value: 'nouvel-essai-borné',
        meaning: {
          fr: 'La question revient avec un message d’erreur, un nombre limité de fois.',
          en: 'The question comes back with an error message, a limited number of times.',
        },
      },
      {
        value: 'retour-au-début',
        meaning: {
          fr: 'La procédure reprend à l’identification, avec une nouvelle image.',
          en: 'The procedure starts again at the identification, with a new image.',
        },
      },
      {
        value: 'blocage-temporaire',
        meaning: {
          fr: 'La procédure se ferme un temps pour ce compte.',
          en: 'The procedure closes for a while for that account.',
        },
      },
      {
        value: 'un-seul-essai',
        meaning: {
          fr: 'La première réponse fausse met fin à la procédure.',
          en: 'The first wrong answer ends the procedure.',
        },
      },
    ],
    reason: {
      fr: '« Si la réponse est correcte » ferme la porte et ne dit rien de plus ; une faute de frappe ne devrait pas perdre un usager légitime. La porte est jugée (MPO-2-14), la suite relève de REC-05.',
      en: '« Si la réponse est correcte » shuts the gate and says no more; a slip of the finger should not lose a legitimate user. The gate is judged (MPO-2-14), what follows is for REC-05.',
    },
    scored: false,
  },
  {
    id: 'AMB-17',
    question: { fr: 'Comment les réponses sont-elles comparées ?', en: 'How are answers compared?' },
    values: [
      {
        value: 'réponse-exacte-acceptée',
        meaning: {
          fr: 'La réponse telle qu’enregistrée est acceptée et une réponse nettement autre refusée ; entre les deux (casse, accents, espaces), l’un et l’autre se valent.',
          en: 'The answer as registered is accepted and a clearly different one refused; in between (letter case, accents, blanks), either will do.',
        },
      },
      {
        value: 'réponse-tolérante',
        meaning: {
          fr: 'La casse, les accents ou les espaces ne comptent pas.',
          en: 'Letter case, accents or blanks do not count.',
        },
      },
      {
        value: 'réponse-stricte',
        meaning: {
          fr: 'Seule la réponse enregistrée, au caractère près, est acceptée.',
          en: 'Only the answer as registered, to the character, is accepted.',
        },
      },
    ],
    reason: {
      fr: 'La fiche dit seulement « correcte ». La suite relève la tolérance observée, qui facilite aussi la tâche de qui devine.',
      en: 'The sheet only says « correcte ». The suite reports the tolerance it observes, which also helps those who guess.',
    },
    scored: false,
  },
  {
    id: 'AMB-18',
    question: { fr: 'Le CAPTCHA peut-il être redemandé plus loin ?', en: 'May the CAPTCHA be asked again later?' },
    values: [
      {
        value: 'captcha-une-fois',
        meaning: {
          fr: 'Il n’apparaît qu’à l’identification.',
          en: 'It appears at the identification only.',
        },
      },
      {
        value: 'captcha-répété',
        meaning: {
          fr: 'Il peut revenir, par exemple après des échecs.',
          en: 'It may come back, for instance after failures.',
        },
      },
    ],
    reason: {
      fr: 'La fiche ne le mentionne que pour cet écran, et dit ce que l’on saisit sur les suivants.',
      en: 'The sheet mentions it for that screen only, and says what is typed on the next ones.',
    },
    scored: false,
  },
  {
    id: 'AMB-19',
    question: {
      fr: 'Comment concilier « une seule étape » et plusieurs écrans ?',
      en: 'How do « une seule étape » and several screens fit together?',
    },
    values: [
      {
        value: 'étape-=-procédure',
        meaning: {
          fr: 'L’étape est une phase administrative : plusieurs écrans, mais une seule visite et aucune attente.',
          en: 'The step is an administrative phase: several screens, but one visit and no waiting.',
        },
      },
      {
        value: 'page-unique',
        meaning: {
          fr: 'Tout tient dans une page qui se découvre peu à peu, le serveur tenant l’ordre.',
          en: 'Everything stands in one page that unfolds little by little, the server keeping the order.',
        },
      },
    ],
    reason: {
      fr: 'La section 2 enchaîne les écrans par « ensuite » ; dans les fiches de la même série, une étape est une phase qui peut durer des jours.',
      en: 'Section 2 strings the screens together with « ensuite »; in the sheets of the same series a step is a phase that may last days.',
    },
    scored: true,
  },
];
