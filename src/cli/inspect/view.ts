import type picocolors from 'picocolors'

/** Options for showing a document. */
export interface View {
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** Width of the terminal in columns. */
  readonly width: number
}
