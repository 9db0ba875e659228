/** What a run selected, in the language of the page. */
import type { RunRecord } from '../record';
import type { Words } from './language';

export function selectionWords({ tags, feature, shard }: RunRecord['selection'], { grounds }: Words): string {
  const parts = [
    feature === undefined ? '' : grounds.feature(feature),
    tags === undefined ? '' : grounds.tags(tags),
    shard === undefined ? '' : grounds.shard(shard),
  ].filter((part) => part !== '');
  return parts.join(', ') || grounds.everything;
}
