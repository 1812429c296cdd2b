/**
 * The allow-list for raw HTML.
 *
 * Raw HTML is sanitized when it is parsed, so every output gets clean trees: no script, handler, form, `javascript:` URL or frame. Segments are
 * sanitized too. The only frame is made afterwards, for videos of known hosts.
 */

import type { Root } from 'hast'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import { URL_PROTOCOLS } from '../../model/safe-url.ts'

const WIDTH = /^\s*(?:(?:width|text-align|vertical-align)\s*:\s*[\w.%-]+\s*;?\s*)+$/i

/**
 * Allowed HTML: structure, tables, text-level markup, links and images. No script, handler, style sheet, form, frame or `javascript:`
 * URL. Everything that is not listed here is removed.
 */
const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'title',
    'textarea',
    'select',
  ],
  tagNames: [
    // `source` lists URLs in `srcset`, which are not checked; the `img` beside it stays.
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'source'),
    ...[
      'abbr',
      'address',
      'article',
      'aside',
      'bdi',
      'bdo',
      'big',
      'caption',
      'center',
      'cite',
      'col',
      'colgroup',
      'dfn',
    ],
    ...[
      'div',
      'figcaption',
      'figure',
      'font',
      'footer',
      'header',
      'main',
      'mark',
      'nav',
      'section',
      'small',
      'span',
      'time',
    ],
    ...['u', 'wbr'],
  ],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...[
        'align',
        'className',
        'dir',
        'id',
        'lang',
        'rowSpan',
        'colSpan',
        'scope',
        'start',
        'title',
        'translate',
        'vAlign',
      ],
      ...[
        'dataAlert',
        'dataFormat',
        'dataZone',
        'dataMoniker',
        'dataTab',
        'dataCondition',
        'dataVideo',
        'dataXref',
        'dataMissing',
        'dataSpan',
        'dataLanguage',
      ],
      ...[
        'dataHighlight',
        'dataFootnotes',
        'dataFootnoteRef',
        'dataFootnoteBackref',
        'ariaDescribedBy',
        'ariaLabel',
      ],
      ['style', WIDTH],
    ],
    // The default schema restricts classes of these elements.
    code: [],
    h2: [],
    section: ['dataFootnotes'],
    ul: [],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    img: ['src', 'alt', 'width', 'height', 'longDesc'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ol: ['start', 'type', 'reversed'],
    li: ['value'],
    col: ['span', 'width'],
    colgroup: ['span', 'width'],
    td: ['headers', 'width', 'abbr'],
    th: ['headers', 'width', 'abbr', 'scope'],
    time: ['dateTime'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
  },
  protocols: Object.fromEntries(Object.entries(URL_PROTOCOLS).map(([name, list]) => [name, [...list]])),
  required: { input: { type: 'checkbox', disabled: true } },
}

/** Removes everything from a tree that the allow-list does not name. */
export function sanitizeTree(tree: Root): Root {
  return sanitize(tree, schema) as Root
}
