/** Gives a scenario the id and the name that it keeps from one run to the next. */
import { createHash } from 'node:crypto';
import type { Origin } from './gherkin-index';

/** Longest example value shown in a name. */
const VALUE_LENGTH = 48;

/** The path from `features/` on, whatever directory the run started from, with `/` on every system. */
export function featurePath(uri: string): string {
  const path = uri.replaceAll('\\', '/');
  const start = path.lastIndexOf('features/');
  return start < 0 ? path : path.slice(start);
}

/**
 * The name for people: that of the pickle, and the example values that it does not already show, so that two rows of an outline
 * never have the same name for want of a placeholder.
 */
export function scenarioName(pickleName: string, { template, example }: Origin): string {
  const hidden = example.filter(([column]) => !template.includes(`<${column}>`));
  if (hidden.length === 0) return pickleName;
  return `${pickleName} (${hidden.map(([column, value]) => `${column} : ${shorten(value)}`).join(', ')})`;
}

/**
 * Names scenarios one after the other: `choix-du-mot-de-passe-3fa91c02`. The digest covers path, rule, name and example row, not
 * lines, so that text inserted above changes nothing. A twin gets `-2`, `-3`… in the order of the file.
 */
export function createIdentities(): (file: string, origin: Origin) => string {
  const taken = new Map<string, number>();
  return (file, origin) => {
    const slug = slugOf(
      file
        .split('/')
        .at(-1)
        ?.replace(/\.feature$/, '') ?? '',
    );
    const parts = JSON.stringify([file, origin.rule ?? '', origin.template, origin.example]);
    const id = `${slug}-${createHash('sha256').update(parts).digest('hex').slice(0, 8)}`;
    const twins = (taken.get(id) ?? 0) + 1;
    taken.set(id, twins);
    return twins === 1 ? id : `${id}-${twins}`;
  };
}

function slugOf(text: string): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'scenario';
}

function shorten(value: string): string {
  const points = [...value];
  return points.length > VALUE_LENGTH ? `${points.slice(0, VALUE_LENGTH).join('')}…` : value;
}
