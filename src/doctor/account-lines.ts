/** Whether the accounts of the pool are what the pool says: password, question, answer. Changes none. */
import { isProfessional } from '../checks/leasing';
import type { Page, Visitor } from '../driver/visitor';
import { collapse } from '../driver/words';
import type { Account } from '../target/account';
import type { Deployment } from '../target/deployment-target';
import type { Preparation } from '../target/target';
import type { TargetFile } from '../target/target-schema';
import { examineCaptcha } from './captcha-lines';
import { findObstacle, type Entrance } from './entrance';
import { advice, counted, finding, listed, misconfigured, ok, type Line, type Say } from './line';
import { placeInPool } from './pool-lines';
import { namesOfNeeds, newPasswordRow, questionRow, takeInventory, type ScreenRow } from './screen-controls';
import { describeSeen } from './seen';
import type { Site } from './site';
import { opensByNumber, signInEach, type SignedIn, type SignIns } from './signed-in';
import { walkAccount, type Walked } from './walk-account';

/** Accounts that are tried: a diagnosis is a matter of seconds. */
const MOST = { http: 10, browser: 4 } as const;

export interface AccountExamination {
  readonly deployment: Deployment;
  readonly site: Site;
  readonly visitor: Visitor;
  readonly entrance: Entrance;
  say: Say;
}

/** Tries the CAPTCHA oracle, then the accounts. @throws Unavailable, ConfigurationError: what is asked does not answer. */
export async function examineAccounts(examination: AccountExamination): Promise<Preparation> {
  const { deployment, site, visitor, entrance, say } = examination;
  const professional = site.accounts.filter(isProfessional);
  const tried = professional.slice(0, MOST[deployment.driver]);
  const walk = (account: Account) => walkAccount(site, visitor, account);
  const captcha = await examineCaptcha({
    captcha: deployment.file.captcha,
    oracle: site.captcha,
    overrides: site.controls,
    ...(entrance.image !== undefined && { image: entrance.image }),
    accounts: entrance.usable.has('identification') ? tried : [],
    walk,
    say,
  });
  const refused = captcha.refused === undefined ? {} : { captchaRefused: captcha.refused };
  const signIns = entrance.usable.has('sign-in')
    ? await signInEach(site, visitor, tried, [...entrance.pages.values()])
    : undefined;
  if (signIns === undefined || tried.length === 0) {
    if (tried.length > 0)
      say(advice('accounts', 'no account was tried: nobody can sign in there', 'correct what stands above first'));
    return refused;
  }
  const marks = await judgeSignIns(examination, signIns);
  const walks = captcha.passes ? await walkOn(captcha.walks, isSparing(deployment.file) ? [] : tried, walk) : [];
  for (const row of [questionRow, newPasswordRow]) sayScreen(examination, row, walks);
  const lines = [
    ...signIns.all.flatMap((one) => judgeOne(one, signIns, deployment)),
    ...walks.flatMap((one) => judgeWalk(one, deployment)),
  ];
  for (const line of lines) say(line);
  const good = signIns.all.filter(({ outcome }) => outcome === 'open').length;
  if (lines.length === 0 && good > 0) say(ok('accounts', summary(good, professional.length, walks.length)));
  // What the suite would take for the effect of a change is a mistake of the pool.
  const shut = signIns.all.filter(({ outcome }) => outcome !== 'open').map(({ account }) => account.email);
  return {
    ...refused,
    ...(marks !== undefined && { signedIn: marks }),
    ...(good > 0 && shut.length > 0 && { setAside: shut }),
  };
}

function summary(good: number, all: number, walked: number): string {
  const answers =
    walked === 0 ? '' : `; ${walked === good ? 'each' : walked} shown the question of the pool, and the answer taken`;
  return `${good} of ${all} tried: each signs in${answers}`;
}

/** Says by what a signed-in page is known, or what keeps everybody out. @returns the marks, where they are needed. */
async function judgeSignIns(examination: AccountExamination, { all, marks }: SignIns): Promise<readonly string[] | undefined> {
  const { deployment, site, visitor, say } = examination;
  const having = (outcome: SignedIn['outcome']) => all.filter((one) => one.outcome === outcome);
  const [unknown] = having('unknown');
  if (having('open').length > 0) {
    const how =
      marks === undefined
        ? 'by what the pool says of its accounts, or by a way to sign out'
        : `by ${marks.map((mark) => `« ${mark} »`).join(', ')}`;
    say(ok('signed-in', `a signed-in page is known ${how}`));
    return marks;
  }
  if (unknown !== undefined) {
    const remedy = `write for each account in ${deployment.file.accounts} what its espace shows: "services": ["…"], "dossiers": ["…"]`;
    const knows = (unknown.account.services?.length ?? 0) + (unknown.account.dossiers?.length ?? 0) > 0;
    const seen = describeSeen(unknown.page);
    if (knows)
      say(
        finding(
          'signed-in',
          `MPO-2-29: after « Connexion », none of the services and dossiers of the pool; seen: ${seen}`,
          remedy,
        ),
      );
    else say(misconfigured('signed-in', `a signed-in page cannot be told from any other; seen: ${seen}`, remedy));
    return undefined;
  }
  const [failed] = having('failed');
  if (failed !== undefined) {
    say(
      findObstacle(failed.page, deployment.file) ??
        finding('signed-in', `MPO-2-29: « Connexion » ends in ${describeSeen(failed.page)}`),
    );
    return undefined;
  }
  if (await opensByNumber(site, visitor, all[0]!.account)) {
    say(finding('signed-in', 'MPO-2-28: accounts sign in by their subscriber number, and not by their address'));
    return undefined;
  }
  say(
    misconfigured('signed-in', `no account signs in (${counted(all.length, 'account')} tried)`, passwordRemedy(deployment, all)),
  );
  return undefined;
}

