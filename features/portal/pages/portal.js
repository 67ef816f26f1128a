// Makes the customer's pages a little kinder. Everything works without it.
'use strict';

// A link's secret stands behind the "#", which no server sees; the button sends it deliberately.
const token = document.querySelector('#token');
if (token && location.hash.length > 20) {
  token.value = location.hash.slice(1);
  token.form.classList.add('filled');
}

// Says how many questions wait, and leads to the next one.
const form = document.querySelector('form[data-left-many]');
if (form) {
  const button = form.querySelector('button.primary');
  const ready = button.textContent;
  const open = () => [...form.querySelectorAll('[data-ask]')].filter((card) => !card.querySelector('.answer:checked'));
  const say = () => {
    const left = open().length;
    const words = left === 1 ? form.dataset.leftOne : form.dataset.leftMany.replace('{n}', left);
    button.textContent = left ? words : ready;
    button.classList.toggle('waiting', left > 0);
  };
  form.addEventListener('change', say);
  window.addEventListener('pageshow', say);
  form.addEventListener('submit', (event) => {
    const next = open()[0];
    if (!next || event.submitter !== button) return;
    event.preventDefault();
    next.scrollIntoView({ block: 'center' });
    next.querySelector('.answer').focus({ preventScroll: true });
  });
  say();
}

// One press is enough.
for (const each of document.querySelectorAll('form')) {
  each.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (each.dataset.sent) event.preventDefault();
    each.dataset.sent = 'yes';
    setTimeout(() => delete each.dataset.sent, 4000);
  });
}
