import { createGenerator } from 'ts-json-schema-generator'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/** The JSON Schema (2020-12) of the model, made from its types. */
export function documentSchema(): string {
  const schema = createGenerator({
    path: 'src/model/document.ts',
    tsconfig: 'scripts/tsconfig.schema.json',
    type: 'BilingualDocument',
    skipTypeCheck: true,
    additionalProperties: false,
    topRef: false,
  }).createSchema('BilingualDocument')
  const json = JSON.stringify({ ...schema, $schema: DRAFT, title: 'Lockstep bilingual document' }, null, 2)
  // The generator writes draft 7, where definitions had another name (JSON Schema 2020-12, section 8.2.4).
  return `${json.replaceAll('#/definitions/', '#/$defs/').replace('"definitions":', '"$defs":')}\n`
}
