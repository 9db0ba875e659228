/** The frame of a page about several runs: head, masthead, content, foot. Knows nothing of what it frames. */
import type { Child } from 'hono/jsx';
import type { Outcome } from '../../verdict/outcomes';
import type { Verdict } from '../../verdict/verdict';
import { typeset, VERDICT_WORDS } from '../words';
import { Badge, Icon, IconSprite } from './icons';

/** What decides how such a page is drawn, whatever it is about. */
export interface PageFrame {
  /** Content security policy: it admits the style below, and nothing else. */
  readonly policy: string;
  readonly styles: string;
}

export interface RunsPageProps extends PageFrame {
  readonly overline: string;
  readonly title: string;
  /** The page in a few words, and the sign before them. */
  readonly word: string;
  readonly icon: Outcome;
  readonly reason: string;
  readonly tone: 'conforming' | 'non-conforming' | 'inconclusive';
  readonly foot: string;
  readonly children?: Child;
}

export function RunsPage({ policy, styles, overline, title, word, icon, reason, tone, foot, children }: RunsPageProps) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{typeset(`${word} — ${overline.toLowerCase()}, fiche « Mot de passe oublié »`)}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body class={`${tone} of-runs`}>
        <IconSprite />
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header class="masthead">
          <div class="inner">
            <div class="title">
              <h1>{typeset(title)}</h1>
              <p class="overline">{overline}</p>
            </div>
            <div class="verdict">
              <p class="word">
                <Icon outcome={icon} />
                {typeset(word)}
              </p>
              <p class="reason">{typeset(reason)}</p>
            </div>
          </div>
        </header>
        <main id="contenu" class="runs" tabindex={-1}>
          {children}
        </main>
        <footer>
          <p>{typeset(foot)}</p>
        </footer>
      </body>
    </html>
  );
}

const VERDICT_OUTCOMES: Readonly<Record<Verdict, Outcome>> = {
  conforming: 'passed',
  'non-conforming': 'failed',
  inconclusive: 'cantTell',
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <Badge outcome={VERDICT_OUTCOMES[verdict]} word={VERDICT_WORDS[verdict]} />;
}
