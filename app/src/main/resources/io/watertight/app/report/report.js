(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }

  // Theme: the system's until somebody chooses; a page opened from a disk may have no storage.
  var button = document.querySelector('.theme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function stored(value) {
    try {
      if (value) { localStorage.setItem('watertight-theme', value); }
      return localStorage.getItem('watertight-theme');
    } catch (denied) { return value || null; }
  }
  function paint(theme) {
    if (theme) { root.dataset.theme = theme; }
    var isDark = (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
    button.setAttribute('aria-pressed', String(isDark));
    button.textContent = isDark ? 'Light' : 'Dark';
    button.setAttribute('aria-label', isDark ? 'Use light colours' : 'Use dark colours');
  }
  button.hidden = false;
  paint(stored());
  button.addEventListener('click', function () {
    var next = button.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark';
    stored(next);
    paint(next);
  });
  dark.addEventListener('change', function () { paint(); });

  // Filters.
  all('form.filter').forEach(function (form) {
    var items = all('[data-facet]', document.getElementById(form.dataset.for));
    var search = form.querySelector('input[type=search]');
    var boxes = all('input[type=checkbox]', form);
    var status = form.querySelector('.shown');
    form.hidden = false;
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    function apply() {
      var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      var facets = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
      var shown = 0;
      items.forEach(function (item) {
        var fits = facets.indexOf(item.dataset.facet) >= 0 &&
          words.every(function (word) { return item.dataset.search.indexOf(word) >= 0; });
        item.hidden = !fits;
        if (fits) { shown++; }
      });
      status.textContent = shown === items.length ? '' : shown + ' of ' + items.length + ' shown';
    }
    search.addEventListener('input', apply);
    boxes.forEach(function (box) { box.addEventListener('change', apply); });
    var unfold = form.querySelector('.unfold');
    if (unfold) {
      unfold.addEventListener('click', function () {
        var open = items.some(function (item) { return !item.open; });
        items.forEach(function (item) { item.open = open; });
        unfold.textContent = open ? 'Fold all' : 'Unfold all';
      });
    }
  });

  // A link to a finding unfolds it.
  function unfoldTarget() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') { target.hidden = false; target.open = true; }
  }
  window.addEventListener('hashchange', unfoldTarget);
  unfoldTarget();

  // On paper everything is unfolded.
  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = all('details:not([open])');
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener('afterprint', function () {
    folded.forEach(function (one) { one.open = false; });
  });

  // Copying.
  function copy(text, done) {
    function byHand() {
      var area = document.createElement('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      if (document.execCommand('copy')) { done(); }
      area.remove();
    }
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, byHand); } else { byHand(); }
  }
  all('.copy').forEach(function (source) {
    var text = source.textContent;
    if (source.tagName === 'PRE') {
      text = text.split('\n').map(function (line) { return line.slice(1); }).join('\n');
    }
    var press = document.createElement('button');
    press.type = 'button';
    press.className = 'press';
    press.textContent = 'Copy';
    press.setAttribute('aria-label', 'Copy ' + text.slice(0, 60));
    press.addEventListener('click', function () {
      copy(text, function () {
        press.textContent = 'Copied';
        setTimeout(function () { press.textContent = 'Copy'; }, 1500);
      });
    });
    source.insertAdjacentElement('afterend', press);
  });
}());
