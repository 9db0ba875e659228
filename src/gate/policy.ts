/** The shape of a gate's policy, in zod: what is checked, and what editors are told. Reads no file, decides nothing. */
import { z } from 'zod';
import { FINGERPRINT } from '../reporting/finding-fingerprint';

const text = z.string().trim().min(1, 'a text that is not empty');
const share = z.number('a share from 0 to 1').min(0, 'a share from 0 to 1').max(1, 'a share from 0 to 1');

/** Hours of each unit of an age. */
const UNIT_HOURS = { hour: 1, day: 24, week: 168 } as const;
const AGE = /^([1-9]\d{0,3}) (hour|day|week)s?$/;

const waiver = z.strictObject({
  requirement: text.describe('Id of the requirement whose finding is accepted, in full: MPO-2-25. No wildcard.'),
  reason: text.describe('Why it is accepted for the time being.'),
  owner: text.describe('Who answers for it.'),
  expires: z.iso
    .date('a date, for instance 2026-12-31')
    .describe('Last day on which it holds (UTC, that day included): at most 180 days ahead.'),
  fingerprint: z
    .string()
    .regex(FINGERPRINT, 'a fingerprint as mdpo gate prints it, for instance cst-3fa91c02bd')
    .optional()
    .describe('Of the one finding that it covers, as mdpo gate prints it. Needed when the requirement has several.'),
});

/** A policy file as written: `signature.key` is relative to it. */
export const gatePolicySchema = z.strictObject({
  target: text.optional().describe('Name that the target of the run must have. Default: any.'),
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })
    .optional()
    .describe('Address that the target of the run must have. Default: any.'),
  kind: z
    .enum(['deployment', 'simulator'])
    .default('deployment')
    .describe('What must have been judged: the reference simulator says nothing of a release.'),
  document: z
    .enum(['block'])
    .default('block')
    .describe('What a sentence of the fiche that is not met does: it blocks. Only a waiver lets one through.'),
  recommendation: z
    .enum(['block', 'warn', 'ignore'])
    .default('warn')
    .describe('What a recommendation that is not followed does.'),
  undecided: z
    .enum(['block', 'warn'])
    .default('block')
    .describe('What a testable sentence of the fiche does that the run could not decide; block: the gate is inconclusive.'),
  minimumCoverage: share
    .optional()
    .describe('Least share of the testable sentences of the fiche that the run decided, met or not, from 0 to 1. Default: none.'),
  minimumModelCoverage: share
    .optional()
    .describe(
      'Least share of the ways that the fiche describes through the procedure that the run took, from 0 to 1. Default: none.',
    ),
  maximalAge: z
    .string()
    .regex(AGE, 'a number of hours, days or weeks, for instance 7 days')
    .optional()
    .describe('How long ago the run may have begun: 12 hours, 7 days, 2 weeks. Default: any time.'),
  signature: z
    .strictObject({
      required: z
        .boolean()
        .default(true)
        .describe('Whether a folder without a signature is refused. A wrong signature always is.'),
      key: text.describe('PEM file of the Ed25519 public key, relative to this file.'),
    })
    .optional()
    .describe('By whom the folder of the run must be signed. Default: a signature that is there is not checked.'),
  suite: z
    .enum(['clean', 'any'])
    .default('any')
    .describe('clean: the sources of the suite that judged must be those of its commit, untouched.'),
  waivers: z.array(waiver).default([]).describe('Known findings that are accepted until a date.'),
});

/** A policy that was checked. */
export type GatePolicy = z.infer<typeof gatePolicySchema>;
export type Waiver = z.infer<typeof waiver>;

/** @param age as the schema accepts it. @returns milliseconds. */
export function milliseconds(age: string): number {
  const [, number = '', unit = ''] = AGE.exec(age) ?? [];
  return Number(number) * UNIT_HOURS[unit as keyof typeof UNIT_HOURS] * 3_600_000;
}
