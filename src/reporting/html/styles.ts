/** The look of the page: a printed document first, in both themes and every width. Data: no rule depends on a record. */
import { STATECHART } from './statechart-styles';
import { BASE } from './styles/base';
import { DIGEST } from './styles/digest';
import { FICHE } from './styles/fiche';
import { GALLERY } from './styles/gallery';
import { MASTHEAD } from './styles/masthead';
import { OVERVIEW } from './styles/overview';
import { PRINT } from './styles/print';
import { SCENARIO } from './styles/scenario';
import { TOKENS } from './styles/tokens';
import { TENSIONS_STYLES } from './tensions-styles';

export const STYLES = [
  TOKENS,
  BASE,
  MASTHEAD,
  OVERVIEW,
  FICHE,
  SCENARIO,
  DIGEST,
  GALLERY,
  TENSIONS_STYLES,
  STATECHART,
  PRINT,
].join('\n');
