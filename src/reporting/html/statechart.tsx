/** What the run went through of the reference machine: a picture of it, and everything that the picture shows as tables. */
import { timesTaken } from '../model-record';
import type { ModelRecord, TransitionRecord } from '../record';
import { typeset } from '../words';
import { useFrench, useWords, type Words } from './language';
import { Prose } from './prose';
import { StatechartPicture, type Unit } from './statechart-picture';

/** What went through the machine. */
export interface StatechartProps {
  readonly model: ModelRecord;
  readonly title: string;
  readonly unit: Unit;
  /** What a person calls the journey of an id, and where it stands in the page, if it does. */
  readonly journey: (id: string) => { readonly name: string; readonly href?: string };
}

export function Statechart({ model, title, unit, journey }: StatechartProps) {
  const words = useWords();
  return (
    <section class="digest model" id="modele" aria-labelledby="titre-modele">
      <h2 id="titre-modele">{title}</h2>
      <p>{summary(model, words)}</p>
      <p class="note">{words.model.lead}</p>
      <StatechartPicture model={model} unit={unit} />
      <TransitionTable model={model} unit={unit} journey={journey} />
      <GuardTable model={model} />
    </section>
  );
}

function TransitionTable({ model, unit, journey }: Omit<StatechartProps, 'title'>) {
  const { model: words } = useWords();
  const french = useFrench();
  const names = new Map(model.states.map(({ id, name }) => [id, name]));
  return (
    <>
      <h3 id="titre-transitions">{words.transitionTable}</h3>
      <table class="rows transitions">
        <thead>
          <tr>
            <th scope="col">{words.gesture}</th>
            <th scope="col">{words.fromTo}</th>
            <th scope="col">{words.inFiche}</th>
            <th scope="col">{words.takenBy}</th>
          </tr>
        </thead>
        <tbody>
          {model.transitions.map((one) => (
            <tr>
              <th scope="row" lang={french}>
                {typeset(one.words)} {one.condition !== '' && <span class="note">[{typeset(one.condition)}]</span>}
              </th>
              <td data-label={words.fromTo} lang={french}>
                {one.source === undefined ? words.anyScreen : names.get(one.source)} →{' '}
                {one.target === undefined ? words.same : names.get(one.target)}
              </td>
              <td data-label={words.inFiche}>
                <Sentences transition={one} names={names} />
              </td>
              <td data-label={words.takenBy}>
                <Taken transition={one} names={names} unit={unit} journey={journey} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type Names = ReadonlyMap<string, string>;

/** The sentences that describe a transition, by the screen from which they lead. */
function Sentences({ transition: { described }, names }: { transition: TransitionRecord; names: Names }) {
  const { model, colon } = useWords();
  if (described.length === 0) return <span class="note">{model.nothing}</span>;
  return (
    <>
      {described.map(({ from, requirements }) => (
        <span class="value">
          {from !== undefined && `${model.since} ${names.get(from)}${colon} `}
          <Prose text={requirements.join(', ')} />
        </span>
      ))}
    </>
  );
}

/** Who took a transition, and from where; or why nobody did. */
function Taken({
  transition,
  names,
  unit,
  journey,
}: Pick<StatechartProps, 'unit' | 'journey'> & { readonly transition: TransitionRecord; readonly names: Names }) {
  const words = useWords();
  const french = useFrench();
  const { times, example, from, source, described, reason } = transition;
  const missed = described.filter((way) => timesTaken(transition, way.from) === 0);
  return (
    <>
      {times > 0 && <span class="value">{words.count[unit](times)}</span>}
      {times > 0 && source === undefined && (
        <span class="value note">{`${words.model.since}${words.colon} ${from.map(({ state }) => names.get(state)).join(', ')}`}</span>
      )}
      {example !== undefined && (
        <span class="value">
          {times > 1 && `${words.model.first} `}
          <Journey {...journey(example)} />
        </span>
      )}
      {missed.map((way) => (
        <strong class="value missing">
          {words.model.neverThough[0]}
          {way.from !== undefined && ` ${words.model.since} ${names.get(way.from)}`}
          {words.model.neverThough[1]}
        </strong>
      ))}
      {times === 0 && described.length === 0 && (
        <span class="value">
          {words.model.never}{' '}
          {reason === undefined ? (
            <strong class="missing">{words.model.unexplained}</strong>
          ) : (
            <span lang={french}>
              <Prose text={reason} />
            </span>
          )}
        </span>
      )}
    </>
  );
}

function Journey({ name, href }: ReturnType<StatechartProps['journey']>) {
  const french = useFrench();
  if (href === undefined) return <span lang={french}>{typeset(name)}</span>;
  return (
    <a href={href} lang={french}>
      {typeset(name)}
    </a>
  );
}

function GuardTable({ model }: { model: ModelRecord }) {
  const { model: words } = useWords();
  const french = useFrench();
  return (
    <>
      <h3>{words.guardTable}</h3>
      <table class="rows guards">
        <thead>
          <tr>
            <th scope="col">{words.guard}</th>
            <th scope="col">{words.seenTrue}</th>
            <th scope="col">{words.seenFalse}</th>
          </tr>
        </thead>
        <tbody>
          {model.guards.map(({ words: guard, seenTrue, seenFalse, reason }) => (
            <tr>
              <th scope="row" lang={french}>
                {typeset(guard)}
              </th>
              <td data-label={words.seenTrue}>{seenTrue ? words.yes : <Unseen reason={reason} tried={seenFalse} />}</td>
              <td data-label={words.seenFalse}>{seenFalse ? words.yes : <Unseen reason={reason} tried={seenTrue} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Unseen({ reason, tried }: { reason: string | undefined; tried: boolean }) {
  const { model: words } = useWords();
  const french = useFrench();
  if (reason !== undefined) {
    return (
      <>
        {words.no}{' '}
        <span lang={french}>
          <Prose text={reason} />
        </span>
      </>
    );
  }
  // Where screens share one address, none of them can be asked for.
  return tried ? <strong class="missing">{words.noUnexplained}</strong> : <>{words.noUntried}</>;
}

/** « Écrans atteints : 7 sur 7. … » */
function summary({ states, transitions, guards }: ModelRecord, { model: words, colon }: Words): string {
  const ways = transitions.flatMap((one) => one.described.map(({ from }) => timesTaken(one, from)));
  const both = guards.filter(({ seenTrue, seenFalse }) => seenTrue && seenFalse).length;
  const shares: readonly (readonly [what: string, taken: number, all: number])[] = [
    [words.states, states.filter(({ times }) => times > 0).length, states.length],
    [words.ways, ways.filter((times) => times > 0).length, ways.length],
    [words.transitions, transitions.filter(({ times }) => times > 0).length, transitions.length],
    [words.guards, both, guards.length],
  ];
  return shares.map(([what, taken, all]) => `${what}${colon} ${words.share(taken, all)}.`).join(' ');
}
