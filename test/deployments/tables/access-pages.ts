/** The screens of the sign-in and of « Mot de passe oublié », as markup. They decide nothing. */
import { IMAGE_HEIGHT, IMAGE_WIDTH, type Challenge } from './captcha';
import type { HasFault } from './faults';
import { layout, tokenField, type Frame } from './layout';
import { markup, type Markup } from './markup';

export function signInPage(frame: Frame, has: HasFault): Markup {
  return layout(
    frame,
    'Connexion à votre espace',
    markup`<FORM ACTION="Acces?ecran=1" METHOD="POST">${tokenField(frame)}
<TABLE CELLPADDING="4">
<TR><TD ALIGN="right"><LABEL FOR="z1">Mél</LABEL></TD><TD><INPUT TYPE="text" NAME="zone1" ID="z1" SIZE="40"></TD></TR>
<TR><TD ALIGN="right" ID="t2">Code secret d’accès (mot de passe)</TD><TD><INPUT TYPE="password" NAME="zone2" SIZE="40" aria-labelledby="t2"></TD></TR>
<TR><TD>&nbsp;</TD><TD><INPUT TYPE="submit" NAME="suite" VALUE="Connexion"></TD></TR>
<TR><TD>&nbsp;</TD><TD><a href="Acces?ecran=2">${has('lien-rebaptise') ? 'Code secret égaré' : 'Mot de passe oublié ?'}</a></TD></TR>
</TABLE>
</FORM>`,
  );
}

export function identificationPage(frame: Frame, challenge: Challenge, has: HasFault): Markup {
  const picture = markup`<TR><TD>&nbsp;</TD><TD><IMG SRC="/servlet/Image?no=${challenge.image}" WIDTH="${IMAGE_WIDTH}" HEIGHT="${IMAGE_HEIGHT}" ALT="Image du code"></TD></TR>
`;
  return layout(
    frame,
    'Mot de passe oublié',
    markup`<P>Indiquez le courriel avec lequel vous vous connectez, puis recopiez le code que montre l’image.</P>
<FORM ACTION="Acces?ecran=2" METHOD="POST">${tokenField(frame)}
<TABLE CELLPADDING="4">
<TR><TD ALIGN="right" ID="t1">Courriel de connexion</TD><TD><INPUT TYPE="text" NAME="zone1" SIZE="40" aria-labelledby="t1"></TD></TR>
${has('image-absente') ? undefined : picture}<TR><TD ALIGN="right"><LABEL FOR="z2">Recopiez le code</LABEL></TD><TD><input type=text name=zone2 id=z2 size=10 autocomplete=off></TD></TR>
<TR><TD>&nbsp;</TD><TD><INPUT TYPE="submit" NAME="suite" VALUE="${has('bouton-envoyer') ? 'Envoyer' : 'Continuer'}"></TD></TR>
</TABLE>
</FORM>
<FORM ACTION="Acces" METHOD="GET"><INPUT TYPE="hidden" NAME="ecran" VALUE="2">Code illisible ? <BUTTON TYPE="submit" CLASS="lien">Une autre image</BUTTON></FORM>`,
  );
}

export function questionPage(frame: Frame, question: string, prefilled: string | undefined): Markup {
  return layout(
    frame,
    'Question de confiance',
    markup`<FORM ACTION="Acces?ecran=3" METHOD="POST">${tokenField(frame)}
<TABLE CELLPADDING="4">
<TR><TD ALIGN="right">Votre question de confiance :</TD><TD><B>${question}</B></TD></TR>
<TR><TD COLSPAN="2"><LABEL>Votre réponse secrète <INPUT TYPE="text" NAME="zone3" SIZE="40" AUTOCOMPLETE="off"${prefilled === undefined ? undefined : markup` VALUE="${prefilled}"`}></LABEL></TD></TR>
<TR><TD>&nbsp;</TD><TD><input type="image" name="suite" src="/images/continuer.png" alt="Continuer"></TD></TR>
</TABLE>
</FORM>`,
  );
}

/** `hiddenAccount` is of the fault `compte-en-champ-cache` alone. */
export function passwordPage(frame: Frame, hiddenAccount: string | undefined, has: HasFault): Markup {
  const constraints = has('regles-dans-la-page') ? markup` MINLENGTH="20" PATTERN="[A-Za-z0-9]*"` : undefined;
  const again = markup`<TR><TD ALIGN="right"><SPAN ID="t5">Ressaisissez-le</SPAN></TD><TD><INPUT TYPE="password" NAME="zone5" SIZE="40" AUTOCOMPLETE="new-password" aria-labelledby="t5"${constraints}></TD></TR>
`;
  return layout(
    frame,
    'Choix du nouveau mot de passe',
    markup`<P>Une série de chiffres et de lettres, sans espaces ni caractères accentués, de 20 caractères au minimum, et différente du dernier mot de passe utilisé.</P>
<FORM ACTION="Acces?ecran=4" METHOD="POST">${tokenField(frame)}${hiddenAccount === undefined ? undefined : markup`<INPUT TYPE="hidden" NAME="compte" VALUE="${hiddenAccount}">`}
<TABLE CELLPADDING="4">
<TR><TD ALIGN="right"><LABEL FOR="z4">Nouveau mot de passe</LABEL></TD><TD><INPUT TYPE="password" NAME="zone4" ID="z4" SIZE="40" AUTOCOMPLETE="new-password"${constraints}></TD></TR>
${has('champ-unique') ? undefined : again}<TR><TD>&nbsp;</TD><TD><INPUT TYPE="submit" NAME="suite" VALUE="Valider"></TD></TR>
</TABLE>
</FORM>`,
  );
}

/** What the fiche lets anyone be told of an account (§ 1.5): neither the answer nor a password. */
export interface SummaryFacts {
  readonly email: string;
  readonly question: string;
  readonly subscriberNumber: string;
}

export function summaryPage(frame: Frame, { email, question, subscriberNumber }: SummaryFacts): Markup {
  return layout(
    frame,
    'Récapitulatif',
    markup`<P>Votre mot de passe a été changé. Un courriel de confirmation vous est envoyé.</P>
<TABLE BORDER="1" CELLPADDING="4">
<TR><TH ALIGN="left">Adresse électronique</TH><TD>${email}</TD></TR>
<TR><TH ALIGN="left">Numéro d’abonné</TH><TD>${subscriberNumber}</TD></TR>
<TR><TH ALIGN="left">Question de confiance</TH><TD>${question}</TD></TR>
</TABLE>
<P>Vos services en ligne vous sont accessibles avec votre nouveau mot de passe.</P>
<P><A HREF="Acces?ecran=1" CLASS="bouton">Accéder à mes services en ligne</A></P>`,
  );
}

/** Of the fault `recap-au-clic` alone. */
export function waitingPage(frame: Frame): Markup {
  return layout(
    frame,
    'Demande enregistrée',
    markup`<P>Votre demande a été enregistrée.</P><P><A HREF="Acces?ecran=5">Afficher la suite</A></P>`,
  );
}
