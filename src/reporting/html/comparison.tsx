/** The page of a comparison: what the two runs are, where their outcomes part, what only one of them saw or checked. */
import type {
  ComparedFinding,
  ComparedReading,
  ComparedRequirement,
  ComparedScenario,
  Comparison,
  Pair,
} from '../compare-records';
import { conclusion } from '../comparison-text';
import type { Outcome } from '../../verdict/outcomes';
import { count, REQUIREMENT_WORDS, SCENARIO_WORDS, targetWords, typeset } from '../words';
import { Badge } from './icons';
import { RunsPage, VerdictBadge, type PageFrame } from './runs-page';

const SIDES = ['A', 'B'] as const;

export function ComparisonPage({ comparison, ...frame }: PageFrame & { readonly comparison: Comparison }) {
  const { records, requirements } = comparison;
  const differing = requirements.filter(({ differs }) => differs);
  const same = differing.length === 0;
  return (
    <RunsPage
      {...frame}
      overline="Comparaison de deux campagnes"
      title={`A : ${targetWords(records[0].target)} ; B : ${targetWords(records[1].target)}`}
      word={same ? 'Mêmes issues' : count(differing.length, 'exigence diffère', 'exigences diffèrent')}
      icon={same ? 'passed' : 'cantTell'}
      tone={same ? 'conforming' : 'inconclusive'}
      reason={`${conclusion(comparison)} Une comparaison constate : elle ne décide d’aucune mise en service.`}
      foot="Page produite par mdpo compare à partir de deux fichiers conformance.json. Les citations entre guillemets sont les mots de la fiche FOCUS « Mot de passe oublié »."
    >
      <Facts comparison={comparison} />
      <Differing requirements={differing} />
      <OtherFindings requirements={requirements.filter((one) => !one.differs)} />
      <Scenarios id="scenarios" title="Scénarios dont l’issue diffère" scenarios={comparison.scenarios} />
      {SIDES.map((side, rank) => (
        <Scenarios id={`seulement-${side}`} title={`Scénarios joués en ${side} seulement`} scenarios={comparison.onlyIn[rank]!} />
      ))}
      <Readings readings={comparison.readings} />
      <All requirements={requirements} />
    </RunsPage>
  );
}

