import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Decision, DecisionFile } from '../../src/review/types/decisions.ts'
import type { Review } from '../../src/review/types/review.ts'
import { type RunningServer, startServer } from '../support/dev-server.ts'
import { frenchOf } from '../support/review.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const FILE = 'reviews/fr-FR.review.json'

function folders(): string {
  return temporaryFolder({
    'old/a.md': frenchOf('aaaaa', [['Stop the pool.', 'Arrêtez le pool.']]),
    'new/a.md': frenchOf('bbbbb', [['Stop the pool.', 'Stoppez le pool.']]),
  })
}

/** The decisions that were written. */
function decisionsIn(cwd: string): readonly Decision[] {
  return (JSON.parse(readFileSync(join(cwd, FILE), 'utf8')) as DecisionFile).decisions
}

const serve = (cwd: string, ...args: string[]) =>
  startServer(cwd, ['review', 'old', 'new', '--serve', '--no-findings', '--reviewer', 'Ann "A"', ...args])

/** A decision on the changed unit. */
async function decisionOn(cwd: string, fields: Partial<Decision> = { state: 'approved' }): Promise<Decision> {
  const { stdout } = await runCli(['review', 'old', 'new', '--format', 'json', '--no-findings'], cwd)
  const { key, texts } = (JSON.parse(stdout) as Review).documents[0]!.units[0]!
  return {
    key: key!,
    path: 'a.md',
    ...fields,
    reviewer: 'Ann',
    source: texts!.newSource,
    target: texts!.newTarget,
  }
}

/** The token in the page. */
async function tokenOf(server: RunningServer): Promise<string> {
  const { text } = await server.ask('/')
  const token = /<meta name="lockstep-token" content="([\w-]{32})">/.exec(text)?.[1]
  expect(token).toBeDefined()
  return token!
}

