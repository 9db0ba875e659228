/** What the run went through of the reference machine: a picture of it, and everything that the picture shows as tables. */
import { timesTaken } from '../model-record';
import type { ModelRecord, TransitionRecord } from '../record';
import { count, typeset } from '../words';
import { Prose } from './prose';
import { StatechartPicture } from './statechart-picture';

/** What went through the machine: scenarios, or walks. */
export interface StatechartProps {
  readonly model: ModelRecord;
  readonly title: string;
  /** « scénario », « marche ». */
  readonly unit: string;
  /** What a person calls the journey of an id, and where it stands in the page, if it does. */
  readonly journey: (id: string) => { readonly name: string; readonly href?: string };
}

export function Statechart({ model, title, unit, journey }: StatechartProps) {
  return (
    <section class="digest model" id="modele" aria-labelledby="titre-modele">
      <h2 id="titre-modele">{title}</h2>
      <p>{typeset(summary(model))}</p>
      <p class="note">
        Le modèle est la machine de référence : ses états sont les écrans. Le parcours est relevé du dehors, sur toute cible :
        l’écran où l’on est, le geste fait, l’écran vu ensuite.
      </p>
      <StatechartPicture model={model} unit={unit} />
      <TransitionTable model={model} unit={unit} journey={journey} />
      <GuardTable model={model} />
    </section>
  );
}

function TransitionTable({ model, unit, journey }: Omit<StatechartProps, 'title'>) {
  const names = new Map(model.states.map(({ id, name }) => [id, name]));
  return (
    <>
      <h3 id="titre-transitions">Transitions</h3>
      <table class="rows transitions">
        <thead>
          <tr>
            <th scope="col">Geste</th>
            <th scope="col">D’où, vers où</th>
            <th scope="col">Ce qu’en dit la fiche</th>
            <th scope="col">Parcourue par</th>
          </tr>
        </thead>
        <tbody>
          {model.transitions.map((one) => (
            <tr>
              <th scope="row">
                {typeset(one.words)} {one.condition !== '' && <span class="note">[{typeset(one.condition)}]</span>}
              </th>
              <td data-label="De, vers">
                {one.source === undefined ? 'tout écran' : names.get(one.source)} →{' '}
                {one.target === undefined ? 'le même' : names.get(one.target)}
              </td>
              <td data-label="Dans la fiche">
                <Sentences transition={one} names={names} />
              </td>
              <td data-label="Parcourue par">
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
  if (described.length === 0) return <span class="note">rien</span>;
  return (
    <>
      {described.map(({ from, requirements }) => (
        <span class="value">
          {from !== undefined && `depuis ${names.get(from)}\u00a0: `}
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
  const { times, example, from, source, described, reason } = transition;
  const missed = described.filter((way) => timesTaken(transition, way.from) === 0);
  return (
    <>
      {times > 0 && <span class="value">{count(times, unit)}</span>}
      {times > 0 && source === undefined && (
        <span class="value note">{typeset(`depuis : ${from.map(({ state }) => names.get(state)).join(', ')}`)}</span>
      )}
      {example !== undefined && (
        <span class="value">
          {times > 1 && 'd’abord '}
          <Journey {...journey(example)} />
        </span>
      )}
      {missed.map((way) => (
        <strong class="value missing">
          Jamais parcourue{way.from !== undefined && ` depuis ${names.get(way.from)}`}, bien que la fiche la décrive.
        </strong>
      ))}
      {times === 0 && described.length === 0 && (
        <span class="value">
          Jamais. {reason === undefined ? <strong class="missing">Rien ne dit pourquoi.</strong> : <Prose text={reason} />}
        </span>
      )}
    </>
  );
}

function Journey({ name, href }: ReturnType<StatechartProps['journey']>) {
  return href === undefined ? <span>{typeset(name)}</span> : <a href={href}>{typeset(name)}</a>;
}

function GuardTable({ model }: { model: ModelRecord }) {
  return (
    <>
      <h3>Conditions</h3>
      <table class="rows guards">
        <thead>
          <tr>
            <th scope="col">Condition</th>
            <th scope="col">Vue remplie</th>
            <th scope="col">Vue non remplie</th>
          </tr>
        </thead>
        <tbody>
          {model.guards.map(({ words, seenTrue, seenFalse, reason }) => (
            <tr>
              <th scope="row">{typeset(words)}</th>
              <td data-label="Vue remplie">{seenTrue ? 'oui' : <Unseen reason={reason} tried={seenFalse} />}</td>
              <td data-label="Vue non remplie">{seenFalse ? 'oui' : <Unseen reason={reason} tried={seenTrue} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Unseen({ reason, tried }: { reason: string | undefined; tried: boolean }) {
  if (reason !== undefined) {
    return (
      <>
        non. <Prose text={reason} />
      </>
    );
  }
  // Where screens share one address, none of them can be asked for.
  return tried ? (
    <strong class="missing">non, et rien ne dit pourquoi</strong>
  ) : (
    <>{typeset('non : le geste n’a pas été fait, ou la cible ne le permet pas')}</>
  );
}

/** « Écrans atteints : 7 sur 7. … » */
function summary(model: ModelRecord): string {
  const { states, transitions, guards } = model;
  const ways = transitions.flatMap((one) => one.described.map(({ from }) => timesTaken(one, from)));
  const share = (taken: number, all: number) => `${taken} sur ${all}`;
  const both = guards.filter(({ seenTrue, seenFalse }) => seenTrue && seenFalse).length;
  return (
    `Écrans atteints : ${share(states.filter(({ times }) => times > 0).length, states.length)}. ` +
    `Passages que la fiche décrit : ${share(ways.filter((times) => times > 0).length, ways.length)}. ` +
    `Transitions du modèle : ${share(transitions.filter(({ times }) => times > 0).length, transitions.length)}. ` +
    `Conditions vues remplies et non remplies : ${share(both, guards.length)}.`
  );
}
