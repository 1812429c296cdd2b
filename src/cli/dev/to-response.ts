import { posix } from 'node:path'
import type { DevFindings } from '../../pipeline/dev/dev-options.ts'
import { severityOf } from '../../report/summarize.ts'
import { escapeMarkup } from '../../util/text/escape-markup.ts'
import { OWN } from './client-script.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
}

/** Media type of a path. */
export function typeOf(path: string): string {
  return TYPES[posix.extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/**
 * The output path for a URL's path (percent-encoded, with `/` in front); `undefined` if no output can have
 * it.
 */
export function toOutputPath(pathname: string): string | undefined {
  try {
    return outputPathOf(decodeURIComponent(pathname))
  } catch {
    return undefined
  }
}

/** The same for a decoded path. */
export function outputPathOf(decoded: string): string | undefined {
  const path = decoded.replace(/^\//, '')
  const parts = path.split('/')
  const isOdd = parts.some(
    (part, at) => part === '.' || part === '..' || (part === '' && at < parts.length - 1),
  )
  if (isOdd || /[\\\0]/.test(path)) return undefined
  return parts.at(-1) === '' ? `${path}index.html` : path
}

/** Adds the client script, which reloads the page and shows findings. */
export function withClient(html: string): string {
  const script = `<script src="/${OWN}/client.js" defer></script>\n`
  // Content after the end of a page belongs to its body (HTML Standard, section 13.2.6.4.22), so there is no
  // need to find the end tag.
  return html + script
}

/** The page for a path without output. */
export function missingPage(path: string): string {
  return withClient(
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Not found</title>\n</head>\n<body>\n<h1>Not found</h1>\n<p>There is nothing at <code>/${escapeMarkup(path)}</code>. This page reloads when that changes. <a href="/">All documents</a></p>\n</body>\n</html>\n`,
  )
}

/** Findings as JSON for the client script; `problem` is the reason why the settings are unusable. */
export function findingsAsJson({ files, isComplete }: DevFindings, problem?: string): string {
  return JSON.stringify({
    problem,
    isComplete,
    files: files.map(({ path, messages }) => ({
      path,
      messages: messages.map((message) => {
        const { ruleId, url, line, column, reason, note } = message
        return { severity: severityOf(message), ruleId, url, line, column, reason, note }
      }),
    })),
  })
}
