import { readFileSync } from 'node:fs'
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { createGenerator } from 'ts-json-schema-generator'
import ts from 'typescript'
import { configSchema } from '../src/config.ts'
import type { Rule } from '../src/validate/engine/define-rule.ts'
import { rules } from '../src/validate/rules/index.ts'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/** Published schemas: the file, the type's module in `src/`, the type, and a title. */
const SCHEMAS = [
  ['document.schema.json', 'model/json/types.ts', 'DocumentJson', 'Lockstep bilingual document'],
  ['multilingual.schema.json', 'model/json/types.ts', 'MultilingualJson', 'Lockstep multilingual document'],
  ['data-index.schema.json', 'render/index/data-index.ts', 'DataIndex', 'Lockstep list of data'],
  [
    'runbook-log.schema.json',
    'runbook/log.ts',
    'RunbookLog',
    'Lockstep log of a runbook that was worked through',
  ],
  ['runbook.schema.json', 'runbook/to-json.ts', 'RunbookJson', 'Lockstep runbook'],
  ['decisions.schema.json', 'review/types/decisions.ts', 'DecisionFile', 'Lockstep decisions of reviewers'],
  ['review.schema.json', 'review/types/review.ts', 'Review', 'Lockstep review of two hand-offs'],
  ['status.schema.json', 'model/findings/status.ts', 'StatusReport', 'Lockstep translation status'],
] as const

/** The JSON Schemas (2020-12) of what is published, made from its types and of the configuration: content by file name in `schema/`. */
export function modelSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ...SCHEMAS.map(([name, path, type, title]) => [name, schemaOf(path, type, title)] as const),
    ['config.schema.json', configSchemaText()],
  ])
}

/** The JSON Schema of the configuration, with the comments on its keys; what JSON Schema cannot say (tags, URLs) only the program checks. */
function configSchemaText(): string {
  const { properties: all = {}, ...schema } = toJsonSchema(configSchema, { errorMode: 'ignore' })
  // A configuration in JSON has no functions.
  const { plugins: _, ...properties } = all
  const comments = commentsIn('src/config.ts', 'entries')
  const described = Object.entries(properties).map(([key, value]) => [
    key,
    { description: comments.get(key), ...(value as object) },
  ])
  const { type, ...others } = schema
  const json = {
    $schema: DRAFT,
    title: 'Lockstep configuration',
    type,
    properties: Object.fromEntries(described),
  }
  const $defs = { rules: rulesJsonSchema() }
  // The schema that reads configurations does not know the ids and options of the rules.
  const withRules = (key: string, value: JsonSchema) =>
    key === 'rules' && value.additionalProperties
      ? { description: value.description, $ref: '#/$defs/rules' }
      : value
  return `${JSON.stringify({ ...json, ...others, $defs, $schema: DRAFT }, withRules, 2)}\n`
}

/** The settings of all rules: a severity, or an object with that and the options of the rule. */
function rulesJsonSchema(): JsonSchema {
  const severity = { enum: ['off', 'error', 'warning', 'info'] }
  const settings = rules.map(({ id, description, options }: Rule) => {
    const own = options ? toJsonSchema(options, { errorMode: 'ignore' }).properties : {}
    const withOptions = {
      type: 'object',
      properties: { severity, ...own },
      additionalProperties: false,
    } as const
    return [id, { description, anyOf: [severity, withOptions] }]
  })
  return { type: 'object', properties: Object.fromEntries(settings), additionalProperties: false }
}

/** The comments on the keys of the first object in a variable's initializer. */
function commentsIn(path: string, name: string): ReadonlyMap<string, string> {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const comments = new Map<string, string>()
  const take = (node: ts.Node): boolean | undefined => {
    if (!ts.isObjectLiteralExpression(node)) return ts.forEachChild(node, take)
    for (const property of node.properties) {
      const [comment] = ts.getJSDocCommentsAndTags(property)
      comments.set(property.name!.getText(), ts.getTextOfJSDocComment(comment?.comment as string) ?? '')
    }
    return true
  }
  ts.forEachChild(file, (statement) => {
    if (ts.isVariableStatement(statement))
      for (const each of statement.declarationList.declarations)
        if (each.name.getText() === name) take(each.initializer!)
  })
  return comments
}

function schemaOf(path: string, type: string, title: string): string {
  const schema = createGenerator({
    path: `src/${path}`,
    tsconfig: 'scripts/tsconfig.schema.json',
    type,
    skipTypeCheck: true,
    additionalProperties: false,
    topRef: false,
  }).createSchema(type)
  const json = JSON.stringify({ ...schema, $schema: DRAFT, title }, null, 2)
  // The generator writes draft 7, where definitions (JSON Schema 2020-12, section 8.2.4) and the items of tuples (10.3.1) had other names.
  return `${json
    .replaceAll('#/definitions/', '#/$defs/')
    .replace('"definitions":', '"$defs":')
    .replaceAll('"items": [', '"prefixItems": [')
    // Each generic type is used with one argument.
    .replaceAll(/(#\/\$defs\/\w+)%3C[^"]*%3E"/g, '$1"')
    .replaceAll(/^( {4}"\w+)<.*>": \{/gm, '$1": {')}\n`
}
