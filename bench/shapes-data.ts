/** A kind of document whose cost can exceed its size. */
export interface Shape {
  readonly name: string
  /** Smallest number of its elements. */
  readonly least: number
  /** Makes the document, or several by path, of which `a.md` includes the others. */
  readonly text: (number: number) => string | Readonly<Record<string, string>>
}

function pair(id: string | number, target: string, source: string): string {
  return `<span data-ttu-id="x-${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="x-${id}">${source}</span></span>`
}

const times = (number: number, make: (at: number) => string, separator = '') =>
  Array.from({ length: number }, (_, at) => make(at)).join(separator)

/** A paragraph outside the Basic Multilingual Plane, which the native parser leaves to remark. */
const FOR_REMARK = '\n\n😀\n'

const nested: Readonly<Record<string, (number: number) => string>> = {
  'lists in a line': (n) => `${'- '.repeat(n)}text`,
  'quotes in a line': (n) => `${'> '.repeat(n)}text`,
  spans: (n) => `${'<span title="a">'.repeat(n)}text${'</span>'.repeat(n)}`,
  'bold tags': (n) => `${'<b>'.repeat(n)}text${'</b>'.repeat(n)}`,
  'bold tags left open': (n) => `${'<b>'.repeat(n)}text`,
  divs: (n) => `${'<div>'.repeat(n)}text${'</div>'.repeat(n)}`,
  'divs in lines': (n) => `${'<div>\n\n'.repeat(n)}text\n\n${'</div>\n\n'.repeat(n)}`,
  'raw lists': (n) => `${'<ul><li>'.repeat(n)}text${'</li></ul>'.repeat(n)}`,
  'raw tables': (n) => `${'<table><tr><td>'.repeat(n)}text${'</td></tr></table>'.repeat(n)}`,
  emphasis: (n) => `${'*a '.repeat(n)}${'b* '.repeat(n)}`,
  links: (n) => `${'[a '.repeat(n)}${'](u) '.repeat(n)}`,
  images: (n) => `${'![a '.repeat(n)}${'](u) '.repeat(n)}`,
  'spans in a unit': (n) =>
    pair(
      1,
      `${'<i title="a">'.repeat(n)}a${'</i>'.repeat(n)}`,
      `${'<i title="a">'.repeat(n)}b${'</i>'.repeat(n)}`,
    ),
  'emphasis in a unit': (n) => pair(1, `${'*a '.repeat(n)}${'b* '.repeat(n)}`, 'text'),
  'unit pairs': (n) =>
    `${times(n, (at) => `<span data-ttu-id="x-${at}">a `)}text${times(
      n,
      (at) => `</span><span class="sxs-lookup"><span data-stu-id="x-${n - 1 - at}">b</span></span>`,
    )}`,
  'units in a unit': (n) => `${times(n, (at) => `<span data-ttu-id="x-${at}">`)}text${'</span>'.repeat(n)}`,
}

