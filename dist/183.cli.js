export const id=183;export const ids=[183];export const modules={9924:(e,t,r)=>{r.d(t,{ES:()=>l,Jj:()=>s,Lx:()=>c,TN:()=>o,g$:()=>i,qP:()=>d});let n=/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;function i(e){return e.replace(n,a).replaceAll("##[","#♯[")}function a(e){let t=e.charCodeAt(0);return 9===t?" ":t<32?String.fromCharCode(9216+t):127===t?"␡":"�".repeat(e.length)}function o(e){return i(e.replace(/\s+/gu," ").trim())}function l(e){return e.replace(/\p{Surrogate}/gu,"�")}function s(e,t){var r,n;let i;if(e.length<=t)return e;let a=(r=e,n=t-2,(i=r.charCodeAt(n))>=55296&&i<=56319)?t-2:t-1;return`${e.slice(0,Math.max(0,a))}…`}function d(e){if(!URL.canParse(e))return;let t=new URL(e);if("https:"===t.protocol||"http:"===t.protocol)return t.href.replaceAll("(","%28").replaceAll(")","%29").replaceAll("'","%27").replaceAll("\\","%5C")}function c(e){return l(e).split("/").map(encodeURIComponent).join("/")}},2890:(e,t,r)=>{function n(e){let t=new Map;return r=>(t.has(r)||t.set(r,e.source(r)?.split(/\r\n|\n|\r/)),t.get(r))}function i(e,t,r={}){let{context:n=0,most:a=6}=r;if(void 0===e||t.line>e.length)return;let o=t.endLine>t.line&&t.endColumn<=1?t.endLine-1:t.endLine,l=Math.max(t.line,Math.min(o,e.length)),s=[],d=Math.max(1,t.line-n),c=Math.min(e.length,l+n);for(let r=d;r<=c;r+=1)l-t.line>=a&&r>t.line+a-2&&r<l||s.push(function(e,t,r,n){let i=e[t-1]??"";if(t<r.line||t>n)return{number:t,text:i,mark:null};let a=i.length-i.trimStart().length,o=t===r.line?Math.min(r.column-1,i.length):a,l=t===r.endLine?r.endColumn-1:i.trimEnd().length;return{number:t,text:i,mark:{from:o,to:Math.max(o,Math.min(l,i.length))}}}(e,r,t,l));return{lines:s,multiline:l>t.line}}function a(e){let t=e.lines.filter(e=>""!==e.text.trim()).map(e=>/^[ \t]*/.exec(e.text)?.[0]??""),r=t.reduce(o,t[0]??"").length;if(0===r)return e;let n=e.lines.map(({number:e,text:t,mark:n})=>({number:e,text:t.slice(Math.min(r,t.length)),mark:n&&{from:Math.max(0,n.from-r),to:Math.max(0,n.to-r)}}));return{...e,lines:n}}function o(e,t){let r=0;for(;r<e.length&&e[r]===t[r];)r+=1;return e.slice(0,r)}function l(e,t){if(e.text.length<=t)return e;let r=e.mark??{from:0,to:0},n=Math.min(r.to-r.from,t),i=Math.floor((t-n)/3),a=s(e.text,Math.max(0,Math.min(r.from-i,e.text.length-t))),o=s(e.text,Math.min(e.text.length,a+t)),l=a>0?"…":"",d=o<e.text.length?"…":"",c=l.length-a,f=`${l}${e.text.slice(a,o)}${d}`,m=e=>Math.max(0,Math.min(e+c,f.length));return{number:e.number,text:f,mark:null===e.mark?null:{from:m(r.from),to:m(r.to)}}}function s(e,t){let r=e.charCodeAt(t);return r>=56320&&r<=57343?t+1:t}r.d(t,{$Q:()=>l,Dm:()=>i,TW:()=>a,gd:()=>n})},9183:(e,t,r)=>{r.r(t),r.d(t,{renderHtml:()=>A});var n=r(7598),i=r(4438),a=r(9924),o=r(2890),l=r(4702);let{replace:s}="",d=/[&<>'"]/g,c={"&":"&amp;","<":"&lt;",">":"&gt;","'":"&#39;",'"':"&quot;"},f=e=>c[e];class m{text;constructor(e){this.text=e}static trusted(e){return new m(e)}}function u(e,...t){let r=e.map((e,r)=>{var n;let i;return`${e}${r<t.length?(n=t[r]??"")instanceof m?n.text:"object"==typeof n?n.map(e=>e.text).join(""):(i=g(String(n)),s.call(i,d,f)):""}`});return m.trusted(r.join(""))}let p=m.trusted("");function g(e){return(0,a.ES)(e).split(/(\r\n|[\n\t])/).map((e,t)=>t%2==1?e:(0,a.g$)(e)).join("")}function h(e,t,r,n){let a=r.slice(0,8),o=Math.max(...a.map(e=>(0,l.X5)(e.counts))),s=r.length-a.length;return u`<div class="chart"><h3>${e}</h3><ul>${a.map(e=>{var r,n,a;let s,d;return r=e,n=t,a=o,s=(0,l.X5)(r.counts),d=i.oC.filter(e=>r.counts[e]>0).map(e=>(0,l.Rq)(e,r.counts[e])),u`<li><button type="button" class="bar" data-field="${n}" data-value="${"path"===n?`./${r.name}`:r.name}" aria-pressed="false" title="${d.join(", ")}"><span class="name">${r.name}</span><span class="number">${(0,l.zD)(s)}</span><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4"/>${b(r.counts,a,4)}</svg></button></li>`})}</ul>${s>0?u`<p class="more">and ${(0,l.U9)(s,`more ${n}`)}</p>`:p}</div>`}function b(e,t,r){let n=0;return i.oC.filter(t=>e[t]>0).map(i=>{let a=100*e[i]/t,o=u`<rect class="${i}" x="${n.toFixed(2)}" width="${a.toFixed(2)}" height="${r}"/>`;return n+=a,o})}function v(e,t){let r=new Map;for(let n of e){let e=t(n),i=r.get(e)??{critical:0,warning:0,suggestion:0};i[n.severity]+=1,r.set(e,i)}return[...r].map(([e,t])=>({name:e,counts:t})).sort((e,t)=>(0,l.X5)(t.counts)-(0,l.X5)(e.counts)||(0,i.n6)(e.name,t.name))}function w(e,t){let r=e.split("/");return r.length<=t?e:`${r.slice(0,t).join("/")}/`}var x=r(4101);let $={critical:0,warning:1,suggestion:2},y={high:0,medium:1,low:2};function k(){let e=new Map,t=[];return{all:t,of:r=>{let n=e.get(r);return void 0!==n?n:(e.set(r,t.length),t.push(r)-1)}}}var E=r(2752);function S(e){return u`${M((0,E.I)(e))}`}function C(e){return u`${(0,E.B)(e).map(I)}`}function I(e){return"code"===e.kind?u`<pre><code>${e.text}</code></pre>`:"list"===e.kind?u`<ul>${e.items.map(e=>u`<li>${M(e)}</li>`)}</ul>`:u`<p>${M(e.pieces)}</p>`}function M(e){return e.map(e=>"code"===e.kind?u`<code>${e.text}</code>`:u`${e.text}`)}let z=String.raw`
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var SEVERITIES = ['critical', 'warning', 'suggestion'];
  var CONFIDENCES = ['', 'medium confidence', 'low confidence'];
  var FIXES = ['', '${"`"}rustperf fix${"`"} applies it', '${"`"}rustperf fix --unsafe${"`"} applies it; read the result'];
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
    return text.split(/(${"`"}[^${"`"}]+${"`"})/).map(function (part, index) {
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
`,N=`
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --line: #d9dde3; --soft: #eef0f3; --text: #1b1f24; --dim: #57606a;
  --link: #0b57d0; --focus: #0b57d0; --mark: #fff0b8; --code: #f6f8fa;
  --critical: #b42318; --critical-soft: #fdecea; --warning: #8a5300; --warning-soft: #fdf3dc;
  --suggestion: #175cd3; --suggestion-soft: #e8f0fe; --good: #12703f; --good-soft: #e3f5ea;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1216; --card: #171b21; --line: #313842; --soft: #222831; --text: #e8ebef; --dim: #a5afbb;
    --link: #8ab4f8; --focus: #8ab4f8; --mark: #5c4a09; --code: #11151a;
    --critical: #ff9a8d; --critical-soft: #3c1c19; --warning: #f2c265; --warning-soft: #372a10;
    --suggestion: #9cc0ff; --suggestion-soft: #1b2a45; --good: #7fd6a3; --good-soft: #14301f;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main, header, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
code, pre, .code { font-family: var(--mono); font-size: .875em; }
:not(pre) > code { background: var(--soft); border-radius: 4px; padding: .1em .3em; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: pretty; }
h1 { font-size: 1.9rem; letter-spacing: -.015em; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 1rem; }
h3 { font-size: 1rem; margin: 2rem 0 .75rem; color: var(--dim); font-weight: 600; overflow-wrap: anywhere; }
h4 { font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
p { margin: .5rem 0; }
.skip { position: absolute; left: -999px; top: 0; background: var(--card); padding: .75rem 1rem; z-index: 2; }
.skip:focus { left: 1rem; top: 1rem; }
header { padding-top: 2.5rem; }
.brand { color: var(--dim); font-weight: 600; margin: 0 0 .5rem; }
.brand b { color: var(--text); }
.under { color: var(--dim); margin: .6rem 0 0; overflow-wrap: anywhere; }
.banner { margin: 1.25rem 0 0; padding: .75rem 1rem; border-radius: 10px; border: 1px solid currentColor; }
.banner.fails { color: var(--critical); background: var(--critical-soft); }
.banner.passes { color: var(--good); background: var(--good-soft); }
.banner.partial { color: var(--warning); background: var(--warning-soft); }
.banner p { margin: 0; } .banner ul { margin: .4rem 0 0; padding-left: 1.25rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; padding: 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.tile dt { color: var(--dim); } .tile dd { margin: 0; font-size: 1.75rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile dd small { font-size: .875rem; font-weight: 500; color: var(--dim); margin-left: .4rem; }
.tile.critical dd { color: var(--critical); } .tile.warning dd { color: var(--warning); } .tile.suggestion dd { color: var(--suggestion); }
.whole { display: block; width: 100%; height: 10px; margin-top: .75rem; border-radius: 5px; }
rect.critical { fill: var(--critical); } rect.warning { fill: var(--warning); } rect.suggestion { fill: var(--suggestion); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: .75rem 1rem; }
.chart { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; min-width: 0; }
.chart h3 { margin: 0 0 .5rem; color: var(--text); }
.chart ul { list-style: none; margin: 0; padding: 0; }
.bar { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem; width: 100%; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; text-align: left; padding: .35rem .5rem; cursor: pointer; }
.bar:hover { background: var(--soft); }
.bar[aria-pressed="true"] { background: var(--soft); box-shadow: inset 3px 0 0 var(--focus); }
.bar .name { font-family: var(--mono); font-size: .85rem; overflow-wrap: anywhere; }
.bar .number { font-variant-numeric: tabular-nums; color: var(--dim); }
.bar svg { grid-column: 1 / -1; display: block; width: 100%; height: 6px; margin-top: .2rem; }
.bar rect.rest { fill: var(--soft); }
.bar:hover rect.rest, .bar[aria-pressed="true"] rect.rest { fill: var(--line); }
.more { color: var(--dim); margin: .4rem .5rem 0; font-size: .9rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; }
.filters label, .filters legend { font-size: .875rem; color: var(--dim); padding: 0; }
.field { display: grid; gap: .25rem; flex: 1 1 11rem; min-width: 0; }
.field.wide { flex: 2 1 16rem; }
.filters input[type="search"], .filters select { font: inherit; color: inherit; background: var(--page); border: 1px solid #848c96; border-radius: 6px; padding: .4rem .6rem; width: 100%; min-height: 2.6rem; }
.filters fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.checks { display: flex; flex-wrap: wrap; gap: .25rem 1rem; min-height: 2.6rem; align-items: center; margin-top: .25rem; }
.filters .checks label { display: flex; gap: .4rem; align-items: center; color: var(--text); font-size: 1rem; min-height: 1.75rem; }
.filters input[type="checkbox"] { width: 1.1rem; height: 1.1rem; accent-color: var(--focus); margin: 0; }
button.plain { font: inherit; font-weight: 600; color: var(--link); background: var(--card); border: 1px solid #848c96; border-radius: 6px; padding: .4rem .9rem; min-height: 2.6rem; cursor: pointer; }
button.plain:hover { background: var(--soft); }
.status { color: var(--dim); margin: .9rem 0 0; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem; margin: 0 0 .75rem; content-visibility: auto; contain-intrinsic-size: auto 17rem; }
.finding.critical { border-left-color: var(--critical); } .finding.warning { border-left-color: var(--warning); } .finding.suggestion { border-left-color: var(--suggestion); }
.tag { display: inline-block; font-size: .8rem; font-weight: 650; line-height: 1; padding: .3em .55em; border-radius: 999px; margin-right: .5rem; vertical-align: .1em; background: var(--soft); }
.tag.critical { color: var(--critical); background: var(--critical-soft); } .tag.warning { color: var(--warning); background: var(--warning-soft); }
.tag.suggestion { color: var(--suggestion); background: var(--suggestion-soft); } .tag.new { color: var(--good); background: var(--good-soft); }
.where { color: var(--dim); font-size: .925rem; margin: .35rem 0 .6rem; overflow-wrap: anywhere; }
.where .code { font-size: .9em; }
.frame { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: .5rem 0; margin: .5rem 0; font-family: var(--mono); font-size: .84rem; line-height: 1.6; }
.row { display: grid; grid-template-columns: 3.6em minmax(0, 1fr); }
.row > span { color: var(--dim); text-align: right; padding-right: .9em; user-select: none; }
.row > code { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; padding: 0 .75rem 0 0; background: none; font-size: inherit; border-radius: 0; }
.row mark { background: var(--mark); color: inherit; border-radius: 2px; box-shadow: 0 2px 0 currentColor; }
.row.gap { color: var(--dim); }
dl.facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .3rem .8rem; margin: .6rem 0 0; }
dl.facts dt { color: var(--dim); } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.second { margin: .75rem 0 0; } .second p { margin: 0; overflow-wrap: anywhere; }
details { margin: .75rem 0 0; }
summary { cursor: pointer; color: var(--link); font-weight: 600; width: fit-content; padding: .15rem 0; }
details > div { border-left: 3px solid var(--line); padding: 0 0 0 1rem; margin: .5rem 0 0; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.profile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem; }
.wide-table { width: 100%; border-collapse: collapse; margin-top: .75rem; }
.wide-table th, .wide-table td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.center { text-align: center; padding: .5rem 0 1rem; }
.empty b { display: block; font-size: 2rem; line-height: 1.2; color: var(--good); }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 10px; padding: 1.5rem; text-align: center; color: var(--dim); }
.notes { padding-left: 1.25rem; overflow-wrap: anywhere; }
footer { color: var(--dim); font-size: .9rem; padding-top: 2rem; padding-bottom: 3rem; }
@media (max-width: 40rem) {
  main, header, footer { padding-left: 1rem; padding-right: 1rem; }
  header { padding-top: 1.5rem; } h1 { font-size: 1.5rem; }
  .tiles { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5rem; } .tile { padding: .6rem .7rem; } .tile dd { font-size: 1.4rem; } .tile dt { font-size: .85rem; }
  .tile dd small { display: block; margin: 0; }
  .finding { padding: .85rem .8rem; } dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .3rem; } .frame { font-size: .78rem; } .row { grid-template-columns: 3em minmax(0, 1fr); }
  .wide-table, .wide-table tbody, .wide-table tr, .wide-table td { display: block; } .wide-table thead { position: absolute; left: -999px; }
  .wide-table tr { border-top: 1px solid var(--line); padding: .4rem 0; } .wide-table td { border: 0; padding: .1rem 0; }
  .wide-table td[data-label]::before { content: attr(data-label) ": "; color: var(--dim); }
  .filters { padding: .8rem; gap: .6rem .75rem; } .field, .field.wide { flex: 1 1 8.5rem; }
}
@media print { .filters, .skip, .center { display: none; } body { background: none; } .finding { break-inside: avoid; content-visibility: visible; } }
@media (forced-colors: active) { .row mark { outline: 1px solid; } .bar[aria-pressed="true"] { outline: 2px solid; } }
`;function A(e,t,r={}){var n,s,d,c,f,E,I,M,R,F,O,j,q,T,U;let D,P,W,X,V,G,H,J,K,Q,Z,Y,_,ee,et,er,en,ei,ea,eo,el;return u`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${`default-src 'none'; style-src '${B(N)}'; script-src '${B(z)}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${(0,l.ur)(e.summary)??"no findings"} · rustperf</title>
<style>${m.trusted(N)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${s=e,d=t,u`<header>
<p class="brand"><b>rustperf</b> performance audit</p>
<h1>${(0,l.ur)(s.summary)??"No performance problems found"}</h1>
<p class="under"><code>${s.root}</code> · ${c=s,[(0,l.AN)(c),(0,l.kF)(c)].filter(e=>void 0!==e).join("; ")}</p>
${f=s,X=(E=d).gate.length,V=f.notes.filter(e=>"incomplete"===e.kind),G=f.complete?p:u`<div class="banner partial"><p><b>Not everything could be audited.</b></p><ul>${V.map(e=>u`<li>${void 0===e.path?p:u`<code>${e.path}</code>: `}${S(e.message)}</li>`)}</ul></div>`,X>0?u`<div class="banner fails"><p><b>This run fails:</b> ${(0,l.U9)(X,"finding")} at or above ${E.failOn}.</p></div>${G}`:f.complete?u`<div class="banner passes"><p><b>This run passes.</b></p></div>`:G}
${function(e){var t;let r;if(0===e.findings.length)return p;let n=(0,l.UE)(e);return u`<dl class="tiles">${i.oC.map(t=>{let r=n?.new[t]??0;return u`<div class="tile ${t}"><dt>${t}</dt><dd>${(0,l.zD)(e.summary[t])}${r>0?u`<small>${(0,l.zD)(r)} new</small>`:p}</dd></div>`})}</dl>${t=e.summary,r=i.oC.map(e=>(0,l.Rq)(e,t[e])).join(", "),u`<svg class="whole" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${r}">${b(t,(0,l.X5)(t),4)}</svg>`}`}(s)}
</header>`}
<main>
${0===e.findings.length?p:(D=v(n=e.findings,e=>e.rule),P=function(e){for(let t=6;t>1;t-=1)if(new Set(e.map(e=>w(e.path,t))).size<=8)return t;return 2}(n),W=v(n,e=>w(e.path,P)),u`<section aria-labelledby="overview"><h2 id="overview">Where they are</h2><div class="charts">
${h("By rule","rule",D,"rule")}${W.length>1?h("By place","path",W,"place"):p}
</div></section>`)}
${0===e.suggestedProfiles.length?p:(I=e.suggestedProfiles,u`<section aria-labelledby="profiles"><h2 id="profiles">Suggested build profile</h2>${I.map(L)}</section>`)}
${0===(H=e.notes.filter(e=>"info"===e.kind)).length?p:u`<section aria-labelledby="notes"><h2 id="notes">Notes</h2><details><summary>${(0,l.U9)(H.length,"note")}</summary><ul class="notes">${H.map(e=>u`<li>${void 0===e.path?p:u`<code>${e.path}</code>: `}${S(e.message)}</li>`)}</ul></details></section>`}
${0===e.findings.length?(K=0===(J=(M=e).summary.suppressed+M.summary.baselined)?"Nothing was suppressed.":`${(0,l.U9)(J,"known finding")} not shown: suppressed in the source or in the baseline.`,u`<section aria-labelledby="findings"><h2 id="findings" tabindex="-1">Findings</h2><p class="empty"><b aria-hidden="true">✓</b>No findings. ${K}</p></section>`):(Q=[...new Set((R=e).findings.map(e=>e.rule))].sort(),Z=R.findings.some(e=>null!==e.changed),u`<section aria-labelledby="findings">
<h2 id="findings" tabindex="-1">Findings</h2>
<form id="filters" class="filters" role="search" aria-label="filter the findings">
<div class="field wide"><label for="text">Message or rule</label><input type="search" id="text" name="text" autocomplete="off"></div>
<div class="field wide"><label for="path">Path</label><input type="search" id="path" name="path" autocomplete="off" spellcheck="false"></div>
<div class="field"><label for="rule">Rule</label><select id="rule" name="rule"><option value="">all rules</option>${Q.map(e=>u`<option value="${e}">${e}</option>`)}</select></div>
<div class="field"><label for="sort">Order</label><select id="sort" name="sort"><option value="rank">worst first</option><option value="file">by file</option></select></div>
<fieldset><legend>Severity</legend><div class="checks">${i.oC.map(e=>u`<label><input type="checkbox" name="${e}" checked>${e}</label>`)}</div></fieldset>
${Z?u`<fieldset><legend>Change</legend><div class="checks"><label><input type="checkbox" name="new">only new</label></div></fieldset>`:p}
<button class="plain" type="reset">Reset</button>
</form>
<p class="status" id="status" role="status"></p>
<div id="list">${F=R.findings,Y=(0,x.ad)(F).slice(0,100),_=F.length-Y.length,u`<ul class="notes">${Y.map(e=>u`<li><span class="tag ${e.severity}">${e.severity}</span><code>${e.path}:${e.line}</code> ${S(e.message)}</li>`)}</ul>${_>0?u`<p>${(0,l.U9)(_,"more finding")} with scripts enabled.</p>`:p}`}</div>
<p class="center" id="more" hidden><button class="plain" type="button">Show more findings</button></p>
</section>`)}
</main>
<footer><p>Written by <a href="https://github.com/rustperf/action" rel="noreferrer">rustperf</a> ${e.tool.version}.</p></footer>
${0===e.findings.length?p:(O=e,j=t,q=r,el=(T=O.findings,U={lines:(0,o.gd)(j),linkBase:q.linkBase??(()=>void 0)},ee=k(),et=k(),er=k(),en=e=>er.of(g((0,a.Jj)(e,2e3))),ei=e=>{let{number:t,text:r,mark:n}=(0,o.$Q)(e,240);return n?[t,er.of(g(r)),n.from,n.to]:[t,er.of(g(r))]},ea=(e,t)=>{let r=(0,a.qP)(U.linkBase(e)??""),n=(0,o.Dm)(U.lines(e.path),e,{context:t});return{p:et.of(g(e.path)),l:e.line,c:e.column,...void 0!==r&&{u:r},...n&&{f:(0,o.TW)(n).lines.map(ei)}}},eo=(0,x.ad)(T).map(e=>{let{help:t,evidence:r,changed:n,fix:i,related:a}=e;return{...ea(e,1),r:ee.of(e.rule),s:$[e.severity],q:y[e.confidence],m:en(e.message),...""!==t&&{h:en(t)},...r.length>0&&{e:r.map(e=>en(e.message))},...null!==n&&{n:+!!n},...i&&{x:"machine-applicable"===i.applicability?1:2},...a.length>0&&{o:a.slice(0,12).map(e=>({...ea(e,0),m:en(e.message)}))}}}),{rules:ee.all,paths:et.all,texts:er.all,findings:eo}),u`${el.rules.map(e=>(function(e){if(!e)return p;let t=(0,a.qP)(e.url),r=void 0===t?p:u`<p><a href="${t}" rel="noreferrer">More about <code>${e.id}</code></a></p>`;return u`<template id="rule-${e.id}">${C(e.why)}<p><b>Instead:</b></p>${C(e.fix)}${r}</template>`})(j.rules.get(e)))}
<script type="application/json" id="data">${m.trusted(JSON.stringify(el).replaceAll("<","\\u003c").replaceAll(">","\\u003e").replaceAll("&","\\u0026"))}</script>
<script>${m.trusted(z)}</script>`)}
</body>
</html>
`.text}function B(e){return`sha256-${(0,n.createHash)("sha256").update(e).digest("base64")}`}function L(e){return u`<div class="profile"><p>For <code>${e.manifest}</code>: ${S(e.because)}.</p>
<pre><code>${e.toml.trimEnd()}</code></pre>
<table class="wide-table"><thead><tr><th scope="col">Setting</th><th scope="col">Now</th><th scope="col">Brings</th><th scope="col">Costs</th></tr></thead><tbody>${e.settings.map(e=>u`<tr><td><code>${e.key} = ${e.value}</code></td><td data-label="Now">${null===e.current?"not set":u`<code>${e.current}</code>`}</td><td data-label="Brings">${S(e.reason)}</td><td data-label="Costs">${S(e.cost)}</td></tr>`)}</tbody></table></div>`}},2752:(e,t,r)=>{function n(e){let t=[],r=0;for(let n of e.matchAll(/(`+)([^`]+)\1(?!`)/g))n.index>r&&t.push({kind:"words",text:e.slice(r,n.index)}),t.push({kind:"code",text:n[2]??""}),r=n.index+n[0].length;return r<e.length&&t.push({kind:"words",text:e.slice(r)}),t}function i(e){let t=[],r=e.split(/\r?\n/),i=0;for(;i<r.length;){let e=r[i]??"",l=/^\s*```\s*([\w-]*)/.exec(e);if(l){let e=r.findIndex((e,t)=>t>i&&/^\s*```\s*$/.test(e)),n=-1===e?r.length:e;t.push({kind:"code",language:l[1]??"",text:r.slice(i+1,n).join("\n")}),i=n+1}else if(""===e.trim())i+=1;else{let e=function(e,t){let r=e.findIndex((e,r)=>r>t&&(""===e.trim()||/^\s*```/.test(e)));return -1===r?e.length:r}(r,i);t.push(...function(e){let t=e.findIndex(e=>a.test(e)),r=-1===t?e:e.slice(0,t),i=[];if(r.length>0&&i.push({kind:"paragraph",pieces:n(o(r))}),-1===t)return i;let l=[];for(let r of e.slice(t))a.test(r)?l.push([r.replace(a,"")]):l.at(-1)?.push(r);return i.push({kind:"list",items:l.map(e=>n(o(e)))}),i}(r.slice(i,e))),i=e}}return t}r.d(t,{B:()=>i,I:()=>n});let a=/^\s*(?:[-*]|\d+\.)\s+/;function o(e){return e.map(e=>e.trim()).join(" ")}},4101:(e,t,r)=>{r.d(t,{Np:()=>l,ad:()=>o,k2:()=>s,mt:()=>i});var n=r(4438);function i(e,t){return(0,n.zK)(e.severity,t.severity)||a(e)-a(t)||(0,n.Sq)(e.confidence,t.confidence)||(0,n.Eg)(e,t)}function a(e){return+(!0!==e.changed)}function o(e){return[...e].sort(i)}function l(e){return n.oC.map(t=>({severity:t,findings:e.filter(e=>e.severity===t)})).filter(e=>e.findings.length>0)}function s(e){let t=new Map;for(let r of e){let e=t.get(r.rule);e?e.push(r):t.set(r.rule,[r])}return[...t].map(([e,t])=>({rule:e,findings:t}))}},4702:(e,t,r)=>{r.d(t,{AN:()=>c,Rq:()=>l,U9:()=>a,UE:()=>u,X5:()=>s,kF:()=>f,nv:()=>m,ur:()=>o,zD:()=>d});var n=r(4438);let i={critical:["critical","critical"],warning:["warning","warnings"],suggestion:["suggestion","suggestions"]};function a(e,t,r=`${t}s`){return`${d(e)} ${1===e?t:r}`}function o(e){let t=n.oC.filter(t=>e[t]>0).map(t=>a(e[t],...i[t]));return 0===t.length?void 0:t.join(", ")}function l(e,t){return a(t,...i[e])}function s(e){return n.oC.reduce((t,r)=>t+e[r],0)}function d(e){return String(Math.round(e)).replace(/\B(?=(\d{3})+$)/g,",")}function c(e){var t;let{stats:r,summary:n}=e,i=[`${a(r.files,"file")} (${(t=r.bytes)<1e3?a(t,"byte"):t<1e6?`${(t/1e3).toFixed(+(t<1e4))} kB`:`${(t/1e6).toFixed(1)} MB`} of Rust) in ${function(e){if(e<1e3)return`${Math.round(e)} ms`;let t=e/1e3;return t<60?`${t.toFixed(1)} s`:`${Math.floor(t/60)} min ${Math.floor(t%60)} s`}(r.durationMs)}`];return n.suppressed>0&&i.push(`${d(n.suppressed)} suppressed`),n.baselined>0&&i.push(`${d(n.baselined)} in the baseline`),`audited ${i.join("; ")}`}function f(e){let{bytes:t,unparsedBytes:r}=e.stats;if(0===r||0===t)return;let n=100*r/t;return`${n<.1?"less than 0.1":n.toFixed(1)} % of the code could not be analysed`}function m({trend:e},t){if(void 0===e)return;let{added:r,removed:n,branch:i,commit:a}=e,o=r+n===0?"no change":`+${d(r)} / −${d(n)}`;return`${o} against ${t(`${i}@${a.slice(0,7)}`)}`}function u(e){if(!e.findings.some(e=>null!==e.changed))return;let t={new:p(),old:p()};for(let r of e.findings)t[!1===r.changed?"old":"new"][r.severity]+=1;return t}function p(){return{critical:0,warning:0,suggestion:0}}}};