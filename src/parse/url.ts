import { relativePath } from '../model/safe-url.ts'

/** The directory of a path with `/`, without a slash at its end; empty for a file at the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** Whether a URL is relative to the file that holds it. */
function isRelativeUrl(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/\\#?~])/i.test(url)
}

/**
 * The URL, relative to the directory `from`, that is written `url` in the directory `base`. It stays relative: the names on the way are no
 * protocol and no host.
 */
export function rebaseUrl(url: string, base: string, from: string): string {
  if (!isRelativeUrl(url) || base === from) return url
  const cut = url.search(/[?#]/)
  const path = cut < 0 ? url : url.slice(0, cut)
  const target: string[] = base === '' ? [] : base.split('/')
  for (const segment of path.split('/')) {
    if (segment === '..' && target.length > 0 && target[target.length - 1] !== '..') target.pop()
    else if (segment !== '.') target.push(segment)
  }
  const start = from === '' ? [] : from.split('/')
  let common = 0
  while (common < start.length && common < target.length - 1 && start[common] === target[common]) common++
  const way = [...start.slice(common).map(() => '..'), ...target.slice(common)].join('/')
  return relativePath(way) + (cut < 0 ? '' : url.slice(cut))
}
