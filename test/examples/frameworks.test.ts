import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** An example that makes pages with a framework. */
interface Example {
  readonly name: string
  /** Lowest version of Node.js. Default: that of this package. */
  readonly node?: readonly [major: number, minor: number]
  /** Folder that the framework writes to. */
  readonly out: string
  /** Path of a page, in the output. */
  page(locale: 'fr-FR' | 'en-US', name: string): string
  /** What the framework writes in its own way. */
  readonly alert?: RegExp
  readonly link: string
  /** Whether tabs stay headings with links. */
  readonly tabs?: false
}

const EXAMPLES = join(import.meta.dirname, '../../examples')

const examples: readonly Example[] = [
  {
    name: 'astro',
    node: [22, 12],
    out: 'dist',
    page: (locale, name) => `${locale}/${name}/index.html`,
    link: '/LOCALE/response-group-experience-during-pool-failure/#outage-occurs',
  },
  {
    name: 'docusaurus',
    out: 'build',
    page: (locale, name) => `${locale === 'fr-FR' ? '' : `${locale}/`}${name}/index.html`,
    link: 'response-group-experience-during-pool-failure#outage-occurs',
  },
  {
    name: 'eleventy',
    out: '_site',
    page: (locale, name) => `${locale}/${name}.html`,
    link: '"response-group-experience-during-pool-failure.html#outage-occurs',
  },
  {
    name: 'next-mdx',
    out: 'out',
    page: (locale, name) => `${locale}/${name}.html`,
    link: '"response-group-experience-during-pool-failure#outage-occurs',
  },
  {
    name: 'vitepress',
    out: 'dist',
    page: (locale, name) => `${locale}/${name}.html`,
    alert: /custom-block-title">NOTE</,
    link: '"./response-group-experience-during-pool-failure.html#outage-occurs',
    tabs: false,
  },
]

const WORDS = {
  'fr-FR': {
    title: 'Redémarrer',
    alert: /alert-title">Remarque</,
    text: 'Le serveur {A} redémarre.',
    cell: /<td>Premier<br\/?>serveur<\/td>/,
    head: '<th>Nom</th>',
    tab: 'Invite de commandes',
    real: 'Expérience Response Group dans Lync Server 2013',
    table: 'Appels connectés à un agent',
  },
  'en-US': {
    title: 'Restart',
    alert: /alert-title">Note</,
    text: 'Server {A} restarts.',
    cell: /<td>First<br\/?>server<\/td>/,
    head: '<th>Name</th>',
    tab: 'Command prompt',
    real: 'Response group experience in Lync Server 2013',
    table: 'Calls connected to an agent',
  },
} as const

/** Why the example cannot be run; `undefined` if it can. */
function obstacle({ name, node: [major, minor] = [20, 19] }: Example): string | undefined {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number) as [number, number]
  if (ownMajor < major || (ownMajor === major && ownMinor < minor)) return `needs Node.js ${major}.${minor}`
  const isInstalled = existsSync(join(EXAMPLES, name, 'node_modules/.bin/lockstep'))
  return isInstalled ? undefined : `its packages are not installed: see examples/README.md`
}

function build({ name, out }: Example): void {
  const cwd = join(EXAMPLES, name)
  rmSync(join(cwd, out), { recursive: true, force: true })
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', CI: '1' },
    encoding: 'utf8',
  })
  expect(status, stdout + stderr).toBe(0)
}

describe.each(examples)('examples/$name', (example) => {
  const why = obstacle(example)
  it.skipIf(why !== undefined)(`publishes both locales${why === undefined ? '' : ` (${why})`}`, () => {
    build(example)
    const read = (locale: keyof typeof WORDS, name: string) =>
      readFileSync(join(EXAMPLES, example.name, example.out, example.page(locale, name)), 'utf8')
    for (const locale of ['fr-FR', 'en-US'] as const) {
      const words = WORDS[locale]
      const page = read(locale, 'restart')
      const parts = [
        RegExp(`<html[^>]* lang="${locale}"`),
        RegExp(`<title[^>]*>${words.title}\\b`),
        example.alert ?? words.alert,
        words.cell,
        words.text,
        words.head,
        example.link.replace('LOCALE', locale),
        ...((example.tabs ?? true) ? [`class="tab-title">${words.tab}<`] : []),
      ]
      expect(missing(page, parts)).toEqual([])
      expect(/data-[st]tu-id|\[!NOTE/.test(page)).toBe(false)

      const real = read(locale, 'response-group-experience-during-pool-failure')
      const realParts = [RegExp(`<title[^>]*>${words.real}`), words.table, /(?:id|name)="outage-occurs"/]
      expect(missing(real, realParts)).toEqual([])
      expect(real.match(/<table\b/g)).toHaveLength(3)
    }
  })
})

function missing(page: string, parts: readonly (string | RegExp)[]): readonly (string | RegExp)[] {
  return parts.filter((part) => (typeof part === 'string' ? !page.includes(part) : !part.test(page)))
}
