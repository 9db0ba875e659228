/** Which sections stand beside the chapters in the page of a record, in their order. */
import type { KillMatrix } from '../kill-matrix';
import type { RunRecord } from '../record';
import { wordsOf, type Language } from './language';
import type { Entry } from './overview';
import { TENSIONS_HEADING } from './tensions';

export function pageEntries(record: RunRecord, proof: KillMatrix | undefined, language: Language): Entry[] {
  const words = wordsOf(language);
  const { requirements, scenarios, gallery } = record;
  const findings = new Set(requirements.flatMap((one) => one.findings.map((each) => `${each.expected}\n${each.observed}`))).size;
  const some = (...outcomes: string[]) => requirements.some(({ outcome }) => outcomes.includes(outcome));
  const untested = some('untested', 'inapplicable') || scenarios.some(({ outcome }) => outcome === 'untested');
  const entries: (Entry & { readonly there: boolean })[] = [
    { id: 'constats', heading: words.count.findings(findings), there: findings > 0 },
    { id: 'indecis', heading: words.open.heading, there: some('cantTell') },
    { id: 'ecrans', heading: words.gallery.screensShort, there: (gallery?.screens.length ?? 0) > 0 },
    { id: 'courriels', heading: words.gallery.mailsShort, there: (gallery?.mails.length ?? 0) > 0 },
    { id: 'non-teste', heading: words.untested.heading, there: untested },
    { id: 'lectures', heading: words.readings.heading, there: record.readings.length > 0 },
    { id: 'tensions', heading: TENSIONS_HEADING[language], there: true },
    { id: 'modele', heading: words.model.heading, there: record.model !== undefined },
    { id: 'preuve', heading: words.proof.heading, there: proof !== undefined },
  ];
  return entries.filter(({ there }) => there);
}
