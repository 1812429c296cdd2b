import type { Blockquote, Parents, Root } from 'mdast'
import type { Position } from 'unist'
import type { SlotCodec } from '../../bitext/slots.ts'

export type { Properties } from 'hast'
export type { BlockContent, Blockquote, DefinitionContent, Paragraph } from 'mdast'

/** What the transforms of Microsoft's Markdown share. */
export interface MicrosoftContext {
  /** The text that the tree was parsed from. */
  readonly text: string
  readonly codec: SlotCodec
  /** Which constructs the tree may hold: those within a line, and links that make tabs. */
  readonly holds: { readonly inline: boolean; readonly tabs: boolean }
  /** The source side's text for a piece of `text`: tokens replaced. */
  sourceText(text: string): string
  /** Notes an include and returns the token that stands for its content, or `null` if there is none. */
  include(url: string, position: Position | undefined): string | null
  /** Notes an included code file and returns its text, or `null` if there is none. */
  code(reference: CodeReference, position: Position | undefined): string | null
}

/** Which part of which file a code block shows. */
export interface CodeReference {
  readonly url: string
  /** Line ranges such as `1-10,20-`, from 1. */
  readonly range?: string
  /** Name of a region that the file marks. */
  readonly id?: string
}

/** A transform of the mdast tree. */
export type MicrosoftTransform = (tree: Root, context: MicrosoftContext) => void

/** A parent whose children are blocks. */
export type BlockParent =
  | Extract<Parents, { type: 'root' | 'blockquote' | 'listItem' | 'footnoteDefinition' }>
  | Blockquote
