/** The only door of the reference simulator. It knows nothing of the suite that judges it. */
export type {
  Bilingual,
  FaultDescription,
  MailTransport,
  Simulator,
  SimulatorAccount,
  SimulatorOptions,
  VariantDescription,
} from './model';
export { assistance } from './web/assistance-access';
export { createSimulator } from './simulator';
export { faults } from './faults';
export { fixtures } from './fixtures';
export { procedure } from './machine';
export type { Desk, ProcedureEvent, Screen } from './machine';
export { openReference, REFERENCE_CHARACTERS } from './reference';
export { variants } from './variants';
export { serveSimulator } from './serve';
export { smtpTransport } from './mail/smtp-transport';
