/**
 * Generates `schema/*.json` from the types of the model. Run it with `npx jiti scripts/generate-schema.ts`; a test
 * fails if the schemas are out of date.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { modelSchemas } from './model-schemas.ts'

mkdirSync('schema', { recursive: true })
for (const [name, content] of modelSchemas()) writeFileSync(`schema/${name}`, content)
