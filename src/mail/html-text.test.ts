/** The text of HTML mails. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOfHtml } from './html-text';

describe('textOfHtml', () => {
  const cases: readonly [string, string][] = [
    ['', ''],
    ['Bonjour', 'Bonjour'],
    ['<h1>Mot de passe</h1><p>Il a\n   été <b>modi</b>fié.</p>', 'Mot de passe\nIl a été modifié.'],
    [`<p>${'mot '.repeat(60)}fin</p>`, `${'mot '.repeat(60)}fin`],
    ['<p>R&eacute;initialis&#233; &laquo;&nbsp;x&nbsp;&raquo; &amp; &lt;b&gt;</p>', 'Réinitialisé «\u00a0x\u00a0» & <b>'],
    ['Un<br>deux<br/><br/>trois', 'Un\ndeux\ntrois'],
    [
      '<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><p>Corps</p><script>x()</script></body></html>',
      'Corps',
    ],
    ['<HTML lang="fr"><BODY><TABLE><TR><TD>a</TD><TD>b</TD></TR></TABLE></BODY></HTML>', 'a\nb'],
    ['<!-- caché --><p>Vu', 'Vu'],
  ];
  for (const [html, text] of cases) it(JSON.stringify(html).slice(0, 60), () => assert.equal(textOfHtml(html), text));
});
