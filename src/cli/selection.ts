/** From level and tags to the one expression that Cucumber selects by, and to what the report says was selected. */
import parse from '@cucumber/tag-expressions';
import { ConfigurationError } from '../verdict/errors';
import type { Level } from './options';

/** Identifiers that a feature can be tagged with. */
export interface KnownIds {
  readonly requirements: readonly string[];
  readonly recommendations: readonly string[];
  readonly readings: readonly string[];
}

/**
 * The tag expression of a run: what the level selects, and within it what the user asked for.
 * @throws ConfigurationError for an expression that cannot be read, or a tag that no requirement, recommendation or reading has.
 */
export function selectionExpression(level: Level, tags: string | undefined, known: KnownIds): string {
  const asked = tags === undefined ? [] : [`(${checked(tags, known)})`];
  return [...ofLevel(level, known.recommendations), ...asked].join(' and ');
}

/** A scenario of a recommendation carries its `@REC-…`; one of the document carries none. */
function ofLevel(level: Level, recommendations: readonly string[]): string[] {
  if (level === 'all' || recommendations.length === 0) return [];
  const anyOfThem = `(${recommendations.map((id) => `@${id}`).join(' or ')})`;
  return [level === 'recommendation' ? anyOfThem : `not ${anyOfThem}`];
}

function checked(tags: string, known: KnownIds): string {
  try {
    parse(tags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*because of syntax error: /, '') : String(error);
    throw new ConfigurationError(
      `option '--tags': '${tags}' is not a tag expression (${reason}). Accepted: tags joined by and, or, not, ( ), ` +
        `for instance '@MPO-1.3-3 or @MPO-1.3-4'.`,
    );
  }
  const ids = new Set([...known.requirements, ...known.recommendations, ...known.readings]);
  for (const word of tags.split(/[\s()]+/).filter((part) => part !== '' && !['and', 'or', 'not'].includes(part))) {
    if (!word.startsWith('@'))
      throw new ConfigurationError(`option '--tags': '${word}' is not a tag. Accepted: a tag begins with @.`);
    if (/^@(MPO|REC|AMB)-/.test(word) && !ids.has(word.slice(1))) {
      throw new ConfigurationError(`option '--tags': no requirement, recommendation or reading is called '${word.slice(1)}'.`);
    }
  }
  return tags;
}
