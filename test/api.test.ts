import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import * as library from '../src/index.ts'

const ROOT = join(import.meta.dirname, '..')
const INDEX = join(ROOT, 'src/index.ts')
const GUIDE = readFileSync(join(ROOT, 'docs/api.md'), 'utf8')
const FENCE = /```ts\n([\s\S]*?)```/g

function statementsOf(path: string): readonly ts.Statement[] {
  return [...ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest).statements]
}

/** Names that the library exports: values and types. */
function exported(): readonly string[] {
  return statementsOf(INDEX)
    .filter(ts.isExportDeclaration)
    .flatMap(({ exportClause, moduleSpecifier }) => {
      if (exportClause && ts.isNamedExports(exportClause))
        return exportClause.elements.map(({ name }) => name.text)
      // `export type *`
      const module = join(dirname(INDEX), (moduleSpecifier as ts.StringLiteral).text)
      return statementsOf(module)
        .filter((each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each))
        .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        .map(({ name }) => name.text)
    })
    .sort()
}

it('is what docs/api.md lists, name by name', () => {
  const names = exported()
  const listed = new Set([...GUIDE.replaceAll(FENCE, '').matchAll(/`(\w+)`/g)].map(([, name]) => name!))
  expect(names.filter((name) => !listed.has(name))).toEqual([])
  expect(names.length).toBeGreaterThan(200)
  // Types begin with a capital letter, and nothing else that the guide names does.
  const known = new Set([...names, 'VFile'])
  expect([...listed].filter((name) => /^[A-Z]/.test(name) && !known.has(name))).toEqual([])
})

it('has these functions and values, and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'UserError',
    'applyReview',
    'build',
    'check',
    'defineConfig',
    'definePlugin',
    'defineRule',
    'deriveRunbook',
    'describeRules',
    'editionOf',
    'explainRunbook',
    'exportUnits',
    'fillSkeleton',
    'fromJson',
    'headingsAbove',
    'importUnits',
    'inputOf',
    'inspect',
    'joinDocuments',
    'makeReviewShard',
    'makeShard',
    'mergeReviews',
    'parseDocument',
    'positionOf',
    'print',
    'readUnitId',
    'reporters',
    'review',
    'reviewFormats',
    'rules',
    'runJoinedRules',
    'runRules',
    'scanSxs',
    'status',
    'textOfParts',
    'textOfUnit',
    'toJson',
    'unitOf',
    'unitsOf',
  ])
})

it('compiles as the examples in the documentation use it', () => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  )
  const examples = new Map(
    ['api', 'configuration', 'data'].flatMap((name) => {
      const guide = readFileSync(join(ROOT, `docs/${name}.md`), 'utf8')
      return [...guide.matchAll(FENCE)].map(([, code], at) => [join(ROOT, `docs/${name}-${at}.ts`), code!])
    }),
  )
  expect(examples.size).toBeGreaterThan(5)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => examples.has(path) || fileExists(path)
  host.readFile = (path) => examples.get(path) ?? readFile(path)
  // The language says whether it is an ES module.
  host.getSourceFile = (path, language, ...rest) => {
    const code = examples.get(path)
    return code === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, code, language)
  }
  // Each example is a module of its own.
  const program = ts.createProgram(
    [...examples.keys()],
    { ...options, moduleDetection: ts.ModuleDetectionKind.Force },
    host,
  )
  const problems = [...examples.keys()].flatMap((path) => [
    ...program.getSyntacticDiagnostics(program.getSourceFile(path)),
    ...program.getSemanticDiagnostics(program.getSourceFile(path)),
  ])
  expect(
    problems.map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    ),
  ).toEqual([])
})
