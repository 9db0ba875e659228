/** The mail that was waited for and did not come. Says what came instead; knows nothing of why. */

/** A message seen while waiting: never its content, which may hold a secret. */
export interface SeenMessage {
  readonly subject: string;
  readonly to: readonly string[];
}

export class MailTimeout extends Error {
  override readonly name = 'MailTimeout';
  /**
   * @param to the recipient waited for; absent: any.
   * @param waitedMs how long.
   * @param seen what the mail server received meanwhile, for anybody, newest last.
   */
  constructor(
    readonly to: string | undefined,
    readonly waitedMs: number,
    readonly seen: readonly SeenMessage[],
  ) {
    super(describe(to, waitedMs, seen));
  }
}

const MOST = 10;

function describe(to: string | undefined, waitedMs: number, seen: readonly SeenMessage[]): string {
  const who = to === undefined ? '' : ` pour ${to}`;
  const head = `Aucun courriel attendu n’est arrivé${who} en ${seconds(waitedMs)}.`;
  if (seen.length === 0) return `${head} Rien d’autre n’est arrivé.`;
  const lines = seen.slice(-MOST).map((message) => `- « ${message.subject || 'sans objet'} » pour ${message.to.join(', ')}`);
  const more = seen.length > MOST ? ` (les ${MOST} derniers)` : '';
  return [`${head} Sont arrivés à la place${more} :`, ...lines].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 3 })} s`;
}
