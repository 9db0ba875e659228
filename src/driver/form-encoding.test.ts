import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeForm, encodeQuery, type FormField } from './form-encoding';

const names = fc.stringMatching(/^[a-zA-Zé"\n]{1,8}$/);
const fields = fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 });
/** HTML sends every line break as CR LF. */
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');

describe('encodeForm', () => {
  it('writes what any server reads back', async () => {
    await fc.assert(
      fc.asyncProperty(fields, fc.constantFrom('', 'multipart/form-data'), async (written: FormField[], enctype) => {
        const { contentType, body } = encodeForm(written, enctype, 'utf-8');
        const read = await new Response(body, { headers: { 'content-type': contentType } }).formData();
        const expected = written.map(([name, value]) => [crlf(name), crlf(value)]);
        assert.deepEqual([...read.entries()], expected);
      }),
      { numRuns: 200, examples: [[[['a', 'b']], 'multipart/form-data']] },
    );
  });

  it('answers a page in its own charset', () => {
    assert.equal(encodeQuery([['réponse', 'Éléonore & œuf *-._']], 'ISO-8859-1'), 'r%E9ponse=%C9l%E9onore+%26+%9Cuf+*-._');
    assert.equal(encodeQuery([['a', '日']], 'iso-8859-15'), 'a=%26%2326085%3B');
    assert.equal(encodeQuery([['a', 'é']], 'inconnu'), 'a=%C3%A9');
    assert.equal(encodeQuery([['a', 'é']], 'UTF-8'), 'a=%C3%A9');
  });

  it('writes plain text when asked', () => {
    assert.deepEqual(encodeForm([['a', 'b c']], 'text/plain', ''), { contentType: 'text/plain', body: 'a=b c\r\n' });
  });
});
