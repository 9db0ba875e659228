/** The authorities that recommendations and tensions lean on: how each is cited, so that a source is one line where it serves. */
import type { Source, SourceReading } from '../model';

/** A requirement of OWASP’s Application Security Verification Standard. */
export const asvs = (requirement: string): Source => ({
  authority: 'OWASP',
  reference: `ASVS 5.0, ${requirement}`,
  url: 'https://github.com/OWASP/ASVS/tree/master/5.0/en',
  read: 'text',
});

/** A sheet of OWASP’s Cheat Sheet Series, and the passage of it. */
export const cheatSheet = (sheet: string, passage?: string): Source => ({
  authority: 'OWASP',
  reference: `${sheet} Cheat Sheet${passage === undefined ? '' : `, “${passage}”`}`,
  url: `https://cheatsheetseries.owasp.org/cheatsheets/${sheet.replaceAll(' ', '_')}_Cheat_Sheet.html`,
  read: 'text',
});

/** A chapter of OWASP’s Web Security Testing Guide. */
export const wstg = (chapter: string): Source => ({
  authority: 'OWASP',
  reference: `Web Security Testing Guide, ${chapter}`,
  url: 'https://github.com/OWASP/wstg/tree/master/document/4-Web_Application_Security_Testing/04-Authentication_Testing',
  read: 'text',
});

/** A section of SP 800-63B-4 (2025). */
export const nist = (section: string): Source => ({
  authority: 'NIST',
  reference: `SP 800-63B-4, § ${section}`,
  url: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  read: 'text',
});

/** A recommendation of the guide on authentication and passwords. */
export const anssi = (recommendation: string, read: SourceReading = 'transcription'): Source => ({
  authority: 'ANSSI',
  reference: `Recommandations relatives à l’authentification multifacteur et aux mots de passe (PG-078), ${recommendation}`,
  read,
});

/** The CNIL’s recommendation on passwords, of which the headings alone were read. */
export const cnil = (passage: string): Source => ({
  authority: 'CNIL',
  reference: `Délibération 2022-100 (mots de passe), ${passage}`,
  read: 'transcription',
});

/** A criterion, or a test of one, of the French accessibility reference. */
export const rgaa = (criterion: string): Source => ({
  authority: 'DINUM',
  reference: `RGAA 4.1, ${criterion}`,
  url: 'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/',
  read: 'text',
});

/** A success criterion of WCAG 2.2. */
export const wcag = (criterion: string, read: SourceReading = 'text'): Source => ({
  authority: 'W3C',
  reference: `WCAG 2.2, ${criterion}`,
  url: 'https://www.w3.org/TR/WCAG22/',
  read,
});

/** A section of an RFC, or the whole of it. */
export const rfc = (number: number, section: string | undefined, read: SourceReading): Source => ({
  authority: 'IETF',
  reference: `RFC ${number}${section === undefined ? '' : `, § ${section}`}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}.html${section === undefined ? '' : `#section-${section}`}`,
  read,
});

/** What an existing program does, or the flaw it had: read in its tests, its code or its advisories. */
export const practice = (project: string, reference: string): Source => ({ authority: project, reference, read: 'text' });
