import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Seen, Typed } from './walk-events';
import { WalkModel } from './walk-model';
import { moveFromSentence } from './walk-moves';

const account = (name: string) => ({
  email: `${name}@example.invalid`,
  password: `MotDePasseDe${name}2026`,
  question: `Question de ${name} ?`,
  answer: `Réponse de ${name}`,
});
const good: Typed = { password: 'UnNouveauMotDePasse2026', confirmation: 'UnNouveauMotDePasse2026' };

/** A walk told in sentences, each with what was seen; `typed` goes with those that type a password. */
class Told {
  readonly model: WalkModel;
  constructor(readings: Readonly<Record<string, string>> = {}, mostWrongAnswers = 2) {
    const rules = { readings, mostWrongAnswers, canOpen: () => true };
    this.model = new WalkModel({ Alice: account('Alice'), Bruno: account('Bruno') }, rules);
  }
  saw(sentence: string, seen: Seen, typed?: Typed): this {
    const move = moveFromSentence(sentence);
    assert.ok(this.model.allows(move), `cannot: ${sentence}`);
    this.model.expect(move, typed);
    this.model.follow(move, seen, typed);
    return this;
  }
  expects(sentence: string, typed?: Typed) {
    return this.model.expect(moveFromSentence(sentence), typed);
  }
  can(sentence: string): boolean {
    return this.model.allows(moveFromSentence(sentence));
  }
  toQuestion(who = 'Alice', of = who): this {
    return this.saw(`${who} ouvre la page d’accueil`, 'home')
      .saw(`${who} clique sur « Votre espace professionnel »`, 'signIn')
      .saw(`${who} clique sur « Mot de passe oublié »`, 'identification')
      .saw(`${who} saisit l’adresse ${of === 'Alice' ? 'd’Alice' : 'de Bruno'} et recopie l’image`, 'question');
  }
  toNewPassword(who = 'Alice', of = who): this {
    return this.toQuestion(who, of).saw(
      `${who} saisit la réponse ${of === 'Alice' ? 'd’Alice' : 'de Bruno'} et continue`,
      'newPassword',
    );
  }
}
const valid = 'valide un mot de passe conforme, confirmé à l’identique';

test('what comes next must show, and nothing beyond it', () => {
  const told = new Told().toQuestion();
  assert.deepEqual(told.expects('Alice saisit la réponse d’Alice et continue').must, {
    screen: 'newPassword',
    requirements: ['MPO-2-13'],
  });
  assert.deepEqual(told.expects('Alice saisit une autre réponse et continue').never.newPassword, ['MPO-2-14']);
  assert.deepEqual(told.expects('Alice saisit la réponse de Bruno et continue').never.newPassword, ['MPO-2-14']);
  assert.equal(
    told.expects('Alice saisit une autre réponse et continue').must,
    undefined,
    'AMB-16: where one then is, is not said',
  );
});

test('characters badly copied, an address that is nobody’s: no question, or none that leads on', () => {
  const told = new Told()
    .saw('Alice ouvre la page d’accueil', 'home')
    .saw('Alice demande l’adresse de l’écran « identification »', 'identification');
  assert.deepEqual(told.expects('Alice saisit l’adresse d’Alice et recopie mal l’image').never.question, ['MPO-2-8']);
  assert.equal(told.expects('Alice saisit l’adresse de Bruno et recopie l’image').question, 'Bruno');
  const unknown = told.expects('Alice saisit une adresse inconnue et recopie l’image');
  assert.deepEqual([unknown.must, unknown.never.question], [undefined, undefined], 'AMB-14: a decoy or a message');
  assert.ok(unknown.never.newPassword);
  told.saw('Alice saisit une adresse inconnue et recopie l’image', 'question');
  assert.deepEqual(told.expects('Alice saisit la réponse d’Alice et continue').never.newPassword, ['MPO-2-14']);
});

