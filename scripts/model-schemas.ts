import { createGenerator } from 'ts-json-schema-generator'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/** Published schemas: the file, the type's module in `src/`, the type, and a title. */
const SCHEMAS = [
  ['document.schema.json', 'model/document.ts', 'BilingualDocument', 'Lockstep bilingual document'],
  [
    'multilingual.schema.json',
    'model/multilingual.ts',
    'MultilingualDocument',
    'Lockstep multilingual document',
  ],
  ['runbook-log.schema.json', 'runbook/log.ts', 'RunbookLog', 'Lockstep runbook log'],
  ['status.schema.json', 'model/findings/status.ts', 'StatusReport', 'Lockstep translation status'],
] as const

/** Generates the JSON Schemas (2020-12) of the model from its types: content by file name in `schema/`. */
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
  // The generator writes draft 7, in which definitions have another name (JSON Schema 2020-12, section 8.2.4).
  return `${json.replaceAll('#/definitions/', '#/$defs/').replace('"definitions":', '"$defs":')}\n`
}
