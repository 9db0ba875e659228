/** What the reference machine is told of a move. Knows no target. */
import { REFERENCE_CHARACTERS, type ProcedureEvent, type Screen } from '../../simulator';
import { walkers, type Move, type Walker } from './walk-moves';

/** What a walker sees: a screen of the procedure, or something else. */
export type Seen = Screen | 'elsewhere';

export interface WalkAccount {
  readonly email: string;
  readonly password: string;
  readonly question: string;
  readonly answer: string;
}

/** What a move types that its words do not say. */
export interface Typed {
  readonly password: string;
  readonly confirmation: string;
}

/**
 * Sending a form first shows its screen again, where that is allowed: MPO-D-1.
 * @param seen what showed before.
 */
export function eventsOf(
  move: Move,
  seen: Seen | 'nothing',
  accounts: Readonly<Record<Walker, WalkAccount>>,
  typed?: Typed,
): ProcedureEvent[] {
  switch (move.do) {
    case 'open home':
      return [{ type: 'home.opened' }];
    case 'open':
      return [{ type: `${move.screen}.opened` }];
    case 'click':
      return [{ type: move.control === 'Mot de passe oublié' ? 'identification.opened' : 'signIn.opened' }];
    case 'identify': {
      const known = walkers.find((walker) => walker === move.address);
      const address = known ? accounts[known].email : move.address === 'aucune' ? '' : 'personne.inconnue@example.invalid';
      return [{ type: 'identity.submitted', address, characters: move.copies ? REFERENCE_CHARACTERS : '' }];
    }
    case 'answer': {
      const known = walkers.find((walker) => walker === move.answer);
      const answer = known ? accounts[known].answer : move.answer === 'aucune' ? '' : 'une autre réponse';
      return [{ type: 'question.opened' }, { type: 'answer.submitted', answer }];
    }
    case 'choose':
      return [{ type: 'newPassword.opened' }, { type: 'password.submitted', ...typed! }];
    case 'sign in': {
      const identifier = accounts[move.address].email;
      return [{ type: 'signIn.opened' }, { type: 'credentials.submitted', identifier, password: typed!.password }];
    }
    case 'sign out':
      return [{ type: 'services.opened' }, { type: 'signOut.submitted' }];
    default:
      return seen === 'nothing' || seen === 'elsewhere' ? [] : [{ type: `${seen}.opened` }];
  }
}
