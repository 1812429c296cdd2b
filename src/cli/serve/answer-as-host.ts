import { decodeUrlPart } from '../../util/text/decode-url-part.ts'

/** Files of a site by output path. */
export interface SiteFiles {
  /** Returns the file at a path relative to the output folder; `undefined` if there is none. */
  get(path: string): Promise<{ readonly content: string | Uint8Array } | undefined>
}

/** A file with its status, a redirection, or `missing` if not even a 404 page exists. */
export type HostAnswer =
  | {
      readonly type: 'file'
      readonly status: 200 | 404
      readonly path: string
      readonly content: string | Uint8Array
    }
  | { readonly type: 'redirect'; readonly status: number; readonly to: string }
  | { readonly type: 'missing' }

/**
 * Answers as static hosts do: redirections of `_redirects` first, then the file, the page without its `.html`, the
 * folder with `/` at its end, and at last the nearest 404 page.
 *
 * @param path output path.
 * @param pathname the decoded path of the URL.
 */
export async function answerAsHost(files: SiteFiles, path: string, pathname: string): Promise<HostAnswer> {
  const redirect = await findRedirect(files, pathname)
  if (redirect) return redirect
  const found = await firstOf(files, [path, `${path}.html`])
  if (found) return { type: 'file', status: 200, ...found }
  if (await files.get(`${path}/index.html`))
    return { type: 'redirect', status: 301, to: `${encodeURI(pathname)}/` }
  const page = await firstOf(files, pagesFor(path))
  return page ? { type: 'file', status: 404, ...page } : { type: 'missing' }
}

async function firstOf(
  files: SiteFiles,
  paths: readonly string[],
): Promise<{ readonly path: string; readonly content: string | Uint8Array } | undefined> {
  for (const path of paths) {
    const file = await files.get(path)
    if (file) return { path, content: file.content }
  }
  return undefined
}

/** The 404 pages that can answer a path, the nearest first. */
function pagesFor(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1)
  return [...folders.map((_, at) => `${folders.slice(0, at + 1).join('/')}/404.html`).reverse(), '404.html']
}

/** Finds a line `/from /to 301` of `_redirects`; a missing status means 301, as on Netlify. */
async function findRedirect(files: SiteFiles, pathname: string): Promise<HostAnswer | undefined> {
  const list = await files.get('_redirects')
  if (!list) return undefined
  for (const line of Buffer.from(list.content).toString().split('\n')) {
    const [from = '', to, status = '301'] = line.trim().split(/\s+/)
    if (to !== undefined && isSamePath(from, pathname) && /^30[12378]$/.test(status))
      return { type: 'redirect', status: Number(status), to }
  }
  return undefined
}

/** Whether a rule is about a path; `/` at its end makes no difference. */
function isSamePath(from: string, pathname: string): boolean {
  return withoutSlash(decodeUrlPart(from)) === withoutSlash(pathname)
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '')
}
