import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeForm, type FormField } from './form-encoding';
import { substitute } from './substitute';
import type { Submission, Substitution } from './visitor';

const sent = (body: string, contentType: string, url = 'http://cible.test/x'): Submission => ({
  method: 'POST',
  url,
  headers: { 'content-type': contentType, 'content-length': String(body.length), referer: 'http://cible.test/' },
  body,
});
const URLENCODED = 'application/x-www-form-urlencoded';

describe('substitute', () => {
  const swap: Substitution[] = [
    { typed: 'un', sent: 'deux' },
    { typed: 'deux', sent: 'un' },
    { typed: 'trois', sent: null },
  ];

  it('replaces whole values only, all at once, and leaves out what is null', () => {
    const { body, headers } = substitute(sent('a=un&b=deux&c=trois&d=unis&un=x&e=un', URLENCODED), swap);
    assert.equal(body, 'a=deux&b=un&d=unis&un=x&e=deux');
    assert.deepEqual(headers, { 'content-type': URLENCODED, referer: 'http://cible.test/' });
  });

  it('reads what a browser encodes, and keeps the bytes of the rest', () => {
    const { body } = substitute(sent('a=%C3%A9+%2B%26&b=%7e&c', `${URLENCODED};charset=UTF-8`), [
      { typed: 'é +&', sent: 'à = b' },
    ]);
    assert.equal(body, 'a=%C3%A0+%3D+b&b=%7e&c');
  });

  it('replaces in the query of an address', () => {
    const get = { method: 'GET', url: 'http://cible.test/x?a=un&c=trois#f', headers: {}, body: '' };
    assert.equal(substitute(get, swap).url, 'http://cible.test/x?a=deux#f');
    assert.equal(substitute({ ...get, url: 'http://cible.test/x?%7e' }, swap).url, 'http://cible.test/x?%7e');
  });

  it('replaces in JSON, at any depth', () => {
    const { body } = substitute(
      sent('{"a":"un","b":["deux",1,null,"trois"],"c":{"d":"trois","e":true}}', 'application/json'),
      swap,
    );
    assert.deepEqual(JSON.parse(body), { a: 'deux', b: ['un', 1, null, null], c: { e: true } });
    assert.equal(substitute(sent('{"a":', 'application/json'), swap).body, '{"a":');
  });

  it('replaces nothing in what it cannot read', () => {
    assert.equal(substitute(sent('a=un', 'text/plain'), swap).body, 'a=un');
    assert.equal(substitute(sent('a=un', 'multipart/form-data'), swap).body, 'a=un');
  });

  it('means the same in a form whatever its encoding', async () => {
    const value = fc.constantFrom('un', 'deux', 'trois', 'é\nà', ' un', '--', '\r\n\r\n', 'a=b&c');
    const forms = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), value), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(forms, fc.constantFrom('', 'multipart/form-data'), async (fields: FormField[], enctype) => {
        const { contentType, body } = encodeForm(fields, enctype, 'utf-8');
        const all = [...swap, { typed: 'é\nà', sent: 'ligne' }];
        const replaced = substitute(sent(body, contentType), all);
        const read = await new Response(replaced.body, { headers: { 'content-type': contentType } }).formData();
        const by = new Map(all.map((substitution) => [substitution.typed, substitution.sent]));
        const expected = fields.flatMap(([name, typed]) => {
          const other = by.get(typed);
          return other === null ? [] : [[name, (other ?? typed).replace(/\r\n|\n/g, '\r\n')]];
        });
        assert.deepEqual([...read.entries()], expected);
      }),
      { numRuns: 200 },
    );
  });
});
