import type { Node } from 'unist'
import type { VFile } from 'vfile'

/** The part of a unified processor that the plugins use. */
export interface HostProcessor {
  /** Parses a text, which may be that of a file, to a tree. */
  parser?: ((text: string, file: VFile) => Node) | undefined
  /** What other plugins have added. */
  data(): object
  /** Parses a file with all plugins. */
  parse(file: VFile): Node
}
