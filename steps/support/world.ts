/** The world of a scenario: the scene, the parameters of the run, and how what happens is attached to the messages. */
import { createHash } from 'node:crypto';
import { setWorldConstructor, World, type IWorldOptions } from '@cucumber/cucumber';
import type { FindingDraft } from '../../src/checks/change';
import type { Person } from '../../src/checks/person';
import { declaredValue } from '../../src/checks/readings';
import { Scene } from '../../src/checks/scene';
import { describeExchanges, describeMails, describeShown, pictureOf } from '../../src/checks/shown';
import type { Page } from '../../src/driver/visitor';
import type { LoadOptions } from '../../src/target/load-target';
import type { OpenTarget, Target } from '../../src/target/target';
import {
  EXCHANGE_MEDIA_TYPE,
  JOURNAL_MEDIA_TYPE,
  MAILS_MEDIA_TYPE,
  MOVES_MEDIA_TYPE,
  OBSERVATIONS_MEDIA_TYPE,
  OUTCOME_MEDIA_TYPE,
  READING_MEDIA_TYPE,
  SCREENS_MEDIA_TYPE,
  type OutcomeAttachment,
  type ShownScreen,
} from '../../src/verdict/attachments';
import { CapabilityMissing, ConfigurationError, NonConformity, Unavailable } from '../../src/verdict/errors';
import { ScenarioOutage } from './outage';

/** `--world-parameters`: what the command line gives the steps. */
export interface Parameters {
  readonly mdpo: LoadOptions;
}

export class MdpoWorld extends World<Parameters> {
  target!: Target;
  open!: OpenTarget;
  scene!: Scene;
  /** Requirements that the scenario decides, from its tags. */
  requirements: readonly string[] = [];
  /** For each who passed: whether an unknown address was then shown their question. */
  lastComers: readonly boolean[] = [];
  /** The password that somebody typed last at the sign-in. */
  typedAtSignIn = '';
  /** What the agent of the assistance saw last. */
  assistancePage!: Page;
  /** Where the target lets its mail server be cut. */
  outage: ScenarioOutage | undefined;
  /** What did not answer, where that is why the attempt ends. */
  cutShort: Unavailable | undefined;
  readonly shownScreens: ShownScreen[] = [];
  #current?: string;

  constructor(options: IWorldOptions<Parameters>) {
    super(options);
  }

  get seed(): number {
    return this.parameters.mdpo.seed;
  }

  /** @param avoided addresses of the accounts that an earlier attempt had. */
  async begin(target: Target, requirements: readonly string[], avoided?: ReadonlySet<string>): Promise<void> {
    this.target = target;
    this.requirements = requirements;
    this.open = this.#endingOutage(await target.open());
    this.scene = await Scene.open(this.open, avoided);
  }