test('a password is judged by the rules and by the one in force', () => {
  const told = new Told().toNewPassword();
  assert.deepEqual(told.expects(`Alice ${valid}`, good).must?.screen, 'summary');
  const same: Typed = { password: account('Alice').password, confirmation: account('Alice').password };
  assert.deepEqual(told.expects('Alice valide le mot de passe en vigueur, confirmé à l’identique', same).never.summary, [
    'MPO-1.3-4',
  ]);
  const short: Typed = { password: 'MotDePasseCourt2026', confirmation: 'MotDePasseCourt2026' };
  assert.deepEqual(told.expects('Alice valide 19 lettres et chiffres, confirmé à l’identique', short).never.summary, [
    'MPO-1.3-3',
  ]);
  const unlike = { ...good, confirmation: 'UnAutreMotDePasse2026' };
  assert.deepEqual(told.expects('Alice valide un mot de passe conforme, confirmé par un autre', unlike).never.summary, [
    'MPO-2-16',
  ]);
});

test('one right answer authorises one change', () => {
  const told = new Told().toNewPassword().saw(`Alice ${valid}`, 'summary', good);
  assert.deepEqual(told.expects('Alice demande l’adresse de l’écran « nouveau mot de passe »').never.newPassword, ['MPO-D-4']);
  assert.equal(told.expects('Alice actualise la page').never.summary, undefined);
  assert.deepEqual(told.expects('Alice demande l’adresse de l’écran « espace »').never.services, ['MPO-1.1-2']);
  const declared = new Told({ 'AMB-22': 'connexion-automatique' }).toNewPassword().saw(`Alice ${valid}`, 'summary', good);
  assert.equal(declared.expects('Alice demande l’adresse de l’écran « espace »').never.services, undefined);
});

test('an answer given for one account opens nothing for another in the same browser', () => {
  const told = new Told()
    .toNewPassword('Alice', 'Bruno')
    .saw('Alice demande l’adresse de l’écran « identification »', 'identification');
  told.saw('Alice saisit l’adresse d’Alice et recopie l’image', 'question');
  assert.deepEqual(told.expects('Alice demande l’adresse de l’écran « nouveau mot de passe »').never.newPassword, ['MPO-D-1']);
});

test('after a step back, in another tab or once somebody else has changed the password, nothing is promised and nothing more is allowed', () => {
  const back = new Told().toNewPassword().saw('Alice revient à la page précédente', 'question');
  assert.equal(back.expects('Alice saisit la réponse d’Alice et continue').must, undefined);
  assert.ok(back.expects('Alice saisit une autre réponse et continue').never.newPassword);
  const raced = new Told().toNewPassword('Alice').toNewPassword('Bruno', 'Alice').saw(`Bruno ${valid}`, 'summary', good);
  assert.equal(raced.expects(`Alice ${valid}`, { password: 'EncoreUnAutre202620', confirmation: 'x' }).must, undefined, 'AMB-35');
});

test('sign-in follows what was accepted and what was refused', () => {
  const told = new Told().toNewPassword().saw(`Alice ${valid}`, 'summary', good);
  told.saw('Alice demande l’adresse de l’écran « connexion »', 'signIn');
  const typed = (password: string): Typed => ({ password, confirmation: password });
  const words = 'Alice saisit à la connexion l’adresse d’Alice et son mot de passe';
  assert.deepEqual(told.expects(`${words} en vigueur`, good).must, {
    screen: 'services',
    requirements: ['MPO-1.3-6', 'MPO-2-29'],
  });
  assert.deepEqual(told.expects(`${words} antérieur`, typed(account('Alice').password)).never.services, ['MPO-1.3-7']);
  assert.equal(told.can(`${words} refusé`), false, 'none was');
});

test('no more wrong answers than the account may get; the right one sets them back', () => {
  const told = new Told({}, 1).toQuestion().saw('Alice saisit une autre réponse et continue', 'question');
  assert.equal(told.can('Alice saisit une autre réponse et continue'), false);
  told.saw('Alice saisit la réponse d’Alice et continue', 'newPassword').toQuestion();
  assert.equal(told.can('Alice saisit une autre réponse et continue'), true);
});

test('where a target sends somebody back to the start, the walk goes on from there', () => {
  const told = new Told().toQuestion().saw('Alice saisit une autre réponse et continue', 'identification');
  assert.equal(told.expects('Alice saisit l’adresse d’Alice et recopie l’image').must?.screen, 'question');
  assert.deepEqual(told.model.forward('Alice'), moveFromSentence('Alice saisit l’adresse d’Alice et recopie l’image'));
});
