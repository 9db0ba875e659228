/** What a campaign of faults prints at its end. French, plain text. */
import { KILL_VERDICT_WORDS } from './kill-matrix-words';
import type { KillMatrix } from './kill-matrix';
import { count, duration } from './words';

/** Ends with a line break. */
export function renderKillSummary({ verdict, reason, faults, totals, requirements, campaign, durationMs }: KillMatrix): string {
  const { own, others, survived } = totals.fates;
  const whole = faults.filter(({ depth }) => depth === 'whole').length;
  const violated = requirements.filter(({ violatedBy }) => violatedBy > 0);
  const full = violated.filter(({ violatedBy, failedFor }) => failedFor === violatedBy).length;
  const lines = [
    `Défauts : ${totals.faults} ; trouvés par une exigence qu’ils violent : ${own} ; par d’autres seulement : ${others} ; survivants : ${survived}`,
    `Exigences testables : ${totals.testable} ; violées par un défaut au moins : ${violated.length} ; en échec pour chacun d’eux : ${full}`,
    `Suite entière jouée pour ${count(whole, 'défaut')} ; durée : ${duration(durationMs)}${campaign.resumed > 0 ? ` (${campaign.resumed} repris)` : ''}`,
    `${KILL_VERDICT_WORDS[verdict]} : ${reason}`,
  ];
  return `${lines.join('\n').replace(/[\u00a0\u202f]/g, ' ')}\n`;
}
