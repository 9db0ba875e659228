/** The screens by their French names. Knows no markup. */
import type { ScreenName } from '../driver/controls';
import type { Page } from '../driver/visitor';

/** The names that the features and the reports use. */
export const screenNames: Readonly<Record<ScreenName, string>> = {
  home: 'accueil',
  'sign-in': 'connexion',
  identification: 'identification',
  question: 'question de confiance',
  'new-password': 'nouveau mot de passe',
  summary: 'récapitulatif',
  services: 'espace',
  error: 'page en erreur',
  other: 'autre page',
};

/** @throws Error for a name that no screen bears. */
export function screenFromName(name: string): ScreenName {
  const found = (Object.keys(screenNames) as ScreenName[]).find((screen) => screenNames[screen] === name);
  if (found === undefined)
    throw new Error(`écran inconnu : « ${name} » ; écrans admis : ${Object.values(screenNames).join(', ')}`);
  return found;
}

/** What is seen, in one line that holds no query string: « question de confiance » (200, /mot-de-passe/question). */
export function describePage(page: Page, screen: ScreenName): string {
  const alerts = page.alerts.length > 0 ? ` ; message : « ${shortened(page.alerts.join(' / '))} »` : '';
  return `écran « ${screenNames[screen]} » (statut ${page.status}, ${pathOf(page.url)})${alerts}`;
}

/** A message, not a page: what is longer says no more. */
const LONGEST = 200;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
