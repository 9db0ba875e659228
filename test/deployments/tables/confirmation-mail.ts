/**
 * The confirmation mail and its dispatch. The change does not wait for the mail server and is not undone by it: a mail that it does not
 * take is tried again a few times, then given up (MPO-D-2).
 */
import { createTransport, type Transporter } from 'nodemailer';
import type { DeploymentOptions } from '../contract';

const RETRY_DELAYS_MS = [500, 1000, 2000, 4000, 8000];
const PATIENCE_MS = 5000;

export interface Letter {
  readonly recipients: readonly string[];
  readonly text: string;
}

const SENDER = 'ne-pas-repondre@guichet.example';
const SUBJECT = 'Votre mot de passe a été changé';

/** The wording: of the change, without a secret and without a link to follow. */
export function confirmationText(email: string): string {
  return [
    'Bonjour,',
    `Le mot de passe de l’espace professionnel ouvert à l’adresse ${email} vient d’être changé au moyen de la procédure « Mot de passe oublié ».`,
    'Le nouveau mot de passe est en vigueur : connectez-vous avec votre adresse électronique et ce nouveau mot de passe. L’ancien ne permet plus d’accéder à vos services.',
    'Si vous n’êtes pas à l’origine de ce changement, prévenez l’assistance sans attendre.',
    'Le Guichet des professionnels',
  ].join('\n\n');
}

export class Outbox {
  private readonly transport: Transporter;
  private readonly underWay = new Set<Promise<void>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private closed = false;

  constructor({ host, port }: DeploymentOptions['smtp']) {
    this.transport = createTransport({
      host,
      port,
      name: 'guichet.example',
      secure: false,
      ignoreTLS: true,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
  }

  /** Returns at once. */
  send(letter: Letter, attempt = 0): void {
    const dispatch = this.dispatch(letter).catch(() => this.retry(letter, attempt));
    this.underWay.add(dispatch);
    void dispatch.finally(() => this.underWay.delete(dispatch));
  }

  /** Waits for the mails under way; those that wait for another attempt are given up. */
  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.underWay);
    this.transport.close();
  }

  private async dispatch({ recipients, text }: Letter): Promise<void> {
    await this.transport.sendMail({
      from: { name: 'Guichet des professionnels', address: SENDER },
      // As an object, so that an odd but valid address is not taken apart.
      to: { name: '', address: recipients[0] ?? '' },
      envelope: { from: SENDER, to: [...recipients] },
      subject: SUBJECT,
      text,
    });
  }

  private retry(letter: Letter, attempt: number): void {
    const delay = RETRY_DELAYS_MS[attempt];
    if (delay === undefined || this.closed) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.send(letter, attempt + 1);
    }, delay);
    this.timers.add(timer);
  }
}
