/**
 * Formulas in Markdown: `$…$` within a line, `$$…$$` as a line or a block.
 *
 * remark-math reads them, but would take prices (`$5 and $10`) and unpaired dollars of a translation for formulas, and an unclosed `$$` for the
 * rest of the document. Its constructs are therefore wrapped: what does not look like a formula stays text. A formula becomes inline code
 * with the class `math` that contains the TeX as written, with its dollars, so every text of the document shows it as written. Only renderers
 * make MathML of it.
 */

import type { InlineCode, Literal, Nodes, Paragraph, Parents, Root } from 'mdast'
import type { Code, Construct, State } from 'micromark-util-types'
import remarkMath from 'remark-math'
import type { Processor } from 'unified'
import { FORMULA, isFormula } from '../../model/formulas.ts'
import { visit } from '../../util/tree/visit.ts'

/** A unified plugin for formulas, in blocks only if asked for. */
export function remarkFormulas(this: Processor, { blocks }: { readonly blocks: boolean }): undefined {
  remarkMath.call(this)
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const [flow, text] = [extension.flow?.[DOLLAR], extension.text?.[DOLLAR]]
    if (!flow || !text || Array.isArray(flow) || Array.isArray(text)) return extension
    return {
      ...(blocks && { flow: { [DOLLAR]: only(flow, isBlock) } }),
      text: { [DOLLAR]: only(text, isFormula) },
    }
  })
}

const DOLLAR = 36

/** Whether a node is a formula. */
export function isFormulaNode({ type, data }: Nodes): boolean {
  return type === 'inlineCode' && data !== undefined && [data.hProperties?.className].flat()[0] === FORMULA
}

/** Whether lines are a formula between two fences that contain nothing else. */
function isBlock(written: string): boolean {
  return /^\$\$+[ \t]*[\r\n](?:(?!\$\$)[\s\S])*[\r\n][ \t>]*\$\$+[ \t]*$/.test(written) && isFormula(written)
}

/** A construct that only reads what a test accepts. */
function only(construct: Construct, accepts: (written: string, next: string) => boolean): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = this.now()
      const tokenized: State = (code: Code) => {
        const written = this.sliceSerialize({ start, end: this.now() })
        const next = code === null || code < 0 ? '' : String.fromCharCode(code)
        return accepts(written, next) ? ok(code) : nok(code)
      }
      return construct.tokenize.call(this, effects, tokenized, nok)
    },
  }
}

/** Turns the formulas of a tree into inline code of the class `math`. */
export function formulasToCode(tree: Root, text: string): void {
  visit(tree, (node, index, parent) => {
    const { type } = node as { type: string }
    if ((type !== 'math' && type !== 'inlineMath') || !parent || index === undefined) return
    const { value, position } = node as unknown as Literal
    const size = /^\$+/.exec(text.slice(position?.start.offset ?? 0))?.[0] ?? '$'
    const line = type === 'math' ? '\n' : ''
    const code: InlineCode = {
      type: 'inlineCode',
      value: size + line + value + line + size,
      data: { hProperties: { className: [FORMULA] } },
      ...(position && { position }),
    }
    const block: Paragraph = { type: 'paragraph', children: [code], ...(position && { position }) }
    ;(parent as Parents).children[index] = (type === 'math' ? block : code) as never
  })
}
