/**
 * Builds a docset in one thread under V8's profiler and prints the time by stage, by folder of this program or
 * package, and by function.
 *
 * Run it with `npm run profile [FOLDER]`. The profile is kept for a browser's developer tools.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A node of a profile: a function in one call path. */
interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
}

const LIB = resolve(import.meta.dirname, '../lib')
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/lync-2013/fr-FR')
const folder = process.argv[2] ?? (existsSync(CORPUS) ? CORPUS : resolve(import.meta.dirname, '../sources'))
const MOST = 25

/** Returns `parse`, `render/page`, or the name of a package; and the file in it. */
function placeOf(url: string): { readonly part: string; readonly file: string } {
  if (url === '') return { part: '(engine)', file: '' }
  if (url.startsWith('node:')) return { part: 'node', file: url }
  const path = url.startsWith('file:') ? fileURLToPath(url) : url
  const [, name, inside] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)/.exec(path) ?? []
  if (name !== undefined) return { part: name, file: `${name}/${inside}` }
  if (!path.startsWith(LIB)) return { part: path, file: path }
  const file = path.slice(LIB.length + 1)
  return { part: file.replace(/\/?[^/]*$/, '') || 'lib', file }
}

function print(title: string, times: ReadonlyMap<string, number>): void {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0)
  const rows = [...times].sort(([, a], [, b]) => b - a).slice(0, MOST)
  console.log(`\n| ${title} | ms | share |\n|---|---|---|`)
  for (const [name, time] of rows)
    console.log(
      `| ${name.replaceAll('|', '\\|')} | ${(time / 1000).toFixed(0)} | ${((time / total) * 100).toFixed(1)}% |`,
    )
}

function main(): void {
  const [out, profiles] = [
    mkdtempSync(join(tmpdir(), 'lockstep-out-')),
    mkdtempSync(join(tmpdir(), 'lockstep-profile-')),
  ]
  const args = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, join(LIB, 'cli/main.js')]
  const command = ['build', folder, '--out', out, '--only', 'page,json', '--no-cache', '--quiet', '--timing']
  const { status, stderr } = spawnSync(process.execPath, [...args, ...command], { encoding: 'utf8' })
  rmSync(out, { recursive: true, force: true })
  if (status === null || status > 1) throw new Error(`The build failed:\n${stderr}`)
  console.log(stderr)
  const path = join(profiles, readdirSync(profiles)[0]!)
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path, 'utf8')) as {
    nodes: readonly ProfileNode[]
    samples: readonly number[]
    timeDeltas: readonly number[]
  }
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]))
  const [parts, functions] = [new Map<string, number>(), new Map<string, number>()]
  for (const [at, id] of samples.entries()) {
    const { functionName, url, lineNumber } = byId.get(id)!
    const { part, file } = placeOf(url)
    const name = `${functionName || '(anonymous)'}${file && ` ${file}:${lineNumber + 1}`}`
    parts.set(part, (parts.get(part) ?? 0) + timeDeltas[at]!)
    functions.set(name, (functions.get(name) ?? 0) + timeDeltas[at]!)
  }
  print('folder or package', parts)
  print('function', functions)
  console.log(`\n${path}`)
}

main()
