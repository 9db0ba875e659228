/** The documentation of the suite as one page that opens offline. Knows no run. */
import { createHash } from 'node:crypto';
import type { Language } from '../html/language';
import { SCRIPT } from '../html/script';
import { STYLES } from '../html/styles';
import type { TracedScenario } from '../trace-matrix';
import { viewFeatures, type FeatureDocument } from './features';
import { DocsPage } from './page';
import { DOCS_STYLES } from './styles';

export interface DocsOptions {
  readonly documents: readonly FeatureDocument[];
  /** The same features as Cucumber runs them. */
  readonly scenarios: readonly TracedScenario[];
  readonly language: Language;
  /** Of the suite. */
  readonly version: string;
}

export function renderDocs({ documents, scenarios, language, version }: DocsOptions): string {
  const styles = [STYLES, DOCS_STYLES].join('\n');
  const policy = [
    "default-src 'none'",
    `style-src '${digest(styles)}'`,
    `script-src '${digest(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const features = viewFeatures(documents, scenarios);
  return `<!DOCTYPE html>\n${String(DocsPage({ features, language, version, policy, styles, script: SCRIPT }))}\n`;
}

function digest(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
