/** The page's own script: it filters, unfolds what a link points to, and prepares printing. The page reads fully without it. */

/** Plain JavaScript, embedded as it is: the policy of the page admits it by its digest. */
export const SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('filtre');
  const requirements = [...document.querySelectorAll('.requirement')];
  const chapters = [...document.querySelectorAll('.chapter')];
  const status = form.querySelector('[role=status]');
  const fold = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/\\u2019/g, "'").replace(/\\s+/g, ' ').trim().toLowerCase();
  const texts = new Map();
  const textOf = (one) => {
    if (!texts.has(one)) texts.set(one, fold(one.textContent));
    return texts.get(one);
  };

  /** What the filter asks for, in the words of its own controls: a printed page says them. */
  function asked() {
    const checked = form.querySelector('input:checked');
    const { chapter, text } = form.elements;
    return [
      checked.value === '' ? '' : checked.nextElementSibling.firstChild.textContent.trim(),
      chapter.value === '' ? '' : chapter.selectedOptions[0].textContent,
      text.value.trim() === '' ? '' : '\\u201c' + text.value.trim() + '\\u201d',
    ].filter((one) => one !== '');
  }

  function apply() {
    const outcome = form.elements.outcome.value;
    const chapter = form.elements.chapter.value;
    const text = fold(form.elements.text.value);
    for (const one of requirements) {
      one.hidden = (outcome !== '' && one.dataset.outcome !== outcome)
        || (chapter !== '' && one.parentElement.dataset.chapter !== chapter)
        || (text !== '' && !textOf(one).includes(text));
    }
    for (const one of chapters) one.hidden = one.querySelector('.requirement:not([hidden])') === null;
    const words = asked();
    for (const one of document.querySelectorAll('main > .digest')) one.hidden = words.length > 0;
    const shown = requirements.filter((one) => !one.hidden).length;
    const { none, one, many } = form.dataset;
    const number = shown === 0 ? none : shown === 1 ? one : many.replace('%', String(shown));
    status.textContent = words.length === 0 ? '' : [number, ...words].join(' \\u00b7 ');
  }

  function reveal() {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = document.getElementById(id);
    if (target === null) return;
    if (target.closest('[hidden]') !== null) {
      for (const name of ['outcome', 'chapter', 'text']) form.elements[name].value = '';
      apply();
      status.textContent = form.dataset.lifted;
    }
    if (target.matches('.requirement')) target.querySelector('details.scenarios')?.setAttribute('open', '');
    for (let one = target; one !== null; one = one.parentElement) if (one.matches('details')) one.open = true;
    target.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('click', (event) => {
    const wish = event.target.dataset.details;
    if (wish === undefined) return;
    for (const one of document.querySelectorAll('main details')) one.open = wish === 'open';
  });
  addEventListener('hashchange', reveal);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link === null) return;
    // The same address again changes nothing that the browser would tell of.
    if (link.hash === location.hash) reveal();
    if (link.matches('.anchor')) copy(link);
  });

  function copy(link) {
    navigator.clipboard?.writeText(link.href).then(() => {
      for (const one of document.querySelectorAll('.anchor[data-said]')) delete one.dataset.said;
      link.dataset.said = form.dataset.copied;
    }, () => {});
  }

  // A browser keeps what was typed when the page is loaded again.
  apply();
  if (location.hash !== '') reveal();

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open]):not(.exchange.passed)')];
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
})();
`;
