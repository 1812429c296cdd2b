/**
 * Style of the status page: light and dark, narrow and wide, screen and paper; text contrast is at least
 * 4.5:1.
 */
export const HTML_STYLE = `
:root { color-scheme: light dark; --bg: #fff; --text: #1c2328; --muted: #55616a; --line: #d9e0e4; --edge: #55616a;
  --translated: #0072b2; --stale: #e69f00; --stripe: #5c3d00; --missing: #fff; --dot: #55616a; }
@media screen and (prefers-color-scheme: dark) {
  :root { --bg: #12171a; --text: #e2e8eb; --muted: #a2afb7; --line: #313c43; --edge: #a2afb7;
    --translated: #56b4e9; --stale: #e69f00; --stripe: #3d2900; --missing: #12171a; --dot: #a2afb7; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: clamp(1rem, 4vw, 2.5rem); max-inline-size: 62rem; background: var(--bg); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
h1 { margin: 0 0 0.25rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.25rem 0 0.75rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 1rem; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; white-space: nowrap; }
.muted { color: var(--muted); }
.legend, .bars { margin: 0; padding: 0; list-style: none; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-block-end: 1rem; }
.legend svg { inline-size: 2rem; block-size: 1rem; margin-inline-end: 0.5rem; vertical-align: -0.15rem; }
.bars li { margin-block-end: 1rem; break-inside: avoid; }
.bars .name { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.bars svg { display: block; inline-size: 100%; block-size: 1.5rem; margin-block: 0.2rem; }
.patterns { position: absolute; }
.translated { fill: var(--translated); }
.stale { fill: var(--stale); }
.stripe { fill: none; stroke: var(--stripe); stroke-width: 2.5; }
.missing { fill: var(--missing); }
.dot { fill: var(--dot); }
.edge { fill: none; stroke: var(--edge); stroke-width: 2; }
.scroll { overflow-x: auto; margin-block-end: 1.5rem; }
.scroll:focus-visible { outline: 3px solid var(--translated); outline-offset: 2px; }
table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
caption { padding-block-end: 0.5rem; text-align: start; color: var(--muted); }
th, td { padding: 0.35rem 0.6rem; border-block-end: 1px solid var(--line); text-align: end; vertical-align: baseline; white-space: nowrap; }
thead { border-block-end: 2px solid var(--edge); }
thead th { font-weight: 600; vertical-align: bottom; }
tbody th, .corner { text-align: start; white-space: normal; overflow-wrap: anywhere; min-inline-size: 9rem; }
tbody th { font-weight: normal; }
th.group { text-align: center; }
.from { border-inline-start: 1px solid var(--line); }
@media print {
  @page { margin: 1.5cm; }
  body { max-inline-size: none; padding: 0; font-size: 9pt; }
  h1 { font-size: 16pt; }
  h2 { font-size: 12pt; margin-block-start: 1.25rem; break-after: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 0.2rem 0.3rem; white-space: normal; }
  tbody th, .corner { min-inline-size: 6rem; }
}
`
