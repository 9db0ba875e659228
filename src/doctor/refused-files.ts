/** What is said when the target file, its pool or its ledger is refused: a line for each problem. Reads nothing. */
import type { ConfigurationError } from '../verdict/errors';
import { misconfigured, type Line } from './line';

/** @param path of the target file, as it stands at the head of its errors. */
export function linesOfRefusal({ message }: ConfigurationError, path: string): Line[] {
  const id = message.startsWith(path) ? 'file' : /\.ledger\.jsonl\b/.test(message) ? 'ledger' : 'pool';
  const [head = '', ...problems] = message.split('\n');
  if (problems.length === 0) return [misconfigured(id, message, remedies[id])];
  return problems.map((problem) => misconfigured(id, `${head} ${problem.trim()}`, remedies[id]));
}

const remedies = {
  file: 'correct the target file; schemas/target.schema.json lets an editor check it',
  pool: 'correct the pool: a JSON array of { "email", "password", "question", "answer", … }',
  ledger: 'correct that line, or remove it: the password that it holds is then no longer known',
} as const;
