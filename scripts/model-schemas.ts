import { createGenerator } from 'ts-json-schema-generator'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/** What is published as JSON: the file, the type's module in `src/`, the type, and a title. */
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
  ['status.schema.json', 'model/findings/status.ts', 'StatusReport', 'Lockstep translation status'],
] as const

/** The JSON Schemas (2020-12) of the model, made from its types: content by file name in `schema/`. */
export function modelSchemas(): ReadonlyMap<string, string> {
  return new Map(SCHEMAS.map(([name, path, type, title]) => [name, schemaOf(path, type, title)]))
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
