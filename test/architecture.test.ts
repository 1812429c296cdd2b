import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')
const STAGES = ['read', 'parse', 'join', 'validate', 'render', 'print', 'report', 'write']
const LEAVES = ['model', 'util', 'align', 'bitext', 'runbook']

/** What the files of a folder may import besides each other: folders, or single files. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  util: [],
  model: ['util'],
  align: ['util'],
  bitext: ['model', 'util'],
  runbook: ['model', 'util'],
  review: ['model', 'util', 'align', 'bitext'],
  exchange: ['model', 'util', 'align'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, LEAVES])),
  read: [...LEAVES, 'config.ts'],
  report: [...LEAVES, 'review'],
  // What is replaced is looked at first, and there is one way to read a file.
  write: [...LEAVES, 'read/files/read-bytes.ts'],
  // The types and schemas of settings are where they are used.
  'config.ts': [
    'plugin.ts',
    'util',
    'review/types/review.ts',
    'runbook/settings.ts',
    'render/output-kinds.ts',
    'validate/engine/define-rule.ts',
    'validate/engine/rule-settings.ts',
    'validate/rules/index.ts',
  ],
  'plugin.ts': [
    'util',
    'render/i18n/create-translate.ts',
    'render/output.ts',
    'validate/engine/define-rule.ts',
  ],
  // Each plugin puts functions of the stages behind another parser.
  unified: [
    ...LEAVES,
    'parse',
    'read/create-resolver.ts',
    'read/locales/locale-of-path.ts',
    'read/read-locales.ts',
    'render/i18n/create-translate.ts',
  ],
  pipeline: [...LEAVES, 'plugin.ts', 'review', 'exchange', ...STAGES.filter((stage) => stage !== 'report')],
  results: [...LEAVES, 'read', 'write'],
  queue: [...LEAVES, 'results'],
  // It gets its settings, runs the pipeline and prints: it does no stage's work.
  cli: [
    ...LEAVES,
    'config.ts',
    'pipeline.ts',
    'pipeline/options.ts',
    'pipeline/dev/dev-options.ts',
    'pipeline/exchange/exchange-import.ts',
    'pipeline/exchange/exchange-options.ts',
    'pipeline/review/review-options.ts',
    'pipeline/shards/shard-options.ts',
    'pipeline/shards/plan-shards.ts',
    'queue',
    'results',
    'read/program/cache-folder.ts',
    'read/config/read-config.ts',
    'read/program/read-version.ts',
    'render/output-kinds.ts',
    'report',
    'review',
  ],
}
const COMPOSERS = ['index.ts', 'pipeline.ts', 'unified.ts']

/** Packages whose types are words of the model. */
const MODEL_PACKAGES = ['hast', 'unist', 'vfile', 'vfile-message']

const texts = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => [path, readFileSync(join(SRC, path), 'utf8')]),
)

/** Modules that each file imports, as written, types and lazy imports included. */
const imported = new Map(
  [...texts].map(([path, text]) => [
    path,
    ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName),
  ]),
)

/** Files of this project that a file imports, by path relative to `src/`. */
function filesImportedBy(path: string): string[] {
  const names = (imported.get(path) ?? []).filter((name) => name.startsWith('.'))
  return names.map((name) => posix.join(posix.dirname(path), name))
}

/** The folder that a file belongs to, or the file itself where it stands in `src/`. */
function partOf(path: string): string {
  return path.split('/')[0]!
}

it('finds the files', () => {
  expect(texts.size).toBeGreaterThan(100)
  for (const part of [...STAGES, ...LEAVES, 'review', 'cli', 'pipeline']) {
    expect([...texts.keys()].some((path) => partOf(path) === part)).toBe(true)
  }
})

