/** The evidence of a run as files, each named after its own SHA-256, and the list of them. Touches no disk. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Piece, RunEvidence } from '../reporting/evidence';

export const MANIFEST = 'evidence/manifest.json';
export const MESSAGES = 'messages.ndjson';

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/png': 'png', 'message/rfc822': 'eml' };

/** A path of the list leads nowhere else: whoever reads it reads nothing outside the folder. */
const PATH = /^(?:messages\.ndjson|evidence\/[0-9a-f]{64}\.(?:json|png|eml))$/;

const entry = z.strictObject({
  path: z.string().regex(PATH, `accepted: ${MESSAGES}, or evidence/ and a SHA-256 with .json, .png or .eml`),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
  /** `run`: the facts of a run and the list of its scenarios. */
  role: z.enum(['run', 'scenario', 'picture', 'mail', 'messages']),
  /** Id of the scenario, for people. */
  scenario: z.string().optional(),
});

/** Of a report that several runs went into, each has its own `run`. */
export const manifestSchema = z.strictObject({ manifestVersion: z.literal(1), files: z.array(entry).min(1) });
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestEntry = Manifest['files'][number];

/** Files by their path in the folder of the run; `digest` is that of the list. */
export interface EvidenceFiles {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly digest: string;
}

/** @param runs one, or those that were merged. @param messages the text of `messages.ndjson`. */
export function evidenceFiles(runs: readonly RunEvidence[], messages: string): EvidenceFiles {
  const files = new Map<string, string | Uint8Array>();
  const entries: ManifestEntry[] = [];
  const add = (content: string | Uint8Array, role: ManifestEntry['role'], extension: string, scenario?: string): string => {
    const sha256 = digestOf(content);
    const path = role === 'messages' ? MESSAGES : `evidence/${sha256}.${extension}`;
    if (!files.has(path)) entries.push({ path, sha256, size: Buffer.byteLength(content), role, ...(scenario && { scenario }) });
    files.set(path, content);
    return sha256;
  };
  for (const { run, scenarios, pieces } of runs) {
    for (const { mediaType, bytes } of pieces.values()) add(bytes, roleOf(mediaType), EXTENSIONS[mediaType] ?? 'eml');
    const digests = scenarios.map((one) => add(text(one), 'scenario', 'json', one.id));
    add(text({ ...run, scenarios: digests }), 'run', 'json');
  }
  add(messages, 'messages', 'ndjson');
  const manifest = text({ manifestVersion: 1, files: entries } satisfies Manifest);
  files.set(MANIFEST, manifest);
  return { files, digest: digestOf(manifest) };
}

/** SHA-256 in lower case hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function roleOf(mediaType: Piece['mediaType']): ManifestEntry['role'] {
  return mediaType === 'image/png' ? 'picture' : 'mail';
}

function text(data: unknown): string {
  return `${JSON.stringify(data, null, 1)}\n`;
}