function Facts({ comparison: { facts, records } }: { comparison: Comparison }) {
  return (
    <section class="digest" id="campagnes" aria-labelledby="titre-campagnes">
      <h2 id="titre-campagnes">Les deux campagnes</h2>
      <table class="grid facing">
        <Head first="" />
        <tbody>
          {facts.map(({ term, words, same }) => (
            <tr class={same ? undefined : 'differs'}>
              <th scope="row">{term}</th>
              {SIDES.map((side, rank) => (
                <td data-label={side}>
                  {term === 'Verdict' ? <VerdictBadge verdict={records[rank]!.verdict} /> : typeset(words[rank]!)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Differing({ requirements }: { requirements: readonly ComparedRequirement[] }) {
  if (requirements.length === 0) return <></>;
  return (
    <section class="digest" id="differences" aria-labelledby="titre-differences">
      <h2 id="titre-differences">Exigences dont l’issue diffère</h2>
      {requirements.map(({ id, source, statement, outcomes, reasons, findings }) => (
        <article class="pair" aria-labelledby={`difference-${id}`}>
          <h3 id={`difference-${id}`}>{id}</h3>
          <p class="cited">{typeset(source.citation === '' ? statement : `« ${source.citation} »`)}</p>
          <div class="faces">
            {SIDES.map((side, rank) => (
              <Face side={side} outcome={outcomes[rank]} reason={reasons[rank]} findings={findings} rank={rank as 0 | 1} />
            ))}
          </div>
        </article>
      ))}
    </section>
  );
}

interface FaceProps {
  readonly side: string;
  readonly rank: 0 | 1;
  readonly outcome: Outcome | undefined;
  readonly reason?: string | undefined;
  readonly findings: readonly ComparedFinding[];
}

/** What one run says of a requirement: its outcome, its findings or else its reason. */
function Face({ side, rank, outcome, reason, findings }: FaceProps) {
  const own = findings.filter(({ seen }) => seen[rank] !== undefined);
  return (
    <div class="face">
      <p class="from">
        <span>{side}</span>
        <OutcomeBadge outcome={outcome} words={REQUIREMENT_WORDS} />
      </p>
      {own.map(({ fingerprint, seen }) => (
        <dl>
          <div>
            <dt>Attendu</dt>
            <dd>{typeset(seen[rank]!.expected)}</dd>
          </div>
          <div>
            <dt>Observé</dt>
            <dd>{typeset(seen[rank]!.observed)}</dd>
          </div>
          <div>
            <dt>Empreinte</dt>
            <dd>
              <code>{fingerprint}</code>
            </dd>
          </div>
        </dl>
      ))}
      {own.length === 0 && reason !== undefined && <p class="note">{typeset(reason)}</p>}
    </div>
  );
}

/** Two runs may fail alike for want of different things. */
function OtherFindings({ requirements }: { requirements: readonly ComparedRequirement[] }) {
  const other = requirements.filter(({ findings }) => findings.some(({ seen: [here, there] }) => !here || !there));
  if (other.length === 0) return <></>;
  return (
    <section class="digest" id="autres-constats" aria-labelledby="titre-autres-constats">
      <h2 id="titre-autres-constats">Mêmes issues, autres constats</h2>
      {other.map(({ id, outcomes, findings }) => (
        <article class="pair" aria-labelledby={`autres-${id}`}>
          <h3 id={`autres-${id}`}>{id}</h3>
          <div class="faces">
            {SIDES.map((side, rank) => (
              <Face side={side} rank={rank as 0 | 1} outcome={outcomes[rank]} findings={findings} />
            ))}
          </div>
        </article>
      ))}
    </section>
  );
}

function Scenarios({ id, title, scenarios }: { id: string; title: string; scenarios: readonly ComparedScenario[] }) {
  if (scenarios.length === 0) return <></>;
  return (
    <section class="digest" id={id} aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`}>{title}</h2>
      <table class="grid facing">
        <Head first="Scénario" />
        <tbody>
          {scenarios.map(({ name, file, line, outcomes }) => (
            <tr>
              <th scope="row">
                {typeset(name)}{' '}
                <span class="note">
                  {file}:{line}
                </span>
              </th>
              <Outcomes outcomes={outcomes} words={SCENARIO_WORDS} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Readings({ readings }: { readings: readonly ComparedReading[] }) {
  if (readings.length === 0) return <></>;
  const say = (declared: string | undefined, observed: readonly string[]) =>
    `retenue : ${declared ?? '–'} ; observée : ${observed.join(', ') || 'non observée'}`;
  return (
    <section class="digest" id="lectures" aria-labelledby="titre-lectures">
      <h2 id="titre-lectures">Lectures qui diffèrent</h2>
      <table class="grid facing">
        <Head first="Lecture" />
        <tbody>
          {readings.map(({ id, question, declared, observed }) => (
            <tr>
              <th scope="row">
                <span class="id">{id}</span> {typeset(question)}
              </th>
              {SIDES.map((side, rank) => (
                <td data-label={side}>{typeset(say(declared[rank], observed[rank]!))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function All({ requirements }: { requirements: readonly ComparedRequirement[] }) {
  return (
    <section class="digest" id="exigences" aria-labelledby="titre-exigences">
      <h2 id="titre-exigences">Toutes les exigences</h2>
      <table class="grid facing">
        <Head first="Exigence" />
        <tbody>
          {requirements.map(({ id, source, statement, outcomes, differs }) => (
            <tr class={differs ? 'differs' : undefined}>
              <th scope="row">
                <span class="id">{id}</span> {typeset(source.citation === '' ? statement : `« ${source.citation} »`)}
              </th>
              <Outcomes outcomes={outcomes} words={REQUIREMENT_WORDS} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        {first === '' ? <td></td> : <th scope="col">{first}</th>}
        {SIDES.map((side) => (
          <th scope="col">{side}</th>
        ))}
      </tr>
    </thead>
  );
}

type Words = Readonly<Record<Outcome, string>>;

function Outcomes({ outcomes, words }: { outcomes: Pair<Outcome | undefined>; words: Words }) {
  return (
    <>
      {SIDES.map((side, rank) => (
        <td data-label={side}>
          <OutcomeBadge outcome={outcomes[rank]} words={words} />
        </td>
      ))}
    </>
  );
}

function OutcomeBadge({ outcome, words }: { outcome: Outcome | undefined; words: Words }) {
  return outcome === undefined ? <span class="note">absent</span> : <Badge outcome={outcome} word={words[outcome]} />;
}
