// Sends the confirmation mail. Accepting it is part of the change, delivering it is not: a mail server that is down gets it later.
import { createTransport, type Transporter } from 'nodemailer';
import type { Account, AccountBook } from './accounts';
import type { FaultSwitch } from './faults';

const RETRY_AFTER_MS = 1000;

interface Letter {
  readonly to: string;
  readonly bcc?: string;
  readonly text: string;
}

export class Outbox {
  private readonly transport: Transporter;
  private readonly underWay = new Set<Promise<void>>();
  private readonly retries = new Set<NodeJS.Timeout>();
  private closed = false;

  constructor(
    smtp: { readonly host: string; readonly port: number },
    private readonly accounts: AccountBook,
    private readonly fault: FaultSwitch,
  ) {
    const limits = { connectionTimeout: 3000, greetingTimeout: 3000, socketTimeout: 5000 };
    this.transport = createTransport({ ...smtp, ...limits, secure: false, ignoreTLS: true });
  }

  /** Confirms a change to the account's own address (MPO-2-26). Returns at once. */
  confirm(account: Account, password: string): void {
    if (this.fault('courriel-absent')) return;
    const letter = { to: account.email, ...this.copy(account), text: this.text(password) };
    this.post(letter);
    if (this.fault('courriel-double')) this.post(letter);
  }

  /** Ends what is under way; what waits for a mail server to come back is lost. */
  async close(): Promise<void> {
    this.closed = true;
    for (const retry of this.retries) clearTimeout(retry);
    await Promise.all(this.underWay);
    this.transport.close();
  }

  private post(letter: Letter): void {
    const attempt: Promise<void> = this.deliver(letter).finally(() => this.underWay.delete(attempt));
    this.underWay.add(attempt);
  }

  private async deliver({ to, bcc, text }: Letter): Promise<void> {
    try {
      await this.transport.sendMail({
        from: { name: 'Espace des entreprises', address: 'ne-pas-repondre@espace.example' },
        to: { name: '', address: to },
        ...(bcc === undefined ? {} : { bcc: { name: '', address: bcc } }),
        subject: 'Confirmation du changement de votre mot de passe',
        text,
      });
    } catch (error) {
      if (this.closed || isFinal(error)) return;
      const retry = setTimeout(() => {
        this.retries.delete(retry);
        this.post({ to, bcc, text });
      }, RETRY_AFTER_MS);
      this.retries.add(retry);
    }
  }

  private copy(account: Account): { bcc?: string } {
    if (!this.fault('courriel-en-copie')) return {};
    return { bcc: this.accounts.otherThan(account)?.email ?? 'archives@espace.example' };
  }

  private text(password: string): string {
    return [
      'Bonjour,',
      'Le mot de passe de votre espace professionnel vient d’être changé, à votre demande.',
      ...(this.fault('courriel-avec-mot-de-passe') ? [`Votre nouveau mot de passe est : ${password}`] : []),
      'Vous pouvez dès maintenant accéder à vos services en ligne au moyen de votre adresse électronique et de votre nouveau mot de passe.',
      'Si vous n’êtes pas à l’origine de ce changement, prévenez sans attendre l’assistance.',
      'Ce courriel est envoyé automatiquement : merci de ne pas y répondre.',
    ].join('\n\n');
  }
}

/** Whether the mail server has refused the letter for good, rather than being away. */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return code === 'EENVELOPE' || (responseCode !== undefined && responseCode >= 500);
}
