/** Reads what scenarios attach. Knows the media types and their bodies, not what they decide. */
import { createHash } from 'node:crypto';
import type { Attachment } from '@cucumber/messages';
import { z } from 'zod';
import {
  JOURNAL_MEDIA_TYPE,
  MOVES_MEDIA_TYPE,
  OUTCOME_MEDIA_TYPE,
  READING_MEDIA_TYPE,
  type OutcomeAttachment,
  type ReadingAttachment,
  type SeenMove,
} from '../verdict/attachments';

/** What one attachment says. */
export type AttachmentBody =
  | { readonly kind: 'outcome'; readonly outcome: OutcomeAttachment }
  | { readonly kind: 'reading'; readonly reading: ReadingAttachment }
  | { readonly kind: 'journal'; readonly lines: readonly string[] }
  | { readonly kind: 'moves'; readonly moves: readonly SeenMove[] }
  | { readonly kind: 'screenshot'; readonly sha256: string; readonly base64: string };

/**
 * Reads an attachment; `undefined` for a media type that the report does not use.
 * A body that cannot be read is a defect of the suite: it comes back as an undecided outcome, for it may have been a finding.
 */
export function readAttachment(attachment: Attachment): AttachmentBody | undefined {
  const bytes = Buffer.from(attachment.body, attachment.contentEncoding === 'BASE64' ? 'base64' : 'utf8');
  const mediaType = attachment.mediaType.split(';')[0]?.trim();
  if (mediaType === 'image/png') {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { kind: 'screenshot', sha256, base64: bytes.toString('base64') };
  }
  try {
    if (mediaType === OUTCOME_MEDIA_TYPE) return { kind: 'outcome', outcome: outcome.parse(JSON.parse(bytes.toString())) };
    if (mediaType === READING_MEDIA_TYPE) return { kind: 'reading', reading: reading.parse(JSON.parse(bytes.toString())) };
    if (mediaType === JOURNAL_MEDIA_TYPE) return { kind: 'journal', ...journal.parse(JSON.parse(bytes.toString())) };
    if (mediaType === MOVES_MEDIA_TYPE) return { kind: 'moves', ...moves.parse(JSON.parse(bytes.toString())) };
  } catch {
    const reason = `une pièce jointe ${mediaType} est illisible`;
    return { kind: 'outcome', outcome: { kind: 'undecided', attribution: 'suite', reason } };
  }
  return undefined;
}

const texts = z.array(z.string());
const finding = z.object({
  requirements: texts,
  expected: z.string(),
  observed: z.string(),
  attribution: z.enum(['implementation', 'configuration', 'environment', 'suite']),
  evidence: texts,
});
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('finding'), findings: z.array(finding).min(1) }),
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
