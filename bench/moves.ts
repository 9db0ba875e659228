/** What people did at their browsers during a run, as data. */
import type { Submission } from '../src/driver/visitor';
import type { Session } from './simulator-tap';

/** An element as a hand-written script names it: its role, or the label of a field; `rank` among those of the same name. */
export interface Named {
  readonly kind: 'field' | 'control';
  readonly role: string;
  readonly name: string;
  readonly rank: number;
}

export type Move =
  | { readonly do: 'arrive'; readonly visitor: number; readonly images: boolean }
  | { readonly do: 'tab'; readonly visitor: number; readonly of: number }
  | { readonly do: 'open'; readonly visitor: number; readonly address: string }
  | { readonly do: 'type'; readonly visitor: number; readonly field: Named; readonly text: string }
  | { readonly do: 'click' | 'enter'; readonly visitor: number; readonly on: Named; readonly navigates: boolean }
  | { readonly do: 'back' | 'reload' | 'forget' | 'picture' | 'leave'; readonly visitor: number }
  | { readonly do: 'send'; readonly visitor: number; readonly request: Submission };

/** What one scenario did, on a simulator of its own. */
export interface Played {
  readonly session: Session;
  readonly moves: readonly Move[];
}
