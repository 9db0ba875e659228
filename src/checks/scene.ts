/** One scenario at work: the people, the mails, the second account, and what the oracles look at. Knows no sentence of Gherkin. */
import type { Visitor, VisitorOptions } from '../driver/visitor';
import { createSecretSource, type SecretSource } from '../exploration/secrets';
import { shapeFromWords } from '../exploration/shape-words';
import { describeShape, materialise, type Shape } from '../exploration/shapes';
import type { MailMessage } from '../mail/mailbox';
import type { Account } from '../target/account';
import { recoverAccount } from '../target/recovery';
import type { OpenTarget } from '../target/target';
import { NonConformity } from '../verdict/errors';
import { keptForm, type Readings } from './admission';
import { observeAttempts, passwordsToTry } from './attempts';
import { factsOf, type ChangeObservation, type FindingDraft } from './change';
import { identifyWithin, mailAddressOf } from './identities';
import { Leases, type Wanted } from './leasing';
import { Journal } from './journal';
import { Moves } from './moves';
import { Observations } from './observations';
import { accountOf, inForce, nothingDone, type Attempt, type Person } from './person';
import { hasRecipient, listMails, observeMail, Post } from './post';
import { assertNotLeftOpen } from './open-values';
import { describePage } from './screen-names';
import { createSignInDesk, type SignInDesk } from './sign-in';
import { assertAnswerable, countAnswer, setTriesBack, wrongAnswersOf } from './tries';
import { choose, reach, type WalkContext } from './walk';

/** The state of one scenario. It outlives none. */
export class Scene implements WalkContext {
  readonly people = new Map<string, Person>();
  readonly moves = new Moves();
  readonly observations = new Observations();
  /** Takes a picture of what a person sees, where the scenario is to show its screens. */
  picture?: (person: Person) => Promise<void>;
  readonly desk: SignInDesk;
  readonly readings: Readings;
  /** Forms and addresses that one person noted for another to use. */
  notes?: Person;
  readonly #seconds = new Map<Person, Person>();
  #sources = 0;
  #judgedAt = 0;

  private constructor(
    readonly target: OpenTarget,
    readonly journal: Journal,
    readonly post: Post,
    readonly leases: Leases,
  ) {
    this.readings = target.readings ?? {};
    const options = { ...target, moves: this.moves, identify: identifyWithin(target) };
    this.desk = createSignInDesk(target.probes ?? target.visitors, options);
    for (const account of target.accounts) {
      this.journal.protect(account.password, `mot de passe de ${account.email}`);
      this.journal.protect(account.answer, `réponse de ${account.email}`);
    }
  }

  /** Opens a scene on a target: mails that are there already do not count. @param avoided see `Leases`. */
  static async open(target: OpenTarget, avoided?: ReadonlySet<string>): Promise<Scene> {
    const journal = new Journal();
    return new Scene(target, journal, await Post.open(target, journal), new Leases(target, avoided));
  }

  get captcha() {
    return this.target.captcha;
  }
  get controls() {
    return this.target.controls;
  }
  get signedIn() {
    return this.target.signedIn;
  }
  async beginProcedure(): Promise<void> {
    await this.target.beginProcedure?.();
  }

  /**
   * Brings a person in with an account of the pool that nobody else of the scene has.
   * @throws CapabilityMissing when no account has what is asked for.
   */
  async bringIn(name: string, wanted?: Wanted): Promise<Person> {
    const account = await this.leases.take(wanted);
    // A scenario that broke off may have left a change in doubt.
    const { ledger } = this.target;
    if (ledger.pending.has(account.email)) await recoverAccount(account, ledger, this.desk.opens);
    if (wrongAnswersOf(this.target, account) > 0) await this.#setTriesBack(account);
    const person = await this.#enter(name, account);
    this.journal.protect(inForce(person), `mot de passe de ${account.email}`);
    this.journal.note(`${name} : compte ${account.email}`);
    return person;
  }

  bringInPasserBy(name: string, options?: VisitorOptions): Promise<Person> {
    return this.#enter(name, undefined, options);
  }

  /** A person already there, else a newcomer with an account. */
  async someone(name: string): Promise<Person> {
    return this.people.get(name) ?? this.bringIn(name);
  }

