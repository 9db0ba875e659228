/** Reads what scenarios attach. Knows the media types and their bodies, not what they decide. */
import type { Attachment } from '@cucumber/messages';
import { z } from 'zod';
import {
  EXCHANGE_MEDIA_TYPE,
  JOURNAL_MEDIA_TYPE,
  MAILS_MEDIA_TYPE,
  MOVES_MEDIA_TYPE,
  OBSERVATIONS_MEDIA_TYPE,
  OUTCOME_MEDIA_TYPE,
  READING_MEDIA_TYPE,
  SCREENS_MEDIA_TYPE,
  type MailsAttachment,
  type ObservationsAttachment,
  type OutcomeAttachment,
  type ReadingAttachment,
  type ScreensAttachment,
  type SeenMove,
} from '../verdict/attachments';

/** What one attachment says. */
export type AttachmentBody =
  | { readonly kind: 'outcome'; readonly outcome: OutcomeAttachment }
  | { readonly kind: 'reading'; readonly reading: ReadingAttachment }
  | { readonly kind: 'journal'; readonly lines: readonly string[] }
  | { readonly kind: 'moves'; readonly moves: readonly SeenMove[] }
  | { readonly kind: 'exchange'; readonly lines: readonly string[] }
  | ({ readonly kind: 'observations' } & ObservationsAttachment)
  | ({ readonly kind: 'screens' } & ScreensAttachment)
  | ({ readonly kind: 'mails' } & MailsAttachment)
  | { readonly kind: 'screenshot'; readonly bytes: Uint8Array };

/**
 * Reads an attachment; `undefined` for a media type that the report does not use.
 * A body that cannot be read is a defect of the suite: it comes back as an undecided outcome, for it may have been a finding.
 */
export function readAttachment(attachment: Attachment): AttachmentBody | undefined {
  const bytes = Buffer.from(attachment.body, attachment.contentEncoding === 'BASE64' ? 'base64' : 'utf8');
  const mediaType = attachment.mediaType.split(';')[0]?.trim() ?? '';
  if (mediaType === 'image/png') return { kind: 'screenshot', bytes };
  const read = readers[mediaType];
  try {
    return read?.(JSON.parse(bytes.toString()));
  } catch {
    const reason = `une pièce jointe ${mediaType} est illisible`;
    return { kind: 'outcome', outcome: { kind: 'undecided', attribution: 'suite', reason } };
  }
}

const texts = z.array(z.string()).readonly();
const finding = z.object({
  requirements: texts,
  expected: z.string(),
  observed: z.string(),
  attribution: z.enum(['implementation', 'configuration', 'environment', 'suite']),
  evidence: texts,
  observation: z.int().nonnegative().optional(),
});
/** Body of an attachment that says why an attempt failed or decides nothing. */
export const outcomeAttachment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('finding'), findings: z.array(finding).min(1).readonly() }),
  z.object({ kind: z.literal('missing'), capability: z.string(), hint: z.string() }),
  z.object({
    kind: z.literal('undecided'),
    attribution: z.enum(['configuration', 'environment', 'suite']),
    reason: z.string(),
  }),
]);
const reading = z.object({ id: z.string(), observed: z.string() });
const journal = z.object({ lines: texts });
const moves = z.object({ moves: z.array(z.object({ from: z.string(), event: z.string(), to: z.string() })) });
const observations = z.object({ observations: z.array(z.object({ oracle: z.string(), seen: z.unknown() })) });
const screens = z.object({
  screens: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), address: z.string(), status: z.int(), title: z.string(), text: z.string() },
      picture: z.string().optional(),
    }),
  ),
});
const mail = z.object({ from: z.string(), to: texts, subject: z.string(), text: z.string(), source: z.string() });
const mails = z.object({ mails: z.array(mail) });

/** Throw on what has not the shape that its media type promises. */
const readers: Readonly<Record<string, (data: unknown) => AttachmentBody>> = {
  [OUTCOME_MEDIA_TYPE]: (data) => ({ kind: 'outcome', outcome: outcomeAttachment.parse(data) as OutcomeAttachment }),
  [READING_MEDIA_TYPE]: (data) => ({ kind: 'reading', reading: reading.parse(data) }),
  [JOURNAL_MEDIA_TYPE]: (data) => ({ kind: 'journal', ...journal.parse(data) }),
  [MOVES_MEDIA_TYPE]: (data) => ({ kind: 'moves', ...moves.parse(data) }),
  [EXCHANGE_MEDIA_TYPE]: (data) => ({ kind: 'exchange', ...journal.parse(data) }),
  [OBSERVATIONS_MEDIA_TYPE]: (data) => ({ kind: 'observations', ...observations.parse(data) }),
  [SCREENS_MEDIA_TYPE]: (data) => ({ kind: 'screens', ...(screens.parse(data) as ScreensAttachment) }),
  [MAILS_MEDIA_TYPE]: (data) => ({ kind: 'mails', ...mails.parse(data) }),
};
