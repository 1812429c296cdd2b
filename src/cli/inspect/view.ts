import type picocolors from 'picocolors'

/** How a document is shown. */
export interface View {
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** Columns of the terminal. */
  readonly width: number
}
