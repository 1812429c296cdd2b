/**
 * Measures the time from saving a document to the reloaded page in `lockstep dev`: until the browser is
 * notified, and until it has the new HTML. Documents are saved in a copy of the docset, alternately in place
 * and by replacing the file, as some editors do.
 *
 * Run it with `npm run bench:dev [FOLDER]`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const MAIN = resolve(import.meta.dirname, '../bin/lockstep.js')
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/lync-2013/fr-FR')
const RUNS = Number(process.env.RUNS ?? 20)
const folder = process.argv[2] ?? CORPUS

/** Fetches the body of a page. */
function fetchText(url: string): Promise<string> {
  return new Promise((done, fail) => {
    get(url, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => done(text))
    }).on('error', fail)
  })
}

/** Listens for reloads of a page; returns a function that waits for the next one. */
function listenTo(url: string): () => Promise<void> {
  let wake: (() => void) | undefined
  get(url, (response) => {
    response.setEncoding('utf8')
    response.on('data', (part: string) => {
      if (part.includes('event: reload')) wake?.()
    })
  }).on('error', () => {})
  return () =>
    new Promise((done) => {
      wake = done
    })
}

function start(inputs: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [MAIN, 'dev', inputs, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done) => {
    child.stdout?.on('data', (text: Buffer) => {
      const url = /http:\/\/\S+/.exec(text.toString())?.[0]
      if (url) done({ child, url })
    })
  })
}

const show = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0)
  return `${at(0.5)} | ${at(0.9)} | ${at(1)}`
}

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'lockstep-dev-'))
  const docs = join(work, 'fr-FR')
  cpSync(folder, docs, { recursive: true })
  const began = performance.now()
  const { child, url } = await start(docs)
  console.log(`ready after ${(performance.now() - began).toFixed(0)} ms`)
  const paths = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && readFileSync(join(docs, path), 'utf8').includes('data-ttu-id'))
    .sort()
  // Wait until the other documents are read: saving is a little slower before that.
  while (!(await fetchText(`${url}__lockstep/findings?page=/x.html`)).includes('"isComplete":true'))
    await setTimeout(200)
  console.log(`all read after ${(performance.now() - began).toFixed(0)} ms`)
  const notified: number[] = []
  const served: number[] = []
  try {
    for (let run = 0; run < RUNS; run++) {
      const path = paths[(run * 97) % paths.length]!
      const page = `fr-FR/${path.replace(/\.md$/, '.html')}`
      await fetchText(url + page)
      const reloaded = listenTo(`${url}__lockstep/events?page=${encodeURIComponent(`/${page}`)}`)
      await setTimeout(300)
      const next = reloaded()
      const mark = `SAVED${run}`
      const text = `${readFileSync(join(docs, path), 'utf8')}\n\n${mark}\n`
      const start = performance.now()
      if (run % 2 === 0) writeFileSync(join(docs, path), text)
      else {
        writeFileSync(join(docs, `${path}.tmp`), text)
        renameSync(join(docs, `${path}.tmp`), join(docs, path))
      }
      await next
      notified.push(performance.now() - start)
      if (!(await fetchText(url + page)).includes(mark))
        throw new Error(`${page} does not show the saved document`)
      served.push(performance.now() - start)
    }
  } finally {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGINT')
    await ended
    rmSync(work, { recursive: true, force: true })
  }
  console.log(`\n| ${RUNS} saves, ${paths.length} documents | median ms | 90% | max |\n|---|---|---|---|`)
  console.log(`| save → browser notified | ${show(notified)} |\n| save → HTML served | ${show(served)} |`)
}

await main()
