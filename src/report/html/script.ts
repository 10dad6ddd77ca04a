/**
 * The page's script, as it runs in the reader's browser: filters the embedded findings and builds only as many
 * of them as are looked at. It never writes HTML, only elements and text, so that nothing in a finding can act.
 */
export const SCRIPT = String.raw`
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var SEVERITIES = ['critical', 'warning', 'suggestion'];
  var CONFIDENCES = ['', 'medium confidence', 'low confidence'];
  var FIXES = ['', '${'`'}rustperf fix${'`'} applies it', '${'`'}rustperf fix --unsafe${'`'} applies it; read the result'];
  var BATCH = 40;
  /* After so many findings only the button brings more, so that the end of the page can be reached. */
  var UNASKED = 400;
  var form = document.getElementById('filters');
  var list = document.getElementById('list');
  var status = document.getElementById('status');
  var more = document.getElementById('more');
  var field = function (name) { return form.elements.namedItem(name); };
  var shown = [];
  var built = 0;
  var lastGroup = null;

  data.findings.forEach(function (finding) {
    finding.key = (data.rules[finding.r] + '\n' + data.texts[finding.m]).toLowerCase();
    finding.at = data.paths[finding.p].toLowerCase();
  });

  function make(name, className, children) {
    var element = document.createElement(name);
    if (className) element.className = className;
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  function sentence(text) {
    return text.split(/(${'`'}[^${'`'}]+${'`'})/).map(function (part, index) {
      return index % 2 === 1 ? make('code', '', [part.slice(1, -1)]) : part;
    });
  }

  function placeOf(place) {
    var text = data.paths[place.p] + ':' + place.l + ':' + place.c;
    var where = make(place.u ? 'a' : 'span', 'code', [text]);
    if (place.u) { where.href = place.u; where.rel = 'noreferrer'; }
    return where;
  }

  function frameOf(place) {
    if (!place.f) return '';
    var frame = make('div', 'frame');
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', 'code from line ' + place.f[0][0]);
    var previous = null;
    place.f.forEach(function (line) {
      if (previous !== null && line[0] > previous + 1) frame.append(make('div', 'row gap', [make('span', '', ['…']), make('code', '', ['…'])]));
      previous = line[0];
      var text = data.texts[line[1]];
      var code = make('code', '', line.length < 4 ? [text] : [text.slice(0, line[2]), make('mark', '', [text.slice(line[2], line[3])]), text.slice(line[3])]);
      frame.append(make('div', 'row', [make('span', '', [String(line[0])]), code]));
    });
    return frame;
  }

  function fact(into, term, content) { into.append(make('dt', '', [term]), make('dd', '', content)); }

  function findingOf(finding) {
    var severity = SEVERITIES[finding.s];
    var article = make('article', 'finding ' + severity);
    var heading = make('h4', '', [make('span', 'tag ' + severity, [severity])]);
    if (finding.n === 1) heading.append(make('span', 'tag new', ['new']));
    sentence(data.texts[finding.m]).forEach(function (part) { heading.append(part); });
    var where = make('p', 'where', [placeOf(finding), ' · ', make('span', 'code', [data.rules[finding.r]])]);
    if (CONFIDENCES[finding.q]) where.append(' · ' + CONFIDENCES[finding.q]);
    article.append(heading, where, frameOf(finding));
    (finding.o || []).forEach(function (other) {
      article.append(make('div', 'second', [make('p', '', sentence(data.texts[other.m])), make('p', 'where', [placeOf(other)]), frameOf(other)]));
    });
    var facts = make('dl', 'facts');
    if (finding.h !== undefined) fact(facts, 'help', sentence(data.texts[finding.h]));
    (finding.e || []).forEach(function (text) { fact(facts, 'measured', sentence(data.texts[text])); });
    if (finding.x) fact(facts, 'fix', sentence(FIXES[finding.x]));
    if (facts.firstChild) article.append(facts);
    var words = document.getElementById('rule-' + data.rules[finding.r]);
    if (words) {
      var details = make('details', '', [make('summary', '', ['Why, and what to write instead'])]);
      details.addEventListener('toggle', function () {
        if (details.children.length === 1) details.append(make('div', '', [words.content.cloneNode(true)]));
      });
      article.append(details);
    }
    return article;
  }

  function groupOf(finding) {
    return field('sort').value === 'file' ? data.paths[finding.p] : { critical: 'Critical', warning: 'Warnings', suggestion: 'Suggestions' }[SEVERITIES[finding.s]];
  }

  function build() {
    var end = Math.min(shown.length, built + BATCH);
    var batch = document.createDocumentFragment();
    for (; built < end; built += 1) {
      var group = groupOf(shown[built]);
      if (group !== lastGroup) batch.append(make('h3', '', [group]));
      lastGroup = group;
      batch.append(findingOf(shown[built]));
    }
    list.append(batch);
    more.hidden = built >= shown.length;
  }

  function number(value) { return value.toLocaleString('en-US'); }

  function byFile(a, b) {
    var left = data.paths[a.p], right = data.paths[b.p];
    return left < right ? -1 : left > right ? 1 : a.l - b.l || a.c - b.c;
  }

  function wanted() {
    var text = field('text').value.trim().toLowerCase();
    var path = field('path').value.trim().toLowerCase();
    var rule = field('rule').value;
    var severities = SEVERITIES.map(function (name) { return field(name).checked; });
    var fresh = field('new') && field('new').checked;
    return data.findings.filter(function (finding) {
      return severities[finding.s] && (rule === '' || data.rules[finding.r] === rule) && (!fresh || finding.n !== 0) &&
        (path.startsWith('./') ? finding.at.startsWith(path.slice(2)) : finding.at.includes(path)) && (text === '' || finding.key.includes(text));
    });
  }

  function refresh() {
    shown = wanted();
    if (field('sort').value === 'file') shown.sort(byFile);
    built = 0;
    lastGroup = null;
    list.replaceChildren();
    build();
    if (shown.length === 0) list.append(make('p', 'empty', ['No finding matches these filters.']));
    status.textContent = 'Showing ' + number(shown.length) + ' of ' + number(data.findings.length) + (data.findings.length === 1 ? ' finding' : ' findings');
    document.querySelectorAll('.bar').forEach(function (bar) {
      bar.setAttribute('aria-pressed', String(field(bar.dataset.field).value === bar.dataset.value));
    });
  }

  /* The filters live in the address, so that a link shows what its sender saw. */
  function remember() {
    var state = new URLSearchParams();
    ['text', 'path', 'rule'].forEach(function (name) { if (field(name).value) state.set(name, field(name).value); });
    if (field('sort').value !== 'rank') state.set('sort', field('sort').value);
    SEVERITIES.forEach(function (name) { if (!field(name).checked) state.set(name, 'off'); });
    if (field('new') && field('new').checked) state.set('new', 'on');
    var text = state.toString();
    try { history.replaceState(null, '', text ? '#' + text : location.pathname + location.search); } catch { /* some viewers forbid it */ }
  }

  function recall() {
    var state = new URLSearchParams(location.hash.slice(1));
    ['text', 'path', 'rule', 'sort'].forEach(function (name) { if (state.has(name)) field(name).value = state.get(name); });
    if (field('sort').selectedIndex < 0) field('sort').value = 'rank';
    if (field('rule').selectedIndex < 0) field('rule').value = '';
    SEVERITIES.forEach(function (name) { field(name).checked = state.get(name) !== 'off'; });
    if (field('new')) field('new').checked = state.get('new') === 'on';
  }

  var waiting = 0;
  function changed() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { refresh(); remember(); }, 120);
  }

  form.addEventListener('input', changed);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(changed); });
  document.querySelectorAll('.bar').forEach(function (bar) {
    bar.addEventListener('click', function () {
      var target = field(bar.dataset.field);
      target.value = target.value === bar.dataset.value ? '' : bar.dataset.value;
      refresh();
      remember();
    });
  });
  more.querySelector('button').addEventListener('click', function () {
    var next = built;
    for (var times = 0; times < 5; times += 1) build();
    var first = list.querySelectorAll('article')[next];
    if (first) { first.tabIndex = -1; first.focus(); }
  });
  if ('IntersectionObserver' in window) {
    new IntersectionObserver(function (entries) {
      if (entries.some(function (entry) { return entry.isIntersecting; }) && built < UNASKED) build();
    }, { rootMargin: '1200px' }).observe(more);
  }
  window.addEventListener('hashchange', function () { recall(); refresh(); });
  recall();
  refresh();
})();
`;
