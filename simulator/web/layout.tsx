/** The frame of every page and the parts of its forms. Knows no screen. */
import type { Child } from 'hono/jsx';
import type { FieldName, Problem } from '../problems';
import { fields, paths, STYLE_PATH } from './paths';
import { messages } from './texts';

/** A whole document, as it is sent. */
export function page(title: string, content: Child): string {
  const document = (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} — Simulateur`}</title>
        <link rel="stylesheet" href={STYLE_PATH} />
      </head>
      <body>
        <header>
          <p class="banner">Simulateur — aucun lien avec l’administration</p>
          <nav aria-label="Navigation principale">
            <a class="brand" href={paths.home}>
              Accueil
            </a>
          </nav>
        </header>
        <main>
          <h1>{title}</h1>
          {content}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${String(document)}`;
}

/** A form judged by the server alone, with the token that ties it to its session. */
export function Form(props: { action: string; token: string; children?: Child }) {
  return (
    <form method="post" action={props.action} novalidate>
      <input type="hidden" name={fields.token} value={props.token} />
      {props.children}
    </form>
  );
}

export interface FieldProps {
  field: FieldName | 'currentPassword' | 'code';
  label: string;
  problems?: readonly Problem[];
  type?: 'text' | 'password';
  autocomplete?: string;
  value?: string;
  /** Shown before typing and read with the field (REC-16). */
  hints?: readonly string[];
  /** For addresses: no capital, no correction, the keyboard with « @ ». */
  address?: boolean;
}

/** `spellcheck` is a word in HTML, not a boolean: Hono would leave `false` out. */
const addressAttributes = { inputmode: 'email', autocapitalize: 'none', spellcheck: 'false' } as object;

/** A label, its field, and what is wrong with it, tied together (RGAA 11.1, 11.10, 11.11). */
export function Field(props: FieldProps) {
  const id = fields[props.field];
  const problems = (props.problems ?? []).filter(({ field }) => field === props.field);
  const hints = props.hints ?? [];
  const described = [...(hints.length > 0 ? [`${id}-regle`] : []), ...(problems.length > 0 ? [`${id}-erreur`] : [])];
  return (
    <div class={problems.length > 0 ? 'field wrong' : 'field'}>
      <label for={id}>{props.label}</label>
      {hints.length > 0 && (
        <div class="hint" id={`${id}-regle`}>
          {hints.map((hint) => (
            <p>{hint}</p>
          ))}
        </div>
      )}
      <input
        id={id}
        name={id}
        type={props.type ?? 'text'}
        value={props.value}
        autocomplete={props.autocomplete ?? 'off'}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        aria-invalid={problems.length > 0 ? 'true' : undefined}
        required
        {...(props.address ? addressAttributes : {})}
      />
      {problems.length > 0 && (
        <div class="problem" id={`${id}-erreur`} role="alert">
          {problems.map(({ code }) => (
            <p>{messages[code]}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Where the person is in the procedure. */
export function Progress({ rank }: { rank: number }) {
  return <p class="progress">{`Mot de passe oublié, écran ${rank} sur 4`}</p>;
}
