import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCaptchaImage, findControl, findField, sameLabel, type FieldName, type ScreenName } from './controls';
import { pageOf } from './testing';

describe('sameLabel', () => {
  it('ignores blanks, letter case, guillemets and a final question mark', () => {
    for (const seen of [
      'Mot de passe oublié',
      '  mot de\n passe\u00a0oublié ?',
      '« Mot de passe oublié »',
      '«\u202fMOT DE PASSE OUBLIÉ\u202f?\u202f»',
      '“Mot de passe oublié”',
      'Mot de passe oublie\u0301',
      'Mot de passe ou\u00adblié',
    ])
      assert.ok(sameLabel(seen, 'Mot de passe oublié'), seen);
  });

  it('keeps apart what reads differently', () => {
    for (const seen of ['Mot de passe oublie', 'Mot de passe', 'Mot de passe oublié ? Cliquez ici', '', '?'])
      assert.ok(!sameLabel(seen, 'Mot de passe oublié'), seen);
  });
});

describe('findControl', () => {
  const nameOf = (source: string, name: Parameters<typeof findControl>[1]): string | undefined => {
    const control = findControl(pageOf(source), name);
    return control && `${control.role} ${control.name}`;
  };

  it('finds a control whatever its markup', () => {
    assert.equal(
      nameOf('<a href="/x" class="btn"> Votre espace&nbsp;professionnel </a>', 'professionalSpace'),
      'link Votre espace professionnel',
    );
    assert.equal(
      nameOf('<a href="/x"><img src="b.png" alt="Votre espace professionnel"></a>', 'professionalSpace'),
      'link Votre espace professionnel',
    );
    assert.equal(
      nameOf('<button><span>Votre espace</span> <b>professionnel</b></button>', 'professionalSpace'),
      'button Votre espace professionnel',
    );
    assert.equal(
      nameOf('<a href="/x">Votre espace<br>professionnel</a>', 'professionalSpace'),
      'link Votre espace professionnel',
    );
    assert.equal(nameOf('<a href="/o">Mot de passe oublié&nbsp;?</a>', 'forgottenPassword'), 'link Mot de passe oublié ?');
    assert.equal(nameOf('<form><input type="submit" value="CONTINUER"></form>', 'continue'), 'button CONTINUER');
    assert.equal(nameOf('<FORM><INPUT TYPE=SUBMIT VALUE="Continuer"></FORM>', 'continue'), 'button Continuer');
    assert.equal(nameOf('<form><input type="image" src="ok.gif" alt="Valider"></form>', 'validate'), 'button Valider');
    assert.equal(nameOf('<a href="/x" role="button">Connexion</a>', 'connect'), 'button Connexion');
    assert.equal(nameOf('<div role="button" tabindex="0" aria-label="Connexion">OK</div>', 'connect'), 'button Connexion');
    assert.equal(nameOf('<b id="l">Valider</b><button aria-labelledby="l">→</button>', 'validate'), 'button Valider');
  });

  it('does not take another label for it', () => {
    assert.equal(
      nameOf('<button>Valider et continuer</button><p>Continuer</p><label>Continuer <input></label>', 'continue'),
      undefined,
    );
  });

  it('leaves out what a person does not see', () => {
    const hidden = [
      '<button hidden>Valider</button>',
      '<div style="display: none"><button>Valider</button></div>',
      '<style>.x { display: none }</style><p class="x"><button class="x">Valider</button></p>',
      '<button style="visibility:hidden">Valider</button>',
      '<dialog><button>Valider</button></dialog>',
      '<details><summary>Plus</summary><button>Valider</button></details>',
      '<template><button>Valider</button></template>',
      '<style>.sr { position: absolute; left: -9999px }</style><button class="sr">Valider</button>',
    ];
    for (const source of hidden) assert.equal(nameOf(source, 'validate'), undefined, source);
  });

  it('of several, prefers one that is enabled, then of the role of the fiche, then beside the fields', () => {
    const page = pageOf(`
      <nav><a href="/c">Connexion</a></nav>
      <form><input type="search" name="q"><button>Connexion</button></form>
      <form><button disabled>Connexion</button></form>
      <form><label>Identifiant <input></label><label>Mot de passe <input type="password"></label><button>Connexion</button></form>`);
    const found = findControl(page, 'connect');
    assert.equal(found?.role, 'button');
    assert.equal(found?.form, 2);
  });

  it('follows what a target says of its controls', () => {
    const page = pageOf('<button>Se connecter</button><a href="/">Entrer ici</a>');
    assert.equal(findControl(page, 'connect', { connect: { role: 'button', name: 'se connecter' } })?.index, 0);
    assert.equal(findControl(page, 'connect', { connect: { text: 'entrer' } })?.index, 1);
    assert.equal(findControl(page, 'connect', { connect: { role: 'button', text: 'entrer' } }), undefined);
  });
});

