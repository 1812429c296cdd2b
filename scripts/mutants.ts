/** A fault to plant, to see whether a test notices. */
export interface Mutant {
  /** Description of the fault. */
  readonly breaks: string
  readonly file: string
  /** Text of the file, which must occur exactly once. */
  readonly find: string
  /** Replacement of the text. */
  readonly replace: string
  /**
   * Tests that must notice, without the corpus. Default: `test/fixtures.test.ts` and the test that mirrors
   * `file`, if any.
   */
  readonly tests?: readonly string[]
}

/** Faults in parsing, rendering, runbooks and rules: at least one of each kind. */
export const mutants: readonly Mutant[] = [
  // Parse
  {
    breaks: 'A source ends at the first two `</span>` of a run, not the last two',
    file: 'src/bitext/scan-sxs.ts',
    find: 'end = token.end - depth * 2 * CLOSER',
    replace: 'end = token.start + 2 * CLOSER',
  },
  {
    breaks: 'Tabs are never made',
    file: 'src/parse/microsoft/tabs.ts',
    find: 'if (!holds.tabs) return',
    replace: 'if (holds) return',
  },
  {
    breaks: '`:::image:::` on a line of its own is dropped',
    file: 'src/parse/microsoft/triple-colons.ts',
    find: "if (name === 'image') return image(node, blocks)",
    replace: "if (name === 'image') return null",
  },
  {
    breaks: 'Line ranges of code are ignored',
    file: 'src/parse/microsoft/code-selection.ts',
    find: 'if (reference.range === undefined)',
    replace: 'if (reference.id === undefined)',
  },
  {
    breaks: 'No hazards are found',
    file: 'src/parse/hazards/find-hazards.ts',
    find: 'return [...found]',
    replace: 'return []',
  },
  {
    breaks: 'Emphasis across units is not a hazard',
    file: 'src/parse/hazards/find-hazards.ts',
    find: 'if (pieces.size < 2) continue',
    replace: 'if (pieces.size > 0) continue',
  },
  {
    breaks: 'Slots of a text are in reverse order',
    file: 'src/parse/structure/to-skeleton.ts',
    find: 'for (const piece of this.codec.decode(node.value)) {',
    replace: 'for (const piece of this.codec.decode(node.value).reverse()) {',
  },
  {
    breaks: 'The sanitizer lets a handler through',
    file: 'src/parse/html/sanitize.ts',
    find: "'vAlign',",
    replace: "'vAlign', 'onClick',",
  },
  {
    breaks: 'Anchors come from the target',
    file: 'src/parse/to-document.ts',
    find: ": segments.plain(key, 'source')",
    replace: ": segments.plain(key, 'target')",
  },
  {
    breaks: 'An alert keyword in a unit stays text',
    file: 'src/bitext/unit-frame.ts',
    find: 'if (original === undefined || translated === undefined) return NO_EDGE',
    replace: 'return NO_EDGE',
  },
  {
    breaks: 'Lone end tags stay in their unit',
    file: 'src/bitext/unit-frame.ts',
    find: "return markup.includes('<') && unbalancedTags(markup).length > 0",
    replace: 'return false',
  },
  {
    breaks: 'Links that translation broke are not repaired',
    file: 'src/parse/repair/repair-markup.ts',
    find: 'lacks.link ? repairLinks(',
    replace: 'lacks.link && !lacks.link ? repairLinks(',
  },
  {
    breaks: 'The space that the tool puts before an address stays',
    file: 'src/bitext/unit-frame.ts',
    find: 'return { ...frame, target: { start: core.start + 1, end: core.end, added: 1 } }',
    replace: 'return frame',
  },
  {
    breaks: 'An address continues into text of another script',
    file: 'src/parse/markdown/end-addresses.ts',
    find: 'end = ends.exec(value)?.index ?? value.length',
    replace: 'end = value.length',
  },
  {
    breaks: 'A table with a different number of delimiters stays text',
    file: 'src/parse/markdown/pipe-tables.ts',
    find: 'if (!header || !delimiters || !isRowOfDelimiters(delimiters[0])) return',
    replace: 'return',
  },
  {
    breaks: 'URLs of an included file stay relative to that file',
    file: 'src/parse/microsoft/include-content.ts',
    find: "if (typeof value === 'string') properties[name] = url(value)",
    replace: '',
  },
  {
    breaks: 'A reference to a uid always shows its short name',
    file: 'src/parse/xref/xref-reference.ts',
    find: "return name === 'fullname' ? 'fullName' : name === 'namewithtype' ? 'nameWithType' : 'name'",
    replace: "return name === '' ? 'fullName' : 'name'",
  },
  {
    breaks: 'Units in front matter show their source',
    file: 'src/parse/to-document.ts',
    find: "codec.has(value) ? segments.sideText(value, 'target') : value",
    replace: "codec.has(value) ? segments.sideText(value, 'source') : value",
  },
  {
    breaks: 'Row spans are ignored',
    file: 'src/parse/structure/read-table.ts',
    find: 'const rowSpan = hasSpans ? rowSpanOf(cell, left) : 1',
    replace: 'const rowSpan = 1',
  },
  // Render
  {
    breaks: 'Alerts have no title',
    file: 'src/render/page/labels.ts',
    find: "if (typeof alert !== 'string' || !ALERTS.has(alert)) return",
    replace: 'if (alert !== null) return',
  },
  {
    breaks: 'All header cells are row headers',
    file: 'src/render/page/table/tables.ts',
    find: "isColumn ? 'col' : 'row'",
    replace: "'row'",
  },
  {
    breaks: 'Links to documents are not rewritten to pages',
    file: 'src/render/page/links.ts',
    find: 'if (page !== undefined) return pageUrl(page, scope) + suffix',
    replace: 'if (page === null) return undefined',
  },
  {
    breaks: 'A segment that replaces a missing one has no language',
    file: 'src/render/fill-skeleton.ts',
    find: 'if (present !== side) properties.lang = localeOf(document, present)',
    replace: '',
    tests: ['test/render/page/render-page.seed.test.ts', 'test/fixtures.test.ts'],
  },
  {
    breaks: 'Plural forms are always those of 1',
    file: 'src/render/i18n/create-translate.ts',
    find: 'return instance.t(key, { ...values, lng: from, nest: false })',
    replace:
      "return instance.t(key, { ...values, ...('count' in values && { count: 1 }), lng: from, nest: false })",
  },
  {
    breaks: 'A formula in a table reaches the spreadsheet program',
    file: 'src/render/tables/table-csv.ts',
    find: 'quote(neutralizeAll(cellToText(cell)))',
    replace: 'quote(cellToText(cell))',
    tests: ['test/render/tables/render-tables.test.ts'],
  },
  // Runbook
  {
    breaks: 'A runbook loses the last step of each list',
    file: 'src/runbook/steps/steps.ts',
    find: 'return itemsOf(list).map((item) => {',
    replace: 'return itemsOf(list).slice(0, -1).map((item) => {',
    tests: ['test/render/runbook/render-runbook.golden.test.ts', 'test/model/runbook.test.ts'],
  },
  {
    breaks: 'Stages of an event are in column order',
    file: 'src/runbook/stages/to-stages.ts',
    find: 'RANKS[column.stage.phase],',
    replace: '0,',
    tests: ['test/model/runbook.test.ts'],
  },
  {
    breaks: 'Steps with a condition are not marked',
    file: 'src/runbook/steps/steps.ts',
    find: 'return { optional, conditional }',
    replace: 'return { optional, conditional: false }',
    tests: ['test/model/runbook.test.ts', 'test/render/runbook/render-runbook.golden.test.ts'],
  },
  // Validate
  {
    breaks: 'The fraction of a number is not compared',
    file: 'src/validate/literals/numbers.ts',
    find: "const trimmed = fraction.replace(/(?<!0)0+$/, '')",
    replace: "const trimmed = ''",
    tests: ['test/validate/rules/number-equal.test.ts'],
  },
  {
    breaks: 'A cell with text on one side only passes',
    file: 'src/validate/rules/cell-one-to-one.ts',
    find: 'if (isVoid(units, full) || hasLiteralText(cell.blocks)) return undefined',
    replace: 'return undefined',
  },
  {
    breaks: 'Units out of order pass',
    file: 'src/validate/rules/unit-order.ts',
    find: 'if (list) list.push(unit)',
    replace: 'if (list) list.length',
  },
  // Review
  {
    breaks: 'Ids join units whatever their texts',
    file: 'src/review/join/join-units.ts',
    find: "return plain !== '' && plain === old[before]!.plain ?",
    replace: "return plain !== '' ?",
    tests: ['test/review/document/review-document.test.ts'],
  },
  {
    breaks: 'A unit that alone is left in its slot is not joined',
    file: 'src/review/join/join-gaps.ts',
    find: '(left.length === 1 || masked(old, one) === masked(current, right[at]!)) &&',
    replace: 'masked(old, one) === masked(current, right[at]!) &&',
    tests: ['test/review/document/review-document.test.ts'],
  },
  {
    breaks: 'Of repeated texts the last is the removed one, whatever the translations',
    file: 'src/review/join/join-gaps.ts',
    find: 'pairInOrder(old, current, gap, withTarget)',
    replace: 'pairInOrder(old, current, gap, ({ plain }) => plain)',
    tests: ['test/review/document/review-document.test.ts'],
  },
  {
    breaks: 'Numbers and paths lose their marks with the punctuation',
    file: 'src/review/text/text-change.ts',
    find: "if (words === others) return 'punctuation'",
    replace: "if (words.replace(/[.-]/g, '') === others.replace(/[.-]/g, '')) return 'punctuation'",
    tests: ['test/review/text/text-change.test.ts'],
  },
  {
    breaks: 'Apostrophes of two forms are other words',
    file: 'src/review/text/text-change.ts',
    find: '.replace(APOSTROPHES, "\'")',
    replace: ".replace(APOSTROPHES, '’x')",
    tests: ['test/review/text/text-change.test.ts'],
  },
  {
    breaks: 'A name that was the same in both languages becomes untranslated',
    file: 'src/review/document/review-units.ts',
    find: "return wasSource ? change : 'became-source'",
    replace: "return wasSource && false ? change : 'became-source'",
    tests: ['test/review/document/review-document.test.ts'],
  },
  {
    breaks: 'White space in the target hides that it is stale',
    file: 'src/review/document/headline.ts',
    find: "return MARKUP.has(target) ? 'source-changed' : 'stale'",
    replace: "return target !== 'same' ? 'source-changed' : 'stale'",
    tests: ['test/review/document/headline.test.ts'],
  },
  {
    breaks: 'A unit that moved and changed has no other headline',
    file: 'src/review/document/headline.ts',
    find: "if (structure !== 'one-to-one') return structure",
    replace: "if (structure !== 'one-to-one') return structure\n  if (moved) return 'moved'",
    tests: ['test/review/document/headline.test.ts'],
  },
  {
    breaks: 'Every unit behind one that was moved has moved, too',
    file: 'src/review/document/review-units.ts',
    find: '!kept.has(next), places',
    replace: 'pair.old[0] !== at, places',
    tests: ['test/review/document/planted.test.ts'],
  },
  {
    breaks: 'Front matter of the hand-off counts as changed',
    file: 'src/review/scan/scan-front-matter.ts',
    find: 'if (isOther) fields.others +=',
    replace: 'if (isOther && key === undefined) fields.others +=',
    tests: ['test/review/document/review-document.test.ts'],
  },
  {
    breaks: 'Years of hand-offs are not compared',
    file: 'src/review/document/document-facts.ts',
    find: 'if (old && current && current < old)',
    replace: 'if (old && current && current.getMonth() < old.getMonth())',
    tests: ['test/review/document/review-document.test.ts'],
  },
  {
    breaks: 'A document pairs with one of several equal ones',
    file: 'src/review/pairing/pair-documents.ts',
    find: 'return first && (!second || first[1] - second[1] >= MARGIN) ? first : undefined',
    replace: 'return first && (!second || first[1] >= second[1]) ? first : undefined',
    tests: ['test/review/pairing/pair-documents.test.ts'],
  },
  {
    breaks: 'A number that the translation has already is a risk',
    file: 'src/review/text/risk-signs.ts',
    find: 'return read(newSource) === read(newTarget)',
    replace: 'return read(newSource) === read(newTarget) && false',
    tests: ['test/review/text/text-change.test.ts'],
  },
  {
    breaks: 'Old errors count as new ones',
    file: 'src/pipeline/review/compare-findings.ts',
    find: '    return left <= 0',
    replace: '    return left <= 1',
    tests: ['test/cli/review.test.ts'],
  },
  {
    breaks: 'Equal changes are items of their own',
    file: 'src/review/order/make-items.ts',
    find: 'if (draft) addTo(draft, unit, risk, [at, index])',
    replace: 'if (draft && at < 0) addTo(draft, unit, risk, [at, index])',
    tests: ['test/review/order/make-items.test.ts'],
  },
  {
    breaks: 'Headings do not come first',
    file: 'src/review/order/make-items.ts',
    find: 'isProminent ? 0 : 1',
    replace: 'isProminent ? 1 : 1',
    tests: ['test/review/order/make-items.test.ts'],
  },
  {
    breaks: 'The class of a document that went from human to machine does not matter',
    file: 'src/review/order/risk-of.ts',
    find: "if (facts.includes('human-to-machine')) return 'human-to-machine'",
    replace: "if (facts.includes('human-to-machine') && signs) return 'human-to-machine'",
    tests: ['test/review/order/make-items.test.ts'],
  },
  {
    breaks: 'Edits are grouped across languages',
    file: 'src/review/order/group-items.ts',
    find: 'JSON.stringify([locale, edit.side,',
    replace: 'JSON.stringify([locale.length, edit.side,',
    tests: ['test/review/order/make-items.test.ts'],
  },
  {
    breaks: 'A word that is new twice is paid twice',
    file: 'src/review/order/count-effort.ts',
    find: "seen.has(key) ? 'repetition' : 'new'",
    replace: "seen.has(key) && false ? 'repetition' : 'new'",
    tests: ['test/review/order/count-effort.test.ts'],
  },
  {
    breaks: 'The comment of a review has no end',
    file: 'src/report/review/markdown.ts',
    find: 'if (text.length > left) break',
    replace: 'if (text.length > left * 2) break',
    tests: ['test/cli/review.test.ts'],
  },
  {
    breaks: 'Holding a key down decides on items that nobody has read',
    file: 'templates/review/keys.js',
    find: 'if (!event.repeat || !SINGLE.includes(key)) review.act(key)',
    replace: 'review.act(key)',
    tests: ['test/report/review/html.browser.test.ts'],
  },
  {
    breaks: 'A decision does not wait for the texts that it is about',
    file: 'templates/review/item.js',
    find: 'while (review.unitDrawn !== unit) {',
    replace: 'while (unit === undefined) {',
    tests: ['test/report/review/html.browser.test.ts'],
  },
  {
    breaks: 'A page does not go on with a server that was started again',
    file: 'templates/review/keep.js',
    find: '    token = session.token\n',
    replace: '',
    tests: ['test/cli/review-serve.browser.test.ts'],
  },
  {
    breaks: 'What was taken back while the server was down comes back',
    file: 'templates/review/keep.js',
    find: 'isGone ? change : { ...change, decision }',
    replace: '{ ...change, decision }',
    tests: ['test/cli/review-serve.browser.test.ts'],
  },
  {
    breaks: 'The filter for documents does nothing',
    file: 'templates/review/filters.js',
    find: 'document.path.toLowerCase().includes(path)',
    replace: 'document.path.toLowerCase().includes("")',
    tests: ['test/report/review/html.browser.test.ts'],
  },
  {
    breaks: 'Removed rows of a table are marked in a cell',
    file: 'src/render/review/mark-removed.ts',
    find: 'columns > 0 && removed.length % columns === 0',
    replace: 'columns < 0',
    tests: ['test/report/review/html.test.ts'],
  },
]
