/**
 * What the reference machine says of a walk: what must show after a move, and what must not. It follows what was seen where the fiche
 * leaves a choice, so that a reading is no difference. Knows no target.
 */
import { transition, initialTransition, type SnapshotFrom } from 'xstate';
import { openReference, procedure, type Desk, type ProcedureEvent, type Screen } from '../../simulator';
import { confirmations, proposals, walkers, type Act, type Move, type Walker, type WalkScreen } from './walk-moves';
import { eventsOf, type Seen, type Typed, type WalkAccount } from './walk-events';
import { forbidding, nothing, type Expectation } from './walk-expectation';

export interface WalkRules {
  /** Declared readings; those that are absent have their default. */
  readonly readings: Readonly<Record<string, string>>;
  /** Wrong answers in a row that an account may get (AMB-16). */
  readonly mostWrongAnswers: number;
  /** Whether the address of a screen is known. */
  canOpen(screen: WalkScreen): boolean;
}

type Snapshot = SnapshotFrom<typeof procedure>;

/** How far one has come in a tab, as its pages have shown. */
interface Progress {
  /** Whose address was identified; absent before, and for an address that is nobody's. */
  readonly account?: Walker;
  readonly answered: boolean;
  readonly changed: boolean;
}

interface Tab {
  seen: Seen | 'nothing';
  progress: Progress;
  moves: number;
}

interface Browser {
  snapshot: Snapshot;
  tab: Tab;
  otherTab: Tab | undefined;
  /** The page is the outcome of the browser's last move, and nothing that happened elsewhere touches it: what it promises must hold. */
  fresh: boolean;
  sent: boolean;
  signedIn: Walker | undefined;
}

const untouched: Progress = { answered: false, changed: false };

/** The state of one walk. */
export class WalkModel {
  readonly #desk: Desk;
  readonly #browsers: Readonly<Record<Walker, Browser>>;
  readonly #changes: Record<Walker, number> = { Alice: 0, Bruno: 0 };
  readonly #refused: Record<Walker, number> = { Alice: 0, Bruno: 0 };
  readonly #wrong: Record<Walker, number> = { Alice: 0, Bruno: 0 };

  constructor(
    private readonly accounts: Readonly<Record<Walker, WalkAccount>>,
    private readonly rules: WalkRules,
  ) {
    this.#desk = openReference(walkers.map((walker) => accounts[walker]));
    this.#browsers = { Alice: this.#newBrowser(), Bruno: this.#newBrowser() };
  }

  /** The move that brings a walker on, from what they see: always one that they can make. */
  forward(who: Walker): Move {
    const { tab, signedIn } = this.#browsers[who];
    const { seen, progress } = tab;
    const way: Act =
      seen === 'home' && signedIn === undefined
        ? { do: 'click', control: 'Votre espace professionnel' }
        : seen === 'signIn' && signedIn === undefined
          ? { do: 'click', control: 'Mot de passe oublié' }
          : seen === 'identification'
            ? { do: 'identify', address: who, copies: true }
            : seen === 'question' && progress.account !== undefined
              ? { do: 'answer', answer: progress.account }
              : seen === 'newPassword' && progress.account !== undefined
                ? { do: 'choose', proposal: 'un mot de passe conforme', confirmation: 'confirmé à l’identique' }
                : seen === 'services'
                  ? { do: 'sign out' }
                  : { do: 'open home' };
    return { who, ...way };
  }

