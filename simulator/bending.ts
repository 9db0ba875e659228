/** How a simulator departs from the reference: by replacing named parts, nothing else. A fault breaks the fiche, a variant does not. */
import type { Account } from './directory';
import { openNotebook } from './faults/notebook';
import type { Notebook } from './faults/notebook';
import type { ProcedureMachine } from './machine';
import type { Letter } from './mail/confirmation';
import type { MailTransport, SimulatorAccount } from './model';
import type { Parts } from './parts';
import type { Sessions } from './sessions';

/** The parts that are replaced; the rest stays the reference's. */
export interface Override {
  readonly rules?: Partial<Parts['rules']>;
  readonly effects?: Partial<Parts['effects']>;
  readonly captcha?: Partial<Parts['captcha']>;
  readonly mail?: Partial<Parts['mail']>;
  readonly views?: Partial<Parts['views']>;
  readonly gate?: Partial<Parts['gate']>;
  /** Guards and actions of the procedure, as XState takes them. */
  readonly machine?: Parameters<ProcedureMachine['provide']>[0];
}

/** What an override may use beside the parts. */
export interface Workshop {
  readonly accounts: readonly Account[];
  readonly fixtures: readonly SimulatorAccount[];
  readonly sessions: Sessions;
  readonly notebook: Notebook;
  readonly now: () => number;
  readonly mail: MailTransport;
  post(letter: Letter): void;
}

/** Says which parts are replaced. @param reference the parts as they were, to build upon. */
export type Bend = (reference: Readonly<Parts>, workshop: Workshop) => Override;

/** Replaces parts in place. */
export function bend(parts: Parts, override: Bend, means: Omit<Workshop, 'notebook'>): void {
  const notebook = openNotebook(means.fixtures);
  const { changePassword } = parts.effects;
  parts.effects.changePassword = (account, password) => {
    notebook.note(account, password);
    changePassword(account, password);
  };
  const reference: Parts = {
    machine: parts.machine,
    rules: { ...parts.rules },
    effects: { ...parts.effects },
    captcha: { ...parts.captcha },
    mail: { ...parts.mail },
    views: { ...parts.views },
    gate: { ...parts.gate },
  };
  const { machine, ...tables } = override(reference, { ...means, notebook });
  if (machine) parts.machine = parts.machine.provide(machine);
  for (const [name, table] of Object.entries(tables)) Object.assign(parts[name as keyof typeof tables], table);
}
