/** The door of the room: the mailboxes the suite can read. */
export type { Mailbox, MailMark, MailMessage, MailQuery } from './mailbox';
export { type Clock, systemClock } from './clock';
export { MailTimeout, type SeenMessage } from './mail-timeout';
export { createMailhogMailbox, type MailhogMailboxOptions } from './mailhog-mailbox';
export { createMailpitMailbox, type MailpitMailboxOptions } from './mailpit-mailbox';
export { DeliveryRefused, type Envelope } from './catcher-store';
export { type Catcher, type CatcherOptions, createCatcher, type ListeningCatcher, type ListenOptions } from './embedded-catcher';