  /** Gives a person another browser, that knows nothing. */
  async freshBrowser(person: Person, options?: VisitorOptions): Promise<void> {
    if (options === undefined) return person.visitor.forget();
    await person.visitor.close();
    person.visitor = await this.target.visitors.newVisitor(options);
  }

  /** The same person in a second tab or a second browser. */
  addSecond(person: Person, visitor: Visitor): Person {
    const second: Person = { ...person, name: `${person.name} (bis)`, visitor, ...nothingDone() };
    this.#seconds.set(person, second);
    return second;
  }

  second(person: Person): Person {
    const second = this.#seconds.get(person);
    if (second === undefined) throw new Error(`${person.name} n’a ouvert ni second onglet ni second navigateur`);
    return second;
  }

  get witness(): Account | undefined {
    return this.leases.witness;
  }

  /** Characters for one use, that no earlier use had and no later one will have. */
  source(person: Person): SecretSource {
    this.#sources += 1;
    return createSecretSource(this.target.passwordKey, `${accountOf(person).email}\n${inForce(person)}\n${this.#sources}`);
  }

  /** Makes a password of a shape, protected in the journal from then on. */
  make(person: Person, shape: Shape): { shape: string; value: string } {
    return this.protect({ shape: describeShape(shape), value: materialise(shape, this.source(person)) });
  }

  protect(password: { shape: string; value: string }): { shape: string; value: string } {
    this.journal.protect(password.value, `mot de passe proposé, ${password.shape}`);
    return password;
  }

  answered(person: Person, text: string): void {
    countAnswer(this.target, accountOf(person), text);
  }

  assertAnswerable(person: Person): void {
    assertAnswerable(person.wrongAnswersBefore, accountOf(person));
  }

  propose(person: Person, password: string): void {
    const forms = new Set([password, keptForm(password, this.readings)]);
    for (const form of forms) this.target.ledger.proposed(accountOf(person).email, form);
  }

  newPassword(person: Person): { shape: string; value: string } {
    return this.make(person, shapeFromWords('un mot de passe conforme'));
  }

  /**
   * Changes a password by the procedure as a means to something else: asserts the screens, judges no effect.
   * @throws NonConformity naming the screen that did not come.
   */
  async change(person: Person, proposed = this.newPassword(person)): Promise<void> {
    await reach(this, person, 'new-password');
    const attempt = await choose(this, person, proposed.shape, proposed.value);
    await this.settle(person, attempt);
  }

  /** Takes a change as done once its summary shows: the new password is in force, and its mail is expected. */
  async settle(person: Person, attempt: Attempt): Promise<void> {
    if (attempt.screen !== 'summary') {
      assertNotLeftOpen(attempt, inForce(person), this.readings);
      const observed = `« ${attempt.shape} » : ${describePage(attempt.page, attempt.screen)}`;
      throw new NonConformity([
        { requirements: ['MPO-2-23'], expected: 'l’écran « récapitulatif »', observed, evidence: this.journal.latest() },
      ]);
    }
    // The summary alone says so: for the ledger it is a proposal until a sign-in shows that it is in force.
    person.passwords.unshift(attempt.value);
    person.attempts = [];
    await this.confirmations(person);
  }

  /** From now on the suite holds this password, which was seen to open the espace, to be the one in force. */
  takeEffect(person: Person, password: string): void {
    person.passwords.unshift(password);
    this.target.ledger.settled(accountOf(person).email, password);
    person.attempts = [];
  }

  /** The mails that came for a person since the scene opened, once the first has had the time to come. They are then expected. */
  async confirmations(person: Person): Promise<readonly MailMessage[]> {
    const to = mailAddressOf(accountOf(person), this.readings);
    await this.post.awaitFor(to);
    const mails = (await this.post.unexpected()).filter((mail) => hasRecipient(mail, to));
    // One mail is what the change promised; a second one stays unexpected and is found at the end of the scene.
    if (mails[0] !== undefined) this.post.expect(mails[0]);
    return mails;
  }

