/** The screens by their French names. Knows no markup. */
import type { ScreenName } from '../driver/controls';
import { LONGEST_SOURCE } from '../driver/read-page';
import type { Instead, Page } from '../driver/visitor';
import { fold } from '../driver/words';

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

/**
 * What is seen, in one line that holds no query string: écran « question de confiance » (statut 200, /mot-de-passe/question). Of a page that
 * is none of the screens, what it is instead where that can be told: page de maintenance (statut 503, /).
 */
export function describePage(page: Page, screen: ScreenName): string {
  const alerts = page.alerts.length > 0 ? ` ; message : « ${shortened(page.alerts.join(' / '))} »` : '';
  const name = isNoScreen(screen) ? wordsForUnexpected(page) : undefined;
  return `${name ?? `écran « ${screenNames[screen]} »`}${placeOf(page)}${alerts}`;
}

const insteads: Readonly<Record<Instead, string>> = {
  outside: 'renvoi vers un autre site',
  redirects: 'redirection sans fin',
  reloads: 'page qui se recharge sans fin',
  unreadable: 'adresse illisible',
  resend: 'renvoi du formulaire, que le navigateur demande de confirmer',
};

const statuses: Readonly<Record<number, string>> = {
  401: 'authentification HTTP demandée',
  403: 'accès refusé',
  404: 'page introuvable',
  410: 'page introuvable',
  429: 'trop de demandes',
  503: 'service indisponible',
};

function isNoScreen(screen: ScreenName): boolean {
  return screen === 'error' || screen === 'other';
}

function wordsForUnexpected(page: Page): string | undefined {
  const { status, instead, cutFrom } = page;
  if (page.url === 'about:blank') return 'aucune page';
  if (instead !== undefined) return insteads[instead];
  if ((status >= 500 || status < 300) && speaksOfMaintenance(page)) return 'page de maintenance';
  if (status >= 400) return statuses[status] ?? (status >= 500 ? 'erreur du serveur' : undefined);
  if (status >= 300) return 'redirection sans adresse';
  const type = page.contentType.split(';')[0]!.trim().toLowerCase();
  if (/[/+]json$/.test(type)) return 'réponse JSON au lieu d’une page';
  if (type !== '' && !/html|xml/.test(type)) return `réponse ${shortened(type)} au lieu d’une page`;
  if (cutFrom !== undefined) {
    const length = cutFrom > LONGEST_SOURCE ? megabytes(cutFrom) : `plus de ${megabytes(LONGEST_SOURCE)}`;
    return `page de ${length}, coupée à ${megabytes(LONGEST_SOURCE)}`;
  }
  if (page.text !== '' || page.controls.some(({ visible }) => visible)) return undefined;
  return page.needsScript ? 'page vide sans JavaScript' : 'page vide';
}

/** Says it at once: a page of help may speak of it further down. */
function speaksOfMaintenance({ title, text }: Page): boolean {
  return /\bmaintenance\b|(momentanement|temporairement|actuellement) (indisponible|ferme)/.test(
    fold(`${title} ${text.slice(0, MAINTENANCE_WITHIN)}`),
  );
}

function placeOf({ url, status, instead }: Page): string {
  if (url === 'about:blank') return '';
  // Another site is named by what a target file must list to let it in.
  if (instead === 'outside')
    return ` (${URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : 'pas une adresse du web'})`;
  return status === 0 ? ` (${pathOf(url)})` : ` (statut ${status}, ${pathOf(url)})`;
}

/** A message, not a page: what is longer says no more. */
const LONGEST = 200;
const MAINTENANCE_WITHIN = 300;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} Mo`.replace('.', ',');
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
