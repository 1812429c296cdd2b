import type { Element, Root } from 'hast'
import { visit } from '../../util/visit.ts'
import { classNames, element } from './element.ts'
import type { PageScope } from './page-scope.ts'

/**
 * Names embedded videos in the page’s language and sandboxes their players. The link to a video, which remains
 * for paper and for readers without a network, is labelled as a video.
 */
export function wrapVideos(tree: Root, { label }: PageScope): void {
  visit(tree, 'element', (node) => {
    if (!classNames(node).includes('video')) return
    node.children = node.children.map((child) => {
      if (child.type !== 'element') return child
      if (child.tagName === 'iframe') return confine(child, label('page.video'))
      return child.tagName === 'a'
        ? element('p', { className: ['video-link'] }, [`${label('page.video')} `, child])
        : child
    })
  })
}

/** Names and sandboxes a player; players refuse to play on pages that send no referrer. */
function confine(player: Element, title: string): Element {
  Object.assign(player.properties, {
    title,
    sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-presentation'],
    referrerPolicy: 'strict-origin-when-cross-origin',
  })
  return player
}
