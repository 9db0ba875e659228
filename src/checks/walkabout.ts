/** Two people who walk about the procedure, move by move, and what their changes did. Knows no machine: it makes moves and judges effects. */
import type { ScreenName } from '../driver/controls';
import type { Page } from '../driver/visitor';
import { shapeFromWords } from '../exploration/shape-words';
import { stateOf } from '../exploration/statechart';
import { walkers, type Act, type Move, type TypedAddress, type TypedAnswer, type Walker } from '../exploration/walk-moves';
import type { FindingDraft } from './change';
import { openingOf } from './moves';
import { accountOf, inForce, type Person } from './person';
import { hasRecipient } from './post';
import type { Scene } from './scene';
import { signOut } from './sign-out';
import {
  act,
  answer,
  choose,
  clickLabel,
  follow,
  identify,
  openHome,
  readCaptcha,
  reload,
  screenOf,
  type WalkContext,
} from './walk';

/** What is typed where the words of a move do not say it. */
export interface TypedPasswords {
  readonly password: string;
  readonly confirmation: string;
}

/** A reserved domain: nobody lives there (RFC 2606). */
const UNKNOWN = 'personne.inconnue@example.invalid';
const WRONG_CHARACTERS = 'zzzzzz';
const WRONG_ANSWER = 'tournesol-xylophone';

/** The walkers of one scene. */
export class Walkabout {
  /** Whose account each walker's tab is about, and that of their other tab. */
  readonly #inHand = new Map<Person, Walker | undefined>();
  readonly #inOtherTab = new Map<Person, Walker | undefined>();
  readonly #signedIn = new Map<Person, Walker>();
  readonly #changed = new Map<Walker, number>();
  readonly #confirmed = new Map<Walker, number>();

  /** @param addresses where the screens of the target were seen. */
  constructor(
    private readonly scene: Scene,
    private readonly addresses: ReadonlyMap<ScreenName, string>,
  ) {}

  person(who: Walker): Promise<Person> {
    return this.scene.someone(who);
  }

  /** What the move types: of a choice, a password of its shape; of a sign-in, one that the suite knows. Absent for any other move. */
  async passwordsFor(move: Move): Promise<TypedPasswords | undefined> {
    if (move.do === 'sign in') {
      const owner = await this.person(move.address);
      const known = {
        'en vigueur': inForce(owner),
        antérieur: owner.passwords[1],
        refusé: owner.attempts.findLast(({ value }) => value !== inForce(owner))?.value,
        inventé: undefined,
      }[move.password];
      const password = known ?? this.scene.newPassword(owner).value;
      return { password, confirmation: password };
    }
    if (move.do !== 'choose') return undefined;
    const owner = await this.#ownerOf(move.who);
    const make = () => this.scene.make(owner, shapeFromWords('un mot de passe conforme')).value;
    const password =
      move.proposal === 'le mot de passe en vigueur'
        ? inForce(owner)
        : this.scene.make(owner, shapeFromWords(move.proposal)).value;
    const confirmation = {
      'confirmé à l’identique': () => password,
      'confirmé par un autre': make,
      'sans confirmation': () => '',
    };
    return { password, confirmation: confirmation[move.confirmation]() };
  }

