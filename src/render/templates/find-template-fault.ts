import handlebars from 'handlebars'
import { memoize } from '../../util/memoize.ts'
import { suggest } from '../../util/text/suggest.ts'
import type { LabelTree } from '../i18n/create-translate.ts'
import { labelsByKey } from '../i18n/labels-by-key.ts'
import { partialName } from './create-templates.ts'
import { faultOf, type TemplateFault } from './template-error.ts'

/** What templates can name. */
export interface TemplateNames {
  /** Template texts by name. */
  readonly templates: Readonly<Record<string, string>>
  /** Output paths of the files of the look, by name. */
  readonly assets: Readonly<Record<string, string>>
  /** Labels by BCP 47 tag. */
  readonly labels: Readonly<Record<string, LabelTree>>
}

/** A call of a helper or partial with a name as a text. */
interface Call {
  readonly of: string
  readonly argument: string
  readonly at: { readonly line: number; readonly column: number }
}

/**
 * Finds the first fault of a template that needs no data: of its syntax, or a label, file or partial that it names and that does not
 * exist.
 */
export function findTemplateFault(
  text: string,
  { templates, assets, labels }: TemplateNames,
): TemplateFault | undefined {
  let calls: readonly Call[]
  try {
    calls = callsIn(handlebars.parse(text))
  } catch (error) {
    return faultOf(error)
  }
  const inline = calls.filter(({ of }) => of === 'inline').map(({ argument }) => argument)
  const partials = [...Object.keys(templates).map(partialName), ...inline]
  const keys = memoize((_: 'all') => Object.values(labels).flatMap((tree) => [...labelsByKey(tree).keys()]))
  for (const { of, argument, at } of calls) {
    const place = { line: at.line, column: at.column + 1 }
    const unexpected = (what: string, known: readonly string[]) => {
      const meant = suggest(argument, known)
      return {
        reason: `unexpected ${what} “${argument}”${meant === undefined ? '' : `, did you mean “${meant}”?`}`,
        ...place,
      }
    }
    if (of === 'asset' && !Object.hasOwn(assets, argument)) return unexpected('asset', Object.keys(assets))
    if (of === '>' && !partials.includes(argument)) return unexpected('partial', partials)
    // A label can have several forms (`steps_one`).
    const isLabel = (key: string) => key === argument || key.startsWith(`${argument}_`)
    if ((of === 't' || of === 'tOther') && !keys('all').some(isLabel)) return unexpected('label', keys('all'))
  }
  return undefined
}

function callsIn(program: hbs.AST.Program): readonly Call[] {
  const calls: Call[] = []
  const add = (of: string, argument: string, { loc }: hbs.AST.Node) => {
    calls.push({ of, argument, at: loc.start })
  }
  const addHelper = (node: hbs.AST.MustacheStatement | hbs.AST.SubExpression) => {
    const [first] = node.params
    if (isPath(node.path) && first && isText(first)) add(node.path.original, first.value, node)
  }
  const visitor = new handlebars.Visitor()
  const { MustacheStatement, SubExpression, PartialStatement, DecoratorBlock } = visitor
  visitor.MustacheStatement = (node) => {
    addHelper(node)
    MustacheStatement.call(visitor, node)
  }
  visitor.SubExpression = (node) => {
    addHelper(node)
    SubExpression.call(visitor, node)
  }
  visitor.PartialStatement = (node) => {
    if (isPath(node.name)) add('>', node.name.original, node)
    PartialStatement.call(visitor, node)
  }
  visitor.DecoratorBlock = (node) => {
    const [first] = node.params
    if (first && isText(first)) add('inline', first.value, node)
    DecoratorBlock.call(visitor, node)
  }
  visitor.accept(program)
  return calls
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression'
}

function isText(node: hbs.AST.Node): node is hbs.AST.StringLiteral {
  return node.type === 'StringLiteral'
}
