/** The screens of the procedure as the target shows them, in order, and its mails as received. */
import type { GalleryRecord } from '../record';
import { typeset } from '../words';
import { useFrench, useWords } from './language';
import type { Picture, Pictures } from './pictures';

/** A screen, and what is to be shown of it. */
export interface PicturedScreen {
  readonly screen: GalleryRecord['screens'][number];
  /** Absent: its text is shown. */
  readonly picture?: Picture;
}

/** Takes the pictures of the screens: before those of the scenarios, for a picture stands in the page once. */
export function pictureScreens({ screens }: GalleryRecord, pictures: Pictures): PicturedScreen[] {
  return screens.map((screen) => ({
    screen,
    ...(screen.picture !== undefined && { picture: pictures(screen.picture) }),
  }));
}

interface Origin {
  readonly id: string;
  readonly name: string;
}

export function Screens({ screens, origin }: { screens: readonly PicturedScreen[]; origin: Origin | undefined }) {
  const { gallery } = useWords();
  if (screens.length === 0) return <></>;
  return (
    <section class="digest gallery" id="ecrans" aria-labelledby="titre-ecrans">
      <h2 id="titre-ecrans">{gallery.screens}</h2>
      <From origin={origin} />
      <ol class="storyboard">
        {screens.map((pictured, rank) => (
          <Screen {...pictured} rank={rank + 1} />
        ))}
      </ol>
    </section>
  );
}

function Screen({ screen, picture, rank }: PicturedScreen & { rank: number }) {
  const { gallery } = useWords();
  const french = useFrench();
  return (
    <li class="screen">
      <div class="caption">
        <h3>
          <span class="rank">{rank}</span> <span lang={french}>{typeset(screen.name)}</span>
        </h3>
        <p lang={french}>{screen.title}</p>
        <p>
          <code>{screen.address}</code>
        </p>
        <p class="note">{gallery.status(screen.status)}</p>
      </div>
      <div class="shown">
        <Shown screen={screen} picture={picture} />
      </div>
    </li>
  );
}

function Shown({ screen, picture }: PicturedScreen) {
  const { gallery, scenario } = useWords();
  const french = useFrench();
  const card = (
    <pre class="card" lang={french}>
      {screen.text}
    </pre>
  );
  if (picture?.kind === 'embedded') {
    return (
      <>
        <figure id={picture.anchor}>
          <img src={picture.source} alt={gallery.alt(screen.name)} loading="lazy" />
        </figure>
        <details>
          <summary>{gallery.text}</summary>
          {card}
        </details>
      </>
    );
  }
  return (
    <>
      {card}
      <p class="rest">
        {picture === undefined && gallery.noPicture}
        {picture?.kind === 'repeated' && <a href={`#${picture.anchor}`}>{scenario.repeated}</a>}
        {picture?.kind === 'left-out' && `${scenario.leftOut} (SHA-256 ${picture.sha256.slice(0, 12)}…)`}
      </p>
    </>
  );
}

export function Mails({ mails, origin }: { mails: GalleryRecord['mails']; origin: Origin | undefined }) {
  const { gallery } = useWords();
  const french = useFrench();
  if (mails.length === 0) return <></>;
  return (
    <section class="digest gallery" id="courriels" aria-labelledby="titre-courriels">
      <h2 id="titre-courriels">{gallery.mails}</h2>
      <From origin={origin} />
      <ol class="mails">
        {mails.map(({ from, to, subject, text, source }) => (
          <li class="mail">
            <dl>
              <Header term={gallery.sender} value={from} />
              <Header term={gallery.recipients} value={to.join(', ')} />
              <Header term={gallery.subject} value={subject} french={french} />
            </dl>
            <pre lang={french}>{text}</pre>
            <p class="rest">
              {gallery.source} <code>{source}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Header({ term, value, french }: { term: string; value: string; french?: 'fr' | undefined }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd lang={french}>{value}</dd>
    </div>
  );
}

function From({ origin }: { origin: Origin | undefined }) {
  const { gallery } = useWords();
  const french = useFrench();
  if (origin === undefined) return <></>;
  return (
    <p class="lead">
      {gallery.from}{' '}
      <a href={`#${origin.id}`} lang={french}>
        {typeset(origin.name)}
      </a>
    </p>
  );
}