  /** Makes the move. @returns the screen that is then seen. @throws NonConformity when what it needs is not on the page. */
  async make(move: Move, typed?: TypedPasswords): Promise<ScreenName> {
    const person = await this.person(move.who);
    if (begins(move)) await this.scene.beginProcedure();
    switch (move.do) {
      case 'identify':
        return this.#identify(person, move);
      case 'answer':
        await answer(await this.#contextOf(move.who), person, await this.#answerOf(move.answer));
        return this.seenBy(person);
      case 'choose':
        return this.#choose(move, person, typed ?? (await this.passwordsFor(move))!);
      case 'sign in':
        return this.#signIn(move, person, typed ?? (await this.passwordsFor(move))!);
      case 'click':
        await clickLabel(this.scene, person, move.control);
        return this.seenBy(person);
      case 'sign out':
        await signOut(person, (way) => act(this.scene, person, 'signOut.submitted', () => person.visitor.activate(way)));
        this.#signedIn.delete(person);
        return this.seenBy(person);
      case 'open': {
        const address = this.addressOf(move.screen)!;
        await act(this.scene, person, openingOf(this.addresses, address), () => person.visitor.open(address));
        return this.seenBy(person);
      }
      case 'open home':
        await openHome(this.scene, person);
        return this.seenBy(person);
      default:
        return this.#moveAbout(move.do, person);
    }
  }

  /** Where a screen was seen; `undefined` where it never was. */
  addressOf(screen: (Act & { do: 'open' })['screen']): string | undefined {
    return [...this.addresses].find(([name]) => stateOf(name) === screen)?.[1];
  }

  /** What a walker sees: their espace, or that of the account with which they signed in. */
  seenBy(person: Person, page: Page = person.visitor.page): ScreenName {
    const signedIn = this.#signedIn.get(person);
    const account = signedIn && this.scene.people.get(signedIn)?.account;
    return screenOf(this.scene, account ? { ...person, account } : person, page);
  }

  /**
   * Every change that a summary announced, and nothing else, took effect: MPO-D-2. The password in force opens, no other does, one mail came
   * for each change, and a second account is as it was.
   */
  async judge(): Promise<FindingDraft[]> {
    const findings: FindingDraft[] = [];
    const found = (requirements: readonly string[], expected: string, observed: string) =>
      void findings.push({ requirements, expected, observed, evidence: this.scene.journal.latest() });
    for (const who of walkers) {
      const person = this.scene.people.get(who);
      if (person !== undefined) await this.#judgePasswords(who, person, found);
    }
    for (const [who, changes] of this.#changed) {
      const mails = this.#confirmed.get(who) ?? 0;
      const expected = `un courriel de confirmation ${changes > 1 ? 'par changement' : ''}`.trimEnd();
      if (mails < changes) found(['MPO-2-25'], expected, `${who} : ${mails} pour ${changes} changement(s)`);
    }
    const { witness } = this.scene;
    if (witness !== undefined && !(await this.scene.desk.opens(witness, witness.password)))
      found(['MPO-D-3'], 'un autre compte reste intact', 'son mot de passe n’ouvre plus son espace');
    for (const mail of await this.scene.post.unexpected()) {
      const changed = [...this.#changed.keys()].map((who) => this.scene.people.get(who)!);
      const due = changed.some((person) => mail.envelope.to.length === 1 && hasRecipient(mail, accountOf(person).email));
      found(
        due ? ['MPO-2-25'] : ['MPO-2-25', 'MPO-2-26'],
        'aucun autre courriel',
        `un courriel à ${mail.envelope.to.join(', ')}`,
      );
      this.scene.post.expect(mail);
    }
    return findings;
  }

  async #judgePasswords(
    who: Walker,
    person: Person,
    found: (requirements: readonly string[], expected: string, observed: string) => void,
  ): Promise<void> {
    const account = accountOf(person);
    const [current, ...former] = person.passwords as [string, ...string[]];
    const refused = person.attempts.flatMap(({ value, confirmation }) => [value, confirmation]);
    const others = [...new Set([...former, ...refused])].filter((value) => value !== current && value !== '');
    // MPO-1.3-7: the old ones before the new one, lest the first sign-in with it put an end to them.
    const opened = await this.scene.desk.openEach(account, others);
    for (const [index, value] of others.entries()) {
      if (opened[index] !== true) continue;
      if (former.includes(value))
        found(['MPO-1.3-7'], 'un mot de passe antérieur n’ouvre plus l’espace', `il ouvre celui de ${who}`);
      else found(['MPO-D-2'], 'un mot de passe refusé n’ouvre pas l’espace', `il ouvre celui de ${who}`);
    }
    const changes = this.#changed.get(who) ?? 0;
    if (await this.scene.desk.opens(account, current)) {
      if (changes > 0 || person.attempts.length > 0) this.scene.target.ledger.settled(account.email, current);
      return;
    }
    if (changes > 0) found(['MPO-1.3-6'], 'le nouveau mot de passe ouvre l’espace', `il n’ouvre pas celui de ${who}`);
    else found(['MPO-D-2', 'MPO-D-3'], 'le mot de passe reste celui du départ', `il n’ouvre plus l’espace de ${who}`);
  }

  async #identify(person: Person, move: Move & { do: 'identify' }): Promise<ScreenName> {
    const email = await this.#addressOf(move.address);
    const characters = move.copies ? undefined : WRONG_CHARACTERS;
    await identify(await this.#contextOf(move.who), person, email, characters ?? (await readCaptcha(this.scene, person)));
    const seen = this.seenBy(person);
    if (seen === 'question')
      this.#inHand.set(
        person,
        walkers.find((walker) => walker === move.address),
      );
    return seen;
  }

