import { json } from './json.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './reporter.ts'

/** Reporters by the name that `--format` takes. */
export const reporters: Readonly<Record<'json' | 'pretty', Reporter>> = { json, pretty }
