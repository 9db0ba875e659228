/** The public pages around the procedure: home, search, newsletter, and the files that the pages draw on. */
import { drawChallenge } from './captcha';
import { frameFor, layout } from './layout';
import { drawLetter } from './lettering';
import { markup } from './markup';
import { blankRaster, encodePng } from './png';
import { image, page, redirect, styleSheet, type Reply } from './reply';
import { redeemToken, type Session } from './sessions';
import type { Visit } from './visit';

export function home(session: Session): Reply {
  return page(
    layout(
      frameFor(session),
      'Bienvenue',
      markup`<TABLE CELLPADDING="10"><TR VALIGN="top">
<TD WIDTH="60%"><P>Déclarez, payez et suivez vos dossiers en ligne, à toute heure.</P><P>Pour vous connecter, munissez-vous de votre adresse électronique et de votre mot de passe.</P></TD>
<TD ALIGN="center" BGCOLOR="#eeeedd"><P><A HREF="/servlet/Acces?ecran=1" CLASS="bouton">Votre espace professionnel</A></P></TD>
</TR></TABLE>`,
    ),
  );
}

export function search({ query, session }: Visit): Reply {
  const content = markup`<P>Aucune page du site ne répond à « ${query.only('mots')} ».</P>`;
  return page(layout(frameFor(session), 'Recherche', content));
}

/** Takes note and sends nothing: the confirmation of a change is the only mail of this site (MPO-2-25). */
export function subscribe({ form, session }: Visit): Reply {
  const accepted = redeemToken(session, form.only('jeton')) && form.only('abonne').includes('@');
  session.notice = accepted ? 'Votre abonnement a été noté.' : 'Votre abonnement n’a pas pu être noté.';
  return redirect('/servlet/Lettre');
}

export function newsletter(session: Session): Reply {
  return page(layout(frameFor(session), 'Lettre d’information', markup`<P>La lettre d’information paraît chaque trimestre.</P>`));
}

/** The image of the challenge that the session has before it; undefined for any other. */
export function challengeImage({ query, session: { challenge } }: Visit): Reply | undefined {
  return challenge && query.only('no') === challenge.image ? image(drawChallenge(challenge)) : undefined;
}

export function problemPage(session: Session, status: number, title: string, explanation: string): Reply {
  return page(layout(frameFor(session), title, markup`<P>${explanation}</P><P><A HREF="/">Retour à l’accueil</A></P>`), status);
}

export const continueButton: Reply = image(drawContinueButton());

export const style: Reply = styleSheet(`body, td { font: 14px Verdana, sans-serif; }
h1 { font-size: 18px; color: #223366; }
form { margin: 0; }
a.enseigne { text-decoration: none; }
a.bouton { display: inline-block; padding: 4px 14px; border: 2px outset #99aacc; background: #ccd5e8; color: #112244; text-decoration: none; }
button.lien { padding: 0; border: 0; background: none; color: #0000cc; font: inherit; text-decoration: underline; cursor: pointer; }
`);

function drawContinueButton(): Buffer {
  const raster = blankRaster(128, 26, 200);
  [...'CONTINUER'].forEach((letter, index) => drawLetter(raster, letter, { x: 10 + index * 12, y: 6, scale: 2, level: 20 }));
  return encodePng(raster);
}