/** Sends a request as the page does, but for what a test changes; a header that is `undefined` is left out. */
async function post(
  server: RunningServer,
  body: unknown,
  headers: Readonly<Record<string, string | undefined>> = {},
  path = '/decisions',
) {
  const token = headers['x-lockstep-token'] ?? (await tokenOf(server))
  const all = {
    'content-type': 'application/json',
    origin: server.url.slice(0, -1),
    'x-lockstep-token': token,
    ...headers,
  }
  const {
    status,
    text,
    headers: answered,
  } = await server.ask(path, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  expect(answered['content-type']).toBe('application/json; charset=utf-8')
  return { status, answer: JSON.parse(text) }
}

describe('lockstep review --serve', () => {
  it('serves the page to this machine, and writes the decisions that it sends', async () => {
    const cwd = folders()
    const server = await serve(cwd)
    expect(server.texts.stdout).toContain(`1 item for Ann "A" at ${server.url}`)
    const page = await server.ask('/')
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-security-policy': "frame-ancestors 'none'", 'cache-control': 'no-store' },
    })
    expect(page.text).toContain('<meta name="lockstep-reviewer" content="Ann &#x22;A&#x22;">')
    const approved = await decisionOn(cwd)
    expect(await post(server, { locale: 'fr-FR', set: [approved], remove: [] })).toEqual({
      status: 200,
      answer: { count: 1 },
    })
    expect(decisionsIn(cwd)).toEqual([approved])
    // What somebody else wrote in the meantime stays, and a new page has it.
    const other = { ...approved, reviewer: 'Bo' }
    const text = readFileSync(join(cwd, FILE), 'utf8')
    writeFiles(cwd, { [FILE]: JSON.stringify({ ...JSON.parse(text), decisions: [approved, other] }) })
    const decisions = /id="decisions">([^<]*)</.exec((await server.ask('/')).text)?.[1]
    expect(Buffer.from(decisions!, 'base64').toString()).toContain('"Bo"')
    await post(server, { locale: 'fr-FR', remove: [{ key: approved.key, reviewer: 'Ann' }] })
    expect(decisionsIn(cwd)).toEqual([other])
    expect(await server.stop()).toBe(0)
  })

  it('takes requests at once without losing one', async () => {
    const cwd = folders()
    const server = await serve(cwd)
    const approved = await decisionOn(cwd)
    const names = Array.from({ length: 20 }, (_, at) => `R${at}`)
    await Promise.all(
      names.map((reviewer) => post(server, { locale: 'fr-FR', set: [{ ...approved, reviewer }] })),
    )
    expect(decisionsIn(cwd).map(({ reviewer }) => reviewer)).toEqual(names.sort())
  })

  it('writes times only if asked to', async () => {
    const cwd = folders()
    const approved = await decisionOn(cwd)
    await post(await serve(cwd, '--timestamps'), { locale: 'fr-FR', set: [approved] })
    expect(decisionsIn(cwd)[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  it('refuses other sites, other tokens, and what is not JSON, and writes nothing', async () => {
    const cwd = folders()
    const server = await serve(cwd)
    const body = { locale: 'fr-FR', set: [await decisionOn(cwd)] }
    const statusOf = async (
      ...args: Parameters<typeof post> extends [unknown, ...infer Rest] ? Rest : never
    ) => (await post(server, ...args)).status
    expect(await statusOf(body, { 'x-lockstep-token': undefined })).toBe(403)
    expect(await statusOf(body, { 'x-lockstep-token': 'x' })).toBe(403)
    expect(await statusOf(body, { origin: 'https://example.com' })).toBe(403)
    expect(await statusOf(body, { origin: 'null' })).toBe(403)
    expect(await statusOf(body, { 'content-type': 'text/plain' })).toBe(415)
    expect(await statusOf(body, { 'content-type': undefined })).toBe(415)
    expect(await statusOf(body, {}, '/other')).toBe(404)
    expect(await statusOf('{', {})).toBe(400)
    expect(await statusOf('[]', {})).toBe(400)
    expect(await statusOf({ locale: 'de-DE', set: [] })).toBe(400)
    expect(await statusOf({ locale: '../../x', set: body.set })).toBe(400)
    expect(await statusOf({ locale: 'fr-FR', set: [{ key: 'x' }] })).toBe(400)
    expect(await statusOf({ locale: 'fr-FR', set: [{ ...body.set[0], state: 'x' }] })).toBe(400)
    expect(await statusOf({ ...body, more: 'x'.repeat(2 ** 23) })).toBe(413)
    expect(existsSync(join(cwd, 'reviews'))).toBe(false)
    // A page whose name was made to mean this machine.
    const rebound = { method: 'POST', headers: { host: 'example.com' } }
    expect((await server.ask('/decisions', rebound)).status).toBe(403)
    expect((await server.ask('/', { headers: { host: 'example.com:4000' } })).status).toBe(403)
    for (const method of ['PUT', 'DELETE', 'OPTIONS'])
      expect((await server.ask('/', { method })).status).toBe(405)
    expect((await server.ask('/../../etc/passwd')).status).toBe(404)
    expect((await server.ask('/decisions')).status).toBe(404)
    expect(await statusOf(body)).toBe(200)
  })

  it('says that decisions could not be written', async () => {
    const cwd = folders()
    const server = await serve(cwd)
    const body = { locale: 'fr-FR', set: [await decisionOn(cwd)] }
    const token = await tokenOf(server)
    const write = () => post(server, body, { 'x-lockstep-token': token })
    // Conflicts of git stay for people to solve, and so does a folder in the way.
    writeFiles(cwd, { [FILE]: '<<<<<<< HEAD\n' })
    expect(await write()).toMatchObject({
      status: 500,
      answer: { message: expect.stringContaining('line 1') },
    })
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe('<<<<<<< HEAD\n')
    expect((await server.ask('/')).text).toContain('git could not merge it')
    rmSync(join(cwd, FILE))
    mkdirSync(join(cwd, FILE))
    expect((await write()).status).toBe(500)
    rmSync(join(cwd, FILE), { recursive: true })
    expect((await write()).status).toBe(200)
  })

  it('needs --serve for its options', async () => {
    const cwd = folders()
    const problem = await runCli(['review', 'old', 'new', '--reviewer', 'Ann'], cwd)
    expect(problem).toMatchObject({ code: 2, stderr: expect.stringContaining('without --serve') })
  })
})
