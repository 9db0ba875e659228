/** The page of a history: the verdicts in the order of time, what wavers, and every requirement by chapter. */
import type { Outcome } from '../../verdict/outcomes';
import type { ChapterHistory, History, NamedRun, RequirementHistory, WaveringScenario } from '../history-record';
import { historyConclusion, waveringWords } from '../history-text';
import { count, dateWords, DRIVER_WORDS, REQUIREMENT_WORDS, targetWords, typeset, VERDICT_WORDS } from '../words';
import { Badge } from './icons';
import { RunsPage, VerdictBadge, type PageFrame } from './runs-page';
import { Sparkline } from './sparkline';

export function HistoryPage({ history, ...frame }: PageFrame & { readonly history: History }) {
  const { runs, wavering } = history;
  const latest = runs.at(-1)?.record;
  const targets = [...new Set(runs.map(({ record }) => targetWords(record.target)))];
  const steady = wavering.length === 0;
  return (
    <RunsPage
      {...frame}
      overline={`Historique de ${count(runs.length, 'campagne')}`}
      title={`Procédure « Mot de passe oublié » : ${targets.join(' ; ')}`}
      word={latest ? VERDICT_WORDS[latest.verdict] : 'Aucune campagne'}
      icon={latest?.verdict === 'conforming' ? 'passed' : latest?.verdict === 'non-conforming' ? 'failed' : 'cantTell'}
      tone={latest?.verdict ?? 'inconclusive'}
      reason={`${latest ? `C’est le verdict de la dernière campagne, du ${dateWords(latest.startedAt)}. ` : ''}${historyConclusion(history)}${steady ? '' : ' Un scénario instable ne prouve rien tant que sa cause n’est pas connue.'}`}
      foot="Page produite par mdpo history à partir de fichiers conformance.json. Les citations entre guillemets sont les mots de la fiche FOCUS « Mot de passe oublié »."
    >
      <Timeline runs={runs} />
      <Wavering scenarios={wavering} />
      <Requirements chapters={history.chapters} />
    </RunsPage>
  );
}

function Timeline({ runs }: { runs: readonly NamedRun[] }) {
  return (
    <section class="digest" id="verdicts" aria-labelledby="titre-verdicts">
      <h2 id="titre-verdicts">Les verdicts, de la plus ancienne campagne à la plus récente</h2>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Verdict</th>
            <th scope="col">Cible</th>
            <th scope="col">Pilote, graine</th>
            <th scope="col">Suite</th>
            <th scope="col">Dossier</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ name, record }) => (
            <tr>
              <th scope="row">
                <time datetime={record.startedAt}>{dateWords(record.startedAt)}</time>
              </th>
              <td data-label="Verdict">
                <VerdictBadge verdict={record.verdict} />
              </td>
              <td data-label="Cible">{typeset(targetWords(record.target))}</td>
              <td data-label="Pilote, graine">
                {DRIVER_WORDS[record.driver]}, {record.seed}
              </td>
              <td data-label="Suite">
                {[record.versions['suite'], record.suite?.commit?.slice(0, 10)].filter(Boolean).join(', ')}
              </td>
              <td data-label="Dossier">{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Wavering({ scenarios }: { scenarios: readonly WaveringScenario[] }) {
  if (scenarios.length === 0) return <></>;
  return (
    <section class="digest open" id="instables" aria-labelledby="titre-instables">
      <h2 id="titre-instables">Scénarios instables</h2>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">Scénario</th>
            <th scope="col">Issues</th>
            <th scope="col">Pourquoi</th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map((scenario) => (
            <tr>
              <th scope="row">
                {typeset(scenario.name)}{' '}
                <span class="note">
                  {scenario.file}:{scenario.line}
                </span>
              </th>
              <td class="trend" data-label="Issues">
                <Sparkline outcomes={scenario.outcomes} of="scenario" />
              </td>
              <td data-label="Pourquoi">{typeset(waveringWords(scenario))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const MARKS = ['passed', 'failed', 'cantTell', 'untested', 'inapplicable'] as const satisfies readonly Outcome[];

function Requirements({ chapters }: { chapters: readonly ChapterHistory[] }) {
  return (
    <section class="digest" id="exigences" aria-labelledby="titre-exigences">
      <h2 id="titre-exigences">Les exigences dans le temps</h2>
      <ul class="marks">
        {MARKS.map((outcome) => (
          <li>
            <span aria-hidden="true">
              <Sparkline outcomes={[outcome]} of="requirement" />
            </span>
            {REQUIREMENT_WORDS[outcome].toLowerCase()}
          </li>
        ))}
      </ul>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">Exigence</th>
            <th scope="col">Issues</th>
            <th scope="col">Dernière issue</th>
          </tr>
        </thead>
        {chapters.map((chapter) => (
          <tbody>
            <tr class="chapter-row">
              <th scope="rowgroup" colspan={3}>
                {/^\d/.test(chapter.id) ? `§\u00a0${chapter.id} ` : ''}
                {typeset(chapter.title)}
              </th>
            </tr>
            {chapter.requirements.map((one) => (
              <Row requirement={one} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({ requirement: { id, source, statement, outcomes } }: { requirement: RequirementHistory }) {
  const latest = outcomes.at(-1);
  return (
    <tr id={id} class={new Set(outcomes).size > 1 ? 'differs' : undefined}>
      <th scope="row">
        <span class="id">{id}</span> {typeset(source.citation === '' ? statement : `« ${source.citation} »`)}
      </th>
      <td class="trend" data-label="Issues">
        <Sparkline outcomes={outcomes} of="requirement" />
      </td>
      <td data-label="Dernière issue">
        {latest === undefined ? <span class="note">absente</span> : <Badge outcome={latest} word={REQUIREMENT_WORDS[latest]} />}
      </td>
    </tr>
  );
}
