/** For tests: a machine of two screens, and what moves show of it. */
import type { SeenMove } from '../../verdict/attachments';
import type { ModelRecord, TransitionRecord } from '../record';

/** Moves through all of it but the way back, which says why, and the address of the second screen, which does not. */
export const fixtureMoves: readonly SeenMove[] = [
  { from: 'door', event: 'opened', to: 'door' },
  { from: 'door', event: 'sent', to: 'hall' },
  { from: 'door', event: 'sent', to: 'door' },
];

const states = { door: 'porte', hall: 'vestibule' };
type Way = Pick<TransitionRecord, 'source' | 'event' | 'target' | 'words' | 'condition' | 'guards' | 'described' | 'reason'>;
const ways: readonly (Way & { readonly id: string })[] = [
  {
    ...{ id: '*/opened/1', event: 'opened', target: 'door', words: 'arrive', condition: '', guards: [] },
    described: [{ requirements: ['MPO-2-1'] }, { from: 'door', requirements: ['MPO-2-2', 'MPO-2-3'] }],
  },
  {
    ...{ id: 'door/sent/1', source: 'door', event: 'sent', target: 'hall', words: 'frappe' },
    ...{ condition: 'bon code', guards: ['isRight'], described: [{ requirements: ['MPO-2-13'] }] },
  },
  {
    ...{ id: 'door/sent/2', source: 'door', event: 'sent', words: 'frappe' },
    ...{ condition: 'sinon', guards: [], described: [{ requirements: ['MPO-2-14'] }] },
  },
  {
    ...{ id: 'hall/left/1', source: 'hall', event: 'left', target: 'door', words: 'ressort', condition: '', guards: [] },
    ...{ described: [], reason: 'La fiche n’en dit rien (AMB-16, REC-15).' },
  },
  {
    ...{ id: '*/hall.opened/1', event: 'hall.opened', target: 'hall', words: 'entre tout droit', condition: 'attendu' },
    ...{ guards: ['isExpected'], described: [] },
  },
];

/** Takes a move for the transition of its event that leads where it led. */
export function measureFixture(journeys: readonly { readonly id: string; readonly moves: readonly SeenMove[] }[]): ModelRecord {
  const through = (test: (move: SeenMove) => boolean) => journeys.filter(({ moves }) => moves.some(test));
  return {
    initial: 'door',
    states: Object.entries(states).map(([id, name]) => ({
      ...{ id, name, times: through(({ from, to }) => from === id || to === id).length },
    })),
    transitions: ways.map((way) => {
      const takes = ({ from, event, to }: SeenMove) => event === way.event && to === (way.target ?? from);
      const takers = through(takes);
      const from = Object.keys(states).map((state) => ({
        ...{ state, times: through((move) => move.from === state && takes(move)).length },
      }));
      return {
        ...way,
        from: from.filter(({ times }) => times > 0),
        times: takers.length,
        ...(takers[0] && { example: takers[0].id }),
      };
    }),
    guards: ['isRight', 'isExpected'].map((name) => ({
      ...{ name, words: 'bon code' },
      seenTrue: name === 'isRight' && through(({ to }) => to === 'hall').length > 0,
      seenFalse: name === 'isRight' && through(({ event, to }) => event === 'sent' && to === 'door').length > 0,
    })),
  };
}
