/** The words that stand in sentences: people, screens, commands, passwords. */
import { defineParameterType } from '@cucumber/cucumber';
import { partialPairs } from '../../src/checks/proposals';
import { addressWords, answerWords, signInPasswordWords } from '../../src/checks/wordings';
import { screenFromName } from '../../src/checks/screen-names';

const PEOPLE = 'l’usager|un usager|Alice|Bruno|il|elle';

/** « l’usager », « qu’Alice »: the name under which the scene knows them. */
defineParameterType({ name: 'personne', regexp: new RegExp(`(?:qu’)?(?:${PEOPLE})`), transformer: personName });
/** « d’Alice », « de Bruno », « à l’usager ». */
defineParameterType({
  name: 'dePersonne',
  regexp: /d’Alice|de Bruno|de l’usager|à Bruno|à l’usager|à Alice/,
  transformer: personName,
});
/** Somebody without an account. */
defineParameterType({ name: 'visiteur', regexp: /(?:qu’)?(?:un|le) visiteur/, transformer: () => 'le visiteur' });
defineParameterType({
  name: 'écran',
  regexp: /« (accueil|connexion|identification|question de confiance|nouveau mot de passe|récapitulatif|espace) »/,
  transformer: screenFromName,
});
/** What stands on a button or a link. */
defineParameterType({ name: 'commande', regexp: /« ([^»]+) »/, transformer: (label: string) => label });
/** One or several passwords by their shape: see src/exploration/shape-words.ts. */
defineParameterType({
  name: 'forme',
  regexp:
    /(?:(?:\d+ |une? (?:espace|tabulation|chiffre en tête|lettre en tête|mot de passe conforme)|deux espaces|trois fois |« |« |son (?:mot de passe actuel|avant-dernier))(?:[^,«]|«[^»]*»)*)/,
  transformer: (words: string) => words,
});
/** How a password differs from another. */
defineParameterType({
  name: 'différence',
  regexp:
    /dont (?:le (?:premier|dernier|\d+e) caractère change|la casse est inversée)|suivi d’une? (?:chiffre|espace)|suivi d’un chiffre|privé de son dernier caractère/,
  transformer: (words: string) => words,
});
defineParameterType({ name: 'adresse', regexp: new RegExp(addressWords), transformer: (words: string) => words });
defineParameterType({ name: 'réponse', regexp: new RegExp(answerWords), transformer: (words: string) => words });
defineParameterType({ name: 'motDePasse', regexp: new RegExp(signInPasswordWords), transformer: (words: string) => words });
/** How the characters of the image are copied: see src/checks/identification.ts. */
defineParameterType({
  name: 'caractères',
  regexp: /(?:rien|d’autres|les (?:bons )?caractères)[^«]*/,
  transformer: (words: string) => words,
});
/** A pair of passwords of which something is missing. */
defineParameterType({
  name: 'paire',
  regexp: new RegExp(Object.keys(partialPairs).join('|')),
  transformer: (words: string) => words,
});
/** A trait of an account: see src/checks/wanted-accounts.ts. */
defineParameterType({ name: 'particularité', regexp: /dont .+/, transformer: (words: string) => words });
/** A family of passwords: see src/exploration/password-properties.ts. */
defineParameterType({ name: 'famille', regexp: /mot de passe conforme(?: mais [^,]+)?/, transformer: (words: string) => words });

function personName(words: string): string {
  return words.replace(/^(?:qu’|d’|de |à )/, '').replace(/^un usager$/, 'l’usager');
}
