/** Walking a list that others change meanwhile. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MailUnavailable } from '../verdict/errors';
import { collect, collectNew, createIdTracker, type PageQuery } from './paging';

type Item = { readonly id: string };
const items = (count: number, from = 0): Item[] => Array.from({ length: count }, (_, index) => ({ id: `m${from + index}` }));

/** Newest first, the newest at the start of the array; `meanwhile` runs after each page. */
function serve(list: Item[], meanwhile: (call: number) => void = () => undefined) {
  const calls: PageQuery[] = [];
  const fetchPage = async (query: PageQuery) => {
    calls.push(query);
    const page = { total: list.length, items: list.slice(query.start, query.start + query.limit) };
    meanwhile(calls.length);
    return page;
  };
  return { calls, fetchPage };
}

describe('collect', () => {
  it('reads every page, of an empty list too', async () => {
    for (const count of [0, 1, 20, 21, 270, 271, 1000]) {
      assert.deepEqual(await collect(serve(items(count)).fetchPage), items(count), String(count));
    }
  });

  it('misses nothing and doubles nothing when messages arrive in mid-walk', async () => {
    const list = items(100);
    const { fetchPage } = serve(list, (call) => {
      if (call === 1) list.unshift(...items(30, 1000));
    });
    const ids = (await collect(fetchPage)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(items(100).every(({ id }) => ids.includes(id)));
  });

  it('starts again when messages are deleted in mid-walk, since some would be skipped', async () => {
    const list = items(100);
    const { fetchPage } = serve(list, (call) => {
      if (call === 1) list.splice(0, 10);
    });
    assert.deepEqual(await collect(fetchPage), items(90, 10));
  });

  it('gives up on a list that never holds still', async () => {
    const list = items(100);
    await assert.rejects(collect(serve(list, () => list.splice(0, 1)).fetchPage), MailUnavailable);
  });
});

describe('createIdTracker', () => {
  it('reads one short page when nothing or little is new', async () => {
    const list = items(600);
    const { fetchPage, calls } = serve(list);
    const ids = createIdTracker(fetchPage);
    assert.equal((await ids()).size, 600);
    calls.length = 0;
    assert.equal((await ids()).size, 600);
    assert.deepEqual(calls, [{ start: 0, limit: 20 }]);
    list.unshift(...items(3, 1000));
    assert.ok((await ids()).has('m1002'));
  });

  it('knows an arrival that hides below the first page: the count disagrees', async () => {
    const list = items(600);
    const ids = createIdTracker(serve(list).fetchPage);
    await ids();
    list.push({ id: 'hidden' });
    assert.ok((await ids()).has('hidden'));
  });

  it('knows an arrival that a deletion hides from the count, and forgets what is gone', async () => {
    const list = items(600);
    const ids = createIdTracker(serve(list).fetchPage);
    await ids();
    list.pop();
    list.unshift({ id: 'new' });
    const known = await ids();
    assert.ok(known.has('new'));
    assert.equal((await ids()).has('m599'), false);
  });
});

describe('collectNew', () => {
  it('reads no page when nothing is new, and only as far as what is new', async () => {
    const list = items(400);
    const { calls, fetchPage } = serve(list);
    const known = new Set(list.map(({ id }) => id));
    const ids = async () => new Set(list.map(({ id }) => id));
    assert.deepEqual(await collectNew(fetchPage, ids, known), []);
    assert.equal(calls.length, 0);
    list.unshift({ id: 'new' });
    assert.deepEqual(await collectNew(fetchPage, ids, known), [{ id: 'new' }]);
    assert.equal(calls.length, 1);
  });

  it('finds what is new at the end of a list that is not in the order of arrival', async () => {
    const list = items(400);
    const known = new Set(list.map(({ id }) => id));
    list.push({ id: 'new' });
    const ids = async () => new Set(list.map(({ id }) => id));
    assert.deepEqual(await collectNew(serve(list).fetchPage, ids, known), [{ id: 'new' }]);
  });
});
