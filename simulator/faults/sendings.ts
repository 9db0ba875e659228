/** Faults of what is sent, how often and how: fields twice, other formats, a value that insists, a page that sends by itself. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Bilingual } from '../model';
import type { Rules } from '../rules';
import type { Session } from '../sessions';
import { fields, paths } from '../web/paths';
import type { Fault, Override } from './fault';
import { both, formOf, posted, rewritten, senderOf } from './support';
import { sending } from './watching';

/** Where the page of FLT-086 asks how strong a password is, and its script. */
const STRENGTH_PATH = '/robustesse';
const SCRIPT_PATH = '/robustesse.js';
const STRENGTH_SCRIPT = `
document.getElementById('${fields.password}').addEventListener('change', async ({ target }) => {
  const answer = await fetch('${STRENGTH_PATH}', { method: 'POST', body: target.value });
  target.title = await answer.text();
});
`;

/** Rules that give way to whoever insists. `lenient`: what the rules say the second time. */
const insistences: readonly {
  id: string;
  requirements: readonly string[];
  title: Bilingual;
  lenient: Partial<Rules>;
}[] = [
  {
    id: 'FLT-174',
    requirements: ['MPO-1.3-3', 'MPO-D-5'],
    title: both('Un mot de passe refusé est accepté si l’on insiste', 'A refused password is accepted the second time'),
    lenient: { passwordDefects: () => [] },
  },
  {
    id: 'FLT-174-actuel',
    requirements: ['MPO-1.3-4', 'MPO-D-5'],
    title: both('Le mot de passe en vigueur est accepté si l’on insiste', 'The password in force is accepted the second time'),
    lenient: { isInForce: () => false },
  },
  {
    id: 'FLT-174-confirmation',
    requirements: ['MPO-2-16', 'MPO-D-5'],
    title: both('Une confirmation différente est acceptée si l’on insiste', 'A mismatch is accepted the second time'),
    lenient: { isConfirmed: () => true },
  },
];

