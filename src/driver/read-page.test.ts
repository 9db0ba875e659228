import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createPageReader, readPage, type Reply } from './read-page';
import { pageOf } from './testing';
import type { SeenControl } from './visitor';

const reply = (source: string, change: Partial<Reply> = {}): Reply => ({
  url: 'http://cible.test/a/b',
  status: 200,
  contentType: 'text/html',
  source,
  ...change,
});
const only = (source: string): SeenControl => pageOf(source).controls[0]!;

describe('readPage', () => {
  it('reads title, language and visible text', () => {
    const page = pageOf(
      '<!doctype html><html lang="fr"><head><title> Mot  de\npasse </title><style>p{color:red}</style></head><body><h1>Un</h1><p>deux&nbsp;<b>tr</b>ois</p><script>quatre</script><p hidden>cinq</p><div>six</div><noscript>sept</noscript></body></html>',
    );
    assert.equal(page.title, 'Mot de passe');
    assert.equal(page.lang, 'fr');
    assert.equal(page.text, 'Un deux trois six sept');
  });

  it('keeps blocks and cells apart, and inline text together', () => {
    assert.equal(pageOf('<table><tr><td>a<td>b</table><p>c</p>d<br>e<span>f</span>').text, 'a b c d ef');
    assert.equal(pageOf('<select><option>non<option selected>oui</select>').text, 'oui');
  });

  it('gathers alerts and the error messages of fields', () => {
    const page = pageOf(`<p role="alert">Refusé</p><div aria-live="polite"></div><p role="status" hidden>Caché</p>
      <input aria-invalid="true" aria-describedby="m n"><p id="m">Trop court</p><p id="n">Aide</p><output>3</output>`);
    assert.deepEqual(page.alerts, ['Refusé', 'Trop court', 'Aide', '3']);
  });

  it('describes fields without giving their values', () => {
    const page = pageOf(
      '<input type="password" name="p" value="secret1" maxlength="20" autocomplete="new-password" aria-describedby="d"><p id="d">20 caractères</p>',
    );
    assert.deepEqual(page.controls[0], {
      index: 0,
      kind: 'field',
      role: 'textbox',
      name: '',
      description: '20 caractères',
      visible: true,
      enabled: true,
      inputType: 'password',
      autocomplete: 'new-password',
      maxLength: 20,
      filled: true,
    });
    assert.ok(!JSON.stringify(page.controls).includes('secret1'));
  });

  it('ties controls to their forms, and knows which send them', () => {
    const page = pageOf(
      '<form></form><form id="f"><button>A</button><button type="button">B</button></form><input form="f"><button form="f">C</button><button>D</button>',
    );
    assert.deepEqual(
      page.controls.map(({ form, submits }) => [form, submits]),
      [
        [1, true],
        [1, undefined],
        [1, undefined],
        [1, true],
        [undefined, undefined],
      ],
    );
  });

  it('knows what is disabled', () => {
    const enabled = (source: string): boolean => only(source).enabled;
    assert.equal(enabled('<button disabled>x</button>'), false);
    assert.equal(enabled('<button aria-disabled="true">x</button>'), false);
    assert.equal(enabled('<fieldset disabled><button>x</button></fieldset>'), false);
    assert.equal(enabled('<fieldset disabled><legend><button>x</button></legend></fieldset>'), true);
    assert.equal(enabled('<div inert><button>x</button></div>'), false);
    assert.equal(enabled('<button>x</button><div role="dialog" aria-modal="true">y</div>'), false);
  });

  it('follows the plain rules of the page, the more specific first', () => {
    const visible = (css: string, markup: string): boolean => only(`<style>${css}</style>${markup}`).visible;
    assert.equal(visible('#a { display: block } .b { display: none }', '<button id="a" class="b">x</button>'), true);
    assert.equal(visible('.b { display: none } .b { display: block }', '<button class="b">x</button>'), true);
    assert.equal(visible('@media print { button { display: none } }', '<button>x</button>'), true);
    assert.equal(visible('button:hover { display: none }', '<button>x</button>'), true);
    assert.equal(
      visible('form .off > button { visibility: hidden }', '<form><p class="off"><button>x</button></p></form>'),
      false,
    );
    assert.equal(visible('p { visibility: hidden } button { visibility: visible }', '<p><button>x</button></p>'), true);
    assert.equal(visible('::: { display: none } button { display', '<button>x</button>'), true);
  });

  it('resolves addresses, by <base> too', () => {
    assert.equal(only('<a href="c?d=1&amp;e=2">x</a>').href, 'http://cible.test/c?d=1&e=2');
    assert.equal(pageOf('<base href="/z/"><a href="c">x</a>').controls[0]?.href, 'http://cible.test/z/c');
    assert.equal(only('<a href="http://[">x</a>').href, 'http://[');
  });

  it('says that a page shows nothing without its scripts', () => {
    const needs = (source: string): boolean => pageOf(source).needsScript;
    assert.equal(needs('<div id="root"></div><script src="app.js"></script>'), true);
    assert.equal(needs('<noscript>Activez <a href="/aide">JavaScript</a></noscript><script>start()</script>'), true);
    assert.equal(needs('<a href="/">x</a><script src="app.js"></script>'), false);
    assert.equal(needs('<p>Texte</p><script type="application/json">{}</script>'), false);
    assert.equal(needs('<p>Texte</p>'), false);
  });

  it('reads whatever comes as a page', () => {
    assert.equal(pageOf('{"a":  1}', { contentType: 'application/problem+json' }).text, '{"a": 1}');
    assert.deepEqual(pageOf('\u0000\u0001PNG', { contentType: 'image/png' }).controls, []);
    assert.equal(pageOf('<p>x', { contentType: '' }).text, 'x');
    for (const source of [
      '',
      '<',
      '</p>',
      '<html>',
      '<table><form><input',
      '<a href>',
      '<svg><title>',
      '<!--',
      '<input type="">',
      '\uFFFD',
    ])
      assert.equal(typeof readPage(reply(source)).page.text, 'string', source);
  });

  it('never throws, whatever the markup', () => {
    const piece = fc.constantFrom(
      '<form action="/x" method=post>',
      '</form>',
      '<input>',
      '<input type=password value="a&quot;b">',
      '<label for=a>Nom',
      '</label>',
      '<p>',
      '<div hidden>',
      '</div>',
      '<table>',
      '<tr><td>',
      '<a href="?q">',
      '</a>',
      '<button form=zz>',
      '</button>',
      '<select><option>',
      '</select>',
      '<textarea>',
      '</textarea>',
      '<style>',
      '{display:none}',
      '</style>',
      '<svg>',
      '</svg>',
      '<img alt>',
      '<fieldset disabled>',
      '<legend>',
      '<!--',
      '-->',
      '<dialog open>',
      '<input aria-labelledby="a b  c" id=a>',
      '<details>',
      '<template>',
      '<script>',
      '</script>',
      'é\u00a0&amp;',
      '<INPUT TYPE=Submit>',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), (pieces) => {
        readPage(reply(pieces.join('')));
      }),
      { numRuns: 300 },
    );
  });
});