function passwordRemedy({ file, ledger }: Deployment, all: readonly SignedIn[]): string {
  const doubtful = all.filter(({ account }) => ledger.pending.has(account.email));
  if (doubtful.length > 0) return 'an earlier run was broken off: type\n  mdpo accounts reset --target FILE';
  const known = all.some(({ account }) => ledger.inForce(account.email) !== undefined);
  const ledgerWords = known ? ` and, if the accounts were made anew since, remove ${ledger.path}` : '';
  return `is this the deployment of these accounts? Correct "password" in ${file.accounts}${ledgerWords}`;
}

/** A person is not asked for the characters of ten images, and who counts procedures wants few. */
function isSparing({ captcha, limits }: TargetFile): boolean {
  return captcha.strategy === 'manual' || limits.proceduresPerMinute !== undefined || limits.maxProcedures !== undefined;
}

/** Every account that passed the CAPTCHA goes on; one that did not gets a second image. */
async function walkOn(
  begun: readonly Walked[],
  accounts: readonly Account[],
  walk: (account: Account) => Promise<Walked>,
): Promise<Walked[]> {
  const walks = begun.filter(({ at }) => at !== 'identification');
  for (const account of accounts.filter((candidate) => !walks.some((walked) => walked.account === candidate))) {
    const first = await walk(account);
    walks.push(first.at === 'identification' ? await walk(account) : first);
  }
  return walks;
}

function sayScreen({ site, say }: AccountExamination, row: ScreenRow, walks: readonly Walked[]): void {
  const page = pageOf(row, walks);
  if (page === undefined) return;
  const { lines } = takeInventory(page, row, site.controls);
  if (lines.length === 0) say(ok(row.screen, `${row.words}: ${namesOfNeeds(row)}`));
  for (const line of lines) say(line);
}

function pageOf({ screen }: ScreenRow, walks: readonly Walked[]): Page | undefined {
  if (screen === 'question') return walks.find(({ question }) => question !== undefined)?.question;
  return walks.find(({ at }) => at === 'new-password')?.page;
}

/** What is wrong with the password of one account, where others sign in. */
function judgeOne({ account, outcome, page }: SignedIn, { all }: SignIns, deployment: Deployment): Line[] {
  if (outcome === 'open' || !all.some((one) => one.outcome === 'open')) return [];
  const { email } = account;
  const place = placeInPool(deployment.file.accounts, email, 'password');
  if (deployment.ledger.pending.has(email)) {
    return [
      advice('account', `${email} does not sign in: an earlier run was broken off`, 'type\n  mdpo accounts reset --target FILE'),
    ];
  }
  const settled = deployment.ledger.inForce(email) !== undefined;
  const remedy = settled
    ? `its password was changed since the last run: write it at ${place} and remove the lines of ${email} from ${deployment.ledger.path}`
    : `correct "password" at ${place}, or take the account out`;
  return [advice('account', `${email} does not sign in, and is set aside; seen: ${describeSeen(page)}`, remedy)];
}

/** What is wrong with the question and the answer of one account. */
function judgeWalk({ account, at, why, question, shown, page }: Walked, { file }: Deployment): Line[] {
  const { email } = account;
  if (at === 'nowhere')
    return [advice('account', `${email}: identification was not tried: ${why}`, 'correct what stands above first')];
  if (at === 'identification') {
    const seen = describeSeen(page);
    return [
      advice(
        'account',
        `${email} is not led to its question; seen: ${seen}`,
        `is it an account of this deployment? ${file.accounts}`,
      ),
    ];
  }
  const lines: Line[] = [];
  if (shown === false) {
    const asked = questionsIn(question!);
    const place = placeInPool(file.accounts, email, 'question');
    const line = asked.length === 1 ? `:\n  "question": ${JSON.stringify(asked[0])}` : '';
    lines.push(
      advice(
        'account',
        `${email} is asked another question than that of the pool: ${listed(asked.map((text) => `« ${text} »`))}`,
        `correct ${place}${line}`,
      ),
    );
  }
  if (at === 'question') {
    const place = placeInPool(file.accounts, email, 'answer');
    lines.push(
      advice(
        'account',
        `the answer of ${email} is refused${why === undefined ? '' : ` (${why})`}`,
        `correct "answer" at ${place}; if it is right, the run says what the deployment does wrong`,
      ),
    );
  }
  return lines;
}

/** What stands on the page as a question. */
function questionsIn({ text }: Page): string[] {
  return [...collapse(text).matchAll(/[^.!?:]*\?/g)].map(([question]) => question.trim());
}
