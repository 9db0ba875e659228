/** The trust question that a screen shows: MPO-2-11. */
import type { FindingDraft } from './change';
import { identifyWith } from './identification';
import { accountOf, type Person } from './person';
import type { Scene } from './scene';
import { screenNames } from './screen-names';
import { identify, reach } from './walk';

const UNKNOWN = 'personne.inconnue@example.invalid';

/** Word for word, after blanks are collapsed: AMB-33. */
export function judgeQuestionShown(person: Person): FindingDraft[] {
  const { question } = accountOf(person);
  const { text } = person.visitor.page;
  if (collapse(text).includes(collapse(question))) return [];
  return [
    {
      requirements: [],
      expected: `la question du compte, « ${collapse(question)} », sur l’écran « ${screenNames.question} »`,
      observed: `« ${collapse(text).slice(0, 300)} »`,
      evidence: [],
    },
  ];
}

/** For each person: once they have passed, whether an unknown address is shown their question. */
export async function questionsAfterOthers(scene: Scene, people: readonly Person[]): Promise<boolean[]> {
  const shown: boolean[] = [];
  for (const person of people) {
    await reach(scene, person, 'identification');
    await identify(scene, person);
    const stranger = await scene.bringInPasserBy(`un inconnu après ${person.name}`);
    await identifyWith(scene, stranger, UNKNOWN);
    shown.push(collapse(stranger.visitor.page.text).includes(collapse(accountOf(person).question)));
  }
  return shown;
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
