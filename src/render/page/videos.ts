import type { Element } from 'hast'
import { classNames, element } from './element.ts'
import type { PageScope } from './page-scope.ts'

/**
 * Titles an embedded video in the page’s language and sandboxes its player. The link to it, for paper and offline readers, is labelled
 * as a video.
 */
export function wrapVideo(node: Element, { label }: PageScope): void {
  if (!classNames(node).includes('video')) return
  node.children = node.children.map((child) => {
    if (child.type !== 'element') return child
    if (child.tagName === 'iframe') return confine(child, label('page.video'))
    return child.tagName === 'a'
      ? element('p', { className: ['video-link'] }, [`${label('page.video')} `, child])
      : child
  })
}

/** Titles and sandboxes a player; players refuse to play on pages that send no referrer. */
function confine(player: Element, title: string): Element {
  Object.assign(player.properties, {
    title,
    sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-presentation'],
    referrerPolicy: 'strict-origin-when-cross-origin',
  })
  return player
}
