import { mkdirSync, writeFileSync } from 'node:fs'
import { documentSchema } from './document-schema.ts'

mkdirSync('schema', { recursive: true })
writeFileSync('schema/document.schema.json', documentSchema())
