import { mkdirSync, writeFileSync } from 'node:fs'
import { modelSchemas } from './model-schemas.ts'

mkdirSync('schema', { recursive: true })
for (const [name, content] of modelSchemas()) writeFileSync(`schema/${name}`, content)
