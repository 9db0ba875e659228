/** The confirmation mail. It leaves after the change and never holds it back: a server that is down gets it a little later. */

import { createTransport } from 'nodemailer';
import type { DeploymentOptions } from '../contract';
import type { FaultCheck } from './faults';

const tries = 5;
const firstDelay = 500;

export class Outbox {
  readonly #transport;
  readonly #underWay = new Set<Promise<void>>();
  readonly #later = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(
    { host, port }: DeploymentOptions['smtp'],
    private readonly faulty: FaultCheck,
  ) {
    const timeouts = { connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 2000 };
    this.#transport = createTransport({ host, port, secure: false, ignoreTLS: true, ...timeouts });
  }

  /** To the registered address alone (MPO-2-26). The password is told, and put in the mail, by a fault alone. */
  confirmChange(email: string, password?: string): void {
    if (this.faulty('aucun-courriel')) return;
    const text = textOf(password);
    this.#try(email, text, 1);
    if (this.faulty('deux-courriels')) this.#try(email, text, 1);
  }

  /** Waits for what is being sent; what was to be tried again is lost. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#later) clearTimeout(timer);
    await Promise.all(this.#underWay);
    this.#transport.close();
  }

  #try(email: string, text: string, attempt: number): void {
    const sending: Promise<void> = this.#transport
      .sendMail({
        from: { name: 'Portail des téléprocédures', address: 'ne-pas-repondre@portail.example' },
        to: { name: '', address: email },
        ...(this.faulty('copie-a-un-tiers') && { bcc: 'archives@portail.example' }),
        subject: 'Confirmation du changement de votre mot de passe',
        text,
      })
      .then(
        () => undefined,
        (error: { responseCode?: number }) => {
          if (!isFinal(error) && attempt < tries) this.#tryLater(email, text, attempt);
        },
      )
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  #tryLater(email: string, text: string, attempt: number): void {
    if (this.#closed) return;
    const timer = setTimeout(
      () => {
        this.#later.delete(timer);
        this.#try(email, text, attempt + 1);
      },
      firstDelay * 2 ** (attempt - 1),
    );
    this.#later.add(timer);
  }
}

/** A 5xx answer: the server will not take this mail, ever (RFC 5321, § 4.2.1). */
function isFinal({ responseCode }: { responseCode?: number }): boolean {
  return responseCode !== undefined && responseCode >= 500;
}

function textOf(password?: string): string {
  return (
    'Bonjour,\n\n' +
    'Le mot de passe de votre espace professionnel vient d’être changé, à votre demande. ' +
    'Le nouveau mot de passe est déjà en vigueur ; l’ancien ne permet plus de se connecter.\n\n' +
    (password === undefined ? '' : `Votre nouveau mot de passe : ${password}\n\n`) +
    'Si vous n’êtes pas à l’origine de ce changement, prévenez sans attendre l’assistance aux usagers.\n\n' +
    'Ce message est envoyé automatiquement, merci de ne pas y répondre.\n'
  );
}