const others: readonly Shape[] = [
  {
    name: 'lists by indentation',
    least: 50,
    text: (n) => times(n, (at) => `${'  '.repeat(at)}- text`, '\n'),
  },
  {
    name: 'cells that span 1000 × 1000',
    least: 80,
    text: (n) =>
      `<table>${`<tr><td colspan="1000" rowspan="1000">${pair(1, 'a', 'b')}</td></tr>`.repeat(n)}</table>`,
  },
  {
    name: 'cells that span all rows below',
    least: 1000,
    text: (n) => `<table>${'<tr><td rowspan="65534">a</td></tr>'.repeat(n)}</table>`,
  },
  {
    name: 'one long row and short ones',
    least: 1000,
    text: (n) => `<table><tr>${'<td>a</td>'.repeat(n)}</tr>${'<tr><td>a</td></tr>'.repeat(n)}</table>`,
  },
  {
    name: 'pipe table of one long row',
    least: 1000,
    text: (n) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n${'|a|\n'.repeat(n)}`,
  },
  {
    name: 'pipe table of equal rows',
    least: 500,
    text: (n) =>
      `|A|B|\n|-|-|\n${times(n, (at) => `|${pair(at * 2, 'a', 'b')}|${pair(at * 2 + 1, 'c', 'd')}|`, '\n')}`,
  },
  {
    name: 'stage table',
    least: 500,
    text: (n) =>
      `|When|During outage|After outage|\n|-|-|-|\n${times(n, (at) => `|Case ${at}|Calls fail.|Calls work.|`, '\n')}`,
  },
  {
    name: 'stage tables',
    least: 250,
    text: (n) =>
      times(
        n,
        (at) =>
          `## Event ${at}\n\n|When|During outage|After outage|\n|-|-|-|\n|Case ${at}|Calls fail.|Calls work.|\n\n`,
      ),
  },
  {
    name: 'pipe tables whose delimiters GFM does not read',
    least: 250,
    text: (n) => '|a|b|\n|-|\n|c|d|\n\n'.repeat(n),
  },
  {
    name: 'pipe table of a long header and as many delimiters',
    least: 10_000,
    text: (n) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n`,
  },
  {
    name: 'pipe table of a long header and few delimiters',
    least: 10_000,
    text: (n) => `|${'a|'.repeat(n)}\n|-|-|\n`,
  },
  { name: 'pipe table of rows of delimiters', least: 1000, text: (n) => '|---|---\n|:-\n'.repeat(n) },
  { name: 'code blocks in a paragraph', least: 5000, text: (n) => '[!code[a](b.cs)] '.repeat(n) },
  { name: 'texts that are not translated', least: 10_000, text: (n) => ':::no-loc text="a":::'.repeat(n) },
  {
    name: 'marks of definitions',
    least: 50_000,
    text: (n) => `${']:'.repeat(n)}\n\ntext`,
  },
  {
    name: 'tables in cells, beside each other',
    least: 300,
    text: (n) => `<table><tr>${'<td><table><tr><td>a</td></tr></table></td>'.repeat(n)}</tr></table>`,
  },
  {
    name: 'link definitions and units',
    least: 500,
    text: (n) =>
      `${times(n, (at) => pair(at, `[a][d${at}]`, `[b][d${at}] _c_`), '\n\n')}\n\n${times(n, (at) => `[d${at}]: u${at}`, '\n')}`,
  },
  {
    name: 'crossed units',
    least: 2500,
    text: (n) =>
      times(
        n,
        (at) =>
          `<span data-ttu-id="x-${at}">a</span><span class="sxs-lookup"><span data-stu-id="x-${at + 1}">b</span></span>`,
        '\n\n',
      ),
  },
  {
    name: 'units with one id',
    least: 5000,
    text: (n) => times(n, () => pair(1, 'a', 'b'), '\n\n'),
  },
  { name: 'brackets', least: 2500, text: (n) => '['.repeat(n) },
  { name: 'brackets in a unit', least: 2500, text: (n) => pair(1, '['.repeat(n), 'a') },
  { name: 'stars', least: 2500, text: (n) => `${'*'.repeat(n)}a` },
  { name: 'stars before words', least: 2500, text: (n) => '*a '.repeat(n) },
  {
    name: 'stars before words, in paragraphs',
    least: 2500,
    text: (n) => `${'*a '.repeat(900)}\n\n`.repeat(n / 900),
  },
  {
    name: 'escaped stars in a unit',
    least: 2500,
    text: (n) => pair(1, '\\*a '.repeat(n), '\\*b '.repeat(n)),
  },
  { name: 'underscores', least: 2500, text: (n) => 'a_ _'.repeat(n) },
  { name: 'backticks', least: 2500, text: (n) => times(n, (at) => `${'`'.repeat((at % 50) + 1)}a `) },
  { name: 'backticks in a row', least: 25_000, text: (n) => '`'.repeat(n) },
  {
    name: 'backticks without partners',
    least: 1000,
    text: (n) => times(n, (at) => `${'`'.repeat(at % 1000)}a`),
  },
  { name: 'tildes', least: 2500, text: (n) => '~a ~~b '.repeat(n) },
  { name: 'one long line', least: 100_000, text: (n) => 'word '.repeat(n) },
  { name: 'one long word', least: 250_000, text: (n) => 'a'.repeat(n) },
  { name: 'one long number in a unit', least: 25_000, text: (n) => pair(1, '7'.repeat(n), 'a') },
  { name: 'one long line of pipes', least: 25_000, text: (n) => '|'.repeat(n) },
  { name: 'addresses without spaces', least: 5000, text: (n) => `${'a://b'.repeat(n)}` },
  { name: 'addresses and marks of other scripts', least: 10_000, text: (n) => 'http://a.b、'.repeat(n) },
  { name: 'mail addresses', least: 5000, text: (n) => 'a@b.cd '.repeat(n) },
  { name: 'at signs', least: 25_000, text: (n) => 'a@'.repeat(n) },
  {
    name: 'long lines of white space',
    least: 1000,
    text: (n) => `a|b\n${' '.repeat(n)}- x\nc${'\t'.repeat(n)}d`,
  },
  {
    name: 'a unit of many words',
    least: 5000,
    text: (n) =>
      pair(
        1,
        times(n, (at) => `mot${at} «${at}» `),
        times(n, (at) => `word${at} "${at}" `),
      ),
  },
  {
    name: 'a unit of much code',
    least: 1000,
    text: (n) =>
      pair(
        1,
        times(n, (at) => `\`Get-${at}\` `),
        times(n, (at) => `\`Get-${at + 1}\` `),
      ),
  },
  {
    name: 'a unit of many links',
    least: 1000,
    text: (n) =>
      pair(
        1,
        times(n, (at) => `[a](b${at}) `),
        times(n, (at) => `[a](c${at}) `),
      ),
  },
  {
    name: 'footnotes',
    least: 2500,
    text: (n) => `${times(n, (at) => `[^${at}]`, ' ')}\n\n${times(n, (at) => `[^${at}]: a`, '\n\n')}`,
  },
  { name: 'one footnote', least: 2500, text: (n) => `${'[^1] '.repeat(n)}\n\n[^1]: a` },
  { name: 'paragraphs', least: 35_000, text: (n) => 'a\n\n'.repeat(n) },
  { name: 'lines', least: 35_000, text: (n) => 'a\n'.repeat(n) },
  { name: 'line breaks', least: 35_000, text: (n) => 'a<br>'.repeat(n) },
  { name: 'paragraphs in an element', least: 35_000, text: (n) => `<div>\n${'<p>a</p>'.repeat(n)}\n</div>` },
  {
    name: 'paragraphs in a cell',
    least: 35_000,
    text: (n) => `<table><tr><td>${'<p>a</p>'.repeat(n)}</td></tr></table>`,
  },
  { name: 'a long list', least: 35_000, text: (n) => '- a\n'.repeat(n) },
  { name: 'steps', least: 5000, text: (n) => `## Steps\n\n${times(n, (at) => `${at + 1}. Run it.`, '\n')}` },
  { name: 'procedures', least: 2500, text: (n) => '## To start it\n\n1. Run it.\n2. Stop it.\n\n'.repeat(n) },
  { name: 'comments', least: 35_000, text: (n) => `<p>${'<!-- a -->b'.repeat(n)}</p>` },
  { name: 'comments that do not end', least: 10_000, text: (n) => '<!-- '.repeat(n) },
  { name: 'comments that do not end, in lines', least: 10_000, text: (n) => '<!--\n\n'.repeat(n) },
  {
    name: 'comments that do not end, in a unit',
    least: 10_000,
    text: (n) => pair(1, 'a <!-- '.repeat(n), 'b'),
  },
  { name: 'spans that say nothing', least: 35_000, text: (n) => `<p>${'<span>a</span>'.repeat(n)}</p>` },
  { name: 'headings of the same text', least: 12_500, text: (n) => '# Same\n\n'.repeat(n) },
  { name: 'equal ids', least: 12_500, text: (n) => '<p id="same">a</p>\n'.repeat(n) },
  {
    name: 'equal anchors in headings',
    least: 12_500,
    text: (n) => '# <a name="same"></a>Same\n\n'.repeat(n),
  },
  { name: 'a long alert', least: 5000, text: (n) => `> [!NOTE]\n${'> text\n'.repeat(n)}` },
  { name: 'short alerts', least: 2500, text: (n) => '> [!NOTE]\n> text\n\n'.repeat(n) },
  { name: 'tabs', least: 1000, text: (n) => times(n, (at) => `# [A](#tab/t${at})\n\ntext\n`, '\n') },
  { name: 'triple colons', least: 1000, text: (n) => '::: zone\n\n'.repeat(n) },
  { name: 'includes that are missing', least: 1000, text: (n) => '[!INCLUDE [a](b.md)]\n\n'.repeat(n) },
  {
    name: 'includes within includes',
    least: 12,
    text: (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, at) => [
          at === 0 ? 'a.md' : `i${at}.md`,
          `${'> '.repeat(50)}text\n\n${at + 1 < n ? `${'> '.repeat(50)}[!INCLUDE [a](i${at + 1}.md)]` : ''}\n`,
        ]),
      ),
  },
  {
    name: 'includes that double',
    least: 4,
    text: (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, at) => [
          at === 0 ? 'a.md' : `i${at}.md`,
          at + 1 < n ? `[!INCLUDE [a](i${at + 1}.md)]\n\n`.repeat(2) : 'text',
        ]),
      ),
  },
  { name: 'less-than signs', least: 10_000, text: (n) => '<'.repeat(n) },
  { name: 'tags that do not end', least: 10_000, text: (n) => `<div>${'<a '.repeat(n)}` },
  {
    name: 'all private-use characters',
    least: 1,
    text: (n) => times(6400, (at) => String.fromCharCode(0xe000 + at)).repeat(n) + pair(1, 'a *b', 'c* d'),
  },
]

/** All shapes; nested ones also with a text that only remark parses. */
export const SHAPES: readonly Shape[] = [
  ...Object.entries(nested).flatMap(([name, text]) => [
    { name: `nested ${name}`, least: 1000, text },
    { name: `nested ${name}, by remark`, least: 1000, text: (n: number) => text(n) + FOR_REMARK },
  ]),
  ...others,
]