export const sendingFaults: readonly Fault[] = [
  {
    id: 'FLT-086',
    title: both(
      'La page fixe le mot de passe en vérifiant sa robustesse',
      'The page sets the password when it checks its strength',
    ),
    requirements: ['MPO-2-17', 'MPO-D-2'],
    observation: both('Le nouveau sert avant « Valider »', 'The new one works before « Valider »'),
    browserOnly: true,
    override: ({ gate, views, effects, rules }, { sessions }) => ({
      views: { newPassword: rewritten(views.newPassword, '</body>', () => `<script src="${SCRIPT_PATH}"></script></body>`) },
      gate: {
        async enter(request, answer) {
          const { pathname } = new URL(request.url);
          if (pathname === SCRIPT_PATH) return new Response(STRENGTH_SCRIPT, { headers: { 'Content-Type': 'text/javascript' } });
          if (pathname === STRENGTH_PATH) {
            const { account, authorised } = senderOf(sessions, request)?.actor.getSnapshot().context ?? {};
            const password = await request.text();
            if (account && authorised && rules.passwordDefects(password).length === 0) effects.changePassword(account, password);
            return new Response('Robuste');
          }
          const page = await gate.enter(request, answer);
          if (pathname === paths.newPassword) {
            const policy = page.headers.get('content-security-policy') ?? '';
            page.headers.set('content-security-policy', `${policy}; script-src 'self'; connect-src 'self'`);
          }
          return page;
        },
      },
    }),
  },
  ...insistences.map(({ lenient, ...described }): Fault => ({
    ...described,
    observation: both('La même saisie, envoyée deux fois, passe', 'The same values, sent twice, pass'),
    override: ({ rules, gate }) => insisting(rules, gate, lenient),
  })),
  {
    id: 'FLT-175',
    title: both('Après un refus, c’est la première saisie qui est gardée', 'After a refusal, the first value is kept'),
    requirements: ['MPO-1.3-6', 'MPO-D-6'],
    observation: both(
      'La saisie conforme est acceptée, celle qui avait été refusée sert',
      'The conforming value is accepted, the refused one works',
    ),
    override: ({ rules, gate }) => {
      const refused = new WeakMap<Session['actor'], string>();
      const now = sending(gate);
      let typed = '';
      return {
        gate: {
          ...now.gate,
          settle(session, from, to) {
            if (from === 'newPassword' && to === 'newPassword' && !refused.has(session.actor)) refused.set(session.actor, typed);
            return gate.settle(session, from, to);
          },
        },
        rules: {
          passwordDefects: (password) => rules.passwordDefects((typed = password)),
          kept: (password) => refused.get(now.session().actor) ?? password,
        },
      };
    },
  },
  ...(['premier', 'dernier'] as const).map((which): Fault => {
    const name = which === 'premier' ? 'first' : 'last';
    return {
      id: `FLT-176-${which}`,
      title: both(
        `Champ envoyé deux fois : l’un est jugé, le ${which} est gardé`,
        `Field sent twice: one is judged, the ${name} is kept`,
      ),
      requirements: ['MPO-D-5'],
      observation: both('Un mot de passe trop court ouvre l’espace', 'A password that is too short opens the space'),
      override: ({ gate, rules }) => {
        const stored = new AsyncLocalStorage<string>();
        return {
          gate: {
            async enter(request, answer) {
              if (!isChoice(request)) return gate.enter(request, answer);
              const form = await formOf(request);
              const values = form.getAll(fields.password);
              const [judged, kept] = which === 'premier' ? [-1, 0] : [0, -1];
              const single = new URLSearchParams();
              for (const key of new Set(form.keys())) single.set(key, form.getAll(key).at(judged) ?? '');
              const pass = () => gate.enter(posted(request, request.url, single), answer);
              return values.length > 1 ? stored.run(values.at(kept) ?? '', pass) : pass();
            },
          },
          rules: { kept: (password, confirmation) => stored.getStore() ?? rules.kept(password, confirmation) },
        };
      },
    };
  }),
  {
    id: 'FLT-177',
    title: both('La règle n’est pas tenue pour ce qui vient en JSON', 'The rule is not enforced on JSON'),
    requirements: ['MPO-D-5', 'MPO-1.3-3'],
    observation: both('Un mot de passe trop court passe en JSON', 'A password that is too short passes as JSON'),
    override: ({ gate, rules }) => {
      const unruled = new AsyncLocalStorage<boolean>();
      return {
        gate: {
          async enter(request, answer) {
            if (!isChoice(request) || !/\bjson\b/i.test(request.headers.get('content-type') ?? ''))
              return gate.enter(request, answer);
            const form = new URLSearchParams((await request.json()) as Record<string, string>);
            return unruled.run(true, () => gate.enter(posted(request, request.url, form), answer));
          },
        },
        rules: { passwordDefects: (password) => (unruled.getStore() ? [] : rules.passwordDefects(password)) },
      };
    },
  },
];

/** A submission like the one that was just refused is judged by other rules. */
function insisting(rules: Rules, gate: Parameters<Fault['override']>[0]['gate'], lenient: Partial<Rules>): Override {
  const warned = new Set<string>();
  let typed = '';
  const insists = () => warned.has(typed);
  return {
    gate: {
      settle(session, from, to) {
        if (from === 'newPassword' && to === 'newPassword') warned.add(typed);
        return gate.settle(session, from, to);
      },
    },
    rules: {
      passwordDefects(password) {
        typed = password;
        return insists() && lenient.passwordDefects ? lenient.passwordDefects(password) : rules.passwordDefects(password);
      },
      isConfirmed: (...pair) => (insists() && lenient.isConfirmed ? lenient.isConfirmed(...pair) : rules.isConfirmed(...pair)),
      isInForce: (...pair) => (insists() && lenient.isInForce ? lenient.isInForce(...pair) : rules.isInForce(...pair)),
    },
  };
}

function isChoice({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname === paths.newPassword;
}
