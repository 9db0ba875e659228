/** What there is to show, before it is HTML. */

import type { Account } from './accounts';
import type { Captcha } from './captcha';

export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'sign-in'; readonly email?: string }
  | { readonly name: 'identification'; readonly captcha: Captcha; readonly email: string }
  | { readonly name: 'question'; readonly account: Account; readonly question: string }
  /** The answer: with the fault `reponse-affichee` alone. */
  | { readonly name: 'password'; readonly account: Account; readonly answer?: string }
  /** With the fault `recapitulatif-sur-clic` alone. */
  | { readonly name: 'changed'; readonly account: Account }
  | { readonly name: 'summary'; readonly account: Account }
  /** With, perhaps, the service or the dossier that is opened in it. */
  | { readonly name: 'space'; readonly account: Account; readonly opened?: string };

export interface View {
  readonly screen: Screen;
  /** By name of the field. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What went wrong, of no field in particular. */
  readonly alert?: string;
  /** What went well. */
  readonly notice?: string;
}
