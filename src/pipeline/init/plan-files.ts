import type { Project } from '../../read/project/read-project.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { addScripts } from './add-scripts.ts'
import { EXAMPLE_PATH, exampleDocument } from './example-document.ts'
import { commandsOf, WORKFLOW_PATH, workflow } from './workflow.ts'

/** A file that a new project gets. */
export interface PlannedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly content: string
  /** What a file that is there already gets: an addition, else nothing. */
  readonly added?: string
}

/** Files of a new project, and what there is to do next. */
export interface InitPlan {
  readonly files: readonly PlannedFile[]
  /** What is left out, and why, one sentence each. */
  readonly notes: readonly string[]
  /** Commands to run, in order. */
  readonly next: readonly string[]
}

const SCRIPTS = {
  'docs:check': 'lockstep check',
  'docs:build': 'lockstep build',
  'docs:dev': 'lockstep dev --open',
}

/** What git leaves out: packages, and what `build` and `--shard` write by default. */
const IGNORED = 'node_modules/\ndist/\nlockstep-shards/\n'

/** Where public documentation of Microsoft is published. */
const LEARN = 'https://learn.microsoft.com/{locale}'

/** Decides which files a folder needs. */
export function planFiles(project: Project, version: string): InitPlan {
  const { config, packageText, inputs, hasSources, isPartOfRepository, hasOtherCi } = project
  const commands = commandsOf(project.manager, project.hasLock, version)
  const notes: string[] = []
  const files: PlannedFile[] = []
  if (config === undefined) files.push(configurationOf(project))
  const isNew = config === undefined && inputs.length === 0 && !hasSources
  if (isNew) files.push({ path: EXAMPLE_PATH, content: exampleDocument() })
  files.push({ path: '.gitignore', content: IGNORED })
  if (packageText !== undefined) {
    const { text, names } = withScripts(packageText)
    if (names.length > 0)
      files.push({ path: 'package.json', content: text, added: `scripts ${names.join(', ')}` })
  }
  if (isPartOfRepository) notes.push('No workflow: workflows belong in the root of the repository.')
  else if (hasOtherCi) notes.push('No workflow: the project does not seem to use GitHub Actions.')
  else files.push({ path: WORKFLOW_PATH, content: workflow(commands) })
  const isInstalled = packageText?.includes('"lockstep-docs"') ?? true
  const next = [
    ...(commands.add !== undefined && !isInstalled ? [commands.add] : []),
    `${commands.run} check`,
    `${commands.run} build`,
  ]
  return { files, notes, next }
}

/** @throws {UserError} if the text is not JSON. */
function withScripts(text: string): ReturnType<typeof addScripts> {
  try {
    return addScripts(text, SCRIPTS)
  } catch (error) {
    throw new UserError(`Cannot read package.json: ${reasonOf(error)}`, 'Mend it, then run init again.')
  }
}

function configurationOf({
  inputs,
  targetLocale,
  isOpenPublishing,
  hasTypeScript,
  packageText,
}: Project): PlannedFile {
  const settings = {
    inputs: inputs.length > 0 ? inputs : ['sources'],
    out: 'dist',
    ...(targetLocale !== undefined && { targetLocale }),
    ...(isOpenPublishing && { rootUrl: LEARN }),
  }
  if (hasTypeScript && packageText !== undefined) {
    const entries = Object.entries(settings).map(([key, value]) => `  ${key}: ${literal(value)},\n`)
    return {
      path: 'lockstep.config.ts',
      content: `import { defineConfig } from 'lockstep-docs'\n\nexport default defineConfig({\n${entries.join('')}})\n`,
    }
  }
  const folder =
    packageText === undefined ? 'https://unpkg.com/lockstep-docs' : './node_modules/lockstep-docs'
  const value = { $schema: `${folder}/schema/config.schema.json`, ...settings }
  return { path: 'lockstep.config.json', content: `${JSON.stringify(value, undefined, 2)}\n` }
}

/** Writes texts and lists of them as TypeScript, in single quotes. */
function literal(value: string | readonly string[]): string {
  if (typeof value !== 'string') return `[${value.map(literal).join(', ')}]`
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
