/** Live progress of a campaign of faults. Shows how far it is; what it comes to is the matrix's business. */
import type { Fate, FaultRow } from '../reporting/kill-matrix';
import { FATE_WORDS } from '../reporting/kill-matrix-words';
import { duration } from '../reporting/words';
import type { TextSink } from './environment';

export interface CampaignProgress {
  judged(row: FaultRow): void;
  /** Leaves the terminal on a line of its own. */
  finish(): void;
}

/**
 * One line rewritten on a terminal; elsewhere a line for each fault that was not found as it should, and for each tenth of the campaign.
 * @param known rows that an earlier command has left. @param now milliseconds.
 */
export function createCampaignProgress(
  out: TextSink,
  total: number,
  known: readonly FaultRow[],
  now: () => number,
): CampaignProgress {
  const began = now();
  const rows = [...known];
  let tenth = Math.floor((known.length * 10) / total);

  function line(): string {
    const having = (fate: Fate) => rows.filter((row) => row.fate === fate).length;
    // From the pace of this command alone: what was known cost nothing.
    const rest = ((now() - began) / (rows.length - known.length)) * (total - rows.length);
    const counts = `${rows.length}/${total} défauts, ${plural(having('own'), 'trouvé')}, ${plural(having('survived'), 'survivant')}`;
    return plain(rows.length < total ? `${counts}, reste environ ${duration(Math.max(rest, 1000))}` : counts);
  }

  return {
    judged(row) {
      rows.push(row);
      const notable = row.fate === 'own' ? [] : [describeRow(row)];
      if (out.isTTY) {
        const shown = line().slice(0, (out.columns ?? 80) - 1);
        out.write([...notable.map((text) => `\r\x1b[K${text}\n`), `\r\x1b[K${shown}`].join(''));
        return;
      }
      const reached = Math.floor((rows.length * 10) / total);
      if (reached > tenth) notable.push(line());
      tenth = Math.max(tenth, reached);
      for (const text of notable) out.write(`${text}\n`);
    },
    finish() {
      if (out.isTTY) out.write('\r\x1b[K');
    },
  };
}

/** `Survivant : FLT-046 Longueur minimale de 19`. */
export function describeRow({ id, title, fate, failed, error }: FaultRow): string {
  const by = fate === 'others' ? ` (${failed.map(({ requirement }) => requirement).join(', ')})` : '';
  return `${FATE_WORDS[fate]} : ${id} ${title}${by}${error === undefined ? '' : `\n${error}`}`;
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number < 2 ? '' : 's'}`;
}

/** Plain spaces: what is printed is searched and copied. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
