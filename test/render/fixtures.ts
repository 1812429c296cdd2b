import type { BilingualDocument } from '../../src/model/document.ts'
import type { Place } from '../../src/model/place.ts'
import type { TranslationUnit } from '../../src/model/unit.ts'
import { readLocales } from '../../src/read/read-locales.ts'
import { readTemplates } from '../../src/read/read-templates.ts'
import type { RenderContext } from '../../src/render/context.ts'
import { createRenderContext, type RenderContextOptions } from '../../src/render/create-render-context.ts'

/** A place, where a test does not care. */
export const PLACE: Place = [0, 0]

/** A context with the built-in templates and labels, all outputs but Markdown, and nothing else in the docset. */
export function makeContext(options: Partial<RenderContextOptions> = {}): RenderContext {
  return createRenderContext({
    templates: readTemplates(),
    labels: readLocales(),
    outputs: new Set(['page', 'table', 'runbook', 'json']),
    locales: new Set(['en-US', 'fr-FR']),
    hasPage: () => false,
    hasFile: () => false,
    version: '1.2.3',
    ...options,
  }).context
}

/** A unit with plain text on both sides; `null` for a side that is missing. */
export function makeUnit(key: string, source: string | null, target: string | null): TranslationUnit {
  const segment = (text: string | null) => (text === null ? null : { markup: text, text, place: PLACE })
  return {
    key,
    id: key,
    source: segment(source),
    target: segment(target),
    syntax: 'markdown',
    place: PLACE,
    context: { kind: 'paragraph' },
    defects: [],
  }
}

/** A French document without content, to be changed as a test needs. */
export function makeDocument(changes: Partial<BilingualDocument> = {}): BilingualDocument {
  return {
    type: 'document',
    version: 2,
    path: 'guide/start.md',
    format: 'markdown',
    sourceLocale: 'en-US',
    targetLocale: 'fr-FR',
    title: { source: 'Start', target: 'Démarrer' },
    metadata: { present: true, entries: {}, problems: [] },
    handoff: {},
    lines: [0],
    units: {},
    order: Object.keys(changes.units ?? {}),
    includedUnits: {},
    skeleton: { parts: [], tree: { type: 'root', children: [] } },
    outline: [],
    tables: [],
    includes: [],
    links: [],
    anchors: [],
    strays: [],
    ...changes,
  }
}

/** Front matter values, without their places. */
export function makeEntries(
  values: Record<string, string | number>,
): BilingualDocument['metadata']['entries'] {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, place: PLACE }]))
}
