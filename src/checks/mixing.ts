/** Whether one person's data shows where only another's should: MPO-D-3. */
import type { MailMessage } from '../mail/mailbox';
import type { Account } from '../target/account';
import type { Readings } from './admission';
import type { FindingDraft } from './change';
import { mailAddressOf } from './identities';
import { accountOf, type Person } from './person';
import { hasRecipient } from './post';

/** Each mail speaks of its recipient alone. */
export function judgeOwnMailsOnly(
  people: readonly Person[],
  mails: readonly MailMessage[],
  readings: Readings = {},
): FindingDraft[] {
  return people.flatMap((person) => {
    const own = mails.filter((mail) => hasRecipient(mail, mailAddressOf(accountOf(person), readings)));
    return own.flatMap((mail) =>
      foreignData(person, people, `${mail.subject}\n${mail.text}\n${mail.html}`, `le courriel de ${person.name}`),
    );
  });
}

/** Each summary speaks of the person who sees it alone. */
export function judgeOwnSummaryOnly(people: readonly Person[]): FindingDraft[] {
  return people.flatMap((person) => {
    const summary = person.seen.findLast(({ screen }) => screen === 'summary');
    return summary === undefined ? [] : foreignData(person, people, summary.page.text, `le récapitulatif de ${person.name}`);
  });
}

function foreignData(person: Person, people: readonly Person[], text: string, where: string): FindingDraft[] {
  const mine = dataOf(accountOf(person));
  const others = people.filter((other) => other !== person);
  const foreign = others.flatMap((other) =>
    dataOf(accountOf(other)).filter(({ value }) => !mine.some((own) => own.value === value)),
  );
  return foreign
    .filter(({ value }) => text.includes(value))
    .map(({ words }) => ({
      requirements: ['MPO-D-3'],
      expected: `${where} ne parle que de cette personne`,
      observed: `${words} d’une autre y figure`,
      evidence: [],
    }));
}

function dataOf({ email, subscriberNumber, question }: Account): { words: string; value: string }[] {
  const data = [
    { words: 'l’adresse', value: email },
    { words: 'la question', value: question },
  ];
  return subscriberNumber === undefined ? data : [...data, { words: 'le numéro d’abonné', value: subscriberNumber }];
}
