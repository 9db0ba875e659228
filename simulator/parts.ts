/** What a simulator is made of, in the parts that a fault or a variant may replace. */
import type { CaptchaDesk } from './captcha/challenge';
import type { Account } from './directory';
import type { Effects } from './effects';
import type { ProcedureMachine } from './machine';
import type { Letter } from './mail/confirmation';
import type { Rules } from './rules';
import type { Gate } from './web/gate';
import type { Views } from './web/views';

export interface Parts {
  machine: ProcedureMachine;
  readonly rules: Rules;
  readonly effects: Effects;
  readonly captcha: CaptchaDesk;
  readonly mail: {
    letter(account: Account): Letter;
    /** The bytes that leave. @param id unique among the messages of one simulator. */
    compose(letter: Letter, id: string): Promise<Uint8Array>;
  };
  readonly views: Views;
  readonly gate: Gate;
}
