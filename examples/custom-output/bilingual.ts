import { definePlugin, type Edition, unitsOf, type WholeDocument } from 'lockstep-docs'

/** The text of a page in one language, for programs that read no markup. */
function plainText(edition: Edition): string {
  const texts = unitsOf(edition.document).flatMap(
    (unit) => unit[edition.side]?.text ?? unit.source?.text ?? [],
  )
  return `${edition.document.title[edition.side] ?? ''}\n\n${texts.join('\n')}\n`
}

/** A table with a line for each sentence and a column for each language. */
function sentences({ editions }: WholeDocument): string {
  const rows = editions[0]!.document.order.map((key) =>
    editions.map(({ document, side }) => document.units[key]?.[side]?.text ?? ''),
  )
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [editions.map(({ locale }) => locale), ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')
}

export const bilingual = definePlugin({
  name: 'bilingual',
  outputs: [
    {
      name: 'text',
      render: (edition) => [{ path: edition.outputPath('.txt'), content: plainText(edition) }],
    },
    {
      name: 'sentences',
      renderAll: (document) => [
        { path: document.outputPath('.sentences.csv'), content: sentences(document) },
      ],
    },
  ],
})
