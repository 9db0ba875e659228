import { test } from 'node:test';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { judge, told } from './trouble';
import { deployment as tables } from './tables';
import { openSite } from './site';
test('x', async () => {
  const folder = mkdtempSync('/tmp/mw/nomail-');
  const site = await openSite(tables, { folder, fault: 'sans-courriel' });
  const t0 = performance.now();
  const judged = await judge(site.target, {
    tags: 'not @rien',
    onAttempt: (n) => n % 20 === 0 && console.log(n, ((performance.now() - t0) / 1000).toFixed(0)),
  });
  console.log('TOTAL', ((performance.now() - t0) / 1000).toFixed(0), judged.code, judged.record.reason);
  writeFileSync('/tmp/mw/nomail.json', JSON.stringify(judged.record, null, 1));
  await site.close();
});
