/** One walk compared, move by move, with what the reference machine says of it, and at its end by its effects. */
import type { ScreenName } from '../driver/controls';
import { stateOf, type Move as SeenMove } from '../exploration/statechart';
import type { Expectation } from '../exploration/walk-expectation';
import type { Seen } from '../exploration/walk-events';
import { WalkModel } from '../exploration/walk-model';
import { screenWords, sentenceOf, type Move, type Walker, type WalkScreen } from '../exploration/walk-moves';
import type { Account } from '../target/account';
import type { Target } from '../target/target';
import { NonConformity } from '../verdict/errors';
import { accountOf, inForce, type Person } from './person';
import { Scene } from './scene';
import { describePage, screenNames } from './screen-names';
import { Walkabout } from './walkabout';

/** A walk that did not go as the machine says. */
export interface Difference {
  /** Sentences of the fiche, by their ids. */
  readonly requirements: readonly string[];
  readonly expected: string;
  readonly observed: string;
  /** The moves, in the words of the features. */
  readonly sentences: readonly string[];
  /** What a feature asserts after them. */
  readonly assertion: string;
  /** Whether a move asks for an address that had to be noted before. */
  readonly asksForAddresses: boolean;
}

/** What came of one walk. */
export interface WalkReport {
  readonly difference?: Difference;
  /** Moves that were made. */
  readonly made: number;
  /** The procedure's moves, as they were seen from outside. */
  readonly seen: readonly SeenMove[];
}

/** What every walk on a target shares. */
export interface Surroundings {
  /** Where the screens of the target were seen. */
  readonly addresses: ReadonlyMap<ScreenName, string>;
  /** Wrong answers in a row that an account may be given. */
  readonly mostWrongAnswers: number;
}

/** One walk under way: made moves at a time, by whoever drives it. */
export class Walk {
  readonly #sentences: string[] = [];
  #asksForAddresses = false;
  difference: Difference | undefined;

  constructor(
    readonly model: WalkModel,
    private readonly about: Walkabout,
  ) {}

  get made(): number {
    return this.#sentences.length;
  }

  /** Makes the move and compares. @throws NonConformity at the first difference, which is kept. */
  async make(move: Move): Promise<void> {
    const person = await this.about.person(move.who);
    const typed = await this.about.passwordsFor(move);
    const expectation = this.model.expect(move, typed);
    this.#sentences.push(sentenceOf(move));
    this.#asksForAddresses ||= move.do === 'open';
    const seen = await this.#attempt(() => this.about.make(move, typed));
    if (move.do !== 'send again' && move.do !== 'change tab') await this.#compare(expectation, person, move.who, seen);
    this.model.follow(move, stateOf(seen) ?? 'elsewhere', typed);
  }

  /** The effects of the whole walk. */
  async judge(): Promise<void> {
    const [finding] = await this.#attempt(() => this.about.judge());
    if (finding !== undefined)
      this.#differ(
        finding.requirements,
        finding.expected,
        finding.observed,
        'chaque changement annoncé, et lui seul, a pris effet',
      );
  }

  /** A page that lacks what the fiche promises stops the walk. */
  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NonConformity)) throw error;
      const [{ requirements, expected, observed }] = error.findings as [(typeof error.findings)[0]];
      return this.#differ(requirements, expected, observed, 'aucune page en erreur n’est apparue');
    }
  }

  async #compare({ must, never, question }: Expectation, person: Person, who: Walker, seen: ScreenName): Promise<void> {
    const { page } = person.visitor;
    const state: Seen = stateOf(seen) ?? 'elsewhere';
    const observed = describePage(page, seen);
    if (page.status >= 500)
      this.#differ(must?.requirements ?? ['MPO-D-2'], 'aucune page en erreur', observed, 'aucune page en erreur n’est apparue');
    if (must !== undefined && state !== must.screen) {
      const expected = `l’écran ${quoted(must.screen)}`;
      this.#differ(must.requirements, expected, observed, `${expected} s’affiche pour ${who}`);
    }
    const broken = state === 'elsewhere' ? undefined : never[state];
    if (broken !== undefined && state !== 'elsewhere') {
      const words = `l’écran ${quoted(state)} ne s’affiche pas`;
      this.#differ(broken, words, observed, `${words} pour ${who}`);
    }
    if (question === undefined) return;
    const { question: text } = accountOf(await this.about.person(question));
    if (!collapse(page.text).includes(collapse(text)))
      this.#differ(['MPO-2-11'], `la question de ${question}`, observed, `${who} voit la question de confiance de ${question}`);
  }

  #differ(requirements: readonly string[], expected: string, observed: string, assertion: string): never {
    this.difference ??= {
      ...{ requirements, expected, observed, assertion },
      sentences: [...this.#sentences],
      asksForAddresses: this.#asksForAddresses,
    };
    throw new NonConformity([{ requirements, expected, observed, evidence: [] }]);
  }
}

/**
 * Opens the target for one walk of Alice and Bruno, lets it be driven, judges its effects.
 * @throws CapabilityMissing where the target has no account for each of them; Unavailable when it goes away.
 */
export async function walkOnce(
  target: Target,
  { addresses, mostWrongAnswers }: Surroundings,
  drive: (walk: Walk) => Promise<void>,
): Promise<WalkReport> {
  const open = await target.open();
  try {
    const scene = await Scene.open(open);
    try {
      const about = new Walkabout(scene, addresses);
      const [alice, bruno] = [accountInForce(await about.person('Alice')), accountInForce(await about.person('Bruno'))];
      const rules = {
        readings: target.readings,
        mostWrongAnswers,
        canOpen: (screen: WalkScreen) => about.addressOf(screen) !== undefined,
      };
      const walk = new Walk(new WalkModel({ Alice: alice, Bruno: bruno }, rules), about);
      try {
        await drive(walk);
        await walk.judge();
      } catch (error) {
        if (!(error instanceof NonConformity) || walk.difference === undefined) throw error;
        await scene.abandon();
      }
      const report = { made: walk.made, seen: scene.moves.all };
      return walk.difference === undefined ? report : { ...report, difference: walk.difference };
    } finally {
      await scene.close();
    }
  } finally {
    await open.close();
  }
}

/** Somebody goes through the procedure to the espace, and notes where its screens are. Their password changes. */
export async function noteAddresses(scene: Scene, person: Person): Promise<void> {
  await scene.change(person);
  const account = accountOf(person);
  const page = await scene.desk.signIn(person.visitor, account.email, inForce(person), account);
  person.addresses.set('services', page.url);
  scene.takeEffect(person, inForce(person));
}

function accountInForce(person: Person): Account {
  return { ...accountOf(person), password: inForce(person) };
}

function quoted(screen: Exclude<Seen, 'elsewhere'>): string {
  return `« ${screen === 'home' ? screenNames.home : screenWords[screen]} »`;
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