describe('imports', () => {
  it('name files that exist, by their real name', () => {
    const wrong = [...texts.keys()].flatMap((path) =>
      filesImportedBy(path)
        .filter((file) => !texts.has(file))
        .map((file) => `${path} imports ${file}`),
    )
    expect(wrong).toEqual([])
  })

  it('stay in the stage or lead to leaves; only the pipeline knows all stages', () => {
    const wrong = [...texts.keys()].flatMap((path) => {
      const part = partOf(path)
      if (COMPOSERS.includes(part)) return []
      const allowed = [part, ...(MAY_IMPORT[part] ?? [])]
      const isAllowed = (file: string) => allowed.includes(partOf(file)) || allowed.includes(file)
      return filesImportedBy(path)
        .filter((file) => !isAllowed(file))
        .map((file) => `${path} imports ${file}`)
    })
    expect(wrong).toEqual([])
  })

  it('make no cycles', () => {
    const done = new Set<string>()
    const cycles: string[] = []
    const walk = (path: string, way: readonly string[]) => {
      if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      else if (!done.has(path)) for (const file of filesImportedBy(path)) walk(file, [...way, path])
      done.add(path)
    }
    for (const path of texts.keys()) walk(path, [])
    expect(cycles).toEqual([])
  })

  it('of the disk are made by read/ and write/ only', () => {
    const touching = [...imported].filter(([, names]) =>
      names.some((name) => /^(?:node:)?fs(?:\/|$)/.test(name)),
    )
    expect(new Set(touching.map(([path]) => partOf(path)))).toEqual(new Set(['read', 'write']))
  })

  it('of what reads files are made by one module only, so that its limits are those of the program', () => {
    const reading = [...texts].filter(([, text]) =>
      /\b(?:readFile(?:Sync)?|read(?:v|vSync|Sync)|createReadStream|open(?:Sync|AsBlob)|copyFile(?:Sync)?|cp(?:Sync)?|readlink(?:Sync)?|promises)\b[^']*? from '(?:node:)?fs|from '(?:node:)?fs\/promises'/.test(
        text,
      ),
    )
    // The others write: they open new files only.
    const writing = ['write/journal.ts', 'write/spool.ts', 'write/write-atomically.ts']
    expect(reading.map(([path]) => path)).toEqual(['read/files/read-bytes.ts', ...writing])
    for (const path of writing)
      expect(texts.get(path)?.match(/openSync\(.*/g)).toEqual([
        expect.stringMatching(/^openSync\(path, 'wx\+?'\)/),
      ])
  })

  it('of the model are of types of the syntax trees only', () => {
    const packages = [...imported]
      .filter(([path]) => partOf(path) === 'model')
      .flatMap(([path, names]) =>
        names.filter((name) => !name.startsWith('.')).map((name) => [path, name] as const),
      )
    expect(packages.filter(([, name]) => !MODEL_PACKAGES.includes(name))).toEqual([])
  })

  it('of what Node.js brings are marked as such', () => {
    const bare = [...imported].flatMap(([path, names]) =>
      names.filter((name) => builtinModules.includes(name)).map((name) => `${path} imports ${name}`),
    )
    expect(bare).toEqual([])
  })
})

describe('every file', () => {
  it('has a name in kebab case', () => {
    const names = [...texts.keys()].filter(
      (path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(path),
    )
    expect(names).toEqual([])
  })

  it('exports by name, with a sentence on each export', () => {
    const wrong = [...texts].flatMap(([path, text]) => {
      const lines = text.split('\n')
      return lines.flatMap((line, index) => {
        // A unified plugin is a default export, as its users expect.
        if (/^export default\b/.test(line) && path !== 'unified.ts')
          return [`${path}:${index + 1} default export`]
        if (
          !/^export (?:declare |abstract |async )*(?:function|const|let|class|interface|type [^{*])/.test(
            line,
          )
        )
          return []
        const before = lines.slice(0, index).findLast((other) => !/^\/\/ biome-ignore/.test(other))
        return before?.trimEnd().endsWith('*/') ? [] : [`${path}:${index + 1} ${line}`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('knows no clock and no chance, so the same input gives the same output', () => {
    const using = [...texts]
      // A cache may not trust the time of a file that was changed just now; no output depends on it.
      .filter(([path]) => partOf(path) !== 'cli' && !path.endsWith('read/files/file-state.ts'))
      .filter(([, text]) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(/.test(text),
      )
    expect(using.map(([path]) => path)).toEqual([])
  })

  it('compares and writes by rules that are the same everywhere', () => {
    const using = [...texts].filter(([, text]) =>
      /\.localeCompare\(|\.toLocale(?:Lower|Upper)Case\(\)|\bos\.EOL\b/.test(text),
    )
    expect(using.map(([path]) => path)).toEqual([])
  })
})

describe('tests', () => {
  // The fuzzer looks at the time that a text takes, far above what any needs.
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.ts') && path !== 'architecture.test.ts' && path !== 'fuzz/check-text.ts',
    )
    .map((path) => [path, readFileSync(join(import.meta.dirname, path), 'utf8')] as const)
  const matching = (pattern: RegExp, of = tests) =>
    of.filter(([, text]) => pattern.test(text)).map(([path]) => path)

  it('wait for what they expect, never for a time, measure none, and have no limits of their own', () => {
    expect(tests.length).toBeGreaterThan(100)
    expect(
      matching(
        /\bsetTimeout\b|waitForTimeout|\btimeout: [1-9]|(?:^|\}), \d+_?000\)|\n\s+\d+_000,\n\s*\)|\* [A-Z]+,\n|hrtime|performance\.now|cpuUsage/,
      ),
    ).toEqual([])
  })

  it('read nothing of a page in a browser only once: it may be still to come', () => {
    const ofBrowsers = tests.filter(([path]) => path.endsWith('.browser.test.ts'))
    expect(ofBrowsers.length).toBeGreaterThan(4)
    expect(matching(/expect\(\s*await /, ofBrowsers)).toEqual([])
  })
})
