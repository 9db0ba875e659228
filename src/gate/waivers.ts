/** Which waivers hold, and which findings they cover: one that is no longer right refuses. Reads no clock. */
import type { RunRecord } from '../reporting/record';
import type { Ground } from './decision';
import type { GateFinding } from './findings';
import type { Waiver } from './policy';

/** Longest time that a waiver may still have to run. */
const MAX_DAYS = 180;
const DAY = 86_400_000;

export interface JudgedWaiver extends Waiver {
  /** French: why it does not hold; absent: it holds. */
  readonly refusal?: string;
}

/** @param now its day, in UTC, is the last one on which a waiver that expires then still holds. */
export function judgeWaivers(
  waivers: readonly Waiver[],
  findings: readonly GateFinding[],
  { requirements }: RunRecord,
  now: Date,
): JudgedWaiver[] {
  const today = now.toISOString().slice(0, 10);
  const known = new Set(requirements.map(({ id }) => id));
  return waivers.map((waiver) => {
    const refusal = unknown(waiver, known) ?? outOfTime(waiver, today) ?? misaimed(waiver, findings);
    return { ...waiver, ...(refusal !== undefined && { refusal }) };
  });
}

/** The findings, each with the waiver that covers it, if one does. */
export function underWaivers(findings: readonly GateFinding[], waivers: readonly JudgedWaiver[]): GateFinding[] {
  const holding = waivers.filter(({ refusal }) => refusal === undefined);
  return findings.map((finding) => {
    const waiver = holding.find((one) => covers(one, finding));
    return { ...finding, ...(waiver && { waiver }) };
  });
}

/** A waiver that does not hold refuses, even where nothing failed: nobody looked after it. */
export function waiverGrounds(waivers: readonly JudgedWaiver[]): Ground[] {
  return waivers.flatMap(({ requirement, owner, refusal }) =>
    refusal === undefined
      ? []
      : [{ weight: 'refuse', about: 'waiver', words: `Dérogation pour ${requirement} (${owner}) : ${refusal}.` }],
  );
}

function covers({ requirement, fingerprint }: Waiver, finding: GateFinding): boolean {
  return requirement === finding.requirement && (fingerprint === undefined || fingerprint === finding.fingerprint);
}

function unknown({ requirement }: Waiver, known: ReadonlySet<string>): string | undefined {
  if (known.has(requirement)) return undefined;
  if (/[*?,]|\s/.test(requirement)) return 'trop large, elle doit nommer une seule exigence';
  return 'aucune exigence ne porte cet identifiant';
}

function outOfTime({ expires }: Waiver, today: string): string | undefined {
  if (expires < today) return `expirée, elle valait jusqu’au ${expires}`;
  const days = (Date.parse(expires) - Date.parse(today)) / DAY;
  return days > MAX_DAYS ? `trop longue, elle expire le ${expires}, dans plus de ${MAX_DAYS} jours` : undefined;
}

function misaimed(waiver: Waiver, findings: readonly GateFinding[]): string | undefined {
  const own = findings.filter(({ requirement }) => requirement === waiver.requirement);
  if (own.length === 0) return 'sans objet, cette exigence n’a pas de constat dans cette campagne';
  const covered = own.filter((finding) => covers(waiver, finding));
  if (covered.length === 0) return `sans objet, aucun constat n’a l’empreinte ${waiver.fingerprint}`;
  if (covered.length === 1) return undefined;
  const prints = own.map(({ fingerprint }) => fingerprint).join(', ');
  return `trop large, cette exigence a ${own.length} constats : donnez l’empreinte (fingerprint) de l’un d’eux, ${prints}`;
}