  /** Whether a walker can make the move from what they see. */
  allows(move: Move): boolean {
    const browser = this.#browsers[move.who];
    const { seen, progress } = browser.tab;
    switch (move.do) {
      case 'open home':
      case 'new browser':
        return move.do === 'open home' || seen !== 'nothing';
      case 'open':
        return seen !== 'nothing' && this.rules.canOpen(move.screen);
      case 'click':
        return seen === (move.control === 'Mot de passe oublié' ? 'signIn' : 'home') && browser.signedIn === undefined;
      case 'identify':
        return seen === 'identification';
      case 'answer':
        return seen === 'question' && (this.#isRight(move.answer, progress) || this.#mayErr(progress.account));
      case 'choose':
        return seen === 'newPassword' && progress.account !== undefined;
      case 'sign in':
        if (seen !== 'signIn' || browser.signedIn !== undefined) return false;
        if (move.password === 'antérieur') return this.#changes[move.address] > 0;
        return move.password !== 'refusé' || this.#refused[move.address] > 0;
      case 'sign out':
        return seen === 'services';
      case 'back':
        return browser.tab.moves > 1;
      case 'reload':
        return seen !== 'nothing';
      case 'send again':
        return browser.sent;
      case 'open tab':
        return seen !== 'nothing' && browser.otherTab === undefined;
      case 'change tab':
        return browser.otherTab !== undefined;
    }
  }

  /** What must show after the move, and what must not. Asked before it is made. */
  expect(move: Move, typed?: Typed): Expectation {
    const browser = this.#browsers[move.who];
    const { progress } = browser.tab;
    const { fresh } = browser;
    switch (move.do) {
      case 'open home':
        return { must: { screen: 'home', requirements: ['MPO-2-1'] }, never: {} };
      case 'click':
        return move.control === 'Mot de passe oublié'
          ? { must: { screen: 'identification', requirements: ['MPO-2-4', 'MPO-2-5'] }, never: {} }
          : { must: { screen: 'signIn', requirements: ['MPO-2-3'] }, never: {} };
      case 'identify': {
        if (!move.copies) return forbidding(['question', 'newPassword', 'summary', 'services'], 'MPO-2-8');
        if (move.address === 'aucune') return forbidding(['question', 'newPassword', 'summary', 'services'], 'MPO-1.5-1');
        const beyond = forbidding(['newPassword', 'summary', 'services'], 'MPO-2-14', 'MPO-D-1');
        if (move.address === 'inconnue' || !fresh) return beyond;
        const must = { screen: 'question', requirements: ['MPO-2-9', 'MPO-1.5-1'] } as const;
        return { ...beyond, must, question: move.address };
      }
      case 'answer':
        if (!this.#isRight(move.answer, progress)) return forbidding(['newPassword', 'summary', 'services'], 'MPO-2-14');
        return fresh
          ? { ...forbidding(['summary', 'services'], 'MPO-D-1'), must: { screen: 'newPassword', requirements: ['MPO-2-13'] } }
          : nothing;
      case 'choose':
        return this.#expectChoice(move, browser, typed!);
      case 'sign in': {
        const { signInAccount, opensSpace } = this.#desk.rules;
        const right = opensSpace(signInAccount(this.accounts[move.address].email), typed!.password);
        if (!right) return forbidding(['services'], closedTo[move.password]);
        const requirements = this.#changes[move.address] > 0 ? ['MPO-1.3-6', 'MPO-2-29'] : ['MPO-1.1-2', 'MPO-2-29'];
        return fresh ? { must: { screen: 'services', requirements }, never: {} } : nothing;
      }
      case 'open':
      case 'reload':
      case 'open tab':
        return this.#unearned(browser);
      default:
        return nothing;
    }
  }

  /** Takes note of what the move led to. The expectation has held. */
  follow(move: Move, seen: Seen, typed?: Typed): void {
    const browser = this.#browsers[move.who];
    if (move.do === 'new browser') {
      Object.assign(browser, this.#newBrowser());
      return;
    }
    if (move.do === 'change tab') {
      [browser.tab, browser.otherTab] = [browser.otherTab!, browser.tab];
      browser.fresh = false;
      return;
    }
    if (move.do === 'send again') {
      browser.fresh = false;
      return;
    }
    if (move.do === 'open tab') {
      browser.otherTab = browser.tab;
      browser.tab = { ...browser.tab, moves: 1 };
    }
    const before = browser.tab.progress;
    this.#noteProgress(move, browser, seen);
    if (sends(move)) browser.sent = true;
    browser.tab.seen = seen;
    browser.tab.moves += 1;
    if (move.do === 'back') browser.fresh = false;
    else this.#settle(browser, eventsOf(move, browser.tab.seen, this.accounts, typed), seen);
    if (move.do === 'choose') this.#noteChoice(browser, before.account!, seen, typed!);
  }

  #expectChoice(move: Move & { do: 'choose' }, { snapshot, fresh, tab: { progress } }: Browser, typed: Typed): Expectation {
    const { rules } = this.#desk;
    if (!progress.answered && !snapshot.context.authorised)
      return forbidding(['summary', 'services'], progress.changed ? 'MPO-D-4' : 'MPO-D-1');
    const account = rules.findAccount(this.accounts[progress.account!].email)!;
    const bad =
      typed.password === '' || rules.passwordDefects(typed.password).length > 0 || rules.isInForce(typed.password, account);
    if (bad) return forbidding(['summary', 'services'], proposals[move.proposal]);
    const unlike = confirmations[move.confirmation];
    if (unlike !== undefined) return forbidding(['summary', 'services'], unlike);
    return fresh ? { must: { screen: 'summary', requirements: ['MPO-2-23', proposals[move.proposal]] }, never: {} } : nothing;
  }

  /** MPO-D-1: what nothing that was done so far has opened. */
  #unearned({ snapshot: { context }, tab: { progress }, signedIn }: Browser): Expectation {
    const never: Partial<Record<Screen, readonly string[]>> = {};
    if (context.question === undefined && progress.account === undefined) never.question = ['MPO-D-1'];
    if (!context.authorised && !progress.answered) never.newPassword = [progress.changed ? 'MPO-D-4' : 'MPO-D-1'];
    if (context.changed === undefined && !progress.changed) never.summary = ['MPO-D-1'];
    const automatic = progress.changed && this.rules.readings['AMB-22'] === 'connexion-automatique';
    if (signedIn === undefined && !automatic) never.services = ['MPO-1.1-2'];
    return { never };
  }

  #noteProgress(move: Move, browser: Browser, seen: Seen): void {
    const { tab } = browser;
    if (move.do === 'identify' && seen === 'question') {
      const account = walkers.find((walker) => walker === move.address);
      tab.progress = { ...(account && { account }), answered: false, changed: false };
    } else if (move.do === 'answer') {
      const { account } = tab.progress;
      if (seen === 'newPassword') tab.progress = { ...tab.progress, answered: true };
      if (account === undefined) return;
      if (this.#isRight(move.answer, tab.progress)) this.#wrong[account] = 0;
      else this.#wrong[account] += 1;
    } else if (move.do === 'sign in' && seen === 'services') {
      browser.signedIn = move.address;
    } else if (move.do === 'sign out') {
      browser.signedIn = undefined;
    }
  }

  #noteChoice(browser: Browser, account: Walker, seen: Seen, typed: Typed): void {
    if (seen !== 'summary') {
      this.#refused[account] += 1;
      return;
    }
    this.#changes[account] += 1;
    browser.tab.progress = { ...browser.tab.progress, answered: false, changed: true };
    // Where the session had moved on and the page was honoured all the same, the machine has not seen the change.
    const { rules, effects } = this.#desk;
    const changed = rules.findAccount(this.accounts[account].email)!;
    if (!rules.isInForce(typed.password, changed)) effects.changePassword(changed, typed.password);
    // AMB-35: whoever else had begun for that account may have to begin again, or to sign in again.
    for (const other of Object.values(this.#browsers)) {
      if (other === browser) continue;
      const concerned = [other.tab, other.otherTab].some((tab) => tab?.progress.account === account);
      if (concerned || other.signedIn === account) other.fresh = false;
    }
  }

  /** The machine goes where the person was seen to be; where it would not, it begins anew from there. */
  #settle(browser: Browser, events: readonly ProcedureEvent[], seen: Seen): void {
    let { snapshot } = browser;
    const actions: { exec: unknown; info: unknown; params: unknown }[] = [];
    for (const event of events) {
      const [next, due] = transition(procedure, snapshot, event);
      snapshot = next;
      actions.push(...(due as typeof actions));
    }
    if (snapshot.value === seen) {
      for (const { exec, info, params } of actions) if (typeof exec === 'function') exec(info, params);
      browser.snapshot = snapshot;
      browser.fresh = true;
      return;
    }
    browser.snapshot = this.#start();
    browser.fresh = seen === 'home' || seen === 'signIn' || seen === 'identification';
    if (seen === 'home' || seen === 'signIn' || seen === 'identification')
      [browser.snapshot] = transition(procedure, browser.snapshot, { type: `${seen}.opened` });
  }

  #isRight(answer: Walker | 'autre' | 'aucune', { account }: Progress): boolean {
    return account !== undefined && answer === account;
  }

  #mayErr(account: Walker | undefined): boolean {
    return account === undefined || this.#wrong[account] < this.rules.mostWrongAnswers;
  }

  #start(): Snapshot {
    return initialTransition(procedure, this.#desk)[0];
  }

  #newBrowser(): Browser {
    const tab: Tab = { seen: 'nothing', progress: untouched, moves: 0 };
    return { snapshot: this.#start(), tab, otherTab: undefined, fresh: true, sent: false, signedIn: undefined };
  }
}

const closedTo = { 'en vigueur': 'MPO-1.1-2', antérieur: 'MPO-1.3-7', refusé: 'MPO-D-2', inventé: 'MPO-1.1-2' } as const;

function sends({ do: kind }: Move): boolean {
  return kind === 'identify' || kind === 'answer' || kind === 'choose' || kind === 'sign in';
}
