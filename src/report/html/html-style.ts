/**
 * Style of the findings page: light and dark, narrow and wide, screen and paper; text contrast is at least
 * 4.5:1.
 */
export const HTML_STYLE = `
:root { color-scheme: light dark; --bg: #fff; --text: #1c2328; --muted: #55616a; --line: #d9e0e4; --edge: #55616a; --link: #0b5cad;
  --error: #b3261e; --warning: #805600; --info: #0b5cad; --wanted: #c9ecd0; --found: #ffd6d1; --ground: #f4f6f7; }
@media screen and (prefers-color-scheme: dark) {
  :root { --bg: #12171a; --text: #e2e8eb; --muted: #a2afb7; --line: #313c43; --edge: #a2afb7; --link: #7cbcff;
    --error: #ff9a91; --warning: #f2b84b; --info: #7cbcff; --wanted: #1d4d2b; --found: #6b2620; --ground: #1b2226; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; padding: clamp(1rem, 4vw, 2.5rem); max-inline-size: 76rem; background: var(--bg); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
h1 { margin: 0 0 0.25rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 0.5rem; font-size: 1rem; line-height: 1.3; overflow-wrap: anywhere; }
p { margin: 0 0 0.35rem; overflow-wrap: anywhere; }
a { color: var(--link); }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.muted, .note { color: var(--muted); font-weight: normal; }
.note { font-size: 0.9rem; }
.filters { position: sticky; inset-block-start: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem 1.5rem;
  margin-block: 1rem; padding-block: 0.6rem; border-block: 1px solid var(--line); background: var(--bg); }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0.35rem 0; border: 0; }
.filters legend, .field label { display: block; padding: 0; font-size: 0.85rem; color: var(--muted); }
.filters fieldset label { display: inline-flex; align-items: center; gap: 0.35rem; min-block-size: 1.5rem; }
.filters input[type="checkbox"] { inline-size: 1.1rem; block-size: 1.1rem; margin: 0; }
.filters select, .filters input[type="search"] { inline-size: 100%; min-block-size: 2.1rem; padding: 0.2rem 0.5rem; font: inherit;
  color: inherit; background: var(--bg); border: 1px solid var(--edge); border-radius: 4px; }
.field { flex: 1 1 14rem; }
.filters output { flex: 1 0 100%; color: var(--muted); font-variant-numeric: tabular-nums; }
ol { margin: 0; padding: 0; list-style: none; }
li { margin-block-end: 0.75rem; padding: 0.6rem 0 0.6rem 0.9rem; border-inline-start: 4px solid var(--line); }
/* For thousands of findings: lays out visible ones only. */
@media screen { li { content-visibility: auto; contain-intrinsic-size: auto 7rem; } }
li.error { border-color: var(--error); }
li.warning { border-color: var(--warning); }
li.info { border-color: var(--info); }
.head { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: 0.9rem; }
.error strong { color: var(--error); }
.warning strong { color: var(--warning); }
.info strong { color: var(--info); }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; margin: 0.4rem 0; }
dt { font-size: 0.85rem; color: var(--muted); }
dd { margin: 0; padding: 0.4rem 0.6rem; background: var(--ground); border-radius: 4px; overflow-wrap: anywhere; }
mark { color: inherit; background: var(--found); text-decoration: underline; text-underline-offset: 0.2em; border-radius: 2px; }
mark.wanted { background: var(--wanted); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-block-end: 0.4rem; text-align: start; color: var(--muted); }
th, td { padding: 0.25rem 0.7rem; border-block-end: 1px solid var(--line); text-align: end; white-space: nowrap; }
th:first-child { padding-inline-start: 0; text-align: start; font-weight: normal; }
thead th { font-weight: 600; border-block-end: 2px solid var(--edge); }
@media (max-width: 44rem) {
  .filters { position: static; }
  dl { grid-template-columns: 1fr; }
  th, td { padding-inline: 0.35rem; }
}
@media print {
  @page { margin: 1.5cm; }
  body { max-inline-size: none; padding: 0; font-size: 9pt; }
  .filters { display: none; }
  li { break-inside: avoid; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