  /** Somebody of the scenario, brought in with an account if they are new: they become « il ». */
  async person(name: string): Promise<Person> {
    const person = await this.scene.someone(this.#resolve(name));
    this.#current = person.name;
    return person;
  }

  /** A passer-by without an account. */
  async passerBy(name: string): Promise<Person> {
    const person = this.scene.people.get(this.#resolve(name)) ?? (await this.scene.bringInPasserBy(name));
    this.#current = person.name;
    return person;
  }

  /** The person whom a sentence leaves unnamed. */
  current(): Promise<Person> {
    return this.person('il');
  }

  /** Fails the step with what was found, if anything. */
  assert(findings: readonly FindingDraft[]): void {
    if (findings.length > 0) throw new NonConformity(this.scene.observations.attribute(findings));
  }

  /** Fails the step when a fact does not hold. */
  expect(holds: boolean, expected: string, observed: string, requirements: readonly string[] = []): void {
    const found = this.scene.observations.judge('fact', { holds, requirements, expected, observed });
    this.assert(found.map((finding) => ({ ...finding, evidence: this.scene.journal.latest() })));
  }

  /** Runs what the scenario decides as a whole: whatever stops it fails the scenario's own requirements too. */
  async deciding<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NonConformity)) throw error;
      const requirements = (own: readonly string[]) => [...new Set([...this.requirements, ...own])];
      throw new NonConformity(
        error.findings.map((finding) => ({ ...finding, requirements: requirements(finding.requirements) })),
      );
    }
  }

  /** Reports what was seen of a reading. */
  reading(id: string, observed: string): void {
    this.attach(JSON.stringify({ id, observed }), READING_MEDIA_TYPE);
  }

  /** The value of a reading that the target declares, or the default. */
  declared(id: string): string {
    return declaredValue(id, this.target.readings);
  }

  /** What happened, and all that the outcome can be worked out from again. */
  attachEvidence(): void {
    const { journal, moves, observations } = this.scene;
    this.attach(JSON.stringify({ lines: journal.lines }), JOURNAL_MEDIA_TYPE);
    this.attach(JSON.stringify({ moves: moves.all }), MOVES_MEDIA_TYPE);
    this.attach(JSON.stringify({ observations: journal.maskAll(observations.all) }), OBSERVATIONS_MEDIA_TYPE);
    this.attach(JSON.stringify({ lines: describeExchanges(this.scene) }), EXCHANGE_MEDIA_TYPE);
    this.attach(JSON.stringify({ mails: describeMails(this.scene) }), MAILS_MEDIA_TYPE);
    if (this.shownScreens.length > 0) this.attach(JSON.stringify({ screens: this.shownScreens }), SCREENS_MEDIA_TYPE);
  }

  /** From now on each screen is kept as it is first met, with its picture where there is a browser. */
  showScreens(): void {
    this.scene.picture = async (person) => {
      const screen = describeShown(this.scene, person);
      if (screen === undefined || this.shownScreens.some(({ id }) => id === screen.id)) return;
      const picture = await pictureOf(this.scene, person);
      if (picture !== undefined) this.attach(picture, 'image/png');
      this.shownScreens.push(picture === undefined ? screen : { ...screen, picture: sha256(picture) });
    };
  }

  /**
   * Sorts an error by who must act, and attaches it. An error that is none of these is the suite's own.
   * @returns the error as it may be shown: whatever it quotes, no secret is left in it.
   */
  attachOutcome(error: unknown): unknown {
    const shown = this.#masked(error);
    if (shown instanceof Unavailable) this.cutShort = shown;
    const outcome = outcomeOf(shown);
    if (outcome !== undefined) this.attach(JSON.stringify(outcome), OUTCOME_MEDIA_TYPE);
    return shown;
  }

  /** The same error, of which every finding has its observation. */
  attributed(error: NonConformity): NonConformity;
  attributed(error: unknown): unknown;
  attributed(error: unknown): unknown {
    if (!(error instanceof NonConformity) || this.scene === undefined) return error;
    return new NonConformity(this.scene.observations.attribute(error.findings));
  }

  async end(): Promise<void> {
    try {
      await this.outage?.end();
    } finally {
      try {
        await this.scene?.close();
      } finally {
        await this.open?.close();
      }
    }
  }

  #endingOutage(open: OpenTarget): OpenTarget {
    const { mailOutage } = open.capabilities;
    if (mailOutage === undefined) return open;
    this.outage = new ScenarioOutage(mailOutage);
    return { ...open, capabilities: { ...open.capabilities, mailOutage: this.outage } };
  }

  #resolve(name: string): string {
    if (!/^(il|elle)$/.test(name)) return name;
    if (this.#current === undefined) throw new Error(`« ${name} » ne désigne encore personne`);
    return this.#current;
  }

  #masked(error: unknown): unknown {
    const mask = (text: string) => this.scene?.journal.mask(text) ?? text;
    if (error instanceof NonConformity) {
      const findings = this.attributed(error).findings.map((finding) => ({
        ...finding,
        observed: mask(finding.observed),
        evidence: finding.evidence.map(mask),
      }));
      return new NonConformity(findings);
    }
    if (error instanceof Error) {
      error.message = mask(error.message);
      error.stack = error.stack && mask(error.stack);
    }
    return error;
  }
}

function outcomeOf(error: unknown): OutcomeAttachment | undefined {
  if (error instanceof NonConformity) return { kind: 'finding', findings: error.findings };
  if (error instanceof CapabilityMissing) return { kind: 'missing', capability: error.capability, hint: error.hint };
  if (error instanceof Unavailable) return { kind: 'undecided', attribution: 'environment', reason: error.message };
  if (error instanceof ConfigurationError) return { kind: 'undecided', attribution: 'configuration', reason: error.message };
  return undefined;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

setWorldConstructor(MdpoWorld);
