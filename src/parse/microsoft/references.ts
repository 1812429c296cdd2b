import type { ElementContent } from 'hast'
import type { SlotCodec } from '../../bitext/slots.ts'
import type { BilingualDocument, Include } from '../../model/document.ts'
import type { Place } from '../../model/place.ts'
import type { Side, TranslationUnit } from '../../model/unit.ts'
import { append } from '../../util/data/append.ts'
import { includeName, type ParseOptions } from '../parse-options.ts'
import { titleUnit } from '../segments/title-unit.ts'
import type { XrefContext } from '../xref/xrefs.ts'
import { selectCode } from './code-selection.ts'
import type { IncludeBudget, IncludeCost } from './include-budget.ts'
import {
  type IncludedContent,
  includeContent,
  isBlankContent,
  isTooDeepToInclude,
} from './include-content.ts'
import type { CodeReference } from './types.ts'

/** Reads an included document; `including` lists the paths of the including documents, outermost first. */
export type ReadIncluded = (
  text: string,
  options: ParseOptions,
  including: readonly string[],
  budget: IncludeBudget,
) => BilingualDocument

/** Position of a reference, in a unit or in the skeleton. */
interface Referrer {
  readonly place: Place
  /** Key of the unit that contains it; absent in the skeleton. */
  readonly unit?: string
}

/** Cost of each included document read so far. */
const costs = new WeakMap<BilingualDocument, IncludeCost>()

/** Resolves the references of one document to includes, code files and uids, and records them. */
export class References {
  readonly includes: Include[] = []
  /** Units of included documents, and names of the targets of uids, by key. */
  readonly includedUnits: Record<string, TranslationUnit> = {}
  readonly #options: ParseOptions
  readonly #including: readonly string[]
  readonly #budget: IncludeBudget
  readonly #codec: SlotCodec
  readonly #read: ReadIncluded
  readonly #recordedInUnits = new Set<string>()
  #titles = 0

  constructor(
    options: ParseOptions,
    including: readonly string[],
    budget: IncludeBudget,
    codec: SlotCodec,
    read: ReadIncluded,
  ) {
    this.#options = options
    this.#including = including
    this.#budget = budget
    this.#codec = codec
    this.#read = read
  }

  /** Token for the content of an include in the skeleton; `null` if there is none, within a line also if it is blank. */
  include(url: string, place: Place, isInline = false): string | null {
    const content = this.findInclude(url, { place })
    if (!content || (isInline && isBlankContent(content.nodes))) return null
    for (const [key, unit] of Object.entries(content.units)) this.#addUnit(key, unit)
    return this.#codec.encode({ type: 'nodes', nodes: content.nodes })
  }

  /** Token for the text of a code file in the skeleton; `null` if there is none. */
  code(reference: CodeReference, place: Place): string | null {
    const code = this.findCode(reference, { place })
    return code === null ? null : this.#codec.encode({ type: 'text', value: code })
  }

  /** Finds the content of an included document and records the include. */
  findInclude(url: string, { place, unit }: Referrer): IncludedContent | null {
    const { path: own } = this.#options
    const found = this.#options.resolve?.(own, url) ?? { status: 'missing' as const, path: url }
    const chain = [...this.#including, own]
    const status = found.status === 'found' && chain.includes(found.path) ? 'cycle' : found.status
    const entry = {
      ...({ url, path: found.path, status, kind: 'document', place } as const),
      ...('problem' in found && { problem: found.problem }),
    }
    if (found.status !== 'found' || status === 'cycle') {
      this.#record(entry, unit)
      return null
    }
    const document = this.#includedDocument(found.path, found.text, chain)
    if (!document) {
      this.#record({ ...entry, status: 'excess' }, unit)
      return null
    }
    if (isTooDeepToInclude(document)) {
      this.#record(
        { ...entry, status: 'unreadable', problem: 'it is nested too deeply to be included' },
        unit,
      )
      return null
    }
    this.#record(
      { ...entry, lines: document.lines },
      unit,
      document.includes.map((each) => ({ ...each, from: each.from ?? document.path })),
    )
    return includeContent(document, own)
  }

  /** Finds the text of a code file and records the include. */
  findCode(reference: CodeReference, { place, unit }: Referrer): string | null {
    const { url } = reference
    const found = this.#options.resolve?.(this.#options.path, url) ?? {
      status: 'missing' as const,
      path: url,
    }
    const entry = {
      ...({ url, path: found.path, kind: 'code', place } as const),
      status: found.status as Include['status'],
    }
    let selected = found.status === 'found' ? selectCode(found.text, reference) : null
    if (selected && 'code' in selected) {
      const isFitting = this.#budget.take(url, { length: selected.code.length, files: 1, levels: 1 })
      if (!isFitting) {
        selected = null
        entry.status = 'excess'
      }
    }
    const problem = {
      ...('problem' in found && { problem: found.problem }),
      ...(selected && 'problem' in selected && { problem: selected.problem }),
    }
    this.#record({ ...entry, ...problem }, unit)
    return selected && 'code' in selected ? selected.code : null
  }

  /** Resolves uids of the skeleton: a name that differs by language becomes a slot for its own unit. */
  xrefs(): XrefContext {
    return this.#xrefs((uid, { source, target }) =>
      source === target ? { type: 'text', value: source } : this.#title(uid, source, target),
    )
  }

  /** Resolves uids of one side. */
  xrefsOf(side: Side): XrefContext {
    return this.#xrefs((_, names) => ({ type: 'text', value: names[side] }))
  }

  /** Resolves references of the skeleton again, without recording them or counting their cost twice. */
  again<Result>(action: () => Result): Result {
    const { length } = this.includes
    const result = this.#budget.again(action)
    this.includes.length = length
    return result
  }

  #xrefs(show: XrefContext['show']): XrefContext {
    return { find: (uid) => this.#options.xrefs?.(this.#options.path, uid), show }
  }

  #title(uid: string, source: string, target: string): ElementContent {
    // Each name has its own key: parts with the same key would be parts of one segment.
    const key = `xref:${uid}#${this.#titles++}`
    this.#addUnit(key, titleUnit(key, uid, source, target))
    return { type: 'slot', unit: key }
  }

  /** Adds a unit under any key, even `__proto__`. */
  #addUnit(key: string, unit: TranslationUnit): void {
    Object.defineProperty(this.includedUnits, key, {
      value: unit,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }

  /** Records an include and those of the included file; an include on both sides of a unit is recorded once. */
  #record(include: Include, unit: string | undefined, inner: readonly Include[] = []): void {
    const name = `${unit}\0${include.url}`
    if (unit !== undefined && this.#recordedInUnits.has(name)) return
    if (unit !== undefined) this.#recordedInUnits.add(name)
    this.includes.push(include)
    append(this.includes, inner)
  }

  /** Reads an included document; `null` if the budget is exceeded. */
  #includedDocument(path: string, text: string, chain: readonly string[]): BilingualDocument | null {
    const { includes } = this.#options
    const name = includeName(path, this.#options)
    const known = includes?.get(name)
    const cost = known && costs.get(known)
    if (cost) return this.#budget.take(path, cost) ? known : null
    const read = this.#budget.takeRead(path, text.length, () =>
      this.#read(text, { ...this.#options, path }, chain, this.#budget),
    )
    if (!read) return null
    const { result: document } = read
    costs.set(document, read.cost)
    // The content of a cycle depends on its entry point.
    if (!document.includes.some((each) => each.status === 'cycle')) includes?.set(name, document)
    return document
  }
}
