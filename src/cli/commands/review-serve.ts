import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import picocolors from 'picocolors'
import * as v from 'valibot'
import type { ReviewResult } from '../../pipeline/review/review-options.ts'
import { reviewerName } from '../../pipeline.ts'
import { reviewFormats } from '../../report/review/formats.ts'
import { clean } from '../../report/text/words.ts'
import { decisionSchema } from '../../review/decisions/parse-decisions.ts'
import type { Decision } from '../../review/types/decisions.ts'
import { countOf } from '../../util/count-of.ts'
import { problemsOf, text } from '../../util/data/schema.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import { mediaTypeOf } from '../serve/media-type.ts'
import { showInBrowser } from '../serve/show-in-browser.ts'
import { send, startServer } from '../serve/start-server.ts'
import { JSON_TYPE, RefusedRequest, takeJson } from '../serve/take-json.ts'

/** Flags of `lockstep review --serve`. */
interface ServeFlags {
  readonly port?: number
  readonly open?: boolean
  readonly reviewer?: string
  readonly timestamps?: boolean
}

const changesSchema = v.object(
  {
    locale: text('a BCP 47 tag'),
    set: v.optional(v.array(decisionSchema, 'a list of decisions'), []),
    remove: v.optional(
      v.array(
        v.object({ key: text(), reviewer: v.exactOptional(text()) }, 'an object with `key` and `reviewer`'),
        'a list of objects with `key` and `reviewer`',
      ),
      [],
    ),
  },
  'an object with `locale`, `set` and `remove`',
)

/** Serves the page of a review, and writes the decisions that it sends, until it is stopped. */
export async function runReviewServer(result: ReviewResult, flags: ServeFlags, io: Io): Promise<ExitCode> {
  const { label, page, project, change, decide } = result
  const reviewer = flags.reviewer ?? (await reviewerName(io.cwd))
  // Only the page knows it, so that no other site can send decisions.
  const token = randomBytes(24).toString('base64url')
  const server = await startServer({
    filesOf: () => ({ get: async () => undefined }),
    port: flags.port,
    base: '/',
    answerFirst({ pathname }, response) {
      if (pathname === '/') sendPage(response)
      else if (pathname === '/session') sendSession(response)
      else return false
      return true
    },
    take: ({ pathname }, request, response) =>
      takeJson(request, response, token, (value) => {
        if (pathname !== '/decisions') throw new RefusedRequest(404, 'Decisions go to /decisions.')
        return { count: takeChanges(value) }
      }),
  })
  const colors = picocolors.createColors(hasColors(io.stdout, io.env))
  const who = reviewer === undefined ? '' : ` for ${clean(reviewer)}`
  io.stdout.write(
    `${countOf(result.review.items.length, 'item')}${who} at ${colors.bold(server.url)}\nDecisions are written as they are made. Press Ctrl+C to stop.\n`,
  )
  if (flags.open) showInBrowser(server.url, io)
  await io.stopped()
  await server.close()
  return 0

  function sendPage(response: ServerResponse): void {
    const { review, decisions } = decide()
    const own = { token, project, ...(reviewer !== undefined && { reviewer }) }
    const pieces = reviewFormats.html(review, { label, page: page && { ...page, decisions, server: own } })
    response.writeHead(200, {
      'content-type': mediaTypeOf('x.html'),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // No other site may show the page in a frame, or load it.
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
    for (const piece of pieces) response.write(piece)
    response.end()
  }

  /** Lets a page that was loaded before the server was started again go on; pages of other sites cannot read it. */
  function sendSession(response: ServerResponse): void {
    const { base, head } = result.review
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    send(response, 200, JSON_TYPE, JSON.stringify({ token, project, base, head }))
  }

  /** Writes changes; returns how many decisions there are, because sending all of them would take seconds. */
  function takeChanges(value: unknown): number {
    const [problem] = problemsOf(changesSchema, value)
    if (problem)
      throw new RefusedRequest(400, `${problem.path.join('.') || 'The request'} is not ${problem.expected}`)
    const { locale, set = [], remove = [] } = value as v.InferInput<typeof changesSchema>
    if (!result.review.locales.includes(locale))
      throw new RefusedRequest(400, `This review has no translations into ${locale}`)
    const at = new Date().toISOString()
    const dated = (set as Decision[]).map((each) => (flags.timestamps ? { at, ...each } : each))
    return change(locale, { set: dated, remove: remove as { key: string; reviewer?: string }[] }).decisions
      .length
  }
}