  async #choose(move: Move & { do: 'choose' }, person: Person, typed: TypedPasswords): Promise<ScreenName> {
    const owner = await this.#ownerOf(move.who);
    const shape = `${move.proposal}, ${move.confirmation}`;
    await choose(await this.#contextOf(move.who), person, shape, typed.password, typed.confirmation);
    // Walkers may change each other's password: what was proposed concerns whose it is.
    const attempt = person.attempts.pop()!;
    if (attempt.screen !== 'summary') owner.attempts.push(attempt);
    else {
      const who = this.#inHand.get(person) ?? move.who;
      owner.passwords.unshift(typed.password);
      this.#changed.set(who, (this.#changed.get(who) ?? 0) + 1);
      if ((await this.scene.confirmations(owner)).length > 0) this.#confirmed.set(who, (this.#confirmed.get(who) ?? 0) + 1);
    }
    return this.seenBy(person);
  }

  async #signIn(move: Move & { do: 'sign in' }, person: Person, { password }: TypedPasswords): Promise<ScreenName> {
    const account = accountOf(await this.person(move.address));
    this.#signedIn.set(person, move.address);
    const page = await this.scene.desk.signIn(person.visitor, account.email, password, account);
    const seen = this.seenBy(person, page);
    person.seen.push({ screen: seen, page });
    if (seen !== 'services') this.#signedIn.delete(person);
    return seen;
  }

  async #moveAbout(
    kind: Extract<Move['do'], 'back' | 'reload' | 'send again' | 'open tab' | 'change tab' | 'new browser'>,
    person: Person,
  ) {
    if (kind === 'back') await act(this.scene, person, undefined, () => person.visitor.back());
    else if (kind === 'reload') await reload(this.scene, person);
    else if (kind === 'send again') {
      const submission = person.visitor.lastSubmission();
      if (submission !== undefined) await follow(this.scene, person, undefined, () => person.visitor.replay(submission, []));
    } else if (kind === 'open tab') {
      const address = person.visitor.page.url;
      const first = person.visitor;
      person.visitor = await first.newTab();
      this.scene.addSecond(person, first);
      this.#inOtherTab.set(person, this.#inHand.get(person));
      await act(this.scene, person, openingOf(this.addresses, address), () => person.visitor.open(address));
    } else if (kind === 'change tab') {
      const second = this.scene.second(person);
      [person.visitor, second.visitor] = [second.visitor, person.visitor];
      const inOther = this.#inOtherTab.get(person);
      this.#inOtherTab.set(person, this.#inHand.get(person));
      this.#inHand.set(person, inOther);
    } else {
      if (this.#inOtherTab.has(person)) await this.scene.second(person).visitor.close();
      this.#inOtherTab.delete(person);
      await person.visitor.forget();
      this.#signedIn.delete(person);
      this.#inHand.delete(person);
    }
    return this.seenBy(person);
  }

  /** Whose account the page of a walker is about. */
  async #ownerOf(who: Walker): Promise<Person> {
    return this.person(this.#inHand.get(await this.person(who)) ?? who);
  }

  async #addressOf(typed: TypedAddress): Promise<string> {
    if (typed === 'aucune') return '';
    return typed === 'inconnue' ? UNKNOWN : accountOf(await this.person(typed)).email;
  }

  async #answerOf(typed: TypedAnswer): Promise<string> {
    if (typed === 'aucune') return '';
    return typed === 'autre' ? WRONG_ANSWER : accountOf(await this.person(typed)).answer;
  }

  /** Answers and proposals are counted for the account that they concern, whoever makes them. */
  async #contextOf(who: Walker): Promise<WalkContext> {
    const { scene } = this;
    const owner = await this.#ownerOf(who);
    return {
      captcha: scene.captcha,
      controls: scene.controls,
      signedIn: scene.signedIn,
      journal: scene.journal,
      moves: scene.moves,
      beginProcedure: () => scene.beginProcedure(),
      answered: (_, text) => scene.answered(owner, text),
      assertAnswerable: () => scene.assertAnswerable(owner),
      propose: (_, password) => scene.propose(owner, password),
      newPassword: () => scene.newPassword(owner),
    };
  }
}

/** Whoever asks for the identification begins a procedure: a target may bound how many. */
function begins(move: Move): boolean {
  return move.do === 'click' ? move.control === 'Mot de passe oublié' : move.do === 'open' && move.screen === 'identification';
}
