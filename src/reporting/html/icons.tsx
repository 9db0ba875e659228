/** Outcomes as drawings, for a symbol font may lack them. Always beside a word, so hidden from assistive technology. */
import type { Outcome } from '../../verdict/outcomes';

const PATHS: Readonly<Record<Outcome, string>> = {
  passed: 'M3.5 8.5l3 3 6-7',
  failed: 'M4 4l8 8M12 4l-8 8',
  cantTell: 'M4.9 5.4a3.1 3.1 0 1 1 4.4 2.9c-.9.4-1.3 1-1.3 1.9M8 13.4v.1',
  inapplicable: 'M4 12L12 4',
  untested: 'M4 8h8',
};

/** The drawings, once; `Icon` refers to them. */
export function IconSprite() {
  return (
    <svg class="sprite" width="0" height="0" aria-hidden="true">
      {Object.entries(PATHS).map(([outcome, path]) => (
        <symbol id={`icon-${outcome}`} viewBox="0 0 16 16">
          <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
        </symbol>
      ))}
    </svg>
  );
}

export function Icon({ outcome }: { outcome: Outcome }) {
  return (
    <svg class="icon" width="16" height="16" aria-hidden="true" focusable="false">
      <use href={`#icon-${outcome}`} />
    </svg>
  );
}

/** Symbol, word and colour together. */
export function Badge({ outcome, word }: { outcome: Outcome; word: string }) {
  return (
    <span class={`badge ${outcome}`}>
      <Icon outcome={outcome} />
      {word}
    </span>
  );
}
