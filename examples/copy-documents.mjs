// Copies the sample documents into the folders that it is given. A project of your own has its documents there.
import { cpSync } from 'node:fs'

for (const folder of process.argv.slice(2))
  for (const from of ['documents/', '../sources/'])
    cpSync(new URL(from, import.meta.url), folder, {
      recursive: true,
      filter: (path) => !path.endsWith('.txt'),
    })