describe('createPageReader', () => {
  const read = createPageReader();
  const token = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/),
    fc.stringMatching(/^[a-f0-9]{1,8}$/),
    fc.constantFrom(
      '',
      '  ',
      'a&amp;b',
      'é\u00a0x',
      'on',
      'submit',
      'x\u200by',
      '\uE0000\uE001',
      '$&',
      '$1',
      '0',
      'camille@lumiere.example',
      'a  b',
      '&lt;p&gt;',
      '\n',
    ),
  );
  /** A page of the procedure whose tokens vary in every place that a server may put them. */
  const page = fc
    .tuple(fc.array(token, { minLength: 8, maxLength: 8 }), fc.constantFrom('submit', 'text', 'hidden', 'checkbox', 'image'))
    .map(
      ([[a, b, c, d, e, f, g, h], type]) => `<html lang="fr"><head><title>${h}</title><meta name="csrf" content="${a}">
        <meta http-equiv="refresh" content="9;url=/s?j=${b}"><style>.cache{display:none} [name="${c}"]{display:none}</style></head>
        <body class="${d}"><p role="alert">value="${e}" ${h}</p><a href="/x/${a}?t=${b}#${c}">Lien</a><a href="${g}">b</a>
        <form action="/p/${c}" method="post"><input type="hidden" name="jeton" value="${a}"><input type="${type}" value="${f}" name="n" alt="${g}">
        <label>Adresse <input name="${d}" value="${e}"></label><img src="/i/${b}.png" alt="Image"><textarea>${e}</textarea>
        <select name="s"><option value="${g}">un<option value="${a}" selected>deux</select>
        <button name="b" value="${f}" formaction="/f/${d}">Continuer</button><input type="submit" value="${a}"></form>
        <script nonce="${a}">var j = "${b}";</script></body></html>`,
    );

  it('reads as without memory', () => {
    fc.assert(
      fc.property(page, (source) => {
        assert.deepEqual(read(reply(source)), readPage(reply(source)));
        // A second time, from memory.
        assert.deepEqual(read(reply(source)), readPage(reply(source)));
      }),
      { numRuns: 400 },
    );
  });

  it('never mixes the tokens of two pages', () => {
    const source = (jeton: string): string =>
      `<form><input type="hidden" name="j" value="${jeton}"><input type="submit" value="${jeton}"></form>`;
    for (const jeton of ['a'.repeat(20), 'b'.repeat(20), 'a'.repeat(20)]) {
      const { page: seen, document } = read(reply(source(jeton)));
      assert.equal(document.entries[0]?.value, jeton);
      assert.equal(seen.controls[0]?.name, jeton);
    }
  });

  it('forgets the oldest readings', () => {
    for (let rank = 0; rank < 700; rank += 1) assert.equal(read(reply(`<p>${rank}</p>`)).page.text, String(rank));
    assert.equal(read(reply('<p>0</p>')).page.text, '0');
  });
});
