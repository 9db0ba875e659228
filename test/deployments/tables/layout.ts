/** The frame of every page: banner with the search of the site, the screen itself, foot with the newsletter. */
import { markup, type Markup } from './markup';
import { issueToken, takeNotice, type Session } from './sessions';

/** What a page needs of the session that it is shown to. Its token serves every form of the page that posts. */
export interface Frame {
  readonly token: string;
  readonly notice?: string;
}

export function frameFor(session: Session): Frame {
  return { token: issueToken(session), notice: takeNotice(session) };
}

export function tokenField({ token }: Frame): Markup {
  return markup`<INPUT TYPE="hidden" NAME="jeton" VALUE="${token}">`;
}

export function layout(frame: Frame, title: string, content: Markup): Markup {
  return markup`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<HTML lang="fr">
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8">
<TITLE>${title} - Guichet des professionnels</TITLE>
<LINK REL="stylesheet" TYPE="text/css" HREF="/style.css">
</HEAD>
<BODY BGCOLOR="#eeeedd">
<TABLE WIDTH="760" ALIGN="center" CELLPADDING="8" CELLSPACING="0" BGCOLOR="#ffffff">
<TR BGCOLOR="#223366">
<TD><A HREF="/" class="enseigne"><FONT SIZE="5" COLOR="#ffffff">Guichet des professionnels</FONT></A></TD>
<TD ALIGN="right"><FORM ACTION="/servlet/Recherche" METHOD="get"><LABEL><FONT COLOR="#ffffff">Rechercher sur le site</FONT> <INPUT TYPE="text" NAME="mots" SIZE="16"></LABEL> <INPUT TYPE="submit" VALUE="OK"></FORM></TD>
</TR>
<TR>
<TD COLSPAN="2">
<h1>${title}</h1>
${frame.notice === undefined ? undefined : markup`<P><font color=red>${frame.notice}</font></P>\n`}${content}
</TD>
</TR>
<TR BGCOLOR="#ddddcc">
<TD COLSPAN="2"><FORM ACTION="/servlet/Lettre" METHOD="post">${tokenField(frame)}
<TABLE><TR>
<TD><LABEL FOR="lettre">Recevoir la lettre d’information à l’adresse</LABEL></TD>
<TD><input type="text" name="abonne" id="lettre" size="24"></TD>
<TD><INPUT TYPE="submit" VALUE="S’abonner"></TD>
</TR></TABLE>
</FORM></TD>
</TR>
</TABLE>
</BODY>
</HTML>
`;
}
