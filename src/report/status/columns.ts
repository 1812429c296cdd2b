/** A column of a table in a terminal. */
export interface Column {
  readonly header: string
  /** One text for each row. */
  readonly cells: readonly string[]
  /** Alignment of header and cells; `end` for numbers. */
  readonly align: 'start' | 'end'
  /** Colours a cell that is already padded to its width; `row` counts from 0. */
  readonly paint?: (cell: string, row: number) => string
}

/** Options for laying out a table in a terminal. */
export interface ColumnsOptions {
  /** Width of the terminal in characters. */
  readonly width: number
  /** The column on the left that names each row; its characters must be one column wide. */
  readonly first?: Column
  /** The same on the right; its characters can have any width, because nothing follows it. */
  readonly last?: Column
  /** Colours the header. */
  readonly paintHeader: (header: string) => string
}

const GAP = '  '

/**
 * Lays out columns side by side; if they do not fit, as several tables one below the other, each with `first`
 * and `last`.
 */
export function layOutColumns(columns: readonly Column[], options: ColumnsOptions): readonly string[] {
  const { first, last, width } = options
  const beside = (first ? widthOf(first) + GAP.length : 0) + (last ? Math.min(roomOf(last), width / 2) : 0)
  return groupColumns(columns, width - beside).flatMap((group, index) => {
    const all = [...(first ? [first] : []), ...group, ...(last ? [last] : [])]
    const lines = [
      options.paintHeader(lineOf(all, 'header')),
      ...all[0]!.cells.map((_, row) => lineOf(all, row)),
    ]
    return index === 0 ? lines : ['', ...lines]
  })
}

/** Number of characters of the widest text of a column. */
export function widthOf({ header, cells }: Column): number {
  return Math.max(...[header, ...cells].map((text) => [...text].length))
}

/** Maximum width of a column in the terminal, assuming that characters from Hangul Jamo on are wide. */
function roomOf({ header, cells }: Column): number {
  const rooms = [header, ...cells].map(
    (text) => [...text].length + (text.match(/[\u1100-\u{10FFFF}]/gu)?.length ?? 0),
  )
  return Math.max(...rooms)
}

function groupColumns(columns: readonly Column[], width: number): readonly (readonly Column[])[] {
  const groups: Column[][] = []
  let free = 0
  for (const column of columns) {
    const needed = widthOf(column) + GAP.length
    if (groups.length === 0 || needed > free) {
      groups.push([])
      free = width + GAP.length
    }
    groups.at(-1)!.push(column)
    free -= needed
  }
  return groups
}

function lineOf(columns: readonly Column[], row: number | 'header'): string {
  const cells = columns.map((column, index) => {
    const text = row === 'header' ? column.header : column.cells[row]!
    const filler = ' '.repeat(Math.max(0, widthOf(column) - [...text].length))
    const isLast = index === columns.length - 1
    const filled = column.align === 'end' ? filler + text : isLast ? text : text + filler
    return row === 'header' ? filled : (column.paint?.(filled, row) ?? filled)
  })
  return cells.join(GAP)
}
