/** The command line: verbs, options, help, and what an error means. Knows what each verb is called, not what it does. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { LANGUAGES } from '../reporting/html/language';
import { ConfigurationError } from '../verdict/errors';
import { reportDefect } from './defect';
import { exitCodes, packageRoot, type CliEnvironment } from './environment';
import * as accept from './options';
import { version } from '../../package.json';

/**
 * Runs one command.
 * @returns the exit code: 0 conforming, 1 non-conforming, 2 wrong usage or configuration, 3 inconclusive or a defect of the suite.
 */
export async function main(environment: CliEnvironment): Promise<number> {
  let code: number = exitCodes.conforming;
  const program = describeProgram(environment, (result) => (code = result));
  try {
    await program.parseAsync([...environment.argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.conforming : exitCodes.usage;
    if (error instanceof ConfigurationError) {
      environment.stderr.write(`mdpo: ${error.message}\n`);
      return exitCodes.usage;
    }
    return reportDefect(environment.stderr, error);
  }
}

/** The verbs and their options. @param done told the exit code of the verb that ran. */
export function describeProgram(environment: CliEnvironment, done: (code: number) => void): Command {
  const program = new Command('mdpo')
    .description('Conformance suite and reference simulator for the procedure « Mot de passe oublié ».')
    .version(version, '-V, --version', 'print the version')
    .exitOverride()
    .showHelpAfterError('(add --help for the options and what they accept)')
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', exitCodeHelp);

  program
    .command('run')
    .description('run the scenarios against a target and write the report')
    .option('--target <simulator|FILE.yaml>', 'the implementation under test', accept.nonEmpty, 'simulator')
    .addOption(new Option('--driver <name>', 'how the target is reached (default: that of the target)').choices(accept.drivers))
    .addOption(new Option('--level <name>', 'what is verified').choices(accept.levels).default('document'))
    .option('--tags <expression>', 'only the scenarios that this Cucumber tag expression selects', accept.nonEmpty)
    .option('--feature <FILE>', 'only the scenarios of this feature file, for instance one that explore wrote', accept.nonEmpty)
    .option('--seed <N>', 'chooses the generated values (default: 1 on the simulator, a random one elsewhere)', accept.seed)
    .option('--parallel <N>', 'number of scenarios at a time', accept.parallel, 1)
    .option('--shard <I/N>', 'the I-th of N equal parts of the scenarios', accept.shard)
    .option('--fault <ID>', 'a fault to plant in the simulator (see: mdpo simulator --list-faults)', accept.nonEmpty)
    .option('--variant <ID>', 'a conforming variant of the simulator (see: mdpo simulator --list-variants)', accept.nonEmpty)
    .option('--max-procedures <N>', 'procedures that the run may begin at a deployment', accept.count)
    .option('--i-am-authorized', 'you may test this host, which is a public one')
    .addOption(
      new Option('--lang <code>', 'language of the page; the fiche and the findings stay French')
        .choices(LANGUAGES)
        .default('fr'),
    )
    .option('--pdf', 'print the page to index.pdf, too')
    .option('--out <DIR>', 'folder of the report', accept.nonEmpty, 'reports/latest')
    .action(async (options) => done(await (await import('./run')).run(environment, options)));

  program
    .command('explore')
    .description('walk a target at random and by every shortest way, and compare it with the reference machine')
    .option('--target <simulator|FILE.yaml>', 'the implementation under test', accept.nonEmpty, 'simulator')
    .addOption(new Option('--driver <name>', 'how the target is reached (default: that of the target)').choices(accept.drivers))
    .option('--walks <N>', 'walks at random (default: 200 on the simulator, 20 elsewhere)', accept.count)
    .option('--steps <N>', 'moves of such a walk, at most', accept.count, 30)
    .option('--seed <N>', 'chooses the walks (default: 1 on the simulator, a random one elsewhere)', accept.seed)
    .option('--fault <ID>', 'a fault to plant in the simulator (see: mdpo simulator --list-faults)', accept.nonEmpty)
    .option('--variant <ID>', 'a conforming variant of the simulator (see: mdpo simulator --list-variants)', accept.nonEmpty)
    .option('--max-procedures <N>', 'procedures that the walks may begin at a deployment', accept.count)
    .option('--i-am-authorized', 'you may test this host, which is a public one')
    .option('--write-feature <FILE>', 'where to write what differs, as scenarios that replay it', accept.nonEmpty)
    .option('--out <DIR>', 'folder of what was found', accept.nonEmpty, 'reports/explore')
    .action(async (options) => done(await (await import('./explore')).exploreTarget(environment, options)));

  program
    .command('init')
    .description('write a target file and a pool of accounts to fill in; asks in a terminal for what no option says')
    .option('--name <TEXT>', 'what reports call the deployment')
    .option('--base-url <URL>', 'its home page')
    .option('--driver <http|browser>', 'how it is reached (default: http)')
    .option('--captcha <STRATEGY>', "how its CAPTCHA is read: fixed:CHARACTERS, 'command:PROGRAM ARG…', http:URL, manual or none")
    .option('--mail <KIND:URL>', 'the server that keeps its mail: mailhog:URL or mailpit:URL')
    .option('--mail-login <USER:PASSWORD>', "who may read that server; a password '${NAME}' is taken from the environment")
    .option('--smtp <HOST:PORT>', 'where the deployment sends its mail, for the probe of doctor')
    .option('--accounts <FILE>', 'the pool of test accounts, relative to the target file (default: accounts.json)')
    .option('--out <FILE>', 'the target file (default: NAME.yaml)', accept.nonEmpty)
    .option('--force', 'write over a target file that is there')
    .action(async (options) => done(await (await import('./init')).init(environment, options)));

  program
    .command('doctor')
    .description('look at a deployment before any scenario: what is wrong, and what to write')
    .requiredOption('--target <FILE.yaml>', 'the target file', accept.nonEmpty)
    .addOption(new Option('--driver <name>', 'how the target is reached (default: that of the target)').choices(accept.drivers))
    .option('--parallel <N>', 'scenarios at a time, of the run that is to follow', accept.parallel, 1)
    .option('--i-am-authorized', 'you may test this host, which is a public one')
    .action(async ({ iAmAuthorized, ...options }) =>
      done(await (await import('./doctor')).doctor(environment, { ...options, authorized: iAmAuthorized })),
    );

  program
    .command('accounts')
    .description('show what is known of the accounts of a deployment, or bring their file up to date')
    .addArgument(
      new Argument('<action>', 'status: no traffic; reset: sign in where a change is in doubt, rewrite the pool').choices([
        'status',
        'reset',
      ]),
    )
    .requiredOption('--target <FILE.yaml>', 'the target file', accept.nonEmpty)
    .option('--i-am-authorized', 'you may test this host, which is a public one')
    .action(async (action, { iAmAuthorized, ...options }) =>
      done(await (await import('./accounts')).accounts(environment, { action, ...options, authorized: iAmAuthorized })),
    );

  program
    .command('merge')
    .description('make one report of those of the shards of a run (run --shard), each in its folder')
    .argument('<DIR...>', 'folders of the reports of the shards, all of them')
    .option('--out <DIR>', 'folder of the report of the whole', accept.nonEmpty, 'reports/latest')
    .action(async (directories, { out }) => done(await (await import('./merge')).merge(environment, { directories, out })));

  program
    .command('gate')
    .description('decide from the report of a run and a policy whether a release may go on; reaches no target, writes no file')
    .argument('<DIR>', 'folder of the report')
    .requiredOption('--policy <FILE.yaml>', 'what is accepted (its keys: schemas/gate.schema.json)', accept.nonEmpty)
    .option('--baseline <DIR>', 'folder of an earlier report: nothing that it checked or passed may be lost', accept.nonEmpty)
    .addOption(new Option('--format <name>', 'how the decision is written').choices(['text', 'json']).default('text'))
    .addHelpText('after', gateExitCodeHelp)
    .action(async (directory, options) => done(await (await import('./gate')).gate(environment, { directory, ...options })));

  program
    .command('compare')
    .description('put the reports of two runs side by side: two releases, two vendors')
    .argument('<A>', 'folder of a report')
    .argument('<B>', 'folder of another')
    .option('--out <FILE.html>', 'page of the comparison', accept.htmlFile)
    .addHelpText('after', comparisonExitCodeHelp)
    .action(async (one, other, { out }) => done(await (await import('./compare')).compare(environment, { one, other, out })));

  program
    .command('history')
    .description('show the outcomes of several runs over time, and the scenarios that waver')
    .argument('<DIR...>', 'folders of the reports, in any order')
    .option('--out <FILE.html>', 'page of the history', accept.htmlFile)
    .addHelpText('after', comparisonExitCodeHelp)
    .action(async (directories, { out }) => done(await (await import('./history')).history(environment, { directories, out })));

  program
    .command('keygen')
    .description('make a pair of Ed25519 keys to attest reports with')
    .requiredOption('--out <PREFIX>', 'of two new files: PREFIX.key, private, and PREFIX.pub', accept.nonEmpty)
    .action(async (options) => done(await (await import('./keygen')).keygen(environment, options)));

  program
    .command('attest')
    .description('verify the report of a run, and sign what it says of itself (in-toto statement, DSSE envelope)')
    .argument('<DIR>', 'folder of the report')
    .requiredOption('--key <FILE>', 'private key, as keygen writes it', accept.nonEmpty)
    .addHelpText('after', attestExitCodeHelp)
    .action(async (directory, { key }) => done(await (await import('./attest')).attest(environment, { directory, key })));

  program
    .command('docs')
    .description('write the documentation of the suite: sentences, scenarios, readings, recommendations; runs nothing')
    .option('--out <DIR>', 'folder of the page', accept.nonEmpty, 'reports/docs')
    .addOption(new Option('--lang <name>', 'language of the page').choices(['fr', 'en']).default('fr'))
    .action(async (options) => done(await (await import('./docs')).docs(environment, options)));

  program
    .command('verify')
    .description('check that a report was not altered, and work its outcomes out again from its evidence; needs no target')
    .argument('<DIR>', 'folder of the report of a run')
    .option('--key <FILE.pub>', 'the public key that its attestation must be signed with', accept.nonEmpty)
    .action(async (directory, { key }) =>
      done(await (await import('./verify')).verify(environment, { directory, ...(key !== undefined && { key }) })),
    );

  program
    .command('trace')
    .description('show which scenario verifies which sentence of the fiche, and what is amiss; runs nothing')
    .addOption(new Option('--format <name>', 'how it is written').choices(['text', 'markdown', 'json']).default('text'))
    .action(async (options) => done(await (await import('./trace')).trace({ ...environment, cwd: packageRoot }, options)));

  program
    .command('faults')
    .description('run the suite against every fault of the simulator and write the kill matrix; takes up what was interrupted')
    .option('--only <FLT-…,FLT-…>', 'only these faults (see: mdpo simulator --list-faults)', accept.nonEmpty)
    .addOption(
      new Option('--driver <name>', 'how the simulator is reached (default: http, and browser for what only it shows)').choices(
        accept.drivers,
      ),
    )
    .option('--jobs <N>', 'number of faults at a time (default: one for each core)', accept.parallel)
    .option('--complete', 'run every scenario against every fault, not only those of the requirements that it violates')
    .option('--fail-fast', 'stop at the first fault that is not found as it should')
    .option('--out <DIR>', 'folder of the kill matrix', accept.nonEmpty, 'reports/faults')
    .action(async (options) => done(await (await import('./faults')).faults(environment, options)));

  program
    .command('simulator')
    .description('serve the reference simulator on this machine')
    .option('--port <N>', 'port of the web pages', accept.port, 8080)
    .option('--smtp <host:port>', 'mail server to send to, in place of the built-in one', accept.hostAndPort)
    .option('--mail-port <N>', 'port of the built-in inbox (default: 8025)', accept.port)
    .option('--fault <ID>', 'a fault to plant', accept.nonEmpty)
    .option('--list-faults', 'list the faults and what they violate')
    .option('--variant <ID>', 'a conforming variant to serve', accept.nonEmpty)
    .option('--list-variants', 'list the variants and the readings that they follow')
    .action(async (options) => done(await (await import('./simulator')).simulator(environment, options)));

  return program;
}

const exitCodeHelp = `
Exit codes: 0 conforming; 1 non-conforming; 2 wrong usage or configuration; 3 inconclusive.
`;

const gateExitCodeHelp = `
Exit codes: 0 accepted; 1 refused; 2 wrong usage or configuration, or a report that cannot be read; 3 inconclusive.
`;

const comparisonExitCodeHelp = `
Exit codes: 0 written, whatever the outcomes (mdpo gate decides); 2 wrong usage, or a report that cannot be read.
`;

const attestExitCodeHelp = `
Exit codes: 0 attested, whether the target conforms or not; 1 refused; 2 wrong usage, or a folder that cannot be read.
`;
