/** The screens around the procedure: home, sign-in, space, help, assistance, errors. */
import type { Account, Card } from '../directory';
import { assistance } from './assistance-access';
import { Field, Form, page } from './layout';
import { HELP_PATH, paths, SERVICE_PATH, SIGN_OUT_PATH } from './paths';
import { CardList } from './procedure-views';
import type { FormView } from './procedure-views';
import type { Texts } from './texts';

/** What the space shows of its owner. */
export type SpaceOwner = Pick<Account, 'email' | 'subscriberNumber' | 'services' | 'dossiers'>;

export interface SpaceViews {
  home(): string;
  signIn(view: FormView & { identifier: string }): string;
  services(view: { token: string; owner: SpaceOwner }): string;
  service(view: { service: string }): string;
  help(): string;
  assistance(view: { token: string; refused: boolean; card?: Card }): string;
  error(view: { title: string; message: string }): string;
}

export function spaceViews(texts: Texts): SpaceViews {
  return {
    // MPO-2-1, MPO-2-2: the fiche calls it a button.
    home: () =>
      page(
        'Services en ligne des professionnels',
        <>
          <p>Déclarez, payez et suivez les dossiers de votre entreprise depuis votre espace.</p>
          <form method="get" action={paths.signIn}>
            <button type="submit">{texts.professionalSpace}</button>
          </form>
        </>,
      ),
    // MPO-2-3, MPO-2-4, MPO-2-28, MPO-2-29, MPO-1.1-5.
    signIn: ({ token, problems, identifier }) =>
      page(
        'Accès à votre espace',
        <>
          <Form action={paths.signIn} token={token}>
            <Field
              field="identifier"
              label={texts.identifier}
              value={identifier}
              autocomplete="username"
              address
              problems={problems}
            />
            <Field field="currentPassword" label={texts.password} type="password" autocomplete="current-password" />
            <button type="submit">{texts.signIn}</button>
          </Form>
          <ul class="links">
            <li>
              <a href={paths.identification}>{texts.forgottenPassword}</a>
            </li>
            <li>
              <a href={HELP_PATH}>{texts.help}</a>
            </li>
          </ul>
        </>,
      ),
    // MPO-1.1-1, MPO-1.3-5.
    services: ({ token, owner }) =>
      page(
        'Vos services en ligne',
        <>
          <dl class="card">
            <dt>Adresse électronique</dt>
            <dd>{owner.email}</dd>
            <dt>Numéro d’abonné</dt>
            <dd>{owner.subscriberNumber}</dd>
          </dl>
          <h2>Services</h2>
          <ul class="tiles">
            {owner.services.map((service, rank) => (
              <li>
                <a href={`${SERVICE_PATH}/${rank + 1}`}>{service}</a>
              </li>
            ))}
          </ul>
          <h2>Dossiers</h2>
          <ul class="dossiers">
            {owner.dossiers.map((dossier) => (
              <li>{dossier}</li>
            ))}
          </ul>
          <Form action={SIGN_OUT_PATH} token={token}>
            <button type="submit" class="secondary">
              {texts.signOut}
            </button>
          </Form>
        </>,
      ),
    service: ({ service }) =>
      page(
        service,
        <>
          <p>Vous êtes dans ce service. Le simulateur n’en montre pas davantage.</p>
          <p>
            <a href={paths.services}>Retour à vos services</a>
          </p>
        </>,
      ),
    // MPO-3-1, MPO-3-2.
    help: () =>
      page(
        texts.help,
        <>
          <p>
            L’assistance aux usagers des téléprocédures est joignable de 8h00 à 19h30 du lundi au vendredi, au 0809 400 210
            (service gratuit + prix appel).
          </p>
          <p>
            Elle peut vous communiquer votre numéro d’abonné, votre adresse électronique et votre question de confiance. Elle ne
            dispose pas de votre réponse.
          </p>
          <p>
            <a href={paths.signIn}>Retour</a>
          </p>
        </>,
      ),
    // MPO-1.5-7, MPO-1.5-8.
    assistance: ({ token, refused, card }) =>
      page(
        'Poste de l’assistance',
        <>
          <p>Réservé aux agents. La réponse à la question de confiance n’y figure jamais.</p>
          {refused && (
            <p class="problem" role="alert">
              Aucun espace ne correspond, ou le code d’agent est inexact.
            </p>
          )}
          <Form action={assistance.path} token={token}>
            <Field field="address" label="Adresse électronique de l’usager" address />
            <Field field="code" label="Code d’agent" type="password" />
            <button type="submit">Rechercher</button>
          </Form>
          {card && <CardList card={card} />}
        </>,
      ),
    error: ({ title, message }) =>
      page(
        title,
        <>
          <p>{message}</p>
          <p>
            <a href={paths.signIn}>Reprendre depuis la page de connexion</a>
          </p>
        </>,
      ),
  };
}
