/** The page's own script: it filters, unfolds what a link points to, and prepares printing. The page reads fully without it. */

/** Plain JavaScript, embedded as it is: the policy of the page admits it by its digest. */
export const SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('filtre');
  const requirements = [...document.querySelectorAll('.requirement')];
  const status = form.querySelector('[role=status]');

  function show(outcome) {
    for (const one of requirements) one.hidden = outcome !== '' && one.dataset.outcome !== outcome;
    for (const chapter of document.querySelectorAll('.chapter')) {
      chapter.hidden = chapter.querySelector('.requirement:not([hidden])') === null;
    }
    for (const digest of document.querySelectorAll('.digest')) digest.hidden = outcome !== '';
    const shown = requirements.filter((one) => !one.hidden).length;
    status.textContent = outcome === '' ? '' : shown + (shown < 2 ? ' exigence affichée' : ' exigences affichées');
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    if (target.closest('[hidden]') !== null) {
      form.reset();
      show('');
    }
    if (target.matches('.requirement')) target.querySelector('details.scenarios')?.setAttribute('open', '');
    for (let one = target; one !== null; one = one.parentElement) if (one.matches('details')) one.open = true;
    target.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener('change', (event) => show(event.target.value));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    const wish = event.target.dataset.details;
    if (wish === undefined) return;
    for (const one of document.querySelectorAll('main details')) one.open = wish === 'open';
  });
  addEventListener('hashchange', reveal);
  if (location.hash !== '') reveal();

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.requirement.failed details:not([open]), .requirement.cantTell > details:not([open])')]
      .filter((one) => !one.matches('.scenario.passed'));
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
})();
`;