describe('findField', () => {
  /** Names of the inputs (`name` is repeated as the id of the parameter) found for each field. */
  const check = (source: string, expected: Partial<Record<FieldName, number | undefined>>, screen?: ScreenName): void => {
    const page = pageOf(source);
    const fields = page.controls.filter((control) => control.kind === 'field');
    for (const [name, rank] of Object.entries(expected)) {
      const found = findField(page, name as FieldName, screen);
      assert.equal(found && fields.indexOf(found), rank, `${name} in ${source}`);
    }
  };

  it('reads the words of labels, however they are tied', () => {
    check(
      '<form><label>Adresse électronique <input name="a"></label><label for="c">Caractères de l’image</label><input id="c"></form>',
      { email: 0, captcha: 1, answer: undefined },
    );
    check('<form><input aria-label="Recopiez le code"><span id="m">Mél</span><input aria-labelledby="m"></form>', {
      email: 1,
      captcha: 0,
    });
    check('<form><input placeholder="Votre courriel"><input title="Saisissez le captcha"></form>', { email: 0, captcha: 1 });
    check('<form><label>Votre réponse <input></label></form>', { answer: 0, email: undefined });
  });

  it('uses type and autocomplete, then order, where nothing is written', () => {
    check('<table><form><tr><td>Adresse électronique<td><input><tr><td>Image<td><input></form></table>', {
      email: 0,
      captcha: 1,
    });
    check('<form><input><input type="email"></form>', { email: 1, captcha: 0 });
    check('<form><input type="password"><input type="password"></form>', {
      newPassword: 0,
      confirmation: 1,
      password: undefined,
    });
    check('<form><input><input type="password"></form>', { identifier: 0, password: 1, newPassword: 1, email: undefined });
    check('<form><input autocomplete="username"><input type="password" autocomplete="current-password"></form>', {
      identifier: 0,
      password: 1,
    });
  });

  it('tells the confirmation from the new password', () => {
    const both = (first: string, second: string, type = 'password'): string =>
      `<form><label>${first}<input type="${type}"></label><label>${second}<input type="${type}"></label></form>`;
    check(both('Nouveau mot de passe', 'Confirmez le nouveau mot de passe'), { newPassword: 0, confirmation: 1 });
    check(both('Confirmation du mot de passe', 'Nouveau mot de passe'), { newPassword: 1, confirmation: 0 });
    check(both('Choisissez un mot de passe', 'Ressaisissez-le'), { newPassword: 0, confirmation: 1 });
    check(both('Mot de passe', 'Saisissez à nouveau le mot de passe'), { newPassword: 0, confirmation: 1 });
    check(both('Nouveau mot de passe (20 caractères minimum, à confirmer)', 'Confirmation'), { newPassword: 0, confirmation: 1 });
    check(both('Nouveau mot de passe', 'Nouveau mot de passe (confirmation)'), { newPassword: 0, confirmation: 1 });
    check(both('Nouveau mot de passe', 'Confirmez le nouveau mot de passe', 'text'), { newPassword: 0, confirmation: 1 });
  });

  it('takes « Identifiant (adresse électronique) » for the identifier', () => {
    check(
      '<form><label>Identifiant (adresse électronique) <input type="email"></label><label>Mot de passe <input type="password"></label></form>',
      { identifier: 0, password: 1, email: undefined, newPassword: 1 },
    );
    check(
      '<form><label>Adresse électronique <input></label><label>Nouveau mot de passe <input type="password"></label></form>',
      { identifier: 0, password: 1 },
      'summary',
    );
    check('<form><label>Identifiant <input></label><label>Code de l’image <input></label></form>', { email: 0, captcha: 1 });
  });

  it('keeps to the form that asks for most, and to what is visible', () => {
    check(
      `<form role="search"><input type="search" aria-label="Rechercher"></form>
       <form><label>Votre courriel pour la lettre d’information <input></label></form>
       <form><label hidden>Adresse <input hidden></label><input type="text" style="display:none" aria-label="Adresse électronique">
         <label>Adresse électronique <input></label><label>Caractères <input></label></form>`,
      { email: 4, captcha: 5 },
    );
  });

  it('knows the answer when the label is the question itself', () => {
    check('<form><label>Quel est le nom de votre premier chien ? <input></label><button>Continuer</button></form>', {
      answer: 0,
    });
    check(
      '<form><label>Quelle était l’adresse de votre école ? <input></label><button>Continuer</button></form>',
      { answer: 0 },
      'question',
    );
    check('<form><label>Votre réponse <input type="password"></label></form>', {
      answer: 0,
      password: undefined,
      newPassword: undefined,
    });
  });

  it('does not take a limit in a hint for the captcha', () => {
    check('<form><label>Adresse électronique (100 caractères au plus) <input></label></form>', { email: 0, captcha: undefined });
    check('<form><label>Mot de passe (20 caractères) <input></label></form>', { captcha: undefined });
  });
});

describe('findCaptchaImage', () => {
  const srcOf = (source: string): string | undefined => findCaptchaImage(pageOf(source))?.src?.replace('http://cible.test/', '');
  const fields = '<input aria-label="Adresse électronique"><input aria-label="Caractères de l’image">';

  it('takes the image of the form, not the logo', () => {
    assert.equal(
      srcOf(`<img src="logo.png" alt="Logo"><img src="fond.png" alt=""><form>${fields}<img src="i/4f2" alt=""></form>`),
      'i/4f2',
    );
    assert.equal(
      srcOf(`<form><img src="/images/logo-captcha.png" alt=""><img src="aide.gif" alt="Aide">${fields}</form>`),
      'images/logo-captcha.png',
    );
  });

  it('takes the image that says so, wherever it stands', () => {
    assert.equal(
      srcOf(`<img src="a.png" alt="Caractères à recopier"><form><img src="b.png" alt="Aide">${fields}</form>`),
      'a.png',
    );
    assert.equal(srcOf('<img src="/captcha?n=1" alt=""><form><input></form>'), 'captcha?n=1');
    assert.equal(
      srcOf('<form><svg role="img" aria-label="captcha"></svg><input aria-label="code"></form>')?.slice(0, 19),
      'data:image/svg+xml,',
    );
  });

  it('finds none where no characters are asked', () => {
    assert.equal(
      srcOf('<img src="images/bandeau.png" alt="Image de fond"><form><label>Votre réponse <input></label></form>'),
      undefined,
    );
    assert.equal(srcOf(`<form>${fields}</form><img src="logo.png" alt="logo">`), undefined);
  });
});
