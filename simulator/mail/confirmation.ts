/** The confirmation mail (MPO-2-25 to 2-27), in French, and its bytes. Sends nothing. Holds no secret and no link that acts. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Card } from '../directory';
import type { Envelope } from '../model';

/** A message before it is bytes. */
export interface Letter {
  readonly envelope: Envelope;
  /** Header `From`; absent: the simulator's own. */
  readonly from?: { readonly name: string; readonly address: string };
  /** Header `To`. */
  readonly to: string;
  readonly subject: string;
  /** Empty: the message has no such part. */
  readonly text: string;
  readonly html: string;
  readonly at: number;
}

/** Built once: it is slow to build. */
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
const SENDER = 'ne-pas-repondre@simulateur.example';

/** @param at when the password was changed, in milliseconds since 1970. */
export function confirmationLetter({ email, subscriberNumber }: Pick<Card, 'email' | 'subscriberNumber'>, at: number): Letter {
  const paragraphs = [
    'Bonjour,',
    `Le mot de passe de votre espace professionnel (numéro d’abonné ${subscriberNumber}, adresse électronique ${email}) a été modifié le ${moment.format(at)}.`,
    'Vous pouvez dès à présent accéder à vos services en ligne avec votre adresse électronique et votre nouveau mot de passe. Vous n’avez rien d’autre à faire.',
    'Si vous n’êtes pas à l’origine de cette modification, contactez l’assistance aux usagers des téléprocédures au 0809 400 210 (service gratuit + prix appel), de 8h00 à 19h30 du lundi au vendredi.',
    'Message automatique d’un simulateur, sans lien avec l’administration. Merci de ne pas y répondre.',
  ];
  return {
    envelope: { from: SENDER, to: [email] },
    to: email,
    subject: 'Confirmation du changement de votre mot de passe',
    text: `${paragraphs.join('\n\n')}\n`,
    html: htmlOf(paragraphs),
    at,
  };
}

/** @param id unique among the messages of one simulator. */
export function composeLetter(letter: Letter, id: string): Promise<Uint8Array> {
  return new MailComposer({
    from: letter.from ?? { name: 'Simulateur — espace professionnel', address: SENDER },
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    date: new Date(letter.at),
    messageId: `<${id}@simulateur.example>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
    baseBoundary: id,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function htmlOf(paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  return `<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>Confirmation</title></head><body>\n${body}\n</body></html>\n`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
