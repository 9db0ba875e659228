/** The verdict of a record in one English sentence, from its facts. The French one is the record's own. */
import type { RunRecord } from '../../record';

export function englishVerdict({ verdict, stopped, selection, requirements }: RunRecord): string {
  const ofTheFiche = requirements.filter(({ level }) => level === 'document');
  const having = (outcome: string) => ofTheFiche.filter((one) => one.outcome === outcome);
  const [passed, failed, untested] = [having('passed'), having('failed'), having('untested')];
  const open = having('cantTell').filter(({ testable }) => testable !== 'no');
  if (verdict === 'conforming') {
    const beside = untested.length === 0 ? '' : `; ${untested.length} ${were(untested)} not tested, each with its reason`;
    return `The ${number(passed)} of the fiche that ${were(passed)} checked ${are(passed)} met${beside}.`;
  }
  if (verdict === 'non-conforming') {
    const broken = stopped === undefined ? '' : ' The run broke off before its end.';
    return `${number(failed)} of the fiche ${are(failed)} not met: ${list(failed)}.${broken}`;
  }
  if (stopped !== undefined) return 'The run broke off before its end: nothing can be concluded from it.';
  if (selection.filtered) {
    return `The verdict covers the selection alone: ${number(passed)} met, ${open.length} undecided, none failed; the rest of the fiche was not checked.`;
  }
  return open.length === 0
    ? 'No requirement of the fiche could be decided.'
    : `${number(open)} of the fiche ${open.length === 1 ? 'remains' : 'remain'} undecided: ${list(open)}.`;
}

type Counted = readonly { readonly id: string }[];

function number({ length }: Counted): string {
  return `${length} ${length === 1 ? 'requirement' : 'requirements'}`;
}

function are({ length }: Counted): string {
  return length === 1 ? 'is' : 'are';
}

function were({ length }: Counted): string {
  return length === 1 ? 'was' : 'were';
}

function list(requirements: Counted): string {
  const ids = requirements.map(({ id }) => id);
  return ids.length > 8 ? `${ids.slice(0, 8).join(', ')} and ${ids.length - 8} more` : ids.join(', ');
}
