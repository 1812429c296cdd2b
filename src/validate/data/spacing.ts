/** Where a language puts spaces that English does not put. */
export interface Spacing {
  /** Marks with a space before them. */
  readonly before: string
  /** Quotation marks with a space inside, each as opening and closing mark. */
  readonly inside: readonly (readonly [open: string, close: string])[]
  /** What to put there. */
  readonly space: string
}

/**
 * By language, or by locale where it differs: `null` where the space is not usual.
 *
 * French: Imprimerie nationale, “Lexique des règles typographiques”, “Espacements”; Microsoft, “French Style Guide”, which has the no-break
 * space for all of them. Canada: Office québécois de la langue française, “Espacement avant et après les signes de ponctuation” (no space
 * before `; ! ?`). Switzerland: usage differs by publisher, from no space to thin ones.
 */
export const SPACING: Readonly<Record<string, Spacing | null>> = {
  fr: { before: ':;!?', inside: [['«', '»']], space: '\u00A0' },
  'fr-CA': null,
  'fr-CH': null,
}
