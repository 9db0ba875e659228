/** Searches what a target sent for secrets: MPO-1.5-8. Judges nothing else. */
import type { Exchange } from '../driver/visitor';
import type { MailMessage } from '../mail/mailbox';
import { findSecret } from './secret-forms';

/** Where a secret shows, and in which form: never the secret. */
export interface Leak {
  readonly where: string;
  readonly form: string;
}

/** Every place where the target shows the secret: bodies, headers, addresses. What the person sent does not count. */
export function leaksInExchanges(exchanges: readonly Exchange[], secret: string): Leak[] {
  return exchanges.flatMap((exchange) => {
    const at = `${exchange.method} ${new URL(exchange.url).pathname}`;
    return [
      ...leak(`le corps de la réponse à ${at}`, exchange.responseBody, secret),
      ...leak(`l’adresse demandée, ${at}`, exchange.url, secret),
      ...Object.entries(exchange.responseHeaders).flatMap(([name, value]) =>
        leak(`l’en-tête ${name} de la réponse à ${at}`, value, secret),
      ),
    ];
  });
}

/**
 * Whether a secret is so common a word that finding it proves nothing: it stands in its own question, or on pages that the target shows
 * to anybody, before the first form is sent.
 */
export function isCommonWord(secret: string, question: string, exchanges: readonly Exchange[]): boolean {
  const firstForm = exchanges.findIndex(({ method }) => method !== 'GET');
  const before = exchanges.slice(0, firstForm < 0 ? exchanges.length : firstForm);
  return findSecret(question, secret) !== undefined || leaksInExchanges(before, secret).length > 0;
}

/** Every mail that shows the secret, in its decoded parts or its source. */
export function leaksInMails(mails: readonly MailMessage[], secret: string): Leak[] {
  return mails.flatMap((mail) =>
    leak(`le courriel « ${mail.subject} »`, [mail.subject, mail.text, mail.html, mail.raw].join('\n'), secret),
  );
}

function leak(where: string, text: string, secret: string): Leak[] {
  const found = findSecret(text, secret);
  return found === undefined ? [] : [{ where, form: found.words }];
}