  /**
   * Looks at everything that the proposals of a person may have changed, in the order of the oracles: old password, new ones,
   * second account, mailboxes.
   * @param witness `later`: the second account is left to the end of the scene, which looks at everything again.
   */
  async observe(person: Person, { witness }: { readonly witness?: 'later' } = {}): Promise<ChangeObservation> {
    const account = accountOf(person);
    const current = inForce(person);
    // MPO-1.3-7: the old password before the new one, lest the first sign-in with the new one put an end to the old.
    const oldOpens = await this.desk.opens(account, current);
    const candidates = passwordsToTry(person.attempts, current, this.readings);
    const email = mailAddressOf(account, this.readings);
    const opened = await this.desk.openEach(account, candidates);
    const opening = new Set(candidates.filter((_, index) => opened[index]));
    if (person.attempts.some(({ screen }) => screen === 'summary')) await this.post.awaitFor(email);
    const witnessOpens = witness ?? (this.witness && (await this.desk.opens(this.witness, this.witness.password)));
    // Last: meanwhile a mail on its way has had the time to come.
    const mails = (await this.post.unexpected()).filter((mail) => !this.#isAnothers(mail, person));
    const seen = {
      email,
      oldOpens,
      mails: mails.map(observeMail),
      witnessOpens,
      attempts: observeAttempts(person.attempts, current, opening, this.readings),
    };
    const effective = [...opening][0];
    if (effective !== undefined) this.takeEffect(person, effective);
    // What was refused is no longer in doubt, nor is an earlier change.
    else if (oldOpens) this.target.ledger.settled(account.email, current);
    person.attempts = [];
    // What an oracle has seen, it has judged: it is not found a second time at the end of the scene.
    for (const mail of mails) this.post.expect(mail);
    if (witness === undefined) this.#judgedAt = this.#moves();
    for (const fact of factsOf(seen)) this.journal.note(fact);
    return seen;
  }

  /**
   * Side effects are zero unless declared: what no step has judged is judged at the end of every scenario.
   * @returns findings about mails that nothing announced and passwords that are no longer in force.
   */
  async sideEffects(): Promise<FindingDraft[]> {
    if (this.#moves() === this.#judgedAt) return [];
    const findings: FindingDraft[] = [];
    for (const person of this.people.values()) {
      if (person.account !== undefined && person.passwords.length > 0)
        findings.push(...this.observations.judge('refused', await this.observe(person)));
    }
    if (findings.length > 0 || this.people.size === 0) return findings;
    const observed = listMails(await this.post.unexpected());
    const finding = { requirements: ['MPO-2-25'], expected: 'aucun courriel sans changement', observed, evidence: [] };
    return observed === '' ? [] : [finding];
  }

  /** Everybody, in their first browser and in their second. */
  everyone(): readonly Person[] {
    return [...this.people.values(), ...this.#seconds.values()];
  }

  /** Of a scenario that broke off: nobody can tell which of its mails were due. */
  async abandon(): Promise<void> {
    if (this.#moves() > 0) await this.post.forget();
  }

  async close(): Promise<void> {
    await this.desk.close();
    for (const { visitor } of this.everyone()) await visitor.close();
  }

  /** The confirmation of somebody whose own change is still to be judged. */
  #isAnothers(mail: MailMessage, person: Person): boolean {
    return [...this.people.values()].some(
      (other) =>
        other !== person &&
        other.attempts.some(({ screen }) => screen === 'summary') &&
        mail.envelope.to.length === 1 &&
        hasRecipient(mail, mailAddressOf(accountOf(other), this.readings)),
    );
  }

  async #setTriesBack(account: Account): Promise<void> {
    const person = await this.#enter(`${account.email} (bonne réponse)`, account);
    await setTriesBack(this, this.target, person);
    this.people.delete(person.name);
    await person.visitor.close();
  }

  /** How much the people of the scene have done. */
  #moves(): number {
    return this.everyone().reduce((sum, { visitor }) => sum + visitor.exchanges().length, 0);
  }

  async #enter(name: string, account: Account | undefined, options?: VisitorOptions): Promise<Person> {
    const visitor = await this.target.visitors.newVisitor(options);
    const passwords = account === undefined ? [] : [this.target.ledger.inForce(account.email) ?? account.password];
    const wrongAnswersBefore = account === undefined ? 0 : wrongAnswersOf(this.target, account);
    const person: Person = { name, account, visitor, passwords, wrongAnswersBefore, ...nothingDone() };
    this.people.set(name, person);
    return person;
  }
}
