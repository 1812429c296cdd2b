import type { Blockquote, Parents, Root } from 'mdast'
import type { Position } from 'unist'

export type { Properties } from 'hast'
export type { BlockContent, Blockquote, DefinitionContent, Paragraph } from 'mdast'

/** Context that the transforms of Microsoft's Markdown share. */
export interface MicrosoftContext {
  /** Text from which the tree was parsed. */
  readonly text: string
  /** The part of the document between two offsets of the tree's positions. */
  written(start: number, end: number): string
  /** Constructs that the tree may contain: those within a line, and links that make tabs. */
  readonly holds: { readonly inline: boolean; readonly tabs: boolean }
  /** Replaces the tokens in a piece of `text` by their source text. */
  sourceText(text: string): string
  /**
   * Records an include and returns the token for its content, or `null` if there is none. Within a line, a file without visible content is
   * none: the sentence would lack a word.
   */
  include(url: string, position: Position | undefined, isInline?: boolean): string | null
  /** Records a code file and returns the token for its text, or `null` if there is none. */
  code(reference: CodeReference, position: Position | undefined): string | null
}

/** The code file, or part of it, that a code block shows. */
export interface CodeReference {
  readonly url: string
  /** Line ranges such as `1-10,20-`, from 1. */
  readonly range?: string
  /** Name of a region marked in the file. */
  readonly id?: string
}

/** A transform of the mdast tree. */
export type MicrosoftTransform = (tree: Root, context: MicrosoftContext) => void

/** A parent whose children are blocks. */
export type BlockParent =
  | Extract<Parents, { type: 'root' | 'blockquote' | 'listItem' | 'footnoteDefinition' }>
  | Blockquote
