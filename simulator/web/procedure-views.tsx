/** The four screens of the procedure. They show what they are given and decide nothing. */
import type { Card } from '../directory';
import type { Problem } from '../problems';
import { Field, Form, page, Progress } from './layout';
import { paths } from './paths';
import type { Texts } from './texts';

export interface FormView {
  readonly token: string;
  readonly problems: readonly Problem[];
}

export interface ProcedureViews {
  identification(view: FormView & { address: string; image: string }): string;
  question(view: FormView & { question: string }): string;
  newPassword(view: FormView): string;
  summary(view: { card: Card }): string;
}

export function procedureViews(texts: Texts): ProcedureViews {
  return {
    // MPO-2-5 to 2-9.
    identification: ({ token, problems, address, image }) =>
      page(
        'Identification',
        <>
          <Progress rank={1} />
          <p>Saisissez votre adresse électronique ainsi que les caractères de l’image.</p>
          <Form action={paths.identification} token={token}>
            <Field field="address" label={texts.address} value={address} autocomplete="username" address problems={problems} />
            <img class="captcha" src={image} alt={texts.image} width="200" height="64" />
            <Field field="characters" label={texts.characters} problems={problems} />
            <button type="submit">{texts.continue}</button>
          </Form>
          <p>
            <a href={paths.identification}>Afficher une autre image</a>
          </p>
        </>,
      ),
    // MPO-2-10 to 2-12.
    question: ({ token, problems, question }) =>
      page(
        'Question de confiance',
        <>
          <Progress rank={2} />
          <p>Saisissez la réponse que vous aviez indiquée lors de la création de votre espace.</p>
          <p class="question">{question}</p>
          <Form action={paths.question} token={token}>
            <Field field="answer" label={texts.answer} problems={problems} />
            <button type="submit">{texts.continue}</button>
          </Form>
        </>,
      ),
    // MPO-2-15 to 2-17. Never refilled: REC-28.
    newPassword: ({ token, problems }) =>
      page(
        'Choix du mot de passe',
        <>
          <Progress rank={3} />
          <p>Saisissez et confirmez votre nouveau mot de passe.</p>
          <Form action={paths.newPassword} token={token}>
            <Field
              field="password"
              label={texts.newPassword}
              type="password"
              autocomplete="new-password"
              hints={[texts.passwordRule, texts.passwordReuse]}
              problems={problems}
            />
            <Field
              field="confirmation"
              label={texts.confirmation}
              type="password"
              autocomplete="new-password"
              problems={problems}
            />
            <button type="submit">{texts.confirm}</button>
          </Form>
        </>,
      ),
    // MPO-2-23, MPO-2-24: nobody is signed in yet (AMB-22). Shows what the assistance may tell (AMB-20).
    summary: ({ card }) =>
      page(
        'Récapitulatif',
        <>
          <Progress rank={4} />
          <p class="success" role="status">
            Votre mot de passe a été modifié. Un courriel de confirmation vous est envoyé.
          </p>
          <CardList card={card} />
          <p>
            <a class="button" href={paths.signIn}>
              {texts.onToServices}
            </a>
          </p>
        </>,
      ),
  };
}

/** The three things that may be told (MPO-1.5-7). */
export function CardList({ card }: { card: Card }) {
  return (
    <dl class="card">
      <dt>Numéro d’abonné</dt>
      <dd>{card.subscriberNumber}</dd>
      <dt>Adresse électronique</dt>
      <dd>{card.email}</dd>
      <dt>Question de confiance</dt>
      <dd>{card.question}</dd>
    </dl>
  );
}
