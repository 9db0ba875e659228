/** /servlet/Espace and /servlet/Sortie: what an account holds, shown to nobody who has not signed in to it (MPO-1.1-2). */
import type { Account } from './accounts';
import { frameFor, layout, tokenField, type Frame } from './layout';
import { markup, type Markup } from './markup';
import { page, redirect, type Reply } from './reply';
import { accountSignedIn, redeemToken, type Session } from './sessions';
import type { Site } from './site';
import type { Visit } from './visit';

/** Undefined for a view that does not exist. */
export function space({ query, session }: Visit): Reply | undefined {
  const account = accountSignedIn(session);
  if (!account) {
    session.notice = 'Pour accéder à votre espace, identifiez-vous.';
    return redirect('/servlet/Acces?ecran=1');
  }
  switch (query.only('vue')) {
    case '':
      return page(spacePage(frameFor(session), account));
    case 'service':
      return detail(session, account.services, query.only('no'), 'Service');
    case 'dossier':
      return detail(session, account.dossiers, query.only('no'), 'Dossier');
  }
}

export function signOut({ sessions }: Site, visit: Visit): Reply {
  if (redeemToken(visit.session, visit.form.only('jeton'))) visit.session = sessions.replace(visit.session);
  return redirect('/');
}

function spacePage(frame: Frame, { email, subscriberNumber, services, dossiers }: Account): Markup {
  return layout(
    frame,
    'Votre espace',
    markup`<TABLE CELLPADDING="4">
<TR><TD>Adresse électronique :</TD><TD>${email}</TD></TR>
<TR><TD>Numéro d’abonné :</TD><TD>${subscriberNumber}</TD></TR>
</TABLE>
<TABLE BORDER="1" CELLPADDING="6">
<TR><TH>Services</TH><TH>Dossiers</TH></TR>
<TR VALIGN="top">
<TD>${list(services, 'service')}</TD>
<TD>${list(dossiers, 'dossier')}</TD>
</TR>
</TABLE>
${signOutForm(frame)}`,
  );
}

function list(labels: readonly string[], view: string): Markup {
  return markup`<UL>${labels.map((label, index) => markup`<LI><A HREF="Espace?vue=${view}&amp;no=${index + 1}">${label}</A></LI>`)}</UL>`;
}

function detail(session: Session, labels: readonly string[], number: string, kind: string): Reply | undefined {
  const label = /^[1-9][0-9]{0,3}$/.test(number) ? labels[Number(number) - 1] : undefined;
  if (label === undefined) return undefined;
  const frame = frameFor(session);
  const content = markup`<P>${kind} ouvert : <B>${label}</B></P><P><A HREF="Espace">Retour à l’espace</A></P>${signOutForm(frame)}`;
  return page(layout(frame, label, content));
}

function signOutForm(frame: Frame): Markup {
  return markup`<FORM ACTION="Sortie" METHOD="POST">${tokenField(frame)}<BUTTON TYPE="submit" CLASS="lien">Quitter l’espace</BUTTON></FORM>`;
}
